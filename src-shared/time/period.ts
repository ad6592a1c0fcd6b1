import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import {
  addDays,
  compareDates,
  daysBetween,
  earliestDate,
  firstDate,
  isEndOfMonth,
  lastDate,
  latestDate,
  nthMonthFrom,
  quarterOf,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  weekdayOf,
  wholeMonthsBetween,
  yearMonthOf,
} from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";

/** Civil days from start to end, half-open: the start belongs to it, the end does not. Never empty. */
export interface Period {
  readonly start: LocalDate;
  /** Exclusive. */
  readonly end: LocalDate;
}

/** A period that may be open at either side (`null`): the term of an agreement, the life of a price. */
export interface OpenPeriod {
  readonly start: LocalDate | null;
  /** Exclusive. */
  readonly end: LocalDate | null;
}

/** A rhythm: steps of whole months are counted from the anchor and clamped, those of weeks are whole days. */
export type PeriodStep = "week" | "two-weeks" | "four-weeks" | "month" | "quarter" | "half-year" | "year";

/** A step that the calendar itself has, whatever the anchor. */
export type CalendarStep = Exclude<PeriodStep, "two-weeks" | "four-weeks">;

const lengthsByStep: Readonly<Record<PeriodStep, { readonly days: number } | { readonly months: number }>> = {
  week: { days: 7 },
  "two-weeks": { days: 14 },
  "four-weeks": { days: 28 },
  month: { months: 1 },
  quarter: { months: 3 },
  "half-year": { months: 6 },
  year: { months: 12 },
};

/** How many months a step of a calendar has; `undefined` for weeks, and for what is no step. */
export function monthsPer(step: string | null | undefined): number | undefined {
  const length = step !== null && step !== undefined && isStep(step) ? lengthsByStep[step] : undefined;
  return length !== undefined && "months" in length ? length.months : undefined;
}

const isStep = (step: string): step is PeriodStep => Object.hasOwn(lengthsByStep, step);

/** Half-open period of two dates; an end that is not after the start is an error. */
export function createPeriod(start: LocalDate, end: LocalDate): Result<Period, PeriodError> {
  return start < end ? ok({ start, end }) : err({ code: "time/period-reversed", start, end });
}

export interface PeriodError {
  readonly code: "time/period-reversed";
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Half-open period of two dates that are known to be in order. Throws otherwise. */
export function period(start: LocalDate, end: LocalDate): Period {
  const created = createPeriod(start, end);
  if (!created.ok) throw new RangeError(`A period ends after it starts: ${start} to ${end}`);
  return created.value;
}

/** Period of two printed dates, both of which belong to it. Throws when the last day is before the first. */
export function inclusive(first: LocalDate, last: LocalDate): Period {
  return period(first, addDays(last, 1));
}

/** The last day that belongs to the period: how its end is printed. */
export function lastDayOf({ end }: Period): LocalDate {
  return addDays(end, -1);
}

/** "2026-10-01 to 2026-10-31": both days shown belong to it. A single day stands alone. */
export function formatPeriod(shown: Period): string {
  const last = lastDayOf(shown);
  return shown.start === last ? last : `${shown.start} to ${last}`;
}

export function lengthInDays({ start, end }: Period): number {
  return daysBetween(start, end);
}

export function contains({ start, end }: OpenPeriod, date: LocalDate): boolean {
  return (start === null || start <= date) && (end === null || date < end);
}

/** Whether every day of the inner period belongs to the outer one. */
export function containsPeriod(outer: OpenPeriod, inner: OpenPeriod): boolean {
  const startsInside = outer.start === null || (inner.start !== null && outer.start <= inner.start);
  const endsInside = outer.end === null || (inner.end !== null && inner.end <= outer.end);
  return startsInside && endsInside;
}

/** Whether they share at least one day. */
export function overlap(first: OpenPeriod, second: OpenPeriod): boolean {
  return intersectOpen(first, second) !== undefined;
}

/** The days that both have; undefined when there are none. */
export function intersect(first: Period, second: OpenPeriod): Period | undefined {
  const start = second.start === null ? first.start : latestDate(first.start, second.start);
  const end = second.end === null ? first.end : earliestDate(first.end, second.end);
  return start < end ? { start, end } : undefined;
}

/** The days that both have, which may be open; undefined when there are none. */
export function intersectOpen(first: OpenPeriod, second: OpenPeriod): OpenPeriod | undefined {
  const starts = [first.start, second.start].filter((date) => date !== null);
  const ends = [first.end, second.end].filter((date) => date !== null);
  const start = starts.length === 0 ? null : latestDate(firstDate, ...starts);
  const end = ends.length === 0 ? null : earliestDate(lastDate, ...ends);
  return start !== null && end !== null && start >= end ? undefined : { start, end };
}

/** Whether one starts on the day on which the other ends: no gap and no shared day. */
export function isAdjacent(first: Period, second: Period): boolean {
  return first.end === second.start || second.end === first.start;
}

/** By start, then by end. */
export function comparePeriods(first: Period, second: Period): -1 | 0 | 1 {
  return compareDates(first.start, second.start) || compareDates(first.end, second.end);
}

/** The days of a period that none of the others has, as periods in order. */
export function gapsIn(whole: Period, others: readonly Period[]): readonly Period[] {
  const gaps: Period[] = [];
  let open = whole.start;
  for (const other of others.toSorted(comparePeriods)) {
    const covered = intersect(whole, other);
    if (covered === undefined) continue;
    if (open < covered.start) gaps.push({ start: open, end: covered.start });
    open = latestDate(open, covered.end);
  }
  if (open < whole.end) gaps.push({ start: open, end: whole.end });
  return gaps;
}

/** The nth period from an anchor, from 0: both ends count from the anchor, so that no step loses a day. */
export function nthPeriod(anchor: LocalDate, step: PeriodStep, index: number): Period {
  return period(nthStart(anchor, step, index), nthStart(anchor, step, index + 1));
}

/** The first periods from an anchor, in order. */
export function periodsFrom(anchor: LocalDate, step: PeriodStep, count: number): readonly Period[] {
  return Array.from({ length: count }, (_, index) => nthPeriod(anchor, step, index));
}

/** The period of a rhythm to which a date belongs, before the anchor too. */
export function periodAt(anchor: LocalDate, step: PeriodStep, date: LocalDate): Period {
  return nthPeriod(anchor, step, indexAt(anchor, step, date));
}

/** All periods of a rhythm that share a day with the given one, whole, in order. */
export function periodsTouching(anchor: LocalDate, step: PeriodStep, span: Period): readonly Period[] {
  const first = indexAt(anchor, step, span.start);
  const last = indexAt(anchor, step, lastDayOf(span));
  return Array.from({ length: last - first + 1 }, (_, index) => nthPeriod(anchor, step, first + index));
}

/** Calendar week (from Monday), month, quarter, half-year or year of a date. */
export function calendarPeriod(step: CalendarStep, date: LocalDate): Period {
  switch (step) {
    case "week":
      return nthPeriod(addDays(date, 1 - weekdayOf(date)), step, 0);
    case "month":
      return nthPeriod(startOfMonth(date), step, 0);
    case "quarter":
      return nthPeriod(startOfQuarter(date), step, 0);
    case "half-year":
      return periodAt(startOfYear(date), step, date);
    case "year":
      return nthPeriod(startOfYear(date), step, 0);
  }
}

/** Its short name where the calendar has one, "2026-10", "2026-Q4", "2026-H2" or "2026"; else both its days. */
export function periodName(named: Period): string {
  const { start } = named;
  const isCalendar = (step: CalendarStep): boolean =>
    comparePeriods(calendarPeriod(step, start), named) === 0;
  if (isCalendar("month")) return yearMonthOf(start);
  if (isCalendar("quarter")) return `${start.slice(0, 4)}-Q${quarterOf(start)}`;
  if (isCalendar("half-year")) return `${start.slice(0, 4)}-H${quarterOf(start) < 3 ? 1 : 2}`;
  return isCalendar("year") ? start.slice(0, 4) : formatPeriod(named);
}

/** Months in a period that is a whole number of them from its start; undefined when it is not. */
export function wholeMonthsIn({ start, end }: Period): number | undefined {
  const months = wholeMonthsBetween(start, end);
  if (months > 0 && nthMonthFrom(start, months) === end) return months;
  // 30 April to 31 May is a month in a rhythm that is anchored on the 31st.
  return isEndOfMonth(start) && isEndOfMonth(end)
    ? wholeMonthsBetween(startOfMonth(start), startOfMonth(end))
    : undefined;
}

/**
 * End (exclusive) of a term of so many months, where a missing day can be read in two ways.
 *
 * "same-day": it ends before the same day, clamped, so that a year from 29 February 2024 has 28 February 2025 as its
 * end and 27 February as its last day. "end-of-month": it lasts through 28 February (BGB § 188, 2 and 3).
 */
export function endOfTerm(start: LocalDate, months: number, reading: "same-day" | "end-of-month"): LocalDate {
  const end = nthMonthFrom(start, months);
  const isMissingDay = end.slice(8) !== start.slice(8);
  return reading === "end-of-month" && isMissingDay ? addDays(end, 1) : end;
}

/** The last day on which notice is in time, so many days before a term ends (exclusive end) or before its last day. */
export function noticeDeadline(
  end: LocalDate,
  days: number,
  reading: "before-end" | "before-last-day",
): LocalDate {
  return addDays(end, reading === "before-end" ? -days : -days - 1);
}

function nthStart(anchor: LocalDate, step: PeriodStep, index: number): LocalDate {
  const length = lengthsByStep[step];
  return "days" in length
    ? addDays(anchor, index * length.days)
    : nthMonthFrom(anchor, index * length.months);
}

function indexAt(anchor: LocalDate, step: PeriodStep, date: LocalDate): number {
  const length = lengthsByStep[step];
  return "days" in length
    ? Math.floor(daysBetween(anchor, date) / length.days)
    : Math.floor(wholeMonthsBetween(anchor, date) / length.months);
}
