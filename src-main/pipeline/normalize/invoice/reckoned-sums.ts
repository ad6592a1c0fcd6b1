import { add, isEqual, sum } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import type { Reckoning } from "./reckoning-run.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Conventions } from "./spans.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";
import { unlabeledTotal } from "./unlabeled-total.ts";

/** As much as a name of middling weight: what adds up over all items says plainly what it is. */
const score = 0.6;
/** Names that say plainly enough what an amount is. */
const named = 0.5;
/** Words of a row that names a sum, at most. */
const mostWords = 12;

/**
 * The sums of a reckoning by what they are made of, whatever they are called: what all items make, what is taken off it,
 * the taxes on the rest, and both together.
 */
export function reckonedSums(
  { total, sums, taxes, reductions }: Reckoning,
  known: readonly TotalCandidate[],
  conventions: Conventions,
): readonly TotalCandidate[] {
  const net = add(total, sum(reductions.map(({ value }) => value)));
  const tax = sum(taxes.map(({ value }) => value));
  // Without a tax below them the items make what is billed, unless the words call it the sum of the lines alone.
  const isKnown = (field: TotalField, { number: { tokens } }: Entry): boolean =>
    known.some(
      (one) =>
        (one.field === field || (taxes.length === 0 && one.field === "subtotal")) &&
        one.score >= named &&
        one.tokens.some((token) => tokens.includes(token)),
    );
  const candidate = (field: TotalField, entry: Entry): readonly TotalCandidate[] => {
    const [segment] = entry.row.segments;
    // What a sentence tells is read as a sentence.
    const words = tokensOf(entry.row).length;
    if (segment === undefined || words > mostWords || isKnown(field, entry)) return [];
    const percent =
      field === "tax" || field === "discount"
        ? (numbersIn(entry.row, conventions).find(({ reading }) => reading.isPercent) ?? null)
        : null;
    return [unlabeledTotal({ field, score, number: entry.number, row: entry.row, segment, percent })];
  };
  const equal = (entry: Entry, made: Decimal): boolean => isEqual(entry.value, made);
  return [
    ...(reductions.length === 0 ? [] : sums.filter((entry) => equal(entry, total))).flatMap((entry) =>
      candidate("subtotal", entry),
    ),
    ...reductions.flatMap((entry) => candidate("discount", entry)),
    ...sums
      .filter((entry) => equal(entry, net))
      .flatMap((entry) => candidate(taxes.length > 0 ? "net" : "gross", entry)),
    ...taxes.flatMap((entry) => candidate("tax", entry)),
    ...(taxes.length === 0
      ? []
      : sums.filter((entry) => equal(entry, add(net, tax))).flatMap((entry) => candidate("gross", entry))),
  ];
}
