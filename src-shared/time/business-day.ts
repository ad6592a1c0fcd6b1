import {
  addDays,
  addMonths,
  endOfMonth,
  lastDate,
  startOfMonth,
  weekdayOf,
  yearMonthOf,
} from "./local-date.ts";
import type { LocalDate, Weekday } from "./local-date.ts";

/** Days on which nothing falls due. Whose calendar it is, the agreement or the user says. */
export interface BusinessCalendar {
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly LocalDate[];
}

export const saturdayAndSunday: BusinessCalendar = { weekend: [6, 7], holidays: [] };

/** Monday to Friday, without these holidays. */
export function businessCalendar(holidays: readonly LocalDate[]): BusinessCalendar {
  return { weekend: [6, 7], holidays };
}

/** Where a date that is no business day moves; "modified" stays in its month by going back instead. */
export type Roll = "none" | "next-business-day" | "previous-business-day" | "modified-next-business-day";

export function isBusinessDay(date: LocalDate, { weekend, holidays }: BusinessCalendar): boolean {
  return !weekend.includes(weekdayOf(date)) && !holidays.includes(date);
}

export function rollToBusinessDay(date: LocalDate, roll: Roll, calendar: BusinessCalendar): LocalDate {
  switch (roll) {
    case "none":
      return date;
    case "next-business-day":
      return nearest(date, 1, calendar);
    case "previous-business-day":
      return nearest(date, -1, calendar);
    case "modified-next-business-day": {
      const next = nearest(date, 1, calendar);
      return yearMonthOf(next) === yearMonthOf(date) ? next : nearest(date, -1, calendar);
    }
  }
}

/** The nth business day after a date, before it for negative counts; for zero, the date itself. */
export function addBusinessDays(date: LocalDate, count: number, calendar: BusinessCalendar): LocalDate {
  const step = count < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(count); left > 0; left -= 1)
    reached = nearest(addDays(reached, step), step, calendar);
  return reached;
}

/** Business days after the start, up to and with the end. */
export function businessDaysBetween(start: LocalDate, end: LocalDate, calendar: BusinessCalendar): number {
  let count = 0;
  for (let date = addDays(start, 1); date <= end && date < lastDate; date = addDays(date, 1)) {
    if (isBusinessDay(date, calendar)) count += 1;
  }
  return count;
}

export function firstBusinessDayOfMonth(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return nearest(startOfMonth(date), 1, calendar);
}

export function lastBusinessDayOfMonth(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return nearest(endOfMonth(date), -1, calendar);
}

/** The first business day of the month after. */
export function firstBusinessDayAfterMonth(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return firstBusinessDayOfMonth(addMonths(startOfMonth(date), 1), calendar);
}

function nearest(date: LocalDate, step: 1 | -1, calendar: BusinessCalendar): LocalDate {
  let candidate = date;
  for (let tried = 0; tried < 366; tried += 1) {
    if (isBusinessDay(candidate, calendar)) return candidate;
    candidate = addDays(candidate, step);
  }
  throw new RangeError("The calendar has no business day within a year");
}
