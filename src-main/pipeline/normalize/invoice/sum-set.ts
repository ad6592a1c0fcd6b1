import { rescale, toDecimal, withoutTrailingZeros } from "../../../../src-shared/money/index.ts";
import type { Numeric } from "../../../../src-shared/money/index.ts";

/** Sums to look amounts up in by their value: 40.5 is 40.50. */
export interface SumSet {
  readonly has: (sum: Numeric) => boolean;
}

/** Sums are few and what is looked up in them are many: those are brought to one scale, and these need no text. */
export function createSumSet(sums: readonly Numeric[]): SumSet {
  const shortest = sums.map(withoutTrailingZeros);
  const scale = Math.max(0, ...shortest.map((sum) => sum.scale));
  const units = new Set(shortest.map((sum) => rescale(sum, scale).units));
  return {
    has: (sum) => {
      if (units.size === 0) return false;
      const exact = toDecimal(sum);
      const fitting = exact.scale > scale ? withoutTrailingZeros(exact) : exact;
      return fitting.scale <= scale && units.has(rescale(fitting, scale).units);
    },
  };
}
