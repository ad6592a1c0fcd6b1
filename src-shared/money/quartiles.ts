import { compare } from "./decimal.ts";
import type { Numeric } from "./decimal.ts";
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

function quantile(sorted: readonly Numeric[], quarter: 1 | 2 | 3): Fraction {
  const position = (sorted.length - 1) * quarter;
  const rank = Math.floor(position / 4);
  const below = sorted[rank];
  if (below === undefined) throw new RangeError("A history without values has no quartiles");
  const above = sorted[rank + 1] ?? below;
  const part = fraction(position % 4, 4);
  return addFractions(toFraction(below), multiplyFractions(subtractFractions(above, below), part));
}
