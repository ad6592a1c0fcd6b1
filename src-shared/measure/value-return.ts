import type { BaselineCase, DecisionEvent, ReturnInputs } from "../model/index.ts";
import {
  add,
  compare,
  decimal,
  decimalToText,
  fractionToDecimal,
  integer,
  multiply,
  quartiles,
  subtract,
  toFraction,
  divideFractions,
  zero,
} from "../money/index.ts";
import type { Decimal, DecimalText } from "../money/index.ts";
import type { CaseHistory } from "./case-history.ts";
import { present, sumsByCurrency } from "./figures.ts";

/** What it was worth in one currency, with its spread. Amounts have two decimals. */
export interface ValueReturn {
  readonly inputs: ReturnInputs;
  /** Months that the cases span, at least one. */
  readonly months: number;
  readonly hoursSaved: DecimalText | null;
  readonly savedCost: DecimalText | null;
  readonly recovered: { readonly low: DecimalText; readonly high: DecimalText };
  readonly fewerWriteOffs: DecimalText | null;
  readonly cost: DecimalText;
  readonly total: { readonly low: DecimalText; readonly high: DecimalText };
  /** What is missing for a better figure, as ids. */
  readonly gaps: readonly ("baseline-minutes" | "measured-minutes" | "write-offs")[];
}

/** Starting values, to be edited by the owner before anything is believed. */
export const defaultReturnInputs: ReturnInputs = {
  currency: "USD",
  loadedCostPerHour: "60" as DecimalText,
  costPerMonth: "0" as DecimalText,
  recoveredPercent: { low: "50" as DecimalText, high: "100" as DecimalText },
  writeOffsBefore: null,
  writeOffsNow: null,
};

/** The inputs as they were last recorded. */
export function returnInputsOf(events: readonly DecisionEvent[]): ReturnInputs {
  let inputs = defaultReturnInputs;
  for (const { action } of events)
    if (action.type === "pilot-recorded" && action.entry.type === "return-inputs")
      inputs = action.entry.inputs;
  return inputs;
}

/**
 * Return = hours saved × loaded cost + recovered revenue + fewer write-offs − cost.
 *
 * Hours saved: cases decided × (median minutes before − median minutes now). Recovered revenue: what was billed too
 * little, of which the owner expects a low and a high share. What is not known counts nothing and is named as a gap.
 */
export function computeReturn(
  cases: readonly CaseHistory[],
  baseline: readonly BaselineCase[],
  inputs: ReturnInputs,
): ValueReturn {
  const before = present(baseline.map(({ minutes }) => minutes));
  const worked = present(cases.map(({ secondsOpen }) => secondsOpen));
  const decided = cases.filter(({ decisions }) => decisions > 0);
  const gaps: ValueReturn["gaps"][number][] = [];
  if (before.length === 0) gaps.push("baseline-minutes");
  if (worked.length === 0) gaps.push("measured-minutes");
  if (inputs.writeOffsBefore === null || inputs.writeOffsNow === null) gaps.push("write-offs");
  const months = monthsOf(decided);

  let hoursSaved: Decimal | null = null;
  if (before.length > 0 && worked.length > 0) {
    const now = divideFractions(
      quartiles(worked.map((seconds) => integer(Math.trunc(seconds)))).median,
      integer(60),
    );
    const each = subtract(fractionToDecimal(quartiles(before).median, 4), fractionToDecimal(now, 4));
    hoursSaved = fractionToDecimal(divideFractions(multiply(each, integer(decided.length)), integer(60)), 2);
  }
  const savedCost = hoursSaved === null ? null : round(multiply(hoursSaved, inputs.loadedCostPerHour));
  const under = decimal(
    sumsByCurrency(
      decided.flatMap(({ currency, findings }) =>
        findings
          .filter(({ direction }) => direction === "under")
          .map(({ impact }) => ({ currency, amount: impact })),
      ),
    )[inputs.currency] ?? "0",
  );
  const shareOf = (percent: DecimalText): Decimal =>
    round(multiply(multiply(under, percent), decimal("0.01")));
  const recovered = {
    low: shareOf(inputs.recoveredPercent.low),
    high: shareOf(inputs.recoveredPercent.high),
  };
  const fewerWriteOffs =
    inputs.writeOffsBefore === null || inputs.writeOffsNow === null
      ? null
      : round(multiply(subtract(inputs.writeOffsBefore, inputs.writeOffsNow), integer(months)));
  const cost = round(multiply(inputs.costPerMonth, integer(months)));
  const totalWith = (part: Decimal): DecimalText =>
    decimalToText(subtract(add(add(savedCost ?? zero, part), fewerWriteOffs ?? zero), cost));
  const [low, high] =
    compare(recovered.low, recovered.high) <= 0
      ? [recovered.low, recovered.high]
      : [recovered.high, recovered.low];
  return {
    inputs,
    months,
    hoursSaved: hoursSaved === null ? null : decimalToText(hoursSaved),
    savedCost: savedCost === null ? null : decimalToText(savedCost),
    recovered: { low: decimalToText(low), high: decimalToText(high) },
    fewerWriteOffs: fewerWriteOffs === null ? null : decimalToText(fewerWriteOffs),
    cost: decimalToText(cost),
    total: { low: totalWith(low), high: totalWith(high) },
    gaps,
  };
}

const round = (value: Decimal): Decimal => fractionToDecimal(toFraction(value), 2);

/** Calendar months that decisions fell into. */
function monthsOf(decided: readonly CaseHistory[]): number {
  const months = new Set(decided.map(({ lastActionAt }) => lastActionAt?.slice(0, 7) ?? ""));
  return Math.max(1, months.size);
}
