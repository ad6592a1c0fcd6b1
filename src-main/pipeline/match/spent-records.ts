import { decimalToText, withoutTrailingZeros } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery } from "../../../src-shared/model/index.ts";
import { wordingOf } from "../../../src-shared/wording/index.ts";

/** What the lists of expenses say was spent, and on what. */
export interface SpentRecords {
  /** Whether one of them tells of this sum, spent on what these words name. */
  readonly has: (words: ReturnType<typeof wordingOf>, sum: DecimalText) => boolean;
}

export const noSpending: SpentRecords = { has: () => false };

/** Sums without words for what they were spent on prove nothing. Kept by sum: many lines ask. */
export function createSpentRecords(deliveries: readonly Delivery[]): SpentRecords {
  const bySum = new Map<string, (readonly string[])[]>();
  for (const { kind, amount, item } of deliveries) {
    if (kind !== "expense" || amount === null || item === null) continue;
    const key = sumKey(amount);
    bySum.set(key, [...(bySum.get(key) ?? []), wordingOf(item).content]);
  }
  return {
    has: (words, sum) =>
      (bySum.get(sumKey(sum)) ?? []).some((named) => named.some((word) => words.all.has(word))),
  };
}

/** A sum as text, however many zeros it is printed with. */
const sumKey = (sum: DecimalText): string => decimalToText(withoutTrailingZeros(sum));
