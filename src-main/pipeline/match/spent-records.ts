import { isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery } from "../../../src-shared/model/index.ts";
import { wordingOf } from "../../../src-shared/wording/index.ts";

/** What the lists of expenses say was spent, and on what. */
export interface SpentRecords {
  /** Whether one of them tells of this sum, spent on what these words name. */
  readonly has: (words: ReturnType<typeof wordingOf>, sum: DecimalText) => boolean;
}

export const noSpending: SpentRecords = { has: () => false };

/** Sums without words for what they were spent on prove nothing. */
export function createSpentRecords(deliveries: readonly Delivery[]): SpentRecords {
  const spent = deliveries.flatMap(({ kind, amount, item }) =>
    kind === "expense" && amount !== null && item !== null
      ? [{ amount, words: wordingOf(item).content }]
      : [],
  );
  return {
    has: (words, sum) =>
      spent.some((record) => isEqual(record.amount, sum) && record.words.some((word) => words.all.has(word))),
  };
}
