import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, decimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { readingsThatGive, tierReadings, tieredAmount } from "../../../../src-shared/pricing/index.ts";
import type { PriceTier } from "../../../../src-shared/pricing/index.ts";

const d = decimal;
const usd = { currency: "USD" };

describe("tiers", () => {
  const graduatedTiers: readonly PriceTier[] = [
    { upTo: d("250"), price: d("0"), flat: d("100") },
    { upTo: null, price: d("0.30") },
  ];
  const amount = (
    method: "graduated" | "volume" | "package",
    tiers: readonly PriceTier[],
    quantity: string,
    packageSize?: string,
  ): string => {
    const table = { tiers, packageSize: packageSize === undefined ? null : d(packageSize) };
    const computed = tieredAmount(method, table, d(quantity), usd);
    return computed.ok ? computed.value.formula : computed.error.code;
  };

  it("add the flat fee of every tier that is reached, the first one always", () => {
    expect(amount("graduated", graduatedTiers, "0")).toBe("100.00 = 100.00");
    expect(amount("graduated", graduatedTiers, "300")).toBe("250 × 0.00 + 100.00 + 50 × 0.30 = 115.00");
    expect(amount("volume", graduatedTiers, "250")).toBe("250 × 0.00 + 100.00 = 100.00");
    expect(amount("volume", [{ upTo: null, price: d("2"), flat: d("5") }], "3")).toBe(
      "3 × 2.00 + 5.00 = 11.00",
    );
    expect(amount("graduated", [{ upTo: null, price: d("2") }], "0")).toBe("0 × 2.00 = 0.00");
  });

  it("count started packages tier by tier", () => {
    const tiers: readonly PriceTier[] = [
      { upTo: d("100"), price: d("0") },
      { upTo: null, price: d("5.00") },
    ];
    expect(amount("package", tiers, "201", "100")).toBe("⌈100 ÷ 100⌉ × 0.00 + ⌈101 ÷ 100⌉ × 5.00 = 10.00");
    expect(amount("package", [{ upTo: null, price: d("5"), flat: d("1") }], "1", "100")).toBe(
      "⌈1 ÷ 100⌉ × 5.00 + 1.00 = 6.00",
    );
    expect(amount("package", tiers, "201")).toBe("pricing/package-size-unknown");
    expect(amount("package", tiers, "201", "0")).toBe("pricing/package-size-unknown");
  });

  it("have no price above the last bound, out of order or without a tier", () => {
    const closed: readonly PriceTier[] = [{ upTo: d("10"), price: d("1") }];
    expect(amount("volume", closed, "10")).toBe("10 × 1.00 = 10.00");
    expect(amount("volume", closed, "10.01")).toBe("pricing/quantity-above-tiers");
    expect(amount("volume", [], "1")).toBe("pricing/tiers-out-of-order");
    expect(amount("volume", [{ upTo: null, price: d("1") }, ...closed], "1")).toBe(
      "pricing/tiers-out-of-order",
    );
    expect(amount("volume", [...closed, ...closed], "1")).toBe("pricing/tiers-out-of-order");
  });

  it("grow with the quantity when graduated, and agree on one tier", () => {
    const table = {
      tiers: [
        { upTo: d("100"), price: d("1.00") },
        { upTo: null, price: d("0.50") },
      ],
      packageSize: d("1"),
    };
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (first, second) => {
        const price = (quantity: number): Decimal => {
          const computed = tieredAmount("graduated", table, { units: BigInt(quantity), scale: 0 }, usd);
          if (!computed.ok) throw new Error(computed.error.code);
          return d(computed.value.value);
        };
        expect(compare(price(first + second), price(first))).not.toBe(-1);
      }),
    );
    const within = tierReadings(table, d("99"), usd).map(({ computed }) => computed.value);
    expect(within).toEqual(["99.00", "99.00", "99.00"]);
  });

  it("say which method explains an amount", () => {
    const table = {
      tiers: [
        { upTo: d("100"), price: d("1.00") },
        { upTo: null, price: d("0.80") },
      ],
    };
    const readings = tierReadings(table, d("101"), usd);
    expect(readingsThatGive(readings, d("80.8")).map(({ reading }) => reading)).toEqual(["volume"]);
    expect(readingsThatGive(readings, d("80.81"))).toEqual([]);
  });
});
