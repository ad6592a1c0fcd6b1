import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compare, decimal, isEqual } from "../../../../src-shared/money/index.ts";
import {
  capBalance,
  capUsedPercent,
  progressBalance,
  retentionHeld,
} from "../../../../src-shared/pricing/index.ts";
import { anyCents } from "../money/arbitraries.ts";

const d = decimal;
const usd = { currency: "USD" };

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
    expect(retentionHeld({ completed: d("50000") }, terms, "on-rest", usd).formula).toBe(
      "50000.00 × 10 % = 5000.00",
    );
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
