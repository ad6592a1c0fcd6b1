import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compare, decimal, isEqual, negate, subtract, sum } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import {
  discountAmount,
  discountReadings,
  discounted,
  lineAmount,
  roundUpToStep,
  taxOnNet,
} from "../../../../src-shared/pricing/index.ts";
import { anyCents } from "../money/arbitraries.ts";

const d = decimal;
const usd = { currency: "USD" };
const anyPrice: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 8n }),
  scale: fc.nat({ max: 4 }),
});
const anyQuantity = anyPrice;
const anyPercent: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10_000n }),
  scale: fc.constant(2),
});

describe("lines and discounts", () => {
  it("mirror a credit in every field", () => {
    fc.assert(
      fc.property(anyQuantity, anyPrice, anyPercent, (quantity, unitPrice, percent) => {
        const line = { quantity, unitPrice, reductions: [{ percent }] };
        const billed = lineAmount(line, usd).value;
        const credited = lineAmount({ ...line, quantity: negate(quantity) }, usd).value;
        expect(isEqual(add(billed, credited), d("0"))).toBe(true);
        const taxes = [taxOnNet(billed, percent, usd).value, taxOnNet(credited, percent, usd).value];
        expect(isEqual(sum(taxes), d("0"))).toBe(true);
      }),
    );
  });

  it("are free of the order of percents in cascade", () => {
    const percents = fc.array(anyPercent, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyCents, percents, (base, list) => {
        const reductions = list.map((percent) => ({ percent }));
        expect(discounted(base, reductions.toReversed(), usd).value).toBe(
          discounted(base, reductions, usd).value,
        );
        const left = discounted(base, reductions, usd, { rounding: "round-each-step" }).value;
        const taken = discountAmount(base, reductions, usd, { rounding: "round-each-step" }).value;
        expect(isEqual(add(left, taken), base)).toBe(true);
      }),
    );
  });

  it("take added percents of the first base and round each step where a standard does", () => {
    const reductions = [{ percent: d("10") }, { percent: d("5") }];
    expect(
      discountReadings(d("1000"), reductions, usd).map(({ reading, computed }) => [reading, computed.value]),
    ).toEqual([
      ["discounts in cascade", "855.00"],
      ["discounts added up", "850.00"],
    ]);
    const steps = [{ percent: d("33.333") }, { percent: d("33.333") }];
    expect(discounted(d("0.10"), steps, usd, { rounding: "round-each-step" }).value).toBe("0.05");
    expect(discounted(d("0.10"), steps, usd).value).toBe("0.04");
  });

  it("round quantities up to whole steps", () => {
    fc.assert(
      fc.property(anyQuantity, fc.constantFrom("0.1", "0.25", "6", "15").map(d), (quantity, step) => {
        const rounded = roundUpToStep(quantity, step);
        expect(compare(rounded, quantity)).not.toBe(-1);
        expect(compare(subtract(rounded, quantity), step)).toBe(-1);
        expect(isEqual(roundUpToStep(rounded, step), rounded)).toBe(true);
      }),
    );
  });
});
