import {
  absolute,
  add,
  compare,
  decimalToText,
  isEqual,
  subtract,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { Choice } from "./total-choices.ts";
import { sumOf } from "./total-choices.ts";
import type { LineSums, TotalsSolution } from "./solve-totals.ts";
import { moneyOfPaper } from "./reckoning.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Survey } from "./survey.ts";

/**
 * The sums of an application for payment that reckons over the whole job: "completed to date 77,775, less retainage
 * 7,777.50, less previous payments 26,145, due 43,852.50". What is kept back there is kept back of all work so far; of
 * what this bill's lines make it keeps what lies between them and what is due. The earlier payments are for earlier
 * bills: they reduce nothing here. Sums that do not reckon so, or lines that were not read whole, are left as they are.
 */
export function keptOfThisBill(survey: Survey, lines: LineSums, totals: TotalsSolution): TotalsSolution {
  const { retention } = totals;
  if (retention === null || lines.net === null || lines.net.units <= 0n) return totals;
  const entries = moneyOfPaper(survey.layout, survey.labels, survey.signs.conventions);
  const dues: readonly (readonly [Choice | null, Decimal])[] = [
    [totals.payable, add(lines.net, sumOf(totals.taxes))],
    [totals.net, lines.net],
  ];
  for (const [due, billed] of dues) {
    const earlier = due === null ? null : earlierPayments(entries, retention, due);
    if (due === null || earlier === null) continue;
    const kept = subtract(billed, absolute(due.value));
    if (compare(kept, zero) < 0) return totals;
    const isEarlier = ({ candidate }: Choice): boolean =>
      candidate.tokens.some((token) => earlier.number.tokens.includes(token));
    // What is left to pay is no total of what is billed.
    const isDue = (choice: Choice | null): boolean =>
      due === totals.payable && choice !== null && choice.candidate.tokens === due.candidate.tokens;
    return {
      ...totals,
      net: isDue(totals.net) ? null : totals.net,
      gross: isDue(totals.gross) ? null : totals.gross,
      allowances: totals.allowances.filter((choice) => !isEarlier(choice)),
      prepaid: totals.prepaid !== null && isEarlier(totals.prepaid) ? null : totals.prepaid,
      retention: { ...retention, value: decimalToText(kept) },
      closed: [...totals.closed, "C7"],
    };
  }
  return totals;
}

/** The amount between what is kept back and what is due that leads, with both, from a printed sum to the latter. */
function earlierPayments(entries: readonly Entry[], retention: Choice, due: Choice): Entry | null {
  const top = retention.candidate.row.index;
  const left = add(absolute(due.value), absolute(retention.value));
  const above = entries.filter(({ row }) => row.index <= top);
  const between = entries.filter(({ row: { index } }) => index >= top && index <= due.candidate.row.index);
  return (
    between.find(
      ({ value, number }) =>
        !isEqual(value, zero) &&
        ![retention, due].some(({ candidate }) =>
          candidate.tokens.some((token) => number.tokens.includes(token)),
        ) &&
        above.some((done) => isEqual(done.value, add(left, absolute(value)))),
    ) ?? null
  );
}
