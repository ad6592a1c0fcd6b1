import { partsToLocalDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { monthPattern, parseMonth } from "../../values/month.ts";
import type { DateLiteral, NumberStyle } from "./literal.ts";
import { ordinalWords, parseOrdinalWord } from "./number-words.ts";

const day = `(?:\\d{1,2}(?: ?(?:st|nd|rd|th|s t|n d|r d|t h)|er|\\.|º|°|o)?|${[...ordinalWords].sort((one, other) => other.length - one.length).join("|")})`;
const month = `(${monthPattern})\\.?`;
const year = `(\\d{4}|'\\d{2}|two thousand (?:and )?[a-z]+(?:-[a-z]+)?)`;

const dayMonthYear = new RegExp(
  `(?<![\\p{L}\\d])(${day})(?: {1,2}day)?(?: of| de| di)?[ -]?${month}[ -]?,?(?: of| de| del| do| van)?(?: ?${year})(?![\\p{L}\\d])`,
  "gu",
);
const monthDayYear = new RegExp(
  `(?<![\\p{L}\\d])${month} ?(${day})(?: ?,| of)? ?${year}(?![\\p{L}\\d])`,
  "gu",
);
const monthYear = new RegExp(`(?<![\\p{L}\\d])${month},?(?: of| de| del)? ?(\\d{4})(?![\\p{L}\\d])`, "gu");
const isoDate = /(?<![\d.\-/])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d]|[-/]\d)/g;
const numericDate = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d]|[./-]\d)/g;

/** Dates of a folded text; numeric ones whose order nobody can tell have two readings and no date. */
export function findDates(folded: string, style: NumberStyle): readonly DateLiteral[] {
  if (!/\d/.test(folded) && !folded.includes("two thousand")) return [];
  const found: DateLiteral[] = [];
  const add = (
    start: number,
    length: number,
    readings: readonly (LocalDate | null)[],
    isMonthOnly = false,
  ): void => {
    const end = start + length;
    if (found.some((other) => other.start < end && start < other.end)) return;
    const valid = [...new Set(readings.filter((date): date is LocalDate => date !== null))];
    found.push({
      type: "date",
      start,
      end,
      date: valid.length === 1 ? (valid[0] ?? null) : null,
      readings: valid,
      isMonthOnly,
      wording: "digits",
      rivals: [],
      bound: null,
      rangeWith: null,
    });
  };
  for (const { start, length, date } of partialDates(folded)) add(start, length, [date]);
  for (const match of folded.matchAll(isoDate)) {
    add(match.index, match[0].length, [dateOf(match[1], Number(match[2]), Number(match[3]))]);
  }
  for (const match of folded.matchAll(dayMonthYear)) {
    add(match.index, match[0].length, [dateOf(match[3], parseMonth(match[2] ?? ""), dayOf(match[1]))]);
  }
  for (const match of folded.matchAll(monthDayYear)) {
    add(match.index, match[0].length, [dateOf(match[3], parseMonth(match[1] ?? ""), dayOf(match[2]))]);
  }
  for (const match of folded.matchAll(numericDate)) {
    add(match.index, match[0].length, readNumeric(match, style));
  }
  for (const match of folded.matchAll(monthYear)) {
    add(match.index, match[0].length, [dateOf(match[2], parseMonth(match[1] ?? ""), 1)], true);
  }
  return found.sort((one, other) => one.start - other.start);
}

const upTo =
  "(?: ?(?:-|–|to|through|thru|until|till|and|bis(?: zum)?|und|au|jusqu'au|et|al|a|ao|ate(?: a| ao| o)?|hasta(?: el)?|y|e|en|tot(?: en met)?|t/m|fino al)(?: le| el| il)? ?)";
/** "1 de enero al 31 de diciembre de 2026", "vom 1. bis 31. März 2026": the first day takes month and year of the last. */
const dayMonthRange = new RegExp(
  `(?<![\\p{L}\\d.,])(\\d{1,2}(?:er|st|nd|rd|th|\\.|º|°)?)(?:(?: of| de| di)? ?${month})?${upTo}(\\d{1,2}(?:er|st|nd|rd|th|\\.|º|°)?)(?: of| de| di)?[ -]?${month}[ -]?,?(?: of| de| del| do| van)?(?: ?${year})(?![\\p{L}\\d])`,
  "gu",
);
const monthDayRange = new RegExp(
  `(?<![\\p{L}\\d])${month} (\\d{1,2}(?:st|nd|rd|th)?)${upTo}${month} (\\d{1,2}(?:st|nd|rd|th)?) ?,? ?${year}(?![\\p{L}\\d])`,
  "gu",
);

/** First days of ranges that leave out what they share with the last. A later month is one of the year before. */
function partialDates(
  folded: string,
): readonly { readonly start: number; readonly length: number; readonly date: LocalDate | null }[] {
  const partial = (
    match: RegExpMatchArray,
    [firstDay, firstMonth, lastMonth, lastYear]: readonly [string, string | undefined, string, string],
    length: number,
  ) => {
    const last = parseMonth(lastMonth) ?? 0;
    const first = firstMonth === undefined ? last : (parseMonth(firstMonth) ?? 0);
    const date = dateOf(String(yearOf(lastYear) - (first > last ? 1 : 0)), first, dayOf(firstDay));
    return { start: match.index ?? 0, length, date };
  };
  return [
    ...[...folded.matchAll(dayMonthRange)].map((match) => {
      const [whole, day1 = "", month1, , month2 = "", year2 = ""] = match;
      const end = month1 === undefined ? day1.length : whole.indexOf(month1) + month1.length;
      return partial(match, [day1, month1, month2, year2], end);
    }),
    ...[...folded.matchAll(monthDayRange)].map((match) => {
      const [, month1 = "", day1 = "", month2 = "", , year2 = ""] = match;
      return partial(match, [day1, month1, month2, year2], month1.length + 1 + day1.length);
    }),
  ];
}

const dayOf = (print: string | undefined): number =>
  print === undefined ? 0 : (parseOrdinalWord(print) ?? Number(/^\d+/.exec(print)?.[0] ?? 0));

function yearOf(print: string | undefined): number {
  if (print === undefined) return 0;
  const digits = /\d+/.exec(print)?.[0];
  if (digits === undefined) return 0;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function dateOf(
  yearPrint: string | undefined,
  monthNumber: number | null,
  dayNumber: number,
): LocalDate | null {
  if (monthNumber === null) return null;
  const read = partsToLocalDate({ year: yearOf(yearPrint), month: monthNumber, day: dayNumber });
  return read.ok ? read.value : null;
}

function readNumeric(match: RegExpMatchArray, style: NumberStyle): readonly (LocalDate | null)[] {
  const [, first = "", mark, second = "", yearPrint] = match;
  const dayFirst = dateOf(yearPrint, Number(second), Number(first));
  const monthFirst = dateOf(yearPrint, Number(first), Number(second));
  // Points are written day first wherever dates are written with them.
  if (mark === "." || style.dateOrder === "day-first") return [dayFirst];
  if (style.dateOrder === "month-first") return [monthFirst];
  return [dayFirst, monthFirst];
}

/** Order of day and month that the unambiguous numeric dates of a text share; `null` without any, or if they differ. */
export function dateOrderOf(folded: string): "day-first" | "month-first" | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, first, mark, second] of folded.matchAll(numericDate)) {
    if (mark === ".") continue;
    if (Number(first) > 12) dayFirst += 1;
    if (Number(second) > 12) monthFirst += 1;
  }
  if (dayFirst > 0 && monthFirst === 0) return "day-first";
  return monthFirst > 0 && dayFirst === 0 ? "month-first" : null;
}
