import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addFractions, compareFractions, decimal, fraction } from "../../../../src-shared/money/index.ts";
import {
  changePlan,
  dayShare,
  prorate,
  prorateSpan,
  prorationBases,
  periodAnchor,
  prorationReadings,
  readingsThatGive,
} from "../../../../src-shared/pricing/index.ts";
import {
  addDays,
  dayNumberToDate,
  inclusive,
  localDate,
  nthPeriod,
  period,
} from "../../../../src-shared/time/index.ts";
import type { LocalDate, Period } from "../../../../src-shared/time/index.ts";

const d = decimal;
const date = localDate;
const usd = { currency: "USD" };
const march = period(date("2026-03-01"), date("2026-04-01"));
const anyMonth: fc.Arbitrary<Period> = fc
  .tuple(
    fc.integer({ min: 15_000, max: 25_000 }),
    fc.constantFrom("month", "quarter", "half-year", "year" as const),
  )
  .map(([dayNumber, step]) => nthPeriod(dayNumberToDate(dayNumber), step, 0));

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
    const whole = prorationReadings({ ...partial, billable: march }, usd).map(({ reading }) => reading);
    expect(whole).not.toContain("actual/actual with a day more");
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

describe("the day from which periods are counted", () => {
  const anchor = (step: "month" | "quarter" | "year", first: string, last: string, from: string | null) =>
    periodAnchor(step, inclusive(first as LocalDate, last as LocalDate), from as LocalDate | null);

  it.each([
    [
      "the calendar's, where the span ends with it",
      "quarter",
      "2026-05-20",
      "2026-06-30",
      "2026-01-01",
      "2026-04-01",
    ],
    [
      "the agreement's, where only they end with the span",
      "quarter",
      "2026-05-20",
      "2026-07-14",
      "2026-04-15",
      "2026-04-15",
    ],
    [
      "the agreement's, where only they begin with it",
      "quarter",
      "2026-02-01",
      "2026-03-20",
      "2026-02-01",
      "2026-02-01",
    ],
    ["the calendar's, where both fit", "month", "2026-07-15", "2026-07-31", "2026-07-15", "2026-07-01"],
    ["the calendar's, where neither fits", "year", "2026-03-02", "2026-06-10", "2025-05-05", "2026-01-01"],
    [
      "the calendar's, where the agreement began later",
      "month",
      "2026-03-02",
      "2026-03-10",
      "2026-03-04",
      "2026-03-01",
    ],
    [
      "the calendar's, where nobody knows when it began",
      "month",
      "2026-03-02",
      "2026-04-01",
      null,
      "2026-03-01",
    ],
  ] as const)("is %s", (_, step, first, last, from, expected) => {
    expect(anchor(step, first, last, from)).toBe(expected);
  });
});
