import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  businessCalendar,
  businessDaysBetween,
  dayNumberToDate,
  firstBusinessDayAfterMonth,
  firstBusinessDayOfMonth,
  isBusinessDay,
  lastBusinessDayOfMonth,
  localDate,
  rollToBusinessDay,
  saturdayAndSunday,
} from "../../../../src-shared/time/index.ts";
import type { BusinessCalendar, Roll } from "../../../../src-shared/time/index.ts";

const date = localDate;
const withHoliday = businessCalendar([date("2026-03-02")]);

describe("rolling", () => {
  it.each([
    ["2026-02-28", "none", "2026-02-28"],
    ["2026-02-28", "next-business-day", "2026-03-02"],
    ["2026-02-28", "previous-business-day", "2026-02-27"],
    ["2026-02-28", "modified-next-business-day", "2026-02-27"],
    ["2026-03-07", "modified-next-business-day", "2026-03-09"],
    ["2026-03-08", "modified-next-business-day", "2026-03-09"],
    ["2026-02-27", "next-business-day", "2026-02-27"],
  ] as const)("moves %s (%s) to %s", (from, roll, to) => {
    expect(rollToBusinessDay(date(from), roll, saturdayAndSunday)).toBe(to);
  });

  it("passes over holidays", () => {
    expect(rollToBusinessDay(date("2026-02-28"), "next-business-day", withHoliday)).toBe("2026-03-03");
    expect(isBusinessDay(date("2026-03-02"), withHoliday)).toBe(false);
  });

  it("knows weekends other than Saturday and Sunday", () => {
    const friday: BusinessCalendar = { weekend: [5, 6], holidays: [] };
    expect(rollToBusinessDay(date("2026-02-27"), "next-business-day", friday)).toBe("2026-03-01");
  });

  it("refuses a calendar without business days", () => {
    const never: BusinessCalendar = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
    expect(() => rollToBusinessDay(date("2026-02-27"), "next-business-day", never)).toThrow(RangeError);
  });

  it("always ends on a business day, and moves a business day nowhere", () => {
    const rolls = fc.constantFrom<Roll>(
      "next-business-day",
      "previous-business-day",
      "modified-next-business-day",
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), rolls, (dayNumber, roll) => {
        const rolled = rollToBusinessDay(dayNumberToDate(dayNumber), roll, withHoliday);
        expect(isBusinessDay(rolled, withHoliday)).toBe(true);
        expect(rollToBusinessDay(rolled, roll, withHoliday)).toBe(rolled);
      }),
    );
  });
});

describe("counting", () => {
  it("counts business days after a date", () => {
    expect(addBusinessDays(date("2026-05-29"), 5, saturdayAndSunday)).toBe("2026-06-05");
    expect(addBusinessDays(date("2026-02-27"), 1, withHoliday)).toBe("2026-03-03");
    expect(addBusinessDays(date("2026-02-28"), 1, saturdayAndSunday)).toBe("2026-03-02");
    expect(addBusinessDays(date("2026-03-02"), -1, saturdayAndSunday)).toBe("2026-02-27");
    expect(addBusinessDays(date("2026-02-28"), 0, saturdayAndSunday)).toBe("2026-02-28");
  });

  it("counts back what it counted forth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 60 }),
        (dayNumber, count) => {
          const start = dayNumberToDate(dayNumber);
          const end = addBusinessDays(start, count, withHoliday);
          expect(businessDaysBetween(start, end, withHoliday)).toBe(count);
        },
      ),
    );
  });

  it("finds the first and last of a month", () => {
    expect(lastBusinessDayOfMonth(date("2026-10-05"), saturdayAndSunday)).toBe("2026-10-30");
    expect(firstBusinessDayOfMonth(date("2026-08-20"), saturdayAndSunday)).toBe("2026-08-03");
    expect(firstBusinessDayOfMonth(date("2026-11-20"), saturdayAndSunday)).toBe("2026-11-02");
    expect(lastBusinessDayOfMonth(date("2026-05-05"), saturdayAndSunday)).toBe("2026-05-29");
    expect(firstBusinessDayAfterMonth(date("2026-07-31"), saturdayAndSunday)).toBe("2026-08-03");
  });
});
