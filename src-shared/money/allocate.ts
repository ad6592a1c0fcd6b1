import { toDecimal, rescale } from "./decimal.ts";
import type { Decimal, Numeric } from "./decimal.ts";
import {
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  roundFraction,
  subtractFractions,
  sumFractions,
} from "./fraction.ts";
import type { Exact } from "./fraction.ts";

/**
 * Splits a total by weight into parts of a given scale that add up to it exactly, in the order of the weights.
 *
 * Largest remainder; ties go to the earlier part. A negative total mirrors the split of the positive one.
 * Throws when the weights add up to zero, or when the total does not fit the scale.
 */
export function allocate(total: Numeric, weights: readonly Exact[], scale: number): readonly Decimal[] {
  const exactTotal = toDecimal(total);
  const { units } = rescale(exactTotal, scale, "down");
  if (exactTotal.scale > scale && units * 10n ** BigInt(exactTotal.scale - scale) !== exactTotal.units) {
    throw new RangeError(`The total is finer than scale ${scale}`);
  }
  const wholeWeight = sumFractions(weights);
  if (wholeWeight.numerator === 0n) throw new RangeError("Weights add up to zero");
  const sign = units < 0n ? -1n : 1n;
  const shares = weights.map((weight) =>
    divideFractions(multiplyFractions(fraction(units * sign), weight), wholeWeight),
  );
  const floors = shares.map((share) => roundFraction(share, "floor"));
  const missing = Number(units * sign - floors.reduce((part, whole) => part + whole, 0n));
  const remainders = shares.map((share, index) => subtractFractions(share, fraction(floors[index] ?? 0n)));
  const raised = new Set(
    remainders
      .map((remainder, index) => ({ remainder, index }))
      .sort(
        (first, second) => compareFractions(second.remainder, first.remainder) || first.index - second.index,
      )
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return floors.map((floor, index) => ({ units: sign * (raised.has(index) ? floor + 1n : floor), scale }));
}
