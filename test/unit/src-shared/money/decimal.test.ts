import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absolute,
  add,
  compare,
  decimal,
  decimalText,
  decimalToText,
  integer,
  isDecimalText,
  isEqual,
  isNegative,
  isPositive,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  parseDecimalText,
  parseScientificText,
  rescale,
  subtract,
  sum,
  toDecimal,
  withScaleOfAtLeast,
  withoutTrailingZeros,
} from "../../../../src-shared/money/index.ts";
import { anyDecimal, anyDecimalText } from "./arbitraries.ts";

const parsed = (text: string): string => {
  const result = parseDecimalText(text);
  return result.ok ? result.value : result.error.code;
};

describe("parseDecimalText", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["-0.00", "0.00"],
    ["+1234.50", "1234.50"],
    ["007.50", "7.50"],
    [".5", "0.5"],
    ["-.5", "-0.5"],
    ["5.", "5"],
    ["150.0", "150.0"],
    ["-0.001", "-0.001"],
  ])("reads %s as %s and keeps the scale", (text, canonical) => {
    expect(parsed(text)).toBe(canonical);
  });

  it.each([
    "",
    ".",
    "-",
    "+",
    "1,5",
    "1.2.3",
    "1e5",
    " 1",
    "1 ",
    "--1",
    "(1)",
    "0x1",
    "1_000",
    "NaN",
    "Infinity",
    "١",
  ])("refuses %j", (text) => {
    expect(parsed(text)).toBe("money/malformed-decimal");
  });

  it("refuses a number that is too long to be one", () => {
    expect(parsed("9".repeat(64))).toBe("9".repeat(64));
    expect(parsed("9".repeat(65))).toBe("money/decimal-too-long");
  });
});

describe("parseScientificText", () => {
  it.each([
    ["1.4999999999999999E-2", "0.014999999999999999"],
    ["2E3", "2000"],
    ["-1.50e+1", "-15.0"],
    ["12.5", "12.5"],
    ["1e-3", "0.001"],
  ])("reads %s as %s", (text, expected) => {
    expect(parseScientificText(text)).toEqual({ ok: true, value: expected });
  });

  it.each(["1e", "e5", "1e5e5", "1e1.5", "", "1,0e1"])("refuses %j", (text) => {
    expect(parseScientificText(text)).toMatchObject({
      ok: false,
      error: { code: "money/malformed-decimal" },
    });
  });

  it("refuses an exponent that would make a number of no use", () => {
    expect(parseScientificText("1e65")).toMatchObject({
      ok: false,
      error: { code: "money/decimal-too-long" },
    });
    expect(parseScientificText("1e-65")).toMatchObject({
      ok: false,
      error: { code: "money/decimal-too-long" },
    });
    expect([parseScientificText("1e64").ok, parseScientificText("1e-64").ok]).toEqual([true, true]);
  });
});

describe("decimal text", () => {
  it("is canonical or is not one", () => {
    expect(["1.50", "-1", "0", "0.0", "-0.01"].map(isDecimalText)).toEqual([true, true, true, true, true]);
    expect(["01", "-0", "-0.00", "+1", "1.", ".5", "1e3", ""].map(isDecimalText)).toEqual(
      Array(8).fill(false),
    );
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        const text = decimalToText(value);
        expect(isDecimalText(text)).toBe(true);
        expect(decimal(text)).toEqual(value);
        expect(parseDecimalText(text)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it("throws on text that is no number", () => {
    expect(() => decimal("1,5")).toThrow(RangeError);
    expect(() => decimalText("")).toThrow(RangeError);
    expect(decimalText("+07.50")).toBe("7.50");
  });

  it("takes whole numbers only where they are exact", () => {
    expect(integer(42)).toEqual({ units: 42n, scale: 0 });
    expect(integer(10n ** 30n).units).toBe(10n ** 30n);
    expect(() => integer(2 ** 53)).toThrow(RangeError);
    expect(() => integer(0.5)).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it("keeps the larger scale in sums and adds scales in products", () => {
    expect(decimalToText(add(decimal("1.5"), decimal("2.25")))).toBe("3.75");
    expect(decimalToText(add(decimal("1.50"), decimal("1.50")))).toBe("3.00");
    expect(decimalToText(subtract(decimal("1"), decimal("1.005")))).toBe("-0.005");
    expect(decimalToText(multiply(decimal("7.25"), decimal("150.0")))).toBe("1087.500");
    expect(decimalToText(multiply(decimalText("-0.1"), decimalText("0.2")))).toBe("-0.02");
  });

  it("does not know the errors of binary floating point", () => {
    expect(decimalToText(add(decimal("0.1"), decimal("0.2")))).toBe("0.3");
    expect(decimalToText(multiply(decimal("1.005"), decimal("100")))).toBe("100.500");
  });

  it("accepts text and decimals alike", () => {
    fc.assert(
      fc.property(anyDecimalText, anyDecimalText, (first, second) => {
        expect(add(first, second)).toEqual(add(toDecimal(first), toDecimal(second)));
        expect(compare(first, second)).toBe(compare(toDecimal(first), toDecimal(second)));
      }),
    );
  });

  it("obeys the laws of sums, products and order", () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(isEqual(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(isEqual(subtract(add(a, b), b), a)).toBe(true);
        expect(isZero(add(a, negate(a)))).toBe(true);
        expect(compare(a, b)).toBe(-compare(b, a) || 0);
        expect(isNegative(a)).toBe(isPositive(negate(a)));
        expect(isNegative(absolute(a))).toBe(false);
      }),
    );
  });

  it("sums without regard to order, at the largest scale", () => {
    expect(decimalToText(sum([]))).toBe("0");
    expect(decimalToText(sum([decimal("1"), decimal("2.50"), decimal("-0.125")]))).toBe("3.375");
    fc.assert(
      fc.property(fc.array(anyDecimal, { maxLength: 20 }), (values) => {
        expect(sum(values.toReversed())).toEqual(sum(values));
      }),
    );
  });

  it("finds the least and the greatest as written, the first of equals", () => {
    expect(decimalToText(minimum(decimal("1.0"), decimal("1.00"), decimal("2")))).toBe("1.0");
    expect(decimalToText(maximum(decimal("1.0"), decimal("2.00"), decimal("2")))).toBe("2.00");
    expect(decimalToText(minimum(decimal("3"), decimal("-3")))).toBe("-3");
  });

  it("tells positive, negative and zero apart", () => {
    expect(["0.00", "0.01", "-0.01"].map((text) => isZero(decimal(text)))).toEqual([true, false, false]);
    expect(["0.00", "0.01", "-0.01"].map((text) => isPositive(decimal(text)))).toEqual([false, true, false]);
    expect(["0.00", "0.01", "-0.01"].map((text) => isNegative(decimal(text)))).toEqual([false, false, true]);
  });
});

describe("scale", () => {
  it.each([0, 1, 64, 65, 80])("pads by %i zeros exactly", (scale) => {
    expect(rescale(decimal("7"), scale)).toEqual({ units: 7n * 10n ** BigInt(scale), scale });
  });

  it("pads exactly and rounds once", () => {
    expect(decimalToText(rescale(decimal("1.5"), 3))).toBe("1.500");
    expect(decimalToText(rescale(decimal("1.005"), 2))).toBe("1.01");
    expect(decimalToText(rescale(decimal("-1.005"), 2))).toBe("-1.01");
    expect(decimalToText(rescale(decimal("1.005"), 2, "half-even"))).toBe("1.00");
    expect(decimalToText(rescale(decimal("149.5"), 0))).toBe("150");
    expect(() => rescale(decimal("1"), -1)).toThrow(RangeError);
    expect(() => rescale(decimal("1"), 0.5)).toThrow(RangeError);
  });

  it("pads to a scale without ever cutting", () => {
    expect(decimalToText(withScaleOfAtLeast(decimal("150.0"), 2))).toBe("150.00");
    expect(decimalToText(withScaleOfAtLeast(decimal("0.00123"), 2))).toBe("0.00123");
  });

  it("drops zeros after the point only", () => {
    expect(
      ["150.00", "100", "0.50", "0.000", "-1.10"].map((text) =>
        decimalToText(withoutTrailingZeros(decimal(text))),
      ),
    ).toEqual(["150", "100", "0.5", "0", "-1.1"]);
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(isEqual(withoutTrailingZeros(value), value)).toBe(true);
      }),
    );
  });
});
