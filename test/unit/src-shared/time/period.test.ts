import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  calendarPeriod,
  comparePeriods,
  contains,
  containsPeriod,
  createPeriod,
  dayNumberToDate,
  endOfTerm,
  formatPeriod,
  gapsIn,
  inclusive,
  intersect,
  intersectOpen,
  isAdjacent,
  lastDayOf,
  lengthInDays,
  localDate,
  monthsPer,
  noticeDeadline,
  nthPeriod,
  overlap,
  period,
  periodAt,
  periodName,
  periodsFrom,
  periodsTouching,
  wholeMonthsIn,
} from "../../../../src-shared/time/index.ts";
import type { LocalDate, OpenPeriod, Period } from "../../../../src-shared/time/index.ts";

const date = localDate;
const of = (start: string, end: string): Period => period(date(start), date(end));
const open = (start: string | null, end: string | null): OpenPeriod => ({
  start: start === null ? null : date(start),
  end: end === null ? null : date(end),
});
const anyDate: fc.Arbitrary<LocalDate> = fc.integer({ min: 10_000, max: 30_000 }).map(dayNumberToDate);
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(anyDate, fc.integer({ min: 1, max: 800 }))
  .map(([start, days]) => period(start, addDays(start, days)));
const october = of("2026-10-01", "2026-11-01");

describe("period", () => {
  it("is half-open inside and inclusive where it is shown", () => {
    expect(inclusive(date("2026-10-01"), date("2026-10-31"))).toEqual(october);
    expect(formatPeriod(october)).toBe("2026-10-01 to 2026-10-31");
    expect(formatPeriod(inclusive(date("2026-10-05"), date("2026-10-05")))).toBe("2026-10-05");
    expect([lastDayOf(october), lengthInDays(october)]).toEqual(["2026-10-31", 31]);
    expect(
      ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"].map((day) => contains(october, date(day))),
    ).toEqual([false, true, true, false]);
  });

  it("is never empty and never runs backwards", () => {
    expect(createPeriod(date("2026-10-01"), date("2026-10-01"))).toEqual({
      ok: false,
      error: { code: "time/period-reversed", start: "2026-10-01", end: "2026-10-01" },
    });
    expect(createPeriod(date("2026-10-02"), date("2026-10-01")).ok).toBe(false);
    expect(() => inclusive(date("2026-10-02"), date("2026-10-01"))).toThrow(RangeError);
    expect(lengthInDays(inclusive(date("2026-10-02"), date("2026-10-02")))).toBe(1);
  });

  it("may be open at either side", () => {
    expect(contains(open(null, "2026-10-01"), date("2026-09-30"))).toBe(true);
    expect(contains(open("2026-10-01", null), date("2026-09-30"))).toBe(false);
    expect(contains(open(null, null), date("2026-09-30"))).toBe(true);
    expect(containsPeriod(open("2026-01-01", null), october)).toBe(true);
    expect(containsPeriod(open("2026-10-02", null), october)).toBe(false);
    expect(containsPeriod(open(null, "2026-10-31"), october)).toBe(false);
    expect(containsPeriod(october, october)).toBe(true);
    expect(containsPeriod(october, open(null, "2026-10-31"))).toBe(false);
    expect(containsPeriod(open(null, null), open(null, null))).toBe(true);
  });
});

describe("overlap", () => {
  it("needs a shared day: touching is not sharing", () => {
    const november = of("2026-11-01", "2026-12-01");
    expect([
      overlap(october, november),
      isAdjacent(october, november),
      isAdjacent(november, october),
    ]).toEqual([false, true, true]);
    expect(overlap(october, of("2026-10-31", "2026-11-02"))).toBe(true);
    expect(isAdjacent(october, of("2026-11-02", "2026-11-03"))).toBe(false);
    expect(intersect(october, open("2026-10-15", null))).toEqual(of("2026-10-15", "2026-11-01"));
    expect(intersect(october, open(null, "2026-10-01"))).toBeUndefined();
    expect(intersectOpen(open("2026-10-15", null), open(null, null))).toEqual(open("2026-10-15", null));
    expect(intersectOpen(open(null, null), open(null, null))).toEqual(open(null, null));
    expect(intersectOpen(open("2026-10-15", null), open(null, "2026-10-15"))).toBeUndefined();
    expect(overlap(open("9999-12-31", null), open("2026-01-01", null))).toBe(true);
  });

  it("is symmetric and has the days that both contain", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyDate, (first, second, day) => {
        const shared = intersect(first, second);
        expect(intersect(second, first)).toEqual(shared);
        expect(overlap(first, second)).toBe(shared !== undefined);
        expect(shared !== undefined && contains(shared, day)).toBe(
          contains(first, day) && contains(second, day),
        );
      }),
    );
  });

  it("leaves gaps that with the others make the whole", () => {
    const parts = [
      of("2026-10-20", "2026-10-25"),
      of("2026-10-03", "2026-10-10"),
      of("2026-10-08", "2026-10-12"),
    ];
    expect(gapsIn(october, parts)).toEqual([
      of("2026-10-01", "2026-10-03"),
      of("2026-10-12", "2026-10-20"),
      of("2026-10-25", "2026-11-01"),
    ]);
    expect(gapsIn(october, [])).toEqual([october]);
    expect(gapsIn(october, [of("2026-09-01", "2026-12-01")])).toEqual([]);
    fc.assert(
      fc.property(
        anyPeriod,
        fc.array(anyPeriod, { maxLength: 5 }),
        fc.nat({ max: 799 }),
        (whole, others, offset) => {
          const day = addDays(whole.start, offset % lengthInDays(whole));
          const isCovered = others.some((other) => contains(other, day));
          expect(gapsIn(whole, others).some((gap) => contains(gap, day))).toBe(!isCovered);
        },
      ),
    );
  });
});

describe("periods of a rhythm", () => {
  it("follow without gap or shared day, however the anchor clamps", () => {
    expect(periodsFrom(date("2026-01-31"), "month", 3)).toEqual([
      of("2026-01-31", "2026-02-28"),
      of("2026-02-28", "2026-03-31"),
      of("2026-03-31", "2026-04-30"),
    ]);
    expect(nthPeriod(date("2026-01-15"), "quarter", 1)).toEqual(of("2026-04-15", "2026-07-15"));
    expect(nthPeriod(date("2024-02-29"), "year", 3)).toEqual(of("2027-02-28", "2028-02-29"));
    expect(nthPeriod(date("2026-01-01"), "half-year", 1)).toEqual(of("2026-07-01", "2027-01-01"));
    expect(nthPeriod(date("2026-01-05"), "four-weeks", 1)).toEqual(of("2026-02-02", "2026-03-02"));
    expect(periodAt(date("2026-01-05"), "two-weeks", date("2026-01-04"))).toEqual(
      of("2025-12-22", "2026-01-05"),
    );
    const steps = fc.constantFrom(
      "week",
      "two-weeks",
      "four-weeks",
      "month",
      "quarter",
      "half-year",
      "year" as const,
    );
    fc.assert(
      fc.property(anyDate, steps, fc.integer({ min: -40, max: 40 }), anyDate, (anchor, step, index, day) => {
        expect(nthPeriod(anchor, step, index).end).toBe(nthPeriod(anchor, step, index + 1).start);
        expect(contains(periodAt(anchor, step, day), day)).toBe(true);
      }),
    );
  });

  it("finds all that a span touches", () => {
    expect(periodsTouching(date("2026-01-15"), "month", of("2026-02-14", "2026-03-16"))).toEqual([
      of("2026-01-15", "2026-02-15"),
      of("2026-02-15", "2026-03-15"),
      of("2026-03-15", "2026-04-15"),
    ]);
    expect(periodsTouching(date("2026-01-15"), "month", of("2026-02-15", "2026-03-15"))).toHaveLength(1);
  });

  it("come in order of their starts, then of their ends", () => {
    const sorted = [
      of("2026-02-01", "2026-03-01"),
      of("2026-01-01", "2026-03-01"),
      of("2026-01-01", "2026-02-01"),
    ];
    expect(sorted.toSorted(comparePeriods)).toEqual(sorted.toReversed());
    expect(comparePeriods(october, october)).toBe(0);
  });

  it("knows the calendar", () => {
    const day = date("2026-08-17");
    expect(
      (["month", "quarter", "half-year", "year"] as const).map((step) => calendarPeriod(step, day)),
    ).toEqual([
      of("2026-08-01", "2026-09-01"),
      of("2026-07-01", "2026-10-01"),
      of("2026-07-01", "2027-01-01"),
      of("2026-01-01", "2027-01-01"),
    ]);
  });

  it("names what the calendar names, and shows both days of what it does not", () => {
    const names = [
      of("2026-10-01", "2026-11-01"),
      of("2026-10-01", "2027-01-01"),
      of("2026-01-01", "2026-07-01"),
      of("2026-07-01", "2027-01-01"),
      of("2026-01-01", "2027-01-01"),
      of("2026-10-15", "2026-11-15"),
      of("2026-10-15", "2026-10-16"),
    ].map(periodName);
    expect(names).toEqual([
      "2026-10",
      "2026-Q4",
      "2026-H1",
      "2026-H2",
      "2026",
      "2026-10-15 to 2026-11-14",
      "2026-10-15",
    ]);
    expect(calendarPeriod("week", date("2026-08-23"))).toEqual(of("2026-08-17", "2026-08-24"));
  });

  it("counts whole months, those of an end-of-month rhythm too", () => {
    const months = [
      of("2026-03-01", "2026-04-01"),
      of("2026-03-15", "2027-03-15"),
      of("2026-01-31", "2026-02-28"),
      of("2026-04-30", "2026-05-31"),
      of("2026-02-28", "2026-05-31"),
      of("2026-03-01", "2026-03-31"),
      of("2026-03-01", "2026-04-02"),
      of("2026-03-15", "2026-03-16"),
    ].map(wholeMonthsIn);
    expect(months).toEqual([1, 12, 1, 1, 3, undefined, undefined, undefined]);
  });

  it("has months in its calendar steps alone", () => {
    const steps = ["month", "quarter", "half-year", "year", "week", "four-weeks", "once", "toString", null];
    const none = undefined;
    expect(steps.map(monthsPer)).toEqual([1, 3, 6, 12, none, none, none, none, none]);
  });
});

describe("terms and notice", () => {
  it("names both readings of a missing day", () => {
    expect(endOfTerm(date("2024-02-29"), 12, "same-day")).toBe("2025-02-28");
    expect(endOfTerm(date("2024-02-29"), 12, "end-of-month")).toBe("2025-03-01");
    for (const reading of ["same-day", "end-of-month"] as const) {
      expect(endOfTerm(date("2026-03-01"), 12, reading)).toBe("2027-03-01");
    }
  });

  it("counts notice back from the end or from the last day", () => {
    expect(noticeDeadline(date("2027-03-01"), 60, "before-end")).toBe("2026-12-31");
    expect(noticeDeadline(date("2027-03-01"), 60, "before-last-day")).toBe("2026-12-30");
  });
});
