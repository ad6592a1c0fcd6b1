import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  decimalText,
  decimalToText,
  isEqual,
  isProduct,
  multiply,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import { anyDecimalText } from "./arbitraries.ts";

describe("isProduct", () => {
  it.each([
    ["8.00", "100.00", "800.00", true],
    ["8", "100.00", "800", true],
    ["8.00", "100.00", "800.01", false],
    ["0.5", "0.5", "0.25", true],
    ["0.5", "0.5", "0.3", false],
    ["-3", "12.50", "-37.50", true],
    ["-3", "12.50", "37.50", false],
    ["0", "-12.50", "0.00", true],
    ["99999999", "99999999.99", "9999999899000000.01", true],
    ["99999999", "99999999.99", "9999999899000000.02", false],
    ["1", "1.0", "1.000000000", true],
  ])("%s × %s is %s: %s", (first, second, product, isIt) => {
    expect(isProduct(decimalText(product), decimalText(first), decimalText(second))).toBe(isIt);
  });

  it("says of any product and of any other number what exact arithmetic says", () => {
    fc.assert(
      fc.property(anyDecimalText, anyDecimalText, anyDecimalText, (first, second, other) => {
        const product = multiply(first, second);
        expect(isProduct(decimalToText(product), first, second)).toBe(true);
        expect(isProduct(other, first, second)).toBe(isEqual(product, other));
      }),
    );
  });
});

describe("sum", () => {
  it("is what adding one by one gives, at the same scale", () => {
    fc.assert(
      fc.property(fc.array(anyDecimalText), (values) => {
        expect(sum(values)).toEqual(values.reduce(add, zero));
      }),
    );
  });
});
