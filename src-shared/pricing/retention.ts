import {
  addFractions,
  compare,
  compareFractions,
  decimalToText,
  fraction,
  minimumFraction,
  multiplyFractions,
  percentToFraction,
  subtract,
  subtractFractions,
  sum,
  toFraction,
} from "../money/index.ts";
import type { DecimalText, Fraction, Numeric } from "../money/index.ts";
import { computeAmount, roundAmount, shownAmount, shownPercent } from "./computed.ts";
import type { Computed, Precision, Reading } from "./computed.ts";

/** A rate of retention from a degree of completion on, both in percent. */
export interface RetentionStep {
  /** Percent of the contract sum that must be passed: "50". */
  readonly at: Numeric;
  readonly percent: Numeric;
}

export interface RetentionTerms {
  readonly percent: Numeric;
  /** In order of completion. */
  readonly steps?: readonly RetentionStep[];
  /** Needed where there are steps. */
  readonly contractSum?: Numeric | null;
}

/** "on-all": a step changes the rate of everything done. "on-rest": only of what is done beyond it. */
export type RetentionReading = "on-all" | "on-rest";

/** rate × (completed + stored): "(60000.00 + 0.00) × 5 % = 3000.00", or piece by piece between the steps. */
export function retentionHeld(
  work: { readonly completed: Numeric; readonly stored?: Numeric | null },
  terms: RetentionTerms,
  reading: RetentionReading,
  precision: Precision,
): Computed {
  const parts = [work.completed, ...(work.stored === null || work.stored === undefined ? [] : [work.stored])];
  const done = sum(parts);
  const shown =
    parts.length === 1
      ? shownAmount(done, precision)
      : `(${parts.map((part) => shownAmount(part, precision)).join(" + ")})`;
  const steps = (terms.steps ?? []).map((step) => ({
    from: stepAmount(step, terms.contractSum),
    percent: step.percent,
  }));
  if (reading === "on-all" || steps.length === 0) {
    const percent = steps.findLast(({ from }) => compareFractions(done, from) > 0)?.percent ?? terms.percent;
    return computeAmount(
      `${shown} × ${shownPercent(percent)}`,
      multiplyFractions(done, percentToFraction(percent)),
      precision,
    );
  }
  const bands = [{ from: fraction(0), percent: terms.percent }, ...steps];
  let held = fraction(0);
  const pieces: string[] = [];
  for (const [index, band] of bands.entries()) {
    const end = bands[index + 1]?.from;
    const upper = end === undefined ? toFraction(done) : minimumFraction(done, end);
    const inBand = subtractFractions(upper, band.from);
    if (inBand.numerator <= 0n) continue;
    held = addFractions(held, multiplyFractions(inBand, percentToFraction(band.percent)));
    pieces.push(`${roundAmount(inBand, precision)} × ${shownPercent(band.percent)}`);
  }
  return computeAmount(
    pieces.length === 0 ? `${shown} × ${shownPercent(terms.percent)}` : pieces.join(" + "),
    held,
    precision,
  );
}

/** Both readings of a step-down; they are one where there is none. */
export function retentionReadings(
  work: { readonly completed: Numeric; readonly stored?: Numeric | null },
  terms: RetentionTerms,
  precision: Precision,
): readonly Reading<RetentionReading>[] {
  const readings: readonly RetentionReading[] = ["on-all", "on-rest"];
  return readings.map((reading) => ({ reading, computed: retentionHeld(work, terms, reading, precision) }));
}

/** One line of a progress bill against its schedule. */
export interface ProgressLine {
  readonly scheduled: Numeric;
  readonly changes?: readonly Numeric[];
  readonly previous: Numeric;
  readonly current: Numeric;
  readonly stored?: Numeric | null;
}

/** previous + this + stored against scheduled + changes, and what is billed beyond it (zero or more). */
export function progressBalance(
  line: ProgressLine,
  precision: Precision,
): { readonly toDate: DecimalText; readonly allowed: DecimalText; readonly excess: Computed } {
  const parts = [
    line.previous,
    line.current,
    ...(line.stored === null || line.stored === undefined ? [] : [line.stored]),
  ];
  const limits = [line.scheduled, ...(line.changes ?? [])];
  const toDate = sum(parts);
  const allowed = sum(limits);
  const shown = parts.map((part) => shownAmount(part, precision)).join(" + ");
  const isOver = compare(toDate, allowed) > 0;
  const expression = `${shown} − ${shownAmount(allowed, precision)}`;
  return {
    toDate: decimalToText(toDate),
    allowed: decimalToText(allowed),
    excess: computeAmount(
      isOver ? expression : `max(0, ${expression})`,
      isOver ? subtract(toDate, allowed) : fraction(0),
      precision,
    ),
  };
}

function stepAmount(step: RetentionStep, contractSum: Numeric | null | undefined): Fraction {
  if (contractSum === null || contractSum === undefined) {
    throw new RangeError("A step of retention needs the contract sum");
  }
  return multiplyFractions(contractSum, percentToFraction(step.at));
}
