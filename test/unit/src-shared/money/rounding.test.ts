import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareFractions,
  decimal,
  decimalToText,
  fraction,
  fractionToDecimal,
  isRounding,
  negate,
  rescale,
  roundFraction,
  roundQuotient,
  roundings,
  subtractFractions,
} from "../../../../src-shared/money/index.ts";
import type { Rounding } from "../../../../src-shared/money/index.ts";
import { anyDecimal, anyFraction, anyRounding } from "./arbitraries.ts";

const table: Readonly<Record<Rounding, readonly string[]>> = {
  //           2.5   -2.5   3.5   2.4   -2.4   2.6   -2.6   2.0
  "half-up": ["3", "-3", "4", "2", "-2", "3", "-3", "2"],
  "half-even": ["2", "-2", "4", "2", "-2", "3", "-3", "2"],
  "half-down": ["2", "-2", "3", "2", "-2", "3", "-3", "2"],
  up: ["3", "-3", "4", "3", "-3", "3", "-3", "2"],
  down: ["2", "-2", "3", "2", "-2", "2", "-2", "2"],
  floor: ["2", "-3", "3", "2", "-3", "2", "-3", "2"],
  ceiling: ["3", "-2", "4", "3", "-2", "3", "-2", "2"],
};

describe("rounding", () => {
  it.each(roundings)("%s rounds halves, parts and whole numbers as named", (rounding) => {
    const values = ["2.5", "-2.5", "3.5", "2.4", "-2.4", "2.6", "-2.6", "2.0"];
    expect(values.map((value) => decimalToText(rescale(decimal(value), 0, rounding)))).toEqual(
      table[rounding],
    );
  });

  it("knows its own names and no others", () => {
    expect(roundings.every(isRounding)).toBe(true);
    expect(isRounding("half")).toBe(false);
  });

  it("takes the sign of the quotient from both numbers", () => {
    expect(roundQuotient(5n, -2n, "half-up")).toBe(-3n);
    expect(roundQuotient(-5n, -2n, "half-up")).toBe(3n);
    expect(roundQuotient(-5n, 2n, "floor")).toBe(-3n);
    expect(() => roundQuotient(1n, 0n, "half-up")).toThrow(RangeError);
  });

  it("mirrors a credit to its invoice under every rounding that looks at zero", () => {
    fc.assert(
      fc.property(anyDecimal, fc.nat({ max: 4 }), anyRounding, (value, scale, rounding) => {
        fc.pre(rounding !== "floor" && rounding !== "ceiling");
        expect(rescale(negate(value), scale, rounding)).toEqual(negate(rescale(value, scale, rounding)));
      }),
    );
  });

  it("mirrors floor to ceiling", () => {
    fc.assert(
      fc.property(anyFraction, (value) => {
        const negative = { numerator: -value.numerator, denominator: value.denominator };
        expect(roundFraction(negative, "floor")).toBe(-roundFraction(value, "ceiling"));
      }),
    );
  });

  it("never moves by a whole step, by more than half a step only where named, and not at all when exact", () => {
    fc.assert(
      fc.property(anyFraction, fc.nat({ max: 4 }), anyRounding, (value, scale, rounding) => {
        const rounded = fractionToDecimal(value, scale, rounding);
        const distance = subtractFractions(rounded, value);
        const size = {
          numerator: distance.numerator < 0n ? -distance.numerator : distance.numerator,
          denominator: distance.denominator,
        };
        const step = fraction(1n, 10n ** BigInt(scale));
        expect(compareFractions(size, step)).toBe(-1);
        if (rounding.startsWith("half"))
          expect(compareFractions(size, fraction(1n, 2n * 10n ** BigInt(scale)))).not.toBe(1);
        expect(rescale(rounded, scale, rounding)).toEqual(rounded);
      }),
    );
  });
});
