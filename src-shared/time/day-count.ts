import { addFractions, fraction } from "../money/index.ts";
import type { Fraction } from "../money/index.ts";
import {
  addYears,
  dayOf,
  daysBetween,
  daysInYear,
  isEndOfMonth,
  monthOf,
  startOfYear,
  yearOf,
} from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";

export const dayCounts = ["actual/365", "actual/360", "actual/actual-isda", "30E/360", "30US/360"] as const;

/**
 * A named convention of counting days for interest.
 *
 * "30E/360" takes the 31st as the 30th; "30US/360" takes the last day of February as the 30th too (ISDA 2006,
 * section 4.16). What a part of a service period costs is another matter: see proration.
 */
export type DayCount = (typeof dayCounts)[number];

/** Days from start to end, without the end, as the convention counts them. */
export function countDays(convention: DayCount, start: LocalDate, end: LocalDate): number {
  switch (convention) {
    case "actual/365":
    case "actual/360":
    case "actual/actual-isda":
      return daysBetween(start, end);
    case "30E/360":
      return daysOfThirty(start, end, Math.min(dayOf(start), 30), Math.min(dayOf(end), 30));
    case "30US/360": {
      const startDay = isEndOfFebruary(start) ? 30 : Math.min(dayOf(start), 30);
      const isFebruaryPair = isEndOfFebruary(start) && isEndOfFebruary(end);
      const endDay = isFebruaryPair || (dayOf(end) === 31 && startDay === 30) ? 30 : dayOf(end);
      return daysOfThirty(start, end, startDay, endDay);
    }
  }
}

/** The part of a year from start to end, exactly. Negative when the end comes first. */
export function yearFraction(convention: DayCount, start: LocalDate, end: LocalDate): Fraction {
  switch (convention) {
    case "actual/365":
      return fraction(countDays(convention, start, end), 365);
    case "actual/360":
    case "30E/360":
    case "30US/360":
      return fraction(countDays(convention, start, end), 360);
    case "actual/actual-isda":
      return actualYears(start, end);
  }
}

// Days in leap years count over 366, the others over 365; whole years between count as one each.
function actualYears(start: LocalDate, end: LocalDate): Fraction {
  if (end < start) {
    const { numerator, denominator } = actualYears(end, start);
    return { numerator: -numerator, denominator };
  }
  if (yearOf(start) === yearOf(end)) return fraction(daysBetween(start, end), daysInYear(yearOf(start)));
  const first = fraction(daysBetween(start, addYears(startOfYear(start), 1)), daysInYear(yearOf(start)));
  const last = fraction(daysBetween(startOfYear(end), end), daysInYear(yearOf(end)));
  return addFractions(addFractions(first, last), fraction(yearOf(end) - yearOf(start) - 1));
}

function isEndOfFebruary(date: LocalDate): boolean {
  return monthOf(date) === 2 && isEndOfMonth(date);
}

function daysOfThirty(start: LocalDate, end: LocalDate, startDay: number, endDay: number): number {
  return (yearOf(end) - yearOf(start)) * 360 + (monthOf(end) - monthOf(start)) * 30 + (endDay - startDay);
}
