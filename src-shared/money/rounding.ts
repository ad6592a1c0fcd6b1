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
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const whole = dividend / divisor;
  const isRaised = isAwayFromZero(whole, dividend % divisor, divisor, directionFor(rounding, sign));
  return sign * (isRaised ? whole + 1n : whole);
}

type Symmetric = Exclude<Rounding, "floor" | "ceiling">;

function directionFor(rounding: Rounding, sign: 1n | -1n): Symmetric {
  if (rounding === "floor") return sign < 0n ? "up" : "down";
  if (rounding === "ceiling") return sign < 0n ? "down" : "up";
  return rounding;
}

function isAwayFromZero(whole: bigint, rest: bigint, divisor: bigint, rounding: Symmetric): boolean {
  const twice = rest * 2n;
  switch (rounding) {
    case "half-up":
      return twice >= divisor;
    case "half-down":
      return twice > divisor;
    case "half-even":
      return twice > divisor || (twice === divisor && whole % 2n === 1n);
    case "up":
      return rest > 0n;
    case "down":
      return false;
  }
}
