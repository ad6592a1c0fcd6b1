import { absolute, add, isZero, subtract } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { TotalCandidate } from "./total-candidate.ts";
import { isWithin } from "./arithmetic.ts";
import { absoluteSum, sumOf, topChoices } from "./total-choices.ts";
import type { Choice } from "./total-choices.ts";

/** Retention that stands above the net total: it is kept back before tax. */
export const keptBeforeTax = (candidates: readonly TotalCandidate[], net: Choice | null): readonly Choice[] =>
  topChoices(candidates, "retention", 1).filter(
    ({ candidate, value }) =>
      candidate.score >= 0.4 &&
      !isZero(value) &&
      net !== null &&
      candidate.row.index < net.candidate.row.index,
  );

/** Which printed total the lines make, with what is taken off or put on between; `null` where they make none. */
export function fitLines(
  sum: Decimal,
  count: number,
  net: Choice | null,
  gross: Choice | null,
  allowances: readonly Choice[],
  charges: readonly Choice[],
): "net" | "gross" | null {
  const slack = Math.min(5, Math.ceil(count / 2));
  // Sizes only: a credit note may print all of it below zero.
  const size = absolute(sum);
  const less = subtract(size, absoluteSum(allowances));
  const variants = [size, less, add(size, sumOf(charges)), add(less, sumOf(charges))];
  const fits = (choice: Choice | null): boolean =>
    choice !== null && variants.some((variant) => isWithin(absolute(variant), absolute(choice.value), slack));
  if (fits(net)) return "net";
  return fits(gross) ? "gross" : null;
}
