import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  decimal,
  decimalToText,
  fraction,
  multiply,
} from "../../../../src-shared/money/index.ts";
import {
  amountDifference,
  computeAmount,
  discountAmount,
  discounted,
  lineAmount,
  markedUp,
  priceDifference,
  quantityDifference,
  roundAmount,
  taxOnNet,
  total,
} from "../../../../src-shared/pricing/index.ts";
import type { Reduction } from "../../../../src-shared/pricing/index.ts";
import { anyDecimal, anyFraction, anyRounding } from "../money/arbitraries.ts";

const d = decimal;
const usd = { currency: "USD" };

describe("an amount alone", () => {
  it("is the rounded one, whatever the currency and the agreed way to round", () => {
    fc.assert(
      fc.property(anyFraction, anyDecimal, anyRounding, (ratio, number, rounding) => {
        for (const precision of [
          usd,
          { currency: "JPY", rounding },
          { currency: "KWD", rounding, places: 1 },
        ])
          for (const exact of [ratio, number])
            expect(roundAmount(exact, precision)).toBe(computeAmount("", exact, precision).value);
      }),
    );
  });
});

describe("formulas", () => {
  it("carry their numbers, with true signs of minus and times", () => {
    expect(priceDifference(d("40"), d("165.00"), d("150.0"), usd).formula).toBe(
      "40 \u00d7 (165.00 \u2212 150.00) = 600.00",
    );
  });

  it("show the exact value where it is not the rounded one", () => {
    expect(taxOnNet(d("8180"), d("9.975"), usd).formula).toBe("8180.00 × 9.975 % = 815.955 ≈ 815.96");
    expect(computeAmount("1 ÷ 3", fraction(1, 3), usd).formula).toBe("1 ÷ 3 = 0.333333… ≈ 0.33");
    expect(computeAmount("−1 ÷ 3", fraction(-1, 3), usd).formula).toBe("−1 ÷ 3 = −0.333333… ≈ −0.33");
    expect(computeAmount("tiny", fraction(1n, 10n ** 11n), usd).formula).toBe("tiny = 0.000000… ≈ 0.00");
    expect(computeAmount("short", fraction(1n, 10n ** 10n), usd).exactText).toBe("0.0000000001");
  });

  it("put negative numbers and sums into parentheses where they would be misread", () => {
    expect(taxOnNet(d("-7612.50"), d("19"), usd).formula).toBe("(−7612.50) × 19 % = −1446.375 ≈ −1446.38");
    expect(priceDifference(d("2"), d("5.00"), d("-1.00"), usd).formula).toBe("2 × (5.00 − (−1.00)) = 12.00");
    expect(amountDifference(d("90.00"), d("100.00"), usd).formula).toBe("90.00 − 100.00 = −10.00");
    expect(quantityDifference(d("42"), d("40"), d("150"), usd).formula).toBe("(42 − 40) × 150.00 = 300.00");
    expect(quantityDifference(d("1200"), d("1000"), d("4.20"), usd, d("1000")).formula).toBe(
      "(1200 − 1000) × 4.20 ÷ 1000 = 0.84",
    );
    expect(priceDifference(d("500"), d("4.30"), d("4.20"), usd, d("1000")).formula).toBe(
      "500 × (4.30 − 4.20) ÷ 1000 = 0.05",
    );
    const mixed: readonly Reduction[] = [{ percent: d("10") }, { amount: d("1.00") }, { percent: d("3") }];
    expect(lineAmount({ quantity: d("2"), unitPrice: d("12.34"), reductions: mixed }, usd).formula).toBe(
      "(2 × 12.34 × (1 − 10 %) − 1.00) × (1 − 3 %) = 20.57564 ≈ 20.58",
    );
    expect(discounted(d("100"), [{ percent: d("-5") }, { amount: d("-2") }], usd).formula).toBe(
      "100.00 × (1 + 5 %) − (−2.00) = 107.00",
    );
    expect(
      discounted(d("1000"), [{ percent: d("10") }, { amount: d("20") }, { percent: d("5") }], usd, {
        stacking: "added",
      }).formula,
    ).toBe("1000.00 × (1 − 10 % − 5 %) − 20.00 = 830.00");
    expect(lineAmount({ quantity: d("1.5"), unitPrice: d("100"), multiplier: d("1.5") }, usd).formula).toBe(
      "1.5 × 100.00 × 1.5 = 225.00",
    );
    expect(markedUp(d("200"), d("10"), usd).formula).toBe("200.00 × (1 + 10 %) = 220.00");
    expect(discountAmount(d("1000"), [{ percent: d("10") }], usd).formula).toBe("1000.00 × 10 % = 100.00");
    expect(discountAmount(d("1000"), [{ percent: d("10") }, { percent: d("5") }], usd).formula).toBe(
      "1000.00 − (1000.00 × (1 − 10 %) × (1 − 5 %)) = 145.00",
    );
  });

  it("write sums by their signs and shorten long ones", () => {
    expect(total([d("100"), d("-20.5"), d("5")], usd).formula).toBe("100.00 − 20.50 + 5.00 = 84.50");
    expect(total([], usd).formula).toBe("0.00 = 0.00");
    const dozen = total(
      Array.from({ length: 12 }, () => d("1")),
      usd,
    );
    expect(dozen.formula.split(" + ")).toHaveLength(12);
    const many = total(
      Array.from({ length: 13 }, () => d("1")),
      usd,
    );
    expect(many.formula).toBe("1.00 + 1.00 + 1.00 + 1.00 + 1.00 + 1.00 + … (13) = 13.00");
  });

  it("follow the rounding and the places that an agreement names", () => {
    expect(computeAmount("x", d("1.005"), { currency: "EUR", rounding: "down" }).value).toBe("1.00");
    expect(computeAmount("x", d("1.00449"), { currency: "EUR", places: 4 }).value).toBe("1.0045");
    expect(computeAmount("x", d("1.005"), usd).rounding).toBe("half-up");
  });
});

describe("exact values", () => {
  it("stand beside the rounded ones and are never further than they should be", () => {
    fc.assert(
      fc.property(anyFraction, (exact) => {
        const computed = computeAmount("x", exact, usd);
        const distance = addFractions(computed.exact, multiply(d(computed.value), d("-1")));
        const size = distance.numerator < 0n ? -distance.numerator : distance.numerator;
        expect(size * 200n <= distance.denominator).toBe(true);
        expect(computed.formula.endsWith(decimalToText(d(computed.value)).replace("-", "−"))).toBe(true);
      }),
    );
  });
});
