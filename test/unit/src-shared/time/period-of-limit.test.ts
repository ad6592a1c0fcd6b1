import { describe, expect, test } from "vitest";
import { localDate, periodOfLimit } from "../../../../src-shared/time/index.ts";

const started = localDate("2026-02-10");
const day = localDate("2026-05-20");

describe("the period that a limit counts a day in", () => {
  test("is the month of the calendar, whenever the agreement began", () => {
    expect(periodOfLimit("month", day, started)).toEqual({ start: "2026-05-01", end: "2026-06-01" });
    expect(periodOfLimit("week", day, started)).toEqual({ start: "2026-05-18", end: "2026-05-25" });
  });

  test("runs from the start of the agreement where it is longer than a month", () => {
    expect(periodOfLimit("quarter", day, started)).toEqual({ start: "2026-05-10", end: "2026-08-10" });
    expect(periodOfLimit("year", day, started)).toEqual({ start: "2026-02-10", end: "2027-02-10" });
  });

  test("is a quarter or year of the calendar where no start is known", () => {
    expect(periodOfLimit("quarter", day, null)).toEqual({ start: "2026-04-01", end: "2026-07-01" });
    expect(periodOfLimit("year", day, null)).toEqual({ start: "2026-01-01", end: "2027-01-01" });
  });
});
