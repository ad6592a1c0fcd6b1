import { toDecimal, tenToThe } from "./decimal.ts";
import type { Decimal, Numeric } from "./decimal.ts";
import { defaultRounding, roundQuotient } from "./rounding.ts";
import type { Rounding } from "./rounding.ts";

/** An exact ratio in lowest terms; the denominator is above zero and the numerator carries the sign. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Whatever stands for an exact number. */
export type Exact = Numeric | Fraction;

/** numerator ÷ denominator in lowest terms. Throws on a zero denominator. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  return inLowestTerms(BigInt(numerator), BigInt(denominator));
}

export function decimalToFraction(value: Numeric): Fraction {
  const { units, scale } = toDecimal(value);
  return inLowestTerms(units, tenToThe(scale));
}

export function toFraction(value: Exact): Fraction {
  return isFraction(value) ? value : decimalToFraction(value);
}

export function addFractions(first: Exact, second: Exact): Fraction {
  const left = toFraction(first);
  const right = toFraction(second);
  return inLowestTerms(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function subtractFractions(first: Exact, second: Exact): Fraction {
  return addFractions(first, negateFraction(second));
}

export function multiplyFractions(first: Exact, second: Exact): Fraction {
  const left = toFraction(first);
  const right = toFraction(second);
  return inLowestTerms(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Exact quotient. Throws when the divisor is zero. */
export function divideFractions(first: Exact, second: Exact): Fraction {
  const left = toFraction(first);
  const right = toFraction(second);
  return inLowestTerms(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function negateFraction(value: Exact): Fraction {
  const { numerator, denominator } = toFraction(value);
  return { numerator: -numerator, denominator };
}

export function compareFractions(first: Exact, second: Exact): -1 | 0 | 1 {
  const left = toFraction(first);
  const right = toFraction(second);
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function minimumFraction(first: Exact, second: Exact): Fraction {
  return toFraction(compareFractions(second, first) < 0 ? second : first);
}

export function maximumFraction(first: Exact, second: Exact): Fraction {
  return toFraction(compareFractions(second, first) > 0 ? second : first);
}

export function sumFractions(values: Iterable<Exact>): Fraction {
  let total = fraction(0);
  for (const value of values) total = addFractions(total, value);
  return total;
}

/** base to a whole power that is not negative, exactly: compounding keeps every digit until the end. */
export function powerOfFraction(base: Exact, exponent: number): Fraction {
  if (!Number.isSafeInteger(exponent) || exponent < 0) throw new RangeError(`Not a whole power: ${exponent}`);
  const { numerator, denominator } = toFraction(base);
  return { numerator: numerator ** BigInt(exponent), denominator: denominator ** BigInt(exponent) };
}

/** Percent as a ratio: 9.975 becomes 0.09975. */
export function percentToFraction(percent: Exact): Fraction {
  return divideFractions(percent, fraction(100));
}

/** The nearest integer under a named rounding. */
export function roundFraction(value: Exact, rounding: Rounding): bigint {
  const { numerator, denominator } = toFraction(value);
  return roundQuotient(numerator, denominator, rounding);
}

/** The decimal of a given scale nearest to a ratio: rounded once. */
export function fractionToDecimal(
  value: Exact,
  scale: number,
  rounding: Rounding = defaultRounding,
): Decimal {
  const { numerator, denominator } = toFraction(value);
  return { units: roundQuotient(numerator * tenToThe(scale), denominator, rounding), scale };
}

/** The decimal that is exactly this ratio, at its smallest scale; undefined when it never ends (1 ÷ 3). */
export function fractionToExactDecimal(value: Exact): Decimal | undefined {
  const { numerator, denominator } = toFraction(value);
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  if (rest !== 1n) return undefined;
  const scale = Math.max(twos, fives);
  return { units: (numerator * tenToThe(scale)) / denominator, scale };
}

export function isFraction(value: Exact): value is Fraction {
  return typeof value === "object" && "denominator" in value;
}

function inLowestTerms(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError("Division by zero");
  if (denominator === 1n) return { numerator, denominator };
  const [small, smallBelow] = [Number(numerator), Number(denominator)];
  if (Number.isSafeInteger(small) && Number.isSafeInteger(smallBelow))
    return smallInLowestTerms(small, smallBelow);
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** The same of whole numbers that a number holds exactly, as it holds their remainders and quotients: nearly all are. */
function smallInLowestTerms(numerator: number, denominator: number): Fraction {
  let [divisor, rest] = [denominator, numerator % denominator];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  // Of the sign of the denominator, so that the numerator carries that of both.
  const signed = divisor < 0 === denominator < 0 ? divisor : -divisor;
  return { numerator: BigInt(numerator / signed), denominator: BigInt(denominator / signed) };
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let larger = first < 0n ? -first : first;
  let smaller = second < 0n ? -second : second;
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
