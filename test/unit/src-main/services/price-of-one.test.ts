import { describe, expect, test } from "vitest";
import { priceOfOne } from "../../../../src-main/services/price-of-one.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";

const field = (value: string | null) =>
  value === null
    ? null
    : { value: decimalText(value), evidence: [], basis: "structured" as const, confidence: 1 };

describe("the price of one unit in a report", () => {
  test.each([
    ["12.34", "1000", "0.01234"],
    ["150.00", null, "150.00"],
    ["150.00", "1", "150.00"],
    ["9.50", "1.000", "9.50"],
    ["10.00", "3", "3.33333333"],
    ["5.00", "0", "5.00"],
    [null, "100", null],
  ])("%s for %s", (price, base, one) => {
    expect(priceOfOne({ unitPrice: field(price), priceBase: field(base) })).toBe(one);
  });
});
