import { decimalToText, withoutTrailingZeros } from "../../../../src-shared/money/index.ts";
import type { Numeric } from "../../../../src-shared/money/index.ts";

/** Sums to look amounts up in by their value: 40.5 is 40.50. */
export interface SumSet {
  readonly has: (sum: Numeric) => boolean;
}

const keyOf = (sum: Numeric): string => decimalToText(withoutTrailingZeros(sum));

export function createSumSet(sums: readonly Numeric[]): SumSet {
  const keys = new Set(sums.map(keyOf));
  return { has: (sum) => keys.has(keyOf(sum)) };
}
