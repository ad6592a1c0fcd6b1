import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  addFractions,
  compare,
  compareFractions,
  decimal,
  decimalToText,
  fraction,
  isEqual,
  isNegative,
  multiply,
  negate,
  subtract,
  sum,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import {
  amountDifference,
  capBalance,
  capUsedPercent,
  changePlan,
  computeAmount,
  dayShare,
  discountAmount,
  discountReadings,
  discounted,
  documentTax,
  documentTotals,
  dueDate,
  dueOnDayOfMonth,
  earlyDiscountByRate,
  escalatedPrice,
  escalationReadings,
  judgeInclusiveSplit,
  lateFee,
  lineAmount,
  markedUp,
  priceDifference,
  progressBalance,
  prorate,
  prorateSpan,
  prorationBases,
  prorationReadings,
  quantityDifference,
  readingsThatGive,
  retentionHeld,
  roundUpToStep,
  signedAmount,
  splitInclusive,
  taxOnNet,
  tierReadings,
  tieredAmount,
  total,
} from "../../../../src-shared/pricing/index.ts";
import type { PriceTier, Reduction } from "../../../../src-shared/pricing/index.ts";
import {
  addDays,
  dayNumberToDate,
  inclusive,
  localDate,
  nthPeriod,
  period,
  saturdayAndSunday,
} from "../../../../src-shared/time/index.ts";
import type { Period } from "../../../../src-shared/time/index.ts";
import { anyCents, anyFraction } from "../money/arbitraries.ts";

const d = decimal;
const date = localDate;
const usd = { currency: "USD" };
const march = period(date("2026-03-01"), date("2026-04-01"));
const anyPrice: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 8n }),
  scale: fc.nat({ max: 4 }),
});
const anyQuantity = anyPrice;
const anyPercent: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10_000n }),
  scale: fc.constant(2),
});
const anyMonth: fc.Arbitrary<Period> = fc
  .tuple(
    fc.integer({ min: 15_000, max: 25_000 }),
    fc.constantFrom("month", "quarter", "half-year", "year" as const),
  )
  .map(([dayNumber, step]) => nthPeriod(dayNumberToDate(dayNumber), step, 0));

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

describe("tax", () => {
  it("groups rates by value and keeps categories apart", () => {
    const tax = documentTax(
      [
        { net: d("100.00"), rate: d("7") },
        { net: d("10.00"), rate: d("19"), category: "S" },
        { net: d("20.00"), rate: d("19.00"), category: "S" },
        { net: d("-5.00"), rate: d("7.0") },
        { net: d("50.00"), rate: d("0"), category: "AE" },
      ],
      "document",
      usd,
    );
    expect(
      tax.groups.map(({ category, rate, base, tax: { value } }) => [category, rate, base, value]),
    ).toEqual([
      [null, "7", "95.00", "6.65"],
      ["AE", "0", "50.00", "0.00"],
      ["S", "19", "30.00", "5.70"],
    ]);
    expect(tax.total).toBe("12.35");
    expect(documentTax([], "document", usd)).toEqual({ groups: [], total: "0" });
  });

  it("does not depend on the order of lines", () => {
    const line = fc.record({ net: anyCents, rate: fc.constantFrom("0", "7", "8.25", "19").map(d) });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom("line", "document" as const),
        (lines, level) => {
          expect(documentTax(lines.toReversed(), level, usd).total).toBe(
            documentTax(lines, level, usd).total,
          );
        },
      ),
    );
  });

  it("rounds lines at most half a minor unit each away from the document", () => {
    const nets = fc.array(anyCents, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(nets, anyPercent, (list, rate) => {
        const lines = list.map((net) => ({ net, rate }));
        const distance = subtract(
          documentTax(lines, "line", usd).total,
          documentTax(lines, "document", usd).total,
        );
        const size = isNegative(distance) ? negate(distance) : distance;
        const bound = { units: BigInt(list.length + 1) * 5n, scale: 3 };
        expect(compare(size, bound)).not.toBe(1);
      }),
    );
  });

  it("splits an inclusive amount into parts that add up to it", () => {
    fc.assert(
      fc.property(anyCents, anyPercent, (gross, rate) => {
        const { net, tax } = splitInclusive(gross, rate, usd);
        expect(isEqual(add(net.value, tax.value), gross)).toBe(true);
        expect(judgeInclusiveSplit({ net: net.value, tax: tax.value, gross, rate }, usd)).toBe("exact");
      }),
    );
  });
});

describe("totals", () => {
  it("add, take away and keep back in the order of the standard", () => {
    const totals = documentTotals(
      {
        lines: [d("100.00"), d("50.00")],
        allowances: [d("10.00")],
        charges: [d("5.00")],
        taxes: [d("27.55")],
        prepaid: d("20.00"),
        retention: d("14.50"),
        withholding: d("1.00"),
        rounding: d("0.05"),
      },
      usd,
    );
    expect(
      [totals.subtotal, totals.net, totals.tax, totals.gross, totals.payable].map(({ formula }) => formula),
    ).toEqual([
      "100.00 + 50.00 = 150.00",
      "150.00 − 10.00 + 5.00 = 145.00",
      "27.55 = 27.55",
      "145.00 + 27.55 = 172.55",
      "172.55 − 20.00 − 14.50 − 1.00 + 0.05 = 137.10",
    ]);
    expect(documentTotals({ lines: [d("1.00")] }, usd).payable.value).toBe("1.00");
  });

  it("sign a credit note by its kind", () => {
    expect([signedAmount("credit-note", d("30.00")), signedAmount("invoice", d("30.00"))]).toEqual([
      "-30.00",
      "30.00",
    ]);
  });
});

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

describe("proration", () => {
  const share = (basis: (typeof prorationBases)[number], full: Period, part: Period | undefined) => {
    const counted = dayShare(basis, full, part);
    if (!counted.ok) throw new Error(counted.error.code);
    return fraction(counted.value.part, counted.value.whole);
  };
  const price = (basis: (typeof prorationBases)[number], full: Period, part: Period | undefined): string => {
    const computed = prorate(basis, { price: d("3100.00"), period: full, billable: part }, usd);
    return computed.ok ? computed.value.value : computed.error.code;
  };

  it("adds up over adjacent parts before rounding", () => {
    const anyCut = fc.nat({ max: 364 });
    const anyBasis = fc.constantFrom("actual/actual", "30/360", "actual/365", "actual/30" as const);
    fc.assert(
      fc.property(anyMonth, anyCut, anyCut, anyBasis, (full, first, second, basis) => {
        const [early, late] = first < second ? [first, second] : [second, first];
        const from = addDays(full.start, 1 + early);
        const middle = addDays(full.start, 1 + late);
        fc.pre(from < middle && middle < full.end);
        const parts = addFractions(
          share(basis, full, period(from, middle)),
          share(basis, full, period(middle, full.end)),
        );
        expect(compareFractions(parts, share(basis, full, period(from, full.end)))).toBe(0);
        if (basis === "actual/actual" || basis === "30/360") {
          const all = addFractions(
            share(basis, full, period(full.start, from)),
            share(basis, full, period(from, full.end)),
          );
          expect(all).toEqual(fraction(1));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("costs the price for the whole period, and nothing for none of it, on every basis", () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(...prorationBases), (full, basis) => {
        expect(share(basis, full, full)).toEqual(fraction(1));
        expect(share(basis, full, undefined)).toEqual(fraction(0));
        expect(share(basis, full, period(full.end, addDays(full.end, 5)))).toEqual(fraction(0));
        const wider = period(addDays(full.start, -9), addDays(full.end, 9));
        expect(share(basis, full, wider)).toEqual(fraction(1));
      }),
    );
  });

  it("counts a full month as 30 days under 30/360 whatever its length", () => {
    const february = period(date("2026-02-01"), date("2026-03-01"));
    expect(share("30/360", february, period(date("2026-02-16"), february.end))).toEqual(fraction(1, 2));
    expect(share("30/360", march, period(date("2026-03-31"), march.end))).toEqual(fraction(0));
    expect(share("30/360", march, inclusive(march.start, date("2026-03-30")))).toEqual(fraction(1));
    const quarter = period(date("2026-01-01"), date("2026-04-01"));
    expect(share("30/360", quarter, period(date("2026-02-01"), date("2026-03-01")))).toEqual(fraction(1, 3));
    const endOfMonth = period(date("2026-01-31"), date("2026-02-28"));
    expect(share("30/360", endOfMonth, period(date("2026-02-10"), endOfMonth.end))).toEqual(fraction(21, 30));
  });

  it("takes twelve monthly prices over 365, and the like for longer periods", () => {
    const half = period(date("2026-03-11"), march.end);
    expect(price("actual/365", march, half)).toBe("2140.27");
    const formula = (full: Period, part: Period): string => {
      const computed = prorate("actual/365", { price: d("365"), period: full, billable: part }, usd);
      return computed.ok ? computed.value.formula : computed.error.code;
    };
    const days = (start: string, count: number): Period => period(date(start), addDays(date(start), count));
    expect(formula(march, days("2026-03-05", 10))).toBe("365.00 × 12 × 10 ÷ 365 = 120.00");
    expect(formula(period(date("2026-01-01"), date("2026-04-01")), days("2026-03-05", 10))).toBe(
      "365.00 × 4 × 10 ÷ 365 = 40.00",
    );
    expect(formula(period(date("2026-01-01"), date("2027-01-01")), days("2026-03-05", 10))).toBe(
      "365.00 × 10 ÷ 365 = 10.00",
    );
    expect(formula(period(date("2026-01-01"), date("2026-06-01")), days("2026-03-05", 10))).toBe(
      "365.00 × 12 × 10 ÷ (365 × 5) = 24.00",
    );
  });

  it("charges months begun in full", () => {
    const quarter = period(date("2026-01-15"), date("2026-04-15"));
    expect(price("whole-month", quarter, period(date("2026-03-14"), quarter.end))).toBe("2066.67");
    expect(price("whole-month", quarter, period(date("2026-03-15"), quarter.end))).toBe("1033.33");
    expect(price("none", quarter, period(date("2026-04-14"), quarter.end))).toBe("3100.00");
  });

  it("cannot count months in a period that has none", () => {
    const weeks = period(date("2026-03-02"), date("2026-03-30"));
    const part = period(date("2026-03-09"), date("2026-03-16"));
    expect(price("actual/actual", weeks, part)).toBe("775.00");
    expect(price("30/360", weeks, part)).toBe("pricing/period-not-in-months");
    const readings = prorationReadings({ price: d("2800"), period: weeks, billable: part }, usd);
    expect(readings.map(({ reading, computed }) => [reading, computed.value])).toEqual([
      ["actual/actual", "700.00"],
      ["none", "2800.00"],
      ["actual/actual without the last day", "600.00"],
      ["actual/actual with a day more", "800.00"],
    ]);
  });

  it("names the basis that explains an invoice", () => {
    const partial = { price: d("3100"), period: march, billable: period(date("2026-03-11"), march.end) };
    const names = (found: string): readonly string[] =>
      readingsThatGive(prorationReadings(partial, usd), d(found)).map(({ reading }) => reading);
    expect(names("2066.67")).toEqual(["30/360"]);
    expect(names("2000")).toEqual(["actual/actual without the last day"]);
    expect(names("2066.66")).toEqual([]);
    const oneDay = { ...partial, billable: period(date("2026-03-31"), march.end) };
    expect(prorationReadings(oneDay, usd).map(({ reading }) => reading)).not.toContain(
      "actual/actual without the last day",
    );
    expect(
      prorationReadings({ ...partial, billable: undefined }, usd).every(
        ({ computed }) => computed.value === "0.00",
      ),
    ).toBe(true);
  });

  it("bills a long span period by period, each rounded as printed", () => {
    const schedule = {
      price: d("100.00"),
      step: "month",
      anchor: date("2026-01-01"),
      span: period(date("2026-01-11"), date("2026-03-11")),
    } as const;
    const spanned = prorateSpan("actual/actual", schedule, usd);
    if (!spanned.ok) throw new Error(spanned.error.code);
    expect(spanned.value.pieces.map(({ billable, computed }) => [billable.start, computed.value])).toEqual([
      ["2026-01-11", "67.74"],
      ["2026-02-01", "100.00"],
      ["2026-03-01", "32.26"],
    ]);
    expect(spanned.value.total.formula).toBe("67.74 + 100.00 + 32.26 = 200.00");
  });

  it("credits and charges a change of plan on every basis", () => {
    const change = { oldPrice: d("100"), newPrice: d("160"), period: march, from: date("2026-03-16") };
    const plan = changePlan("30/360", change, usd);
    if (!plan.ok) throw new Error(plan.error.code);
    const { credit, charge, net, difference } = plan.value;
    expect([credit, charge, net, difference].map(({ formula }) => formula)).toEqual([
      "−100.00 × 15 ÷ 30 = −50.00",
      "160.00 × 15 ÷ 30 = 80.00",
      "−50.00 + 80.00 = 30.00",
      "(160.00 − 100.00) × 15 ÷ 30 = 30.00",
    ]);
    const atStart = changePlan("30/360", { ...change, from: march.start }, usd);
    expect(atStart.ok && atStart.value.difference.formula).toBe("(160.00 − 100.00) = 60.00");
    const after = changePlan("30/360", { ...change, from: march.end }, usd);
    expect(after.ok && after.value.net.value).toBe("0.00");
  });
});

describe("cap", () => {
  it("measures how much is used", () => {
    const percent = (current: string, limit = "1000"): string | undefined =>
      capUsedPercent(capBalance({ limit: d(limit), billed: [], current: d(current) }, usd));
    expect([percent("899.99"), percent("900"), percent("1250"), percent("0"), percent("5", "0")]).toEqual([
      "89",
      "90",
      "125",
      "0",
      undefined,
    ]);
  });

  it("does not depend on the order of what was billed, and never finds more than is billed now or before", () => {
    fc.assert(
      fc.property(fc.array(anyCents, { maxLength: 20 }), anyCents, anyCents, (billed, limit, current) => {
        const one = capBalance({ limit, billed, current }, usd);
        const other = capBalance({ limit, billed: billed.toReversed(), current }, usd);
        expect([one.excess.value, one.level]).toEqual([other.excess.value, other.level]);
        expect(isEqual(add(one.remaining, one.used.value), limit)).toBe(true);
        expect(compare(one.excess.value, d("0"))).not.toBe(-1);
        expect(one.level === "exceeded").toBe(compare(one.excess.value, d("0")) === 1);
      }),
    );
  });

  it("shows the changes that moved the limit", () => {
    const use = { limit: d("48500"), changes: [d("6500")], billed: [d("54000")], current: d("1500") };
    expect(capBalance(use, usd).excess.formula).toBe("54000.00 + 1500.00 − (48500.00 + 6500.00) = 500.00");
    const many = { limit: d("1"), billed: Array.from({ length: 20 }, () => d("1")), current: d("1") };
    expect(capBalance(many, usd).excess.formula).toBe("20.00 + 1.00 − 1.00 = 20.00");
  });
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

describe("payment", () => {
  it("falls due on a day of a later month, or on its last", () => {
    expect(dueOnDayOfMonth(date("2026-01-31"), 1, 20)).toBe("2026-02-20");
    expect(dueOnDayOfMonth(date("2026-01-05"), 1, 31)).toBe("2026-02-28");
    expect(dueDate(date("2026-01-31"), { days: 1, from: "receipt" }, saturdayAndSunday)).toEqual({
      date: "2026-02-01",
      formula: "2026-01-31 + 1 day = 2026-02-01",
    });
    expect(dueDate(date("2026-01-31"), { days: 30, from: "end-of-month" }, saturdayAndSunday).formula).toBe(
      "end of month of 2026-01-31 + 30 days (2026-03-02) = 2026-03-31",
    );
    expect(
      dueDate(
        date("2026-01-15"),
        { days: 30, from: "end-of-month", endOfMonthReading: "end-then-days" },
        saturdayAndSunday,
      ).formula,
    ).toBe("end of month of 2026-01-15 + 30 days = 2026-03-02");
  });

  it("reduces every tax rate on its own for an early payment", () => {
    const groups = [
      { net: d("1000"), rate: d("19") },
      { net: d("100"), rate: d("7") },
    ];
    const early = earlyDiscountByRate(groups, d("2"), usd);
    expect([early.payable, early.groups.map(({ net, tax }) => [net, tax])]).toEqual([
      "1271.06",
      [
        ["980.00", "186.20"],
        ["98.00", "6.86"],
      ],
    ]);
  });

  it("never charges less for waiting", () => {
    const methods = fc.constantFrom("daily", "full-months", "started-months" as const);
    fc.assert(
      fc.property(
        fc.nat({ max: 900 }),
        fc.nat({ max: 60 }),
        methods,
        fc.constantFrom("month", "year", "day" as const),
        (days, more, method, per) => {
          const due = date("2026-01-31");
          const fee = (count: number): Decimal =>
            d(lateFee(d("10000"), due, addDays(due, count), { percent: d("1.5"), per, method }, usd).value);
          expect(compare(fee(days + more), fee(days))).not.toBe(-1);
        },
      ),
    );
  });
});

describe("retention and progress", () => {
  const terms = {
    percent: d("10"),
    steps: [
      { at: d("50"), percent: d("5") },
      { at: d("75"), percent: d("0") },
    ],
    contractSum: d("100000"),
  };

  it("is continuous when steps hold on the rest alone", () => {
    const held = (done: string): string => retentionHeld({ completed: d(done) }, terms, "on-rest", usd).value;
    expect(["50000", "50000.01", "75000", "90000"].map(held)).toEqual([
      "5000.00",
      "5000.00",
      "6250.00",
      "6250.00",
    ]);
    expect(retentionHeld({ completed: d("80000") }, terms, "on-rest", usd).formula).toBe(
      "50000.00 × 10 % + 25000.00 × 5 % + 5000.00 × 0 % = 6250.00",
    );
    expect(retentionHeld({ completed: d("80000") }, terms, "on-all", usd).value).toBe("0.00");
  });

  it("finds what is billed beyond the schedule", () => {
    const line = {
      scheduled: d("10000"),
      changes: [d("-1000")],
      previous: d("6000"),
      current: d("2500"),
      stored: d("600"),
    };
    expect(progressBalance(line, usd)).toMatchObject({
      toDate: "9100",
      allowed: "9000",
      excess: { value: "100.00", formula: "6000.00 + 2500.00 + 600.00 − 9000.00 = 100.00" },
    });
    expect(
      progressBalance({ scheduled: d("10"), previous: d("0"), current: d("10") }, usd).excess.value,
    ).toBe("0.00");
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
