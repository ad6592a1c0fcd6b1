import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { escalatedPrice, escalationReadings } from "../../../../src-shared/pricing/index.ts";

const d = decimal;
const usd = { currency: "USD" };
const anyPrice: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 8n }),
  scale: fc.nat({ max: 4 }),
});
const anyPercent: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10_000n }),
  scale: fc.constant(2),
});

describe("escalation", () => {
  it("names a simple rise, a forgotten step and none at all", () => {
    const readings = escalationReadings(d("187.50"), [d("3"), d("3")], usd);
    expect(readings.map(({ reading, computed }) => [reading, computed.value])).toEqual([
      ["compound", "198.92"],
      ["simple", "198.75"],
      ["one step fewer", "193.13"],
      ["no step", "187.50"],
    ]);
    expect(escalationReadings(d("187.50"), [d("3")], usd).map(({ reading }) => reading)).toEqual([
      "compound",
      "simple",
      "no step",
    ]);
    expect(escalatedPrice(d("100"), [d("3"), d("-1.5")], "simple", usd).formula).toBe(
      "100.00 × (1 + 3 % − 1.5 %) = 101.50",
    );
  });

  it("is the same in any order of steps", () => {
    fc.assert(
      fc.property(anyPrice, fc.array(anyPercent, { maxLength: 6 }), (price, percents) => {
        for (const method of ["compound", "simple"] as const) {
          const forth = escalatedPrice(price, percents, method, usd).value;
          expect(escalatedPrice(price, percents.toReversed(), method, usd).value).toBe(forth);
        }
      }),
    );
  });
});
