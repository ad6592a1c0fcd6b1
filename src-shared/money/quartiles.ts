import { add, compare, integer, multiply, subtract, zero } from "./decimal.ts";
import type { Decimal, Numeric } from "./decimal.ts";
import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "./fraction.ts";
import type { Exact, Fraction } from "./fraction.ts";

/** First, second and third quartile of a history of amounts. */
export interface Quartiles {
  readonly first: Fraction;
  readonly median: Fraction;
  readonly third: Fraction;
}

/** Quartiles by linear interpolation between ranks (the median of two is their mean). Throws on an empty history. */
export function quartiles(values: readonly Numeric[]): Quartiles {
  const sorted = values.toSorted(compare);
  return { first: quantile(sorted, 1), median: quantile(sorted, 2), third: quantile(sorted, 3) };
}

/** Middle value, or the mean of both. Throws on an empty history. */
export function median(values: readonly Numeric[]): Fraction {
  return quartiles(values).median;
}

/** Q1 − 1.5 × IQR and Q3 + 1.5 × IQR: values outside are outliers, those on a fence are not. */
export function outlierFences({ first, third }: Quartiles): {
  readonly lower: Fraction;
  readonly upper: Fraction;
} {
  const reach = multiplyFractions(subtractFractions(third, first), fraction(3, 2));
  return { lower: subtractFractions(first, reach), upper: addFractions(third, reach) };
}

export function isOutlier(
  value: Exact,
  fences: { readonly lower: Fraction; readonly upper: Fraction },
): boolean {
  return compareFractions(value, fences.lower) < 0 || compareFractions(value, fences.upper) > 0;
}

/** How a value stands to a history in ascending order. */
export type Standing = "usual" | "high" | "low";

/**
 * Whether a value stands out of its history: beyond the outlier fences from eight values on, above 2.5 times or below
 * 0.4 times the median from three on; `null` with fewer. Values on a bound are usual.
 */
export function standingIn(sorted: readonly Decimal[], value: Numeric): Standing | null {
  const count = sorted.length;
  if (count < 3) return null;
  if (count < 8) {
    const doubled = add(sorted[(count - 1) >> 1] ?? zero, sorted[count >> 1] ?? zero);
    if (compare(multiply(value, integer(4)), multiply(doubled, integer(5))) > 0) return "high";
    return compare(multiply(value, integer(5)), doubled) < 0 ? "low" : "usual";
  }
  // Eight times each fence, so that neither quarters nor halves need a division.
  const [first, third] = [fourfoldQuantile(sorted, 1), fourfoldQuantile(sorted, 3)];
  const eightfold = multiply(value, integer(8));
  if (compare(eightfold, subtract(multiply(third, integer(5)), multiply(first, integer(3)))) > 0)
    return "high";
  return compare(eightfold, subtract(multiply(first, integer(5)), multiply(third, integer(3)))) < 0
    ? "low"
    : "usual";
}

function fourfoldQuantile(sorted: readonly Decimal[], quarter: 1 | 3): Decimal {
  const position = (sorted.length - 1) * quarter;
  const below = sorted[position >> 2] ?? zero;
  const above = sorted[(position >> 2) + 1] ?? below;
  return add(multiply(below, integer(4 - (position % 4))), multiply(above, integer(position % 4)));
}

function quantile(sorted: readonly Numeric[], quarter: 1 | 2 | 3): Fraction {
  const position = (sorted.length - 1) * quarter;
  const rank = Math.floor(position / 4);
  const below = sorted[rank];
  if (below === undefined) throw new RangeError("A history without values has no quartiles");
  const above = sorted[rank + 1] ?? below;
  const part = fraction(position % 4, 4);
  return addFractions(toFraction(below), multiplyFractions(subtractFractions(above, below), part));
}
