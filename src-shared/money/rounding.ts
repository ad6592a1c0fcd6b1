/** Every way of rounding that an agreement may name, in the order it is offered. */
export const roundings = ["half-up", "half-even", "half-down", "up", "down", "floor", "ceiling"] as const;

/**
 * How a value that falls between two steps is rounded.
 *
 * "half-up" is half away from zero and "half-down" half towards zero, so that a credit mirrors its invoice;
 * "up" and "down" are away from and towards zero; "floor" and "ceiling" are towards minus and plus infinity.
 */
export type Rounding = (typeof roundings)[number];

/** What applies where the agreement names nothing. */
export const defaultRounding: Rounding = "half-up";

export function isRounding(text: string): text is Rounding {
  return (roundings as readonly string[]).includes(text);
}

/** The integer nearest to numerator ÷ denominator under a named rounding. Throws on a zero denominator. */
export function roundQuotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new RangeError("Division by zero");
  const isNegative = numerator < 0n !== denominator < 0n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const whole = dividend / divisor;
  const rest = dividend % divisor;
  const magnitude = isAwayFromZero(whole, rest, divisor, isNegative, rounding) ? whole + 1n : whole;
  return isNegative ? -magnitude : magnitude;
}

function isAwayFromZero(
  whole: bigint,
  rest: bigint,
  divisor: bigint,
  isNegative: boolean,
  rounding: Rounding,
): boolean {
  if (rest === 0n) return false;
  const twice = rest * 2n;
  switch (rounding) {
    case "half-up":
      return twice >= divisor;
    case "half-down":
      return twice > divisor;
    case "half-even":
      return twice > divisor || (twice === divisor && whole % 2n === 1n);
    case "up":
      return true;
    case "down":
      return false;
    case "floor":
      return isNegative;
    case "ceiling":
      return !isNegative;
  }
}
