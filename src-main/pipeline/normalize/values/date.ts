import {
  addDays,
  compareDates,
  partsToLocalDate,
  weekdayOf,
  yearOf,
} from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { foldAligned } from "./fold.ts";
import { monthPattern, parseMonth, parseWeekday } from "./month.ts";

/** Order of day and month in dates that are all numbers; `null` while nothing printed decides. */
export type DateOrder = "day-first" | "month-first" | null;

export interface DateConvention {
  readonly order: DateOrder;
  /** Today, for the century of two-digit years and for what is plausible. */
  readonly asOf: LocalDate;
}

/** A printed date with everything it may mean. */
export interface DateReading {
  /** `null` when the order is open or the year implausible. */
  readonly value: LocalDate | null;
  /** All dates that the print allows, the likelier first. */
  readonly readings: readonly LocalDate[];
  /** Why the value is `null`. */
  readonly doubt: "ambiguous-date-order" | "implausible-year" | null;
  /** The order that the print alone proves ("31/12/2026"); `null` for month names, ISO and open ones. */
  readonly provesOrder: DateOrder;
}

/** A date inside a longer text. Offsets are UTF-16 units, end exclusive. */
export interface DateMatch extends DateReading {
  readonly start: number;
  readonly end: number;
}

const ordinal = "(?:st|nd|rd|th|er|re|\\u00ba|\\u00aa|o|\\.)?";
const of = "(?:\\s?(?:of|de|del|d')\\s?)?";
const yearPart = "(\\d{4}|'?\\d{2})";

// Each alternative is linear: bounded digits, bounded blanks, a fixed list of names.
const patterns: readonly {
  readonly form: "ymd" | "dMy" | "Mdy" | "yMd" | "numeric";
  readonly pattern: RegExp;
}[] = [
  {
    form: "ymd",
    pattern:
      /(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t\d{2}:\d{2}(?::\d{2})?z?)?(?![\d/-]|[.,]\d)/g,
  },
  {
    form: "dMy",
    pattern: new RegExp(
      `(?<![\\d.,/-])(\\d{1,2})\\s?${ordinal}\\s?[-/.]?\\s?${of}(${monthPattern})\\b\\.?\\s?[-/,.]?\\s?${of}${yearPart}(?!\\d)`,
      "g",
    ),
  },
  {
    form: "Mdy",
    pattern: new RegExp(
      `(?<![a-z0-9])(${monthPattern})\\b\\.?\\s?[-/]?\\s?(\\d{1,2})${ordinal}\\s?[-/,]?\\s?(\\d{4}|'\\d{2}|(?<=[-/,]\\s?)\\d{2})(?!\\d)`,
      "g",
    ),
  },
  {
    form: "yMd",
    pattern: new RegExp(`(?<!\\d)(\\d{4})[-/ ](${monthPattern})\\b\\.?[-/ ](\\d{1,2})(?!\\d)`, "g"),
  },
  {
    form: "numeric",
    pattern:
      /(?<![\d,/-]|\d\.)(\d{1,2})(\s?[./-]\s?|\s)(\d{1,2})(\s?[./-]\s?|\s)(\d{4}|\d{2})(?![\d/]|[.,:-]\d)/g,
  },
];

// What every date has, for passing over the many texts that have none.
const anyParts = /\d[-/. ]\s?\d{1,2}\s?[-/. ]\s?\d/;
const anyMonth = new RegExp(`(?<![a-z])(?:${monthPattern})(?![a-z])`);

/** All dates of a text, in order, without overlaps. A printed weekday that fits one order decides it. */
export function findDates(text: string, convention: DateConvention): readonly DateMatch[] {
  if (!/\d/.test(text)) return [];
  const folded = foldAligned(text);
  const found: DateMatch[] = [];
  const hasMonth = anyMonth.test(folded);
  const hasParts = anyParts.test(folded);
  if (!hasMonth && !hasParts) return [];
  for (const { form, pattern } of patterns) {
    if (form === "ymd" || form === "numeric" ? !hasParts : !hasMonth) continue;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (form === "dMy" && isEndOfRange(folded, match)) continue;
      const weekday = weekdayBefore(folded, start) ?? weekdayBehind(folded, end);
      const reading = readingOf(form, match, convention, weekday);
      if (reading !== null) found.push({ ...reading, start, end });
    }
  }
  return found.sort((first, second) => first.start - second.start);
}

/** "Apr 1 – Apr 30, 2026": between day and month stands the dash of a range, and the day belongs to a month before it. */
function isEndOfRange(folded: string, match: RegExpExecArray): boolean {
  const before = folded.slice(Math.max(0, match.index - 14), match.index);
  return (
    /^\d{1,2}\s+-\s*[a-z]|^\d{1,2}-\s+[a-z]/.test(match[0]) ||
    new RegExp(`(?<![a-z])(?:${monthPattern})\\b\\.?\\s?$`).test(before)
  );
}

/**
 * Reads a text that is one date and nothing else (a weekday and a place before it are allowed: "Berlin, den …" is
 * not). Eight digits ("20260331") are a date here. `null` when it is none or the day does not exist.
 */
export function parseDateText(text: string, convention: DateConvention): DateReading | null {
  const trimmed = text.trim();
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(trimmed);
  if (compact !== null)
    return ymdReading(Number(compact[1]), Number(compact[2]), Number(compact[3]), convention);
  const [match, ...others] = findDates(trimmed, convention);
  if (match === undefined || others.length > 0 || match.end < trimmed.replace(/[.,;)]+$/, "").length)
    return null;
  const before = trimmed.slice(0, match.start).trim();
  if (before !== "" && parseWeekday(before) === null) return null;
  const { start: _start, end: _end, ...reading } = match;
  return reading;
}

/** The order of day and month by what the dates themselves prove; both sides proven leaves it open. */
export function dateOrderOf(texts: Iterable<string>, asOf: LocalDate): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    for (const match of findDates(text, { order: null, asOf })) {
      if (match.provesOrder === "day-first") dayFirst += 1;
      if (match.provesOrder === "month-first") monthFirst += 1;
    }
  }
  if (dayFirst > 0 && monthFirst === 0) return "day-first";
  if (monthFirst > 0 && dayFirst === 0) return "month-first";
  return null;
}

/** "08/11/2026 (Tue)", "08/11/2026, Tuesday": behind a date a weekday is set off, for there words go on. */
function weekdayBehind(folded: string, end: number): number | null {
  const word = /^\s?(?:\(([a-z-]{2,13})\.?\)|,\s?([a-z-]{2,13})(?![a-z-]))/.exec(folded.slice(end, end + 18));
  return word === null ? null : parseWeekday(word[1] ?? word[2] ?? "");
}

function weekdayBefore(folded: string, start: number): number | null {
  const word = /([a-z-]{2,13})[.,]?\s?$/.exec(folded.slice(Math.max(0, start - 16), start))?.[1];
  return word === undefined ? null : parseWeekday(word);
}

function readingOf(
  form: "ymd" | "dMy" | "Mdy" | "yMd" | "numeric",
  match: RegExpExecArray,
  convention: DateConvention,
  weekday: number | null,
): DateReading | null {
  const part = (index: number): string => match[index] ?? "";
  switch (form) {
    case "ymd":
      return ymdReading(Number(part(1)), Number(part(3)), Number(part(4)), convention);
    case "dMy":
      return ymdReading(
        fullYear(part(3), convention.asOf),
        parseMonth(part(2)) ?? 0,
        Number(part(1)),
        convention,
      );
    case "Mdy":
      return ymdReading(
        fullYear(part(3), convention.asOf),
        parseMonth(part(1)) ?? 0,
        Number(part(2)),
        convention,
      );
    case "yMd":
      return ymdReading(Number(part(1)), parseMonth(part(2)) ?? 0, Number(part(3)), convention);
    case "numeric":
      return numericReading(match, convention, weekday);
  }
}

function ymdReading(
  year: number,
  month: number,
  day: number,
  convention: DateConvention,
): DateReading | null {
  const date = partsToLocalDate({ year, month, day });
  if (!date.ok) return null;
  return decided(date.value, null, convention);
}

function numericReading(
  match: RegExpExecArray,
  convention: DateConvention,
  weekday: number | null,
): DateReading | null {
  const separators = [(match[2] ?? "").trim(), (match[4] ?? "").trim()];
  if (separators[0] !== separators[1]) return null;
  const yearText = match[5] ?? "";
  // "1 2 2026" needs marks, "10 10 25" and "2.1.14" may be anything but dates when the year is short.
  if (separators[0] === "" && !(yearText.length === 4 && match[1]?.length === 2 && match[3]?.length === 2))
    return null;
  if (
    yearText.length === 2 &&
    (match[1] ?? "").length === 1 &&
    (match[3] ?? "").length === 1 &&
    separators[0] !== "/"
  )
    return null;
  const year = fullYear(yearText, convention.asOf);
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = partsToLocalDate({ year, month: second, day: first });
  const monthFirst = partsToLocalDate({ year, month: first, day: second });
  if (!dayFirst.ok && !monthFirst.ok) return null;
  if (dayFirst.ok && !monthFirst.ok) return decided(dayFirst.value, "day-first", convention);
  if (!dayFirst.ok && monthFirst.ok) return decided(monthFirst.value, "month-first", convention);
  if (!dayFirst.ok || !monthFirst.ok) return null;
  if (dayFirst.value === monthFirst.value) return decided(dayFirst.value, null, convention);
  if (weekday !== null) {
    const fits = (date: LocalDate): boolean => weekdayOf(date) === weekday;
    if (fits(dayFirst.value) !== fits(monthFirst.value)) {
      return fits(dayFirst.value)
        ? decided(dayFirst.value, "day-first", convention)
        : decided(monthFirst.value, "month-first", convention);
    }
  }
  // Points between day and month are written day first everywhere.
  if (separators[0] === ".") return decided(dayFirst.value, null, convention);
  switch (convention.order) {
    case "day-first":
      return { ...decided(dayFirst.value, null, convention), readings: [dayFirst.value, monthFirst.value] };
    case "month-first":
      return { ...decided(monthFirst.value, null, convention), readings: [monthFirst.value, dayFirst.value] };
    case null:
      return {
        value: null,
        readings: [dayFirst.value, monthFirst.value],
        doubt: "ambiguous-date-order",
        provesOrder: null,
      };
  }
}

function decided(date: LocalDate, provesOrder: DateOrder, { asOf }: DateConvention): DateReading {
  const isPlausible = yearOf(date) >= 2000 && compareDates(date, addDays(asOf, 5 * 366)) <= 0;
  return isPlausible
    ? { value: date, readings: [date], doubt: null, provesOrder }
    : { value: null, readings: [date], doubt: "implausible-year", provesOrder: null };
}

/** Two digits mean the century that is nearest to the as-of date. */
function fullYear(text: string, asOf: LocalDate): number {
  const digits = text.replace("'", "");
  if (digits.length === 4) return Number(digits);
  const current = yearOf(asOf);
  const base = current - (current % 100) + Number(digits);
  const nearest = [base - 100, base, base + 100].sort(
    (first, second) => Math.abs(first - current) - Math.abs(second - current),
  );
  return nearest[0] ?? base;
}
