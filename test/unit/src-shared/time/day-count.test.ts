import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addFractions, compareFractions, fraction } from "../../../../src-shared/money/index.ts";
import {
  addYears,
  countDays,
  dayCounts,
  dayNumberToDate,
  localDate,
  yearFraction,
} from "../../../../src-shared/time/index.ts";
import type { DayCount, LocalDate } from "../../../../src-shared/time/index.ts";

const date = localDate;
const anyDate: fc.Arbitrary<LocalDate> = fc.integer({ min: 0, max: 40_000 }).map(dayNumberToDate);
const days = (convention: DayCount, start: string, end: string): number =>
  countDays(convention, date(start), date(end));

describe("day counts", () => {
  it.each([
    ["30E/360", "2026-01-30", "2026-01-31", 0],
    ["30E/360", "2026-01-31", "2026-03-01", 31],
    ["30E/360", "2026-01-15", "2026-02-15", 30],
    ["30E/360", "2026-02-28", "2026-03-31", 32],
    ["30US/360", "2026-02-28", "2026-03-31", 30],
    ["30US/360", "2024-02-29", "2025-02-28", 360],
    ["30US/360", "2026-02-27", "2026-03-31", 34],
    ["30US/360", "2026-01-31", "2026-02-28", 28],
    ["30US/360", "2026-01-30", "2026-03-31", 60],
    ["30US/360", "2026-01-29", "2026-03-31", 62],
    ["actual/365", "2024-02-28", "2024-03-01", 2],
  ] as const)("%s counts %s to %s as %i", (convention, start, end, expected) => {
    expect(days(convention, start, end)).toBe(expected);
  });

  it("splits actual/actual at the turn of leap years", () => {
    const years = (start: string, end: string) => yearFraction("actual/actual-isda", date(start), date(end));
    expect(years("2023-11-01", "2024-05-01")).toEqual(addFractions(fraction(61, 365), fraction(121, 366)));
    expect(years("2024-01-01", "2025-01-01")).toEqual(fraction(1));
    expect(years("2023-07-01", "2026-07-01")).toEqual(addFractions(fraction(184 + 181, 365), fraction(2)));
    expect(years("2024-05-01", "2023-11-01")).toEqual(addFractions(fraction(-61, 365), fraction(-121, 366)));
  });

  it("divides by the year of the convention", () => {
    const year = dayCounts.map((convention) =>
      yearFraction(convention, date("2026-01-01"), date("2027-01-01")),
    );
    expect(year).toEqual([fraction(1), fraction(365, 360), fraction(1), fraction(1), fraction(1)]);
  });

  it("adds up over adjacent spans, save where an end of month is read twice", () => {
    const additive = fc.constantFrom("actual/365", "actual/360", "actual/actual-isda", "30E/360" as const);
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, additive, (first, second, third, convention) => {
        const sum = addFractions(
          yearFraction(convention, first, second),
          yearFraction(convention, second, third),
        );
        expect(compareFractions(sum, yearFraction(convention, first, third))).toBe(0);
      }),
    );
  });

  it("is a whole number of years over anniversaries under 30/360", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 20 }), (start, count) => {
        const years = yearFraction("30US/360", start, addYears(start, count));
        const isLeapDay = start.endsWith("-02-29") || start.endsWith("-02-28");
        if (!isLeapDay) expect(years).toEqual(fraction(count));
      }),
    );
  });
});
