import {
  absolute,
  add,
  compare,
  decimal,
  isEqual,
  isZero,
  multiply,
  subtract,
  toDecimal,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText, Numeric } from "../../../../src-shared/money/index.ts";
import type { NumberReading } from "../values/index.ts";

/** Factors of one printed row: quantity × price ÷ base × (1 − discount %) = amount. */
export interface RowFactors {
  readonly quantity: Numeric;
  readonly price: Numeric;
  readonly amount: Numeric;
  readonly base?: Numeric | undefined;
  readonly discountPercent?: Numeric | undefined;
  readonly discountAmount?: Numeric | undefined;
}

export const hundred = decimal("100");
const one = decimal("1");

/** Whether a row multiplies out, to one step of the amount's last printed digit. Signs of credits may differ. */
export function closesRow(factors: RowFactors): boolean {
  const base = factors.base ?? one;
  if (isZero(base)) return false;
  const share =
    factors.discountPercent === undefined ? hundred : subtract(hundred, absolute(factors.discountPercent));
  const gross = multiply(multiply(absolute(factors.quantity), absolute(factors.price)), share);
  const less =
    factors.discountAmount === undefined
      ? gross
      : subtract(gross, multiply(multiply(absolute(factors.discountAmount), base), hundred));
  const scale = multiply(base, hundred);
  const difference = absolute(subtract(less, multiply(absolute(factors.amount), scale)));
  return compare(difference, multiply(stepOf(factors.amount), scale)) <= 0;
}

/** The printed numbers of a row. */
interface PrintedFactors {
  readonly quantity: { readonly reading: NumberReading };
  readonly price: { readonly reading: NumberReading };
  readonly amount: { readonly reading: NumberReading };
}

/** Whether a row multiplies out in one of the ways in which its printed numbers may be read. */
export const closesPrinted = ({ quantity, price, amount }: PrintedFactors, base?: Numeric): boolean =>
  valuesOf(quantity.reading).some((q) =>
    valuesOf(price.reading).some((p) =>
      valuesOf(amount.reading).some((a) => closesRow({ quantity: q, price: p, amount: a, base })),
    ),
  );

/** Whether closing says anything: one times a price is its amount by nature. */
export function isTrivialRow({ quantity, price, amount }: RowFactors): boolean {
  return isZero(quantity) || isZero(price) || isEqual(absolute(quantity), one) || isEqual(price, amount);
}

function stepOf(amount: Numeric): Decimal {
  const { scale } = toDecimal(amount);
  return scale === 0 ? { units: 5n, scale: 1 } : { units: 1n, scale: Math.min(scale, 2) };
}

/** Whether two amounts are equal but for a sign. */
export function isSameSize(first: Numeric, second: Numeric): boolean {
  return isEqual(absolute(first), absolute(second));
}

/** Whether two amounts differ by no more than so many hundredths. */
export function isWithin(first: Numeric, second: Numeric, hundredths: number): boolean {
  return compare(absolute(subtract(first, second)), { units: BigInt(hundredths), scale: 2 }) <= 0;
}

/**
 * Whether a rate of a base makes an amount, to so many hundredths. The rate is one in percent; in another `whole` where
 * the base holds the amount already: 21 of 121.
 */
export function isShareOf(
  amount: Numeric,
  base: Numeric,
  rate: Numeric,
  hundredths: number,
  whole: Decimal = hundred,
): boolean {
  const difference = absolute(subtract(multiply(base, rate), multiply(amount, whole)));
  return compare(difference, multiply(whole, { units: BigInt(hundredths), scale: 2 })) <= 0;
}

/** A part of an amount, and that amount. */
export interface Share {
  readonly part: Decimal;
  readonly whole: Decimal;
}

/** Whether two parts are one share of their wholes, each rounded by no more than so much. */
export function isOneShare(one: Share, other: Share, rounding: Decimal): boolean {
  const apart = absolute(subtract(multiply(one.part, other.whole), multiply(other.part, one.whole)));
  return compare(apart, multiply(rounding, add(absolute(one.whole), absolute(other.whole)))) <= 0;
}

/** All sums of some amounts, each read in any of its ways; at most a few hundred. */
export function sumsOf(amounts: readonly (readonly DecimalText[])[]): readonly Decimal[] {
  let sums: readonly Decimal[] = [zero];
  for (const readings of amounts) {
    sums = sums.flatMap((sum) => readings.map((reading) => add(sum, reading)));
    if (sums.length > 256) return [];
  }
  return sums;
}

/** The values that a printed number may have: the decided one, or all that are open. */
export function valuesOf(reading: NumberReading): readonly DecimalText[] {
  return reading.value === null ? reading.readings : [reading.value];
}
