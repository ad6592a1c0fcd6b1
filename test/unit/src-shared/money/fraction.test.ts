import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  decimal,
  decimalText,
  decimalToFraction,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  isFraction,
  maximumFraction,
  minimumFraction,
  multiplyFractions,
  negateFraction,
  percentToFraction,
  powerOfFraction,
  subtractFractions,
  sumFractions,
  toFraction,
  withoutTrailingZeros,
} from "../../../../src-shared/money/index.ts";
import { anyDecimal, anyFraction } from "./arbitraries.ts";

describe("fraction", () => {
  it("is in lowest terms with its sign above", () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(fraction(0, -7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(fraction(5)).toEqual({ numerator: 5n, denominator: 1n });
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  it("has the same lowest terms on both sides of what a number holds", () => {
    const whole = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n });
    const nonzero = whole.filter((value) => value !== 0n);
    fc.assert(
      fc.property(whole, nonzero, fc.bigInt({ min: 1n, max: 10n ** 6n }), (above, below, factor) => {
        const found = fraction(above, below);
        expect(found.numerator * below).toBe(above * found.denominator);
        expect(found.denominator > 0n).toBe(true);
        expect(fraction(above * factor, below * -factor)).toEqual(fraction(-above, below));
      }),
    );
    const edge = 2n ** 53n - 1n;
    expect(fraction(edge * 3n, -edge)).toEqual({ numerator: -3n, denominator: 1n });
    expect(fraction(-edge, edge + 2n)).toEqual({ numerator: -edge, denominator: edge + 2n });
  });

  it("comes from decimals exactly", () => {
    expect(decimalToFraction(decimal("-12.50"))).toEqual({ numerator: -25n, denominator: 2n });
    expect(toFraction(decimalText("0.125"))).toEqual({ numerator: 1n, denominator: 8n });
    expect(percentToFraction(decimal("9.975"))).toEqual(fraction(9975, 100000));
    expect(isFraction(decimal("1"))).toBe(false);
    expect(isFraction(decimalText("1"))).toBe(false);
    expect(isFraction(fraction(1))).toBe(true);
  });

  it("obeys the laws of a field", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        expect(subtractFractions(addFractions(a, b), b)).toEqual(fraction(a.numerator, a.denominator));
        if (b.numerator !== 0n)
          expect(divideFractions(multiplyFractions(a, b), b)).toEqual(fraction(a.numerator, a.denominator));
      }),
    );
  });

  it("orders by value", () => {
    expect(compareFractions(fraction(1, 3), decimal("0.333"))).toBe(1);
    expect(compareFractions(fraction(2, 6), fraction(1, 3))).toBe(0);
    expect(compareFractions(fraction(-1, 2), fraction(1, 3))).toBe(-1);
    expect(minimumFraction(fraction(1, 3), fraction(1, 2))).toEqual(fraction(1, 3));
    expect(minimumFraction(fraction(1, 2), fraction(1, 3))).toEqual(fraction(1, 3));
    expect(maximumFraction(fraction(1, 3), fraction(1, 2))).toEqual(fraction(1, 2));
    expect(maximumFraction(fraction(1, 2), fraction(1, 3))).toEqual(fraction(1, 2));
  });

  it("divides by nothing only by throwing", () => {
    expect(() => divideFractions(fraction(1), decimal("0.00"))).toThrow(RangeError);
  });

  it("compounds without rounding between", () => {
    expect(powerOfFraction(decimal("1.03"), 2)).toEqual(fraction(10609, 10000));
    expect(powerOfFraction(fraction(2, 3), 0)).toEqual(fraction(1));
    expect(() => powerOfFraction(fraction(2), -1)).toThrow(RangeError);
    expect(() => powerOfFraction(fraction(2), 0.5)).toThrow(RangeError);
    fc.assert(
      fc.property(anyFraction, fc.nat({ max: 6 }), (base, exponent) => {
        const product = Array.from({ length: exponent }, () => base).reduce(multiplyFractions, fraction(1));
        const power = powerOfFraction(base, exponent);
        expect(compareFractions(power, product)).toBe(0);
      }),
    );
  });

  it("sums in any order", () => {
    expect(sumFractions([fraction(1, 3), fraction(1, 6), decimal("0.5")])).toEqual(fraction(1));
    expect(sumFractions([])).toEqual(fraction(0));
    expect(negateFraction(fraction(1, 3))).toEqual(fraction(-1, 3));
  });

  it("ends as a decimal, or says that it does not", () => {
    const exact = (numerator: number, denominator: number): string | undefined => {
      const value = fractionToExactDecimal(fraction(numerator, denominator));
      return value === undefined ? undefined : decimalToText(value);
    };
    expect([exact(1, 8), exact(-3, 20), exact(7, 1), exact(1, 3), exact(1, 6), exact(0, 3)]).toEqual([
      "0.125",
      "-0.15",
      "7",
      undefined,
      undefined,
      "0",
    ]);
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(fractionToExactDecimal(value)).toEqual(withoutTrailingZeros(value));
      }),
    );
  });

  it("rounds to a scale once", () => {
    expect(decimalToText(fractionToDecimal(fraction(1, 3), 4))).toBe("0.3333");
    expect(decimalToText(fractionToDecimal(fraction(-2, 3), 2))).toBe("-0.67");
    expect(decimalToText(fractionToDecimal(fraction(1, 200), 2, "half-even"))).toBe("0.00");
  });
});
