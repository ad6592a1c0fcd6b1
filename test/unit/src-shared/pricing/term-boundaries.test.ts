import { describe, expect, it } from "vitest";
import { decimal, decimalToText, fractionToDecimal } from "../../../../src-shared/money/index.ts";
import {
  applyBalance,
  billableQuantity,
  capBalance,
  carriedQuantity,
  countEscalationSteps,
  deemedAcceptanceDeadline,
  discounted,
  dueDate,
  dueDateReadings,
  earlyDiscount,
  earlyDiscountDeadline,
  escalatedPrice,
  escalationStepDate,
  indexMovement,
  indexedPrice,
  isAboveCeiling,
  isBeyond,
  lateFee,
  lineAmount,
  markedUp,
  minimumTrueUp,
  minutesToBilledHours,
  overageAmount,
  packageAmount,
  partialTrueUp,
  prorationReadings,
  proratedMinimum,
  retentionHeld,
  retentionReadings,
  shareOf,
  splitInclusive,
  taxOnNet,
  tierReadings,
  tieredAmount,
} from "../../../../src-shared/pricing/index.ts";
import type { LateFeeTerms, TierMethod } from "../../../../src-shared/pricing/index.ts";
import {
  addDays,
  businessCalendar,
  endOfTerm,
  inclusive,
  lastBusinessDayOfMonth,
  localDate,
  noticeDeadline,
  period,
  saturdayAndSunday,
} from "../../../../src-shared/time/index.ts";

const d = decimal;
const date = localDate;
const usd = { currency: "USD" };

describe("rate", () => {
  it("bills quantity times price over its base", () => {
    expect(lineAmount({ quantity: d("7.25"), unitPrice: d("150") }, usd).value).toBe("1087.50");
    expect(lineAmount({ quantity: d("12345"), unitPrice: d("4.20"), priceBase: d("1000") }, usd).value).toBe(
      "51.85",
    );
  });

  it("bills the minimum for less, and the work itself from the minimum on", () => {
    const hours = (worked: string): string =>
      decimalToText(billableQuantity(d(worked), { minimumQuantity: d("2") }));
    expect(["0.5", "1.99", "2.00", "2.01"].map(hours)).toEqual(["2", "2", "2.00", "2.01"]);
    expect(hours("0")).toBe("0");
    const quantity = billableQuantity(d("0.5"), { minimumQuantity: d("2") });
    expect(lineAmount({ quantity, unitPrice: d("150") }, usd).value).toBe("300.00");
  });

  it("does not find a ceiling under-billed", () => {
    expect(["159.99", "160.00", "160.01"].map((price) => isAboveCeiling(d(price), d("160")))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("tiers", () => {
  const table = {
    tiers: [
      { upTo: d("100"), price: d("1.00") },
      { upTo: d("1000"), price: d("0.80") },
      { upTo: null, price: d("0.50") },
    ],
  };
  const price = (method: TierMethod, quantity: string): string => {
    const computed = tieredAmount(method, table, d(quantity), usd);
    return computed.ok ? computed.value.value : computed.error.code;
  };

  it.each([
    ["graduated", ["100.00", "100.80", "820.00", "820.50"]],
    ["volume", ["100.00", "80.80", "800.00", "500.50"]],
  ] as const)("prices 100, 101, 1000 and 1001 by %s", (method, amounts) => {
    expect(["100", "101", "1000", "1001"].map((quantity) => price(method, quantity))).toEqual(amounts);
  });

  it("names every reading of a bound", () => {
    const readings = tierReadings(table, d("100"), usd).map(({ reading, computed }) => [
      reading,
      computed.value,
    ]);
    expect(readings).toEqual([
      ["graduated", "100.00"],
      ["volume", "100.00"],
      ["volume, bound in the upper tier", "80.00"],
    ]);
  });

  it("sells packages beyond what is free", () => {
    const packages = (used: string): string =>
      packageAmount({ used: d(used), free: d("100"), size: d("100"), price: d("5.00") }, usd).value;
    expect(["0", "100", "101", "200", "201"].map(packages)).toEqual([
      "0.00",
      "0.00",
      "5.00",
      "5.00",
      "10.00",
    ]);
  });
});

describe("included quantity and overage", () => {
  const overage = (used: string, carried?: string): string =>
    overageAmount(
      {
        used: d(used),
        included: d("20"),
        carried: carried === undefined ? null : d(carried),
        price: d("95.00"),
      },
      usd,
    ).value;

  it("charges beyond what is included only", () => {
    expect(["19.5", "20", "20.25"].map((used) => overage(used))).toEqual(["0.00", "0.00", "23.75"]);
  });

  it("reads unused quantity as lapsed or carried", () => {
    expect(carriedQuantity(d("20"), d("15"))).toBe("5");
    expect(carriedQuantity(d("20"), d("15"), d("3"))).toBe("3");
    expect(carriedQuantity(d("20"), d("25"))).toBe("0");
    const usage = { used: d("30"), included: d("20"), price: d("95") };
    expect(
      [usage, { ...usage, carried: d("0") }, { ...usage, carried: d("5") }].map(
        (use) => overageAmount(use, usd).formula,
      ),
    ).toEqual([
      "max(0, 30 − 20) × 95.00 = 950.00",
      "max(0, 30 − 20) × 95.00 = 950.00",
      "max(0, 30 − 20 − 5) × 95.00 = 475.00",
    ]);
    expect([overage("25"), overage("25", "5"), overage("25.5", "5")]).toEqual(["475.00", "0.00", "47.50"]);
  });
});

describe("minimum", () => {
  const trueUp = (charges: string): string =>
    minimumTrueUp({ minimum: d("2500"), charges: d(charges) }, usd).value;

  it("fills up to the minimum and not beyond", () => {
    expect(["2499.99", "2500.00", "2500.01", "2100.00"].map(trueUp)).toEqual([
      "0.01",
      "0.00",
      "0.00",
      "400.00",
    ]);
  });

  it("charges a part of the gap where the clause says so", () => {
    expect(partialTrueUp({ minimum: d("2500"), charges: d("2100"), percent: d("25") }, usd)).toMatchObject({
      value: "100.00",
      formula: "max(0, 2500.00 − 2100.00) × 25 % = 100.00",
    });
    expect(partialTrueUp({ minimum: d("2500"), charges: d("2600"), percent: d("25") }, usd).value).toBe(
      "0.00",
    );
  });

  it("shrinks with the period", () => {
    expect(proratedMinimum(d("2500"), { part: 15, whole: 30 }, usd).value).toBe("1250.00");
  });
});

describe("cap", () => {
  const cap = (current: string, billed: readonly string[] = ["48400"], changes: readonly string[] = []) =>
    capBalance(
      { limit: d("48500"), billed: billed.map(d), changes: changes.map(d), current: d(current) },
      usd,
    );

  it("holds to the cent", () => {
    expect(cap("100.00").excess.value).toBe("0.00");
    expect(cap("100.01").excess).toMatchObject({
      value: "0.01",
      formula: "48400.00 + 100.01 − 48500.00 = 0.01",
    });
    expect(cap("100.00").remaining).toBe("0.00");
  });

  it("gives back what was credited, and takes approved changes", () => {
    expect(cap("600.00", ["48400", "-500"]).excess.value).toBe("0.00");
    expect(cap("600.01", ["48400", "-500"]).excess.value).toBe("0.01");
    expect(cap("6600.00", ["48400"], ["6500"])).toMatchObject({ effectiveLimit: "55000" });
    expect(cap("6600.00", ["48400"], ["6500"]).excess.value).toBe("0.00");
    expect(cap("1.00", ["48400"], ["-100"]).excess.value).toBe("1.00");
  });

  it("counts drafts", () => {
    const use = { limit: d("48500"), billed: [d("48000")], drafts: [d("450")], current: d("100") };
    expect(capBalance(use, usd).excess.value).toBe("50.00");
  });

  it("notices 80 and 90 percent when they are reached", () => {
    const level = (current: string): string =>
      capBalance({ limit: d("1000"), billed: [], current: d(current) }, usd).level;
    expect(["799.99", "800.00", "899.99", "900.00", "1000.00", "1000.01"].map(level)).toEqual([
      "below",
      "near-80",
      "near-80",
      "near-90",
      "near-90",
      "exceeded",
    ]);
    const { level: after, levelBefore } = capBalance(
      { limit: d("1000"), billed: [d("850")], current: d("100") },
      usd,
    );
    expect([levelBefore, after]).toEqual(["near-80", "near-90"]);
    expect(capBalance({ limit: d("0"), billed: [], current: d("0") }, usd).level).toBe("below");
  });
});

describe("discount", () => {
  const ten = { percent: d("10") };
  const five = { percent: d("5") };

  it("runs in cascade, or adds up", () => {
    expect(discounted(d("1000"), [ten, five], usd).value).toBe("855.00");
    expect(discounted(d("1000"), [ten, five], usd, { stacking: "added" }).value).toBe("850.00");
  });

  it("depends on its order only where an amount is among them", () => {
    expect(discounted(d("1000"), [five, ten], usd).value).toBe("855.00");
    expect(discounted(d("1000"), [{ amount: d("100") }, ten], usd).value).toBe("810.00");
    expect(discounted(d("1000"), [ten, { amount: d("100") }], usd).value).toBe("800.00");
  });
});

describe("escalator", () => {
  const three = [d("3"), d("3")];
  const price = d("187.50");

  it("compounds on unrounded prices, or adds to the first", () => {
    expect(escalatedPrice(price, [d("3")], "compound", usd)).toMatchObject({
      value: "193.13",
      exactText: "193.125",
    });
    expect(escalatedPrice(price, three, "compound", usd)).toMatchObject({
      value: "198.92",
      exactText: "198.91875",
    });
    expect(escalatedPrice(price, three, "simple", usd).value).toBe("198.75");
    expect(escalatedPrice(price, [], "compound", usd).value).toBe("187.50");
  });

  it("rounds to the scale of the agreed price", () => {
    expect(escalatedPrice(d("0.0450"), [d("3")], "compound", usd).value).toBe("0.0464");
    expect(escalatedPrice(d("150"), [d("3")], "compound", usd).value).toBe("154.50");
  });

  it("counts the steps that took effect", () => {
    const steps = (day: string): number => countEscalationSteps(date("2027-01-01"), date(day));
    expect(["2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"].map(steps)).toEqual([0, 1, 1, 2]);
    const leap = (day: string): number => countEscalationSteps(date("2024-02-29"), date(day));
    expect(["2025-02-27", "2025-02-28", "2028-02-28", "2028-02-29"].map(leap)).toEqual([1, 2, 4, 5]);
    expect([1, 2, 5].map((step) => escalationStepDate(date("2024-02-29"), step))).toEqual([
      "2024-02-29",
      "2025-02-28",
      "2028-02-29",
    ]);
  });

  it("follows an index within floor and cap", () => {
    const up = { base: d("118.7"), current: d("121.3") };
    const down = { base: d("121.3"), current: d("118.7") };
    const priceAt = (index: Parameters<typeof indexedPrice>[1]): string =>
      indexedPrice(d("1000"), index, usd).value;
    expect([
      priceAt(up),
      priceAt({ ...up, cap: d("2") }),
      priceAt({ ...down, floor: d("0") }),
      priceAt(down),
    ]).toEqual(["1021.90", "1020.00", "1000.00", "978.57"]);
    expect([
      indexMovement(up).met,
      indexMovement({ ...up, cap: d("2") }).met,
      indexMovement({ ...down, floor: d("0") }).met,
    ]).toEqual([null, "cap", "floor"]);
    expect(indexedPrice(d("1000"), { ...up, added: d("1.5") }, usd).formula).toBe(
      "1000.00 × (1 + 121.3 ÷ 118.7 − 1 + 1.5 %) = 1036.903959… ≈ 1036.90",
    );
    expect(indexedPrice(d("1000"), { ...up, portion: d("80") }, usd).formula).toBe(
      "1000.00 × (1 + (121.3 ÷ 118.7 − 1) × 80 %) = 1017.523167… ≈ 1017.52",
    );
    expect(indexedPrice(d("1000"), { ...up, portion: d("80"), added: d("1") }, usd).formula).toBe(
      "1000.00 × (1 + (121.3 ÷ 118.7 − 1) × 80 % + 1 %) = 1027.523167… ≈ 1027.52",
    );
  });
});

describe("milestone and deposit", () => {
  it("takes its share", () => {
    expect(shareOf(d("80000"), d("30"), usd).value).toBe("24000.00");
    expect(shareOf(d("12000"), d("50"), usd).value).toBe("6000.00");
  });

  it("counts as accepted after the last day of silence", () => {
    const last = deemedAcceptanceDeadline(date("2026-05-29"), 5, "business-days", saturdayAndSunday);
    expect(last).toBe("2026-06-05");
    expect(deemedAcceptanceDeadline(date("2026-05-29"), 5, "days", saturdayAndSunday)).toBe("2026-06-03");
  });

  it("credits a deposit up to its balance, and once", () => {
    const first = applyBalance(d("12000"), d("6000"), usd);
    expect([first.applied.value, first.stillDue.value, first.balanceLeft.value]).toEqual([
      "6000.00",
      "6000.00",
      "0.00",
    ]);
    expect(applyBalance(d("13000"), d("6000"), usd).stillDue.value).toBe("7000.00");
    expect(applyBalance(d("6000"), d(first.balanceLeft.value), usd).applied.value).toBe("0.00");
    expect(applyBalance(d("2000"), d("6000"), usd).balanceLeft.value).toBe("4000.00");
    expect(applyBalance(d("2000"), d("-50"), usd).applied.value).toBe("0.00");
  });
});

describe("retention", () => {
  const terms = { percent: d("10"), steps: [{ at: d("50"), percent: d("5") }], contractSum: d("100000") };
  const held = (completed: string, reading: "on-all" | "on-rest"): string =>
    retentionHeld({ completed: d(completed) }, terms, reading, usd).value;

  it("steps down after half, on all or on the rest", () => {
    expect([held("50000", "on-all"), held("50000", "on-rest")]).toEqual(["5000.00", "5000.00"]);
    expect([held("60000", "on-all"), held("60000", "on-rest")]).toEqual(["3000.00", "5500.00"]);
    expect(held("0", "on-rest")).toBe("0.00");
    expect(retentionReadings({ completed: d("60000") }, terms, usd).map(({ reading }) => reading)).toEqual([
      "on-all",
      "on-rest",
    ]);
  });

  it("holds on stored material too", () => {
    const work = { completed: d("20000"), stored: d("5000") };
    expect(retentionHeld(work, { percent: d("10") }, "on-all", usd)).toMatchObject({
      value: "2500.00",
      formula: "(20000.00 + 5000.00) × 10 % = 2500.00",
    });
    expect(() => retentionHeld(work, { ...terms, contractSum: null }, "on-all", usd)).toThrow(RangeError);
  });
});

describe("expenses", () => {
  it("are marked up on cost", () => {
    expect(markedUp(d("200"), d("10"), usd).value).toBe("220.00");
    expect(markedUp(d("220"), d("10"), usd).value).toBe("242.00");
  });

  it("need a receipt above the threshold, or from it on", () => {
    const beyond = (amount: string, reading: "over" | "or-more"): boolean =>
      isBeyond(d(amount), d("25"), reading);
    expect([
      beyond("25.00", "over"),
      beyond("25.01", "over"),
      beyond("25.00", "or-more"),
      beyond("24.99", "or-more"),
    ]).toEqual([false, true, true, false]);
  });
});

describe("time rules", () => {
  const hours = (minutes: string, increment: string): string =>
    decimalToText(fractionToDecimal(minutesToBilledHours(d(minutes), d(increment)), 2));

  it("round up to steps", () => {
    expect([
      hours("19", "6"),
      hours("46", "15"),
      hours("45", "15"),
      hours("18", "6"),
      hours("0", "6"),
    ]).toEqual(["0.40", "1.00", "0.75", "0.30", "0.00"]);
    expect(decimalToText(billableQuantity(d("0.32"), { increment: d("0.1") }))).toBe("0.4");
    expect(decimalToText(billableQuantity(d("-0.32"), { increment: d("0.1") }))).toBe("-0.4");
  });

  it("multiply once", () => {
    const priced = (multiplier: string): string =>
      lineAmount({ quantity: d("1"), unitPrice: d("150"), multiplier: d(multiplier) }, usd).value;
    expect([priced("1.35"), priced("0.5"), priced("2")]).toEqual(["202.50", "75.00", "300.00"]);
  });
});

describe("proration of 3100 a month from 11 March", () => {
  const march = period(date("2026-03-01"), date("2026-04-01"));
  const partial = {
    price: d("3100"),
    period: march,
    billable: inclusive(date("2026-03-11"), date("2026-03-31")),
  };

  it("is computed on every basis at once", () => {
    expect(prorationReadings(partial, usd).map(({ reading, computed }) => [reading, computed.value])).toEqual(
      [
        ["actual/actual", "2100.00"],
        ["30/360", "2066.67"],
        ["actual/365", "2140.27"],
        ["actual/30", "2170.00"],
        ["whole-month", "3100.00"],
        ["none", "3100.00"],
        ["actual/actual without the last day", "2000.00"],
        ["actual/actual with a day more", "2200.00"],
      ],
    );
  });
});

describe("payment terms of 2026-01-31", () => {
  const issued = date("2026-01-31");
  const due = (terms: Parameters<typeof dueDate>[1], calendar = saturdayAndSunday): string =>
    dueDate(issued, terms, calendar).date;

  it("count days, and months by both readings", () => {
    expect(due({ days: 30, from: "invoice-date" })).toBe("2026-03-02");
    expect(due({ days: 30, from: "end-of-month", endOfMonthReading: "days-then-end" })).toBe("2026-03-31");
    expect(due({ days: 30, from: "end-of-month", endOfMonthReading: "end-then-days" })).toBe("2026-03-02");
    expect(
      dueDate(
        date("2026-05-15"),
        { days: 30, from: "end-of-month", endOfMonthReading: "end-then-days" },
        saturdayAndSunday,
      ).date,
    ).toBe("2026-06-30");
  });

  it("roll over weekends and holidays only where agreed", () => {
    expect(due({ days: 28, from: "invoice-date" })).toBe("2026-02-28");
    expect(due({ days: 28, from: "invoice-date", roll: "next-business-day" })).toBe("2026-03-02");
    const holiday = businessCalendar([date("2026-03-02")]);
    expect(due({ days: 28, from: "invoice-date", roll: "next-business-day" }, holiday)).toBe("2026-03-03");
    expect(
      dueDate(issued, { days: 28, from: "invoice-date", roll: "next-business-day" }, saturdayAndSunday)
        .formula,
    ).toBe("2026-01-31 + 28 days = 2026-02-28, next business day 2026-03-02");
  });

  it("name every reading", () => {
    const readings = dueDateReadings(issued, { days: 30, from: "end-of-month" }, saturdayAndSunday);
    expect(readings.map(({ reading, due: { date: day } }) => [reading, day])).toEqual([
      ["days, then end of month", "2026-03-31"],
      ["days, then end of month, next business day", "2026-03-31"],
      ["end of month, then days", "2026-03-02"],
      ["end of month, then days, next business day", "2026-03-02"],
    ]);
  });

  it("give an early discount up to its day", () => {
    expect(earlyDiscountDeadline(issued, 10)).toBe("2026-02-10");
    expect(earlyDiscount(d("1190"), d("2"), d("19"), usd).discount.value).toBe("23.80");
  });
});

describe("late fee of 1.5 % a month on 10000 after 45 days", () => {
  const due = date("2026-03-02");
  const fee = (terms: Partial<LateFeeTerms>, days = 45): string =>
    lateFee(
      d("10000"),
      due,
      addDays(due, days),
      { percent: d("1.5"), per: "month", method: "daily", ...terms },
      usd,
    ).value;

  it("accrues as the clause counts", () => {
    expect([fee({}), fee({ method: "full-months" }), fee({ method: "started-months" })]).toEqual([
      "221.92",
      "150.00",
      "300.00",
    ]);
    expect(fee({ method: "started-months" }, 31)).toBe("150.00");
    expect(fee({ method: "full-months" }, 30)).toBe("0.00");
  });

  it("accrues by the year and by the day", () => {
    expect(fee({ percent: d("18"), per: "year" })).toBe("221.92");
    expect(fee({ percent: d("18"), per: "year", method: "started-months" })).toBe("300.00");
    expect(fee({ percent: d("0.05"), per: "day" })).toBe("225.00");
  });

  it("does not accrue within grace, and does from the due date after it", () => {
    expect([fee({ graceDays: 45 }), fee({ graceDays: 44 }), fee({}, 0), fee({}, -3)]).toEqual([
      "0.00",
      "221.92",
      "0.00",
      "0.00",
    ]);
  });
});

describe("tax of 19 %", () => {
  it("is added to net and found within gross", () => {
    expect(taxOnNet(d("1000"), d("19"), usd).value).toBe("190.00");
    expect(splitInclusive(d("1190"), d("19"), usd).tax.value).toBe("190.00");
    expect(splitInclusive(d("100.00"), d("20"), usd)).toMatchObject({
      net: { value: "83.33" },
      tax: { value: "16.67" },
    });
  });
});

describe("billing, orders and duration", () => {
  it("bills arrears on or after the end, by the calendar of business days", () => {
    expect(period(date("2026-03-01"), date("2026-04-01")).end).toBe("2026-04-01");
    expect(lastBusinessDayOfMonth(date("2026-10-31"), saturdayAndSunday)).toBe("2026-10-30");
  });

  it("tells above from or more", () => {
    expect([isBeyond(d("5000.00"), d("5000"), "over"), isBeyond(d("5000.01"), d("5000"), "over")]).toEqual([
      false,
      true,
    ]);
    expect(isBeyond(d("5000.00"), d("5000"), "or-more")).toBe(true);
  });

  it("uses up an order", () => {
    const order = { limit: d("20000"), billed: [d("19990")], current: d("10.01") };
    expect(capBalance(order, usd)).toMatchObject({ remaining: "-0.01", level: "exceeded" });
  });

  it("ends twelve months after its start", () => {
    const end = endOfTerm(date("2026-03-01"), 12, "same-day");
    expect([end, inclusive(date("2026-03-01"), date("2027-02-28")).end]).toEqual([
      "2027-03-01",
      "2027-03-01",
    ]);
    expect([noticeDeadline(end, 60, "before-end"), noticeDeadline(end, 60, "before-last-day")]).toEqual([
      "2026-12-31",
      "2026-12-30",
    ]);
  });
});
