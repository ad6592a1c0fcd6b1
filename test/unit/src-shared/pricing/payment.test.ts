import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, decimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import {
  dueDate,
  dueOnDayOfMonth,
  earlyDiscountByRate,
  lateFee,
} from "../../../../src-shared/pricing/index.ts";
import { addDays, localDate, saturdayAndSunday } from "../../../../src-shared/time/index.ts";

const d = decimal;
const date = localDate;
const usd = { currency: "USD" };

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
