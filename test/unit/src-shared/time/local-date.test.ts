import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateParts,
  dateToDayNumber,
  dayNumberToDate,
  dayOf,
  daysBetween,
  daysInYear,
  earliestDate,
  endOfMonth,
  firstDate,
  isEndOfMonth,
  isLeapYear,
  isLocalDate,
  isoWeekOf,
  lastDate,
  latestDate,
  localDate,
  monthOf,
  nthMonthFrom,
  parseLocalDate,
  partsToLocalDate,
  quarterOf,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  weekdayOf,
  wholeMonthsBetween,
  yearMonthOf,
  yearOf,
} from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";

const date = localDate;
const lastDayNumber = dateToDayNumber(lastDate);
const firstDayNumber = dateToDayNumber(firstDate);
const anyDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: firstDayNumber, max: lastDayNumber })
  .map((dayNumber) => dayNumberToDate(dayNumber));
const plain = (value: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(value);

describe("parseLocalDate", () => {
  it.each(["2026-11-01", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"])("reads %s", (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text });
  });

  it.each(["2026-1-01", "2026/11/01", " 2026-11-01", "2026-11-01T00:00", "02026-11-01", "", "20261101"])(
    "finds %j malformed",
    (text) => {
      expect(parseLocalDate(text)).toEqual({ ok: false, error: { code: "time/malformed-date", text } });
    },
  );

  it.each(["2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"])(
    "knows that there is no %s",
    (text) => {
      expect(parseLocalDate(text)).toMatchObject({ ok: false, error: { code: "time/no-such-day" } });
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  it("builds dates from parts and takes them apart", () => {
    expect(partsToLocalDate({ year: 987, month: 6, day: 5 })).toEqual({ ok: true, value: "0987-06-05" });
    expect(partsToLocalDate({ year: 2026.5, month: 6, day: 5 }).ok).toBe(false);
    expect(partsToLocalDate({ year: 10000, month: 1, day: 1 }).ok).toBe(false);
    fc.assert(
      fc.property(anyDate, (value) => {
        expect(partsToLocalDate(dateParts(value))).toEqual({ ok: true, value });
        expect(parseLocalDate(value)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe("civil calendar, against an independent implementation", () => {
  it("agrees on every part of a date", () => {
    fc.assert(
      fc.property(anyDate, (value) => {
        const other = plain(value);
        expect({
          year: yearOf(value),
          month: monthOf(value),
          day: dayOf(value),
          weekday: weekdayOf(value),
          isLeap: isLeapYear(yearOf(value)),
          daysInYear: daysInYear(yearOf(value)),
          monthEnd: endOfMonth(value),
        }).toEqual({
          year: other.year,
          month: other.month,
          day: other.day,
          weekday: other.dayOfWeek,
          isLeap: other.inLeapYear,
          daysInYear: other.daysInYear,
          monthEnd: other.with({ day: other.daysInMonth }).toString(),
        });
        if (other.year > 1 && other.year < 9999) {
          expect(isoWeekOf(value)).toEqual({ year: other.yearOfWeek, week: other.weekOfYear });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("agrees on days and months added from an anchor", () => {
    const count = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(anyDate, count, (value, step) => {
        fc.pre(yearOf(value) > 300 && yearOf(value) < 9700);
        expect(addDays(value, step)).toBe(plain(value).add({ days: step }).toString());
        expect(nthMonthFrom(value, step)).toBe(plain(value).add({ months: step }).toString());
        expect(daysBetween(value, addDays(value, step))).toBe(step);
      }),
      { numRuns: 500 },
    );
  });

  it("agrees on days between", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (first, second) => {
        expect(daysBetween(first, second)).toBe(plain(first).until(plain(second)).days);
        expect(compareDates(first, second)).toBe(Temporal.PlainDate.compare(plain(first), plain(second)));
      }),
    );
  });

  it("walks every day of four centuries without a jump", () => {
    let expected = date("1899-12-31");
    const start = dateToDayNumber(expected);
    for (let offset = 0; offset < 146_097; offset += 1) {
      const value = dayNumberToDate(start + offset);
      if (offset > 0 && value <= expected) throw new Error(`${expected} is followed by ${value}`);
      if (dateToDayNumber(value) !== start + offset) throw new Error(`${value} does not come back`);
      expected = value;
    }
    expect(expected).toBe("2299-12-30");
  });
});

describe("steps", () => {
  it("counts months from the anchor, never from the step before", () => {
    const stepwise = addMonths(addMonths(date("2026-01-31"), 1), 1);
    expect([stepwise, nthMonthFrom(date("2026-01-31"), 2)]).toEqual(["2026-03-28", "2026-03-31"]);
    expect(nthMonthFrom(date("2026-03-31"), -1)).toBe("2026-02-28");
    expect(addYears(date("2024-02-29"), -4)).toBe("2020-02-29");
  });

  it("counts whole months up to a date", () => {
    const months = (anchor: string, to: string): number => wholeMonthsBetween(date(anchor), date(to));
    expect([
      months("2026-01-31", "2026-02-27"),
      months("2026-01-31", "2026-02-28"),
      months("2026-01-31", "2026-03-30"),
      months("2026-01-31", "2026-03-31"),
      months("2026-03-15", "2026-03-14"),
      months("2024-02-29", "2025-02-28"),
    ]).toEqual([0, 1, 1, 2, -1, 12]);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -500, max: 500 }), (anchor, count) => {
        fc.pre(yearOf(anchor) > 100 && yearOf(anchor) < 9900);
        const reached = nthMonthFrom(anchor, count);
        expect(wholeMonthsBetween(anchor, reached)).toBe(count);
        expect(wholeMonthsBetween(anchor, addDays(reached, -1))).toBe(count - 1);
      }),
    );
  });

  it("stays at the ends of time, which stand for ever", () => {
    expect(addDays(lastDate, 1)).toBe(lastDate);
    expect(addDays(firstDate, -1)).toBe(firstDate);
    expect(nthMonthFrom(date("9999-06-15"), 12)).toBe(lastDate);
    expect(nthMonthFrom(date("0001-06-15"), -12)).toBe(firstDate);
    expect(nthMonthFrom(date("9998-12-15"), 1)).toBe("9999-01-15");
    expect(nthMonthFrom(date("0002-01-15"), -1)).toBe("0001-12-15");
    expect([addDays(date("9999-01-01"), -1), addDays(date("0001-12-31"), 1)]).toEqual([
      "9998-12-31",
      "0002-01-01",
    ]);
  });

  it("takes whole counts only", () => {
    expect(() => addDays(date("2026-01-01"), 0.5)).toThrow(RangeError);
    expect(() => nthMonthFrom(date("2026-01-01"), Number.NaN)).toThrow(RangeError);
  });
});

describe("parts of the year", () => {
  it("finds starts and ends", () => {
    const value = date("2026-08-17");
    expect([
      startOfMonth(value),
      endOfMonth(value),
      startOfQuarter(value),
      startOfYear(value),
      yearMonthOf(value),
    ]).toEqual(["2026-08-01", "2026-08-31", "2026-07-01", "2026-01-01", "2026-08"]);
    expect([isEndOfMonth(date("2024-02-28")), isEndOfMonth(date("2024-02-29"))]).toEqual([false, true]);
  });

  it("numbers quarters and weeks", () => {
    const quarters = Array.from({ length: 12 }, (_, index) =>
      quarterOf(nthMonthFrom(date("2026-01-31"), index)),
    );
    expect(quarters).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(isoWeekOf(date("2027-01-03"))).toEqual({ year: 2026, week: 53 });
    expect(isoWeekOf(date("2024-12-30"))).toEqual({ year: 2025, week: 1 });
  });

  it("finds the first and last of several", () => {
    const dates = ["2026-03-01", "2026-01-01", "2026-02-01"].map(date) as [LocalDate, ...LocalDate[]];
    expect([earliestDate(...dates), latestDate(...dates)]).toEqual(["2026-01-01", "2026-03-01"]);
  });
});
