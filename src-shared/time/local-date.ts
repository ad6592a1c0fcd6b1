import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";

declare const localDateBrand: unique symbol;

/** A civil date in ISO 8601, "2026-11-01", from 0001-01-01 to 9999-12-31. Its text order is its order in time. */
export type LocalDate = string & { readonly [localDateBrand]: true };

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const firstDate = "0001-01-01" as LocalDate;
export const lastDate = "9999-12-31" as LocalDate;

/** Reads exactly "YYYY-MM-DD". Printed dates ("1.11.2026") are not read here. */
export function parseLocalDate(text: string): Result<LocalDate, LocalDateError> {
  const digits = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (digits === null) return err({ code: "time/malformed-date", text });
  const parts = { year: Number(digits[1]), month: Number(digits[2]), day: Number(digits[3]) };
  return partsToLocalDate(parts);
}

export type LocalDateError =
  | { readonly code: "time/malformed-date"; readonly text: string }
  | { readonly code: "time/no-such-day"; readonly text: string };

/** The date of a year, month and day, if there is one: 2025-02-29 is `time/no-such-day`. */
export function partsToLocalDate({ year, month, day }: DateParts): Result<LocalDate, LocalDateError> {
  const isWhole = [year, month, day].every(Number.isInteger);
  if (
    !isWhole ||
    year < 1 ||
    year > 9999 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysInMonth(year, month)
  ) {
    return err({ code: "time/no-such-day", text: `${year}-${month}-${day}` });
  }
  return ok(textOf(year, month, day));
}

export function isLocalDate(text: string): text is LocalDate {
  return parseLocalDate(text).ok;
}

/** A date that is known to be one, such as a literal in code. Anything else is a defect: it throws. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date.ok) throw new RangeError(`Not a date: ${JSON.stringify(text)}`);
  return date.value;
}

export function dateParts(date: LocalDate): DateParts {
  return { year: yearOf(date), month: monthOf(date), day: dayOf(date) };
}

export function yearOf(date: LocalDate): number {
  return twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2);
}

/** 1 to 12. */
export function monthOf(date: LocalDate): number {
  return twoDigitsAt(date, 5);
}

/** Day of the month, 1 to 31. */
export function dayOf(date: LocalDate): number {
  return twoDigitsAt(date, 8);
}

/** Calendar quarter, 1 to 4. */
export function quarterOf(date: LocalDate): number {
  return Math.floor((monthOf(date) + 2) / 3);
}

/** "2026-11". */
export function yearMonthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

/** Day by day, back for negative counts. Stays at the first or last date there is, which stand for "ever". */
export function addDays(date: LocalDate, count: number): LocalDate {
  return dayNumberToDate(dateToDayNumber(date) + wholeCount(count));
}

/**
 * The same day of the month n months after an anchor, or the last of that month where it is shorter.
 *
 * Always counted from the anchor, never from the date before: from 31 January come 28 February and then 31 March.
 */
export function nthMonthFrom(anchor: LocalDate, count: number): LocalDate {
  const months = yearOf(anchor) * 12 + (monthOf(anchor) - 1) + wholeCount(count);
  const year = Math.floor(months / 12);
  if (year < 1) return firstDate;
  if (year > 9999) return lastDate;
  const month = months - year * 12 + 1;
  return textOf(year, month, Math.min(dayOf(anchor), daysInMonth(year, month)));
}

/** `nthMonthFrom` by another word, for a single step. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  return nthMonthFrom(date, count);
}

/** The same day n years after an anchor; 29 February falls on the 28th of a common year and comes back in a leap year. */
export function addYears(anchor: LocalDate, count: number): LocalDate {
  return nthMonthFrom(anchor, count * 12);
}

/** Days from start to end, without the end itself; negative when the end comes first. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return dateToDayNumber(end) - dateToDayNumber(start);
}

/** Whole months from an anchor to a date: the largest n with anchor + n months on or before it. */
export function wholeMonthsBetween(anchor: LocalDate, date: LocalDate): number {
  const months = (yearOf(date) - yearOf(anchor)) * 12 + (monthOf(date) - monthOf(anchor));
  return nthMonthFrom(anchor, months) <= date ? months : months - 1;
}

export function compareDates(first: LocalDate, second: LocalDate): -1 | 0 | 1 {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

export function earliestDate(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first);
}

export function latestDate(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((latest, date) => (date > latest ? date : latest), first);
}

export function weekdayOf(date: LocalDate): Weekday {
  // Day 0 (1970-01-01) was a Thursday.
  return (((((dateToDayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function startOfMonth(date: LocalDate): LocalDate {
  return textOf(yearOf(date), monthOf(date), 1);
}

/** The last day of the month: a day that belongs to it. */
export function endOfMonth(date: LocalDate): LocalDate {
  return textOf(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

export function isEndOfMonth(date: LocalDate): boolean {
  return date === endOfMonth(date);
}

export function startOfQuarter(date: LocalDate): LocalDate {
  return textOf(yearOf(date), quarterOf(date) * 3 - 2, 1);
}

export function startOfYear(date: LocalDate): LocalDate {
  return textOf(yearOf(date), 1, 1);
}

/** ISO 8601 week: weeks start on Monday, and week 1 has the year's first Thursday. */
export function isoWeekOf(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(startOfYear(thursday), thursday) / 7) + 1 };
}

/** Days since 1970-01-01, negative before. Source: the proleptic Gregorian calendar in eras of 400 years. */
export function dateToDayNumber(date: LocalDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date so many days after 1970-01-01; beyond the first or last date, that one. */
export function dayNumberToDate(dayNumber: number): LocalDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1) return firstDate;
  if (year > 9999) return lastDate;
  return textOf(year, month, day);
}

function textOf(year: number, month: number, day: number): LocalDate {
  return `${twoDigits(Math.floor(year / 100))}${twoDigits(year % 100)}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

const digitZero = 0x30;
const twoDigitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - digitZero) * 10 + text.charCodeAt(at + 1) - digitZero;

function wholeCount(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole count: ${count}`);
  return count;
}
