import {
  addDays,
  partsToLocalDate,
  weekdayOf,
  yearOf,
  type LocalDate,
} from "../../../../src-shared/time/index.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import { foldAligned, foldText } from "../values/fold.ts";
import { monthPattern, parseMonth, parseWeekday } from "../values/month.ts";

/** Days of which a paper says once that its records lie in them; the end is exclusive. */
export interface DaySpan {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** A day inside a text that may lack its year. Offsets are UTF-16 units, end exclusive. */
export interface DayMatch {
  readonly value: LocalDate | null;
  readonly start: number;
  readonly end: number;
}

/** How a paper writes its days: their order, the years that it prints, and the days that it covers. */
export interface PaperDays extends DateConvention {
  readonly span: DaySpan | null;
  /** Years that the paper prints, the latest first; none where it prints none. */
  readonly years: readonly number[];
  /** "ma" is Monday in Dutch and Tuesday in French. */
  readonly isDutch?: boolean;
}

const weekdays: Readonly<Record<string, number>> = {
  mo: 1,
  di: 2,
  mi: 3,
  do: 4,
  fr: 5,
  sa: 6,
  so: 7,
  lun: 1,
  mar: 2,
  mer: 3,
  mie: 3,
  jeu: 4,
  jue: 4,
  gio: 4,
  ven: 5,
  vie: 5,
  sam: 6,
  sab: 6,
  dim: 7,
  dom: 7,
  ma: 2,
  wo: 3,
  vr: 5,
  za: 6,
  zo: 7,
  seg: 1,
  ter: 2,
  qua: 3,
  qui: 4,
  sex: 5,
  m: 1,
  tu: 2,
  w: 3,
  th: 4,
  f: 5,
  we: 3,
  su: 7,
  thurs: 4,
};

/** 1 (Monday) to 7 for a weekday at the head of a text, abbreviated as sheets do it. */
export const weekdayAt = (text: string, isDutch = false): number | null => {
  const word =
    foldText(text)
      .trim()
      .split(/[^a-z-]+/)[0] ?? "";
  return parseWeekday(word) ?? (isDutch && word === "ma" ? 1 : (weekdays[word] ?? null));
};

const dutchWords =
  /(?:^|\s)(?:wo|vr|za|zo)\.?(?:\s|$)|\b(?:urenstaat|uren|werkzaamheden|week nr|totaal|naam)\b/;
const frenchWords = /(?:^|\s)(?:lu|me|je|ve)\.?(?:\s|$)/;

/** Whether the lines of a paper abbreviate weekdays as Dutch does. */
export const isDutchPaper = (lines: readonly string[]): boolean =>
  lines.some((line) => dutchWords.test(foldText(line))) &&
  !lines.some((line) => frenchWords.test(foldText(line)));

const dayAndMonth = new RegExp(
  `(?<![\\d.,/-])(\\d{1,2})(?:st|nd|rd|th|er|\\.|\\u00ba)?[\\s/-]*(?:of |de |d')?(${monthPattern})(?![a-z])\\.?(?![\\s,/-]*(?:de |del )?(?:'?\\d{2}(?!\\d|[:.,h]\\d)|20\\d{2}))|(?<![a-z])(${monthPattern})\\.?[\\s/-](\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d|[\\s,]+(?:20\\d{2}))`,
  "g",
);
const figures = /(?<![\d.,/:-])(\d{1,2})([./-])(\d{1,2})(?:(\.)(?!\d)|(?![\d.,:/-]))/g;

/** Years of whole dates and periods, and those that stand alone: "Mai 2026", "KW 23/2026". */
export function yearsIn(texts: readonly string[], asOf: LocalDate): readonly number[] {
  const years = new Set<number>();
  for (const text of texts) {
    for (const match of text.matchAll(/(?<![\d.,-])(20\d{2})(?![\d.,]\d|\d)/g)) years.add(Number(match[1]));
    for (const { readings } of findDates(text, { order: null, asOf }))
      for (const day of readings) years.add(yearOf(day));
  }
  return [...years].filter((year) => year <= yearOf(asOf) + 1).toSorted((one, other) => other - one);
}

/**
 * The day that a text without a year means: in the days that the paper covers, else in a year that it prints, else
 * the last one that is past. A printed weekday must fit.
 */
export function dayOfYearless(
  month: number,
  day: number,
  weekday: number | null,
  { span, years, asOf }: PaperDays,
): LocalDate | null {
  const spanned = span === null ? [] : [yearOf(span.start), yearOf(span.end)];
  const printed = years.length > 0 ? years : [yearOf(asOf), yearOf(asOf) - 1];
  const dates = [...new Set([...spanned, ...printed])].flatMap((year) => {
    const date = partsToLocalDate({ year, month, day });
    return date.ok && (weekday === null || weekdayOf(date.value) === weekday) ? [date.value] : [];
  });
  const inSpan = dates.find((date) => span !== null && span.start <= date && date < span.end);
  if (inSpan !== undefined) return inSpan;
  return (
    dates
      .filter((date) => date <= asOf)
      .toSorted()
      .at(-1) ?? null
  );
}

/** "mar 05/05" is Tuesday 5 May before it is March. */
const tuesday = /(?<!\p{L})mar\.?(?=\s\d{1,2}[./]\d{1,2}(?![\d./]))/giu;

/** "Mar 08", "mar 3" alone: Tuesday the 8th, where the days of the paper hold that Tuesday and no 8th of March. */
function isTuesdayAlone(text: string, { span }: PaperDays): boolean {
  const number = /^\s*mar\.?\s?(\d{1,2})\.?\s*$/i.exec(text)?.[1];
  const day = number === undefined || span === null ? null : dayNumbered(Number(number), span);
  return day !== null && weekdayOf(day) === tuesdayNumber && day.slice(5, 7) !== "03";
}
const tuesdayNumber = 2;

/** "2 1/2 hrs" names no first of February. */
const fractionOfHours =
  /(?<=\d )[13]\/[24](?=\s?(?:h|hrs?|hours?|std|stunden|uur|uren|heures?|horas?|ore)(?![a-z]))/giu;

/** Whole dates and days without a year, in order. */
export function findDays(text: string, days: PaperDays): readonly DayMatch[] {
  if (!/\d/.test(text) || isTuesdayAlone(text, days)) return [];
  const blank = (part: string): string => " ".repeat(part.length);
  const plain = text.replace(tuesday, blank).replace(fractionOfHours, blank);
  const whole = findDates(plain, days).map(({ start, end, value }): DayMatch => ({ start, end, value }));
  const folded = foldAligned(text.replace(fractionOfHours, blank));
  const found: DayMatch[] = [...whole];
  const isFree = (start: number, end: number): boolean =>
    !found.some((other) => start < other.end && other.start < end);
  const put = (match: RegExpExecArray, month: number, day: number): void => {
    const end = match.index + match[0].length;
    if (!isFree(match.index, end)) return;
    const weekday = weekdayBefore(folded, match.index);
    // "do", "mar" and "so" are words too: where no year fits them they name no weekday.
    const value = dayOfYearless(month, day, weekday, days) ?? dayOfYearless(month, day, null, days);
    if (value !== null) found.push({ start: match.index, end, value });
  };
  for (const match of foldAligned(plain).matchAll(dayAndMonth))
    put(match, parseMonth(match[2] ?? match[3] ?? "") ?? 0, Number(match[1] ?? match[4]));
  for (const match of folded.matchAll(figures)) {
    // "2.5" and "12.30" are figures before they are days; "05.10." and "5/10" are days.
    const isDay =
      match[2] === "/" ||
      match[4] === "." ||
      (match[2] === "-" && /^(?:[a-z]{1,13}\.?,?\s?)?$/.test(folded.slice(0, match.index)));
    if (!isDay) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (days.order === null && match[2] !== "." && first <= 12 && second <= 12 && first !== second) continue;
    const isMonthFirst = days.order === "month-first" && match[2] !== ".";
    put(match, isMonthFirst ? first : second, isMonthFirst ? second : first);
  }
  return found.toSorted((one, other) => one.start - other.start);
}

function weekdayBefore(folded: string, start: number): number | null {
  const word = /([a-z-]{2,13})[.,]?\s*$/.exec(folded.slice(Math.max(0, start - 16), start))?.[1];
  return word === undefined ? null : (parseWeekday(word) ?? weekdays[word] ?? null);
}

/** A day without its year, a weekday alone or a number alone, within days that the paper names; `null` elsewhere. */
export function dayNamedBy(text: string, days: PaperDays): LocalDate | null {
  const [first, ...others] = findDays(text, days);
  if (first !== undefined) return others.length === 0 ? first.value : null;
  const { span } = days;
  if (span === null) return null;
  const [, number] =
    /^(?:[a-z]{1,13}\.?,? ?)?(\d{1,2})\.?(?: ?[a-z]{1,13}\.?)?$/.exec(foldText(text).trim()) ?? [];
  if (number !== undefined) return dayNumbered(Number(number), span);
  const weekday = /\d/.test(text) ? null : weekdayAt(text, days.isDutch);
  if (weekday === null || addDays(span.start, 7) < span.end) return null;
  const day = addDays(span.start, (weekday - weekdayOf(span.start) + 7) % 7);
  return day < span.end ? day : null;
}

/** The only day of a span of at most a month that has that number. */
function dayNumbered(number: number, span: DaySpan): LocalDate | null {
  if (addDays(span.start, 31) < span.end) return null;
  for (let day = span.start; day < span.end; day = addDays(day, 1))
    if (Number(day.slice(8)) === number) return day;
  return null;
}
