import { addDays, addMonths, partsToLocalDate, weekdayOf } from "../../../../src-shared/time/index.ts";
import type { LocalDate, Period } from "../../../../src-shared/time/index.ts";
import { findDates } from "./date.ts";
import type { DateConvention, DateMatch, DateOrder } from "./date.ts";
import { foldAligned } from "./fold.ts";
import { monthPattern, parseMonth } from "./month.ts";

/** A printed service period. `end` is exclusive: "01.03.–31.03.2026" ends at 1 April. */
export interface PeriodReading {
  /** `null` when the dates in it stay ambiguous. */
  readonly value: Period | null;
  readonly readings: readonly Period[];
}

/** A period inside a longer text. Offsets are UTF-16 units, end exclusive. */
export interface PeriodMatch extends PeriodReading {
  readonly start: number;
  readonly end: number;
}

const joint =
  "\\s?(?:-|to|thru|through|until|till|bis|bis zum|au|jusqu'au|t/m|tot|tot en met|al|a|ate|ao|fino al|hasta)\\s?(?:the |den |dem |le |el |il |the )?";
const jointOnly = new RegExp(`^[\\s.,]*${joint}$`);

/** A text that is one period and nothing else, with words such as "from" or "vom" before it at most. */
export function parsePeriod(text: string, convention: DateConvention): PeriodReading | null {
  const trimmed = text.trim();
  const [match, ...others] = findPeriods(trimmed, convention);
  if (match === undefined || others.length > 0 || match.end < trimmed.replace(/[.,;)]+$/, "").length)
    return null;
  const before = foldAligned(trimmed.slice(0, match.start)).trim();
  if (
    before !== "" &&
    !/^(?:from|vom|von|du|de|del|dal|dall'|van|periode?|period|im|in|for|mese di|mois de|mes de|monat|month of|:|\()+$/.test(
      before,
    )
  )
    return null;
  return { value: match.value, readings: match.readings };
}

/** All periods of a text, in order, without overlaps. Single days are none. */
export function findPeriods(text: string, convention: DateConvention): readonly PeriodMatch[] {
  // Every period has a year of four digits, or two dates; "01-Apr-26" is one.
  if (!/(?:19|20)\d\d|\d[-/.]\d{1,2}[-/.]\d|\d[-/. ]\p{L}{3,}\.?[-/. ]'?\d{2}(?!\d)/u.test(text)) return [];
  const folded = foldAligned(text);
  const found: PeriodMatch[] = [];
  const put = (start: number, end: number, reading: PeriodReading | null): void => {
    if (reading !== null && !found.some((other) => start < other.end && other.start < end)) {
      found.push({ ...reading, start, end });
    }
  };
  findDateRanges(text, folded, convention, put);
  findShortRanges(folded, put);
  // A single date holds a month name and a year too; it is a day, not a month.
  const days = findDates(text, convention);
  const isDay = (start: number, end: number): boolean =>
    days.some((day) => start < day.end && day.start < end);
  findNamedPeriods(folded, (start, end, reading) => {
    if (!isDay(start, end)) put(start, end, reading);
  });
  return found.sort((first, second) => first.start - second.start);
}

/** The dash of "05/28/26-06/03/26": between glued dates it is none of their own. */
const gluedDates = /(?<=\d[./]\d{1,2}[./]\d{2,4})[-–](?=\d{1,2}[./]\d{1,2}[./]\d{2})/g;

type Put = (start: number, end: number, reading: PeriodReading | null) => void;

function findDateRanges(text: string, folded: string, convention: DateConvention, put: Put): void {
  const dates = findDates(text.replace(gluedDates, " "), convention);
  for (let index = 0; index + 1 < dates.length; index += 1) {
    const [first, last] = [dates[index], dates[index + 1]];
    if (first === undefined || last === undefined) continue;
    const between = folded.slice(first.end, last.start);
    if (between.length > 20 || !jointOnly.test(between)) continue;
    const readings: Period[] = [];
    const [starts, ends] = [readingsUnder(first, last.provesOrder), readingsUnder(last, first.provesOrder)];
    for (let reading = 0; reading < Math.max(starts.length, ends.length); reading += 1) {
      const start = starts[reading] ?? starts[0];
      const end = ends[reading] ?? ends[0];
      if (start !== undefined && end !== undefined && start <= end)
        readings.push({ start, end: addDays(end, 1) });
    }
    if (readings.length === 0) continue;
    const isDated = first.value !== null && last.value !== null && first.value <= last.value;
    const isOnlyOne =
      readings.length === 1 && first.doubt !== "implausible-year" && last.doubt !== "implausible-year";
    const decided = isDated || isOnlyOne ? (readings[0] ?? null) : null;
    put(first.start, last.end, { value: decided, readings: decided === null ? readings : [decided] });
    index += 1;
  }
}

// An order that the other end proves leaves one reading of an open date.
function readingsUnder(date: DateMatch, order: DateOrder): readonly LocalDate[] {
  if (date.doubt !== "ambiguous-date-order" || order === null) return date.readings;
  return date.readings.slice(order === "day-first" ? 0 : 1).slice(0, 1);
}

const shortRanges: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Period | null;
}[] = [
  {
    // 01.03.-31.03.2026, 1/3-31/3/2026
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,2})([./])(\\d{1,2})\\2?${joint}(\\d{1,2})\\2(\\d{1,2})\\2(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) =>
      daysOf(
        [Number(match[6]), Number(match[3]), Number(match[1])],
        [Number(match[6]), Number(match[5]), Number(match[4])],
      ),
  },
  {
    // 01.-31.03.2026
    pattern: new RegExp(`(?<![\\d.,])(\\d{1,2})\\.${joint}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\d)`, "g"),
    read: (match) =>
      daysOf(
        [Number(match[4]), Number(match[3]), Number(match[1])],
        [Number(match[4]), Number(match[3]), Number(match[2])],
      ),
  },
  {
    // 1-31 March 2026, 1. bis 31. März 2026, du 1er au 31 mars 2026
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:\\s?(?:st|nd|rd|th|er)|\\.)?${joint}(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s?(?:of |de )?(${monthPattern})\\b\\.?,?\\s?(?:de |del )?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) => {
      const month = parseMonth(match[3] ?? "") ?? 0;
      return daysOf([Number(match[4]), month, Number(match[1])], [Number(match[4]), month, Number(match[2])]);
    },
  },
  {
    // 25. und 26. August 2026, 15 et 16 septembre 2026: two days that follow each other
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:und|and|et|en|y|e|&)\\s(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s?(?:of |de )?(${monthPattern})\\b\\.?,?\\s?(?:de |del )?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) => {
      if (Number(match[2]) !== Number(match[1]) + 1) return null;
      const month = parseMonth(match[3] ?? "") ?? 0;
      return daysOf([Number(match[4]), month, Number(match[1])], [Number(match[4]), month, Number(match[2])]);
    },
  },
  {
    // March 1 - 31, 2026
    pattern: new RegExp(
      `(?<![a-z])(${monthPattern})\\b\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?${joint}(\\d{1,2})(?:st|nd|rd|th)?,?\\s?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) => {
      const month = parseMonth(match[1] ?? "") ?? 0;
      return daysOf([Number(match[4]), month, Number(match[2])], [Number(match[4]), month, Number(match[3])]);
    },
  },
  {
    // March 1 - April 15, 2026
    pattern: new RegExp(
      `(?<![a-z])(${monthPattern})\\b\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?${joint}(${monthPattern})\\b\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?,?\\s?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) =>
      daysOf(
        [Number(match[5]), parseMonth(match[1] ?? "") ?? 0, Number(match[2])],
        [Number(match[5]), parseMonth(match[3] ?? "") ?? 0, Number(match[4])],
      ),
  },
  {
    // 1 March - 15 April 2026
    pattern: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s?(?:of |de )?(${monthPattern})\\b\\.?${joint}(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s?(?:of |de )?(${monthPattern})\\b\\.?,?\\s?(?:de |del )?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) =>
      daysOf(
        [Number(match[5]), parseMonth(match[2] ?? "") ?? 0, Number(match[1])],
        [Number(match[5]), parseMonth(match[4] ?? "") ?? 0, Number(match[3])],
      ),
  },
  {
    // January - March 2026
    pattern: new RegExp(
      `(?<![a-z\\d] ?)(${monthPattern})\\b\\.?${joint}(${monthPattern})\\b\\.?,?\\s?(?:de |del )?(\\d{4})(?!\\d)`,
      "g",
    ),
    read: (match) => {
      const start = monthStart(Number(match[3]), parseMonth(match[1] ?? "") ?? 0);
      const last = monthStart(Number(match[3]), parseMonth(match[2] ?? "") ?? 0);
      return start === null || last === null || last < start ? null : { start, end: addMonths(last, 1) };
    },
  },
];

function findShortRanges(folded: string, put: Put): void {
  for (const { pattern, read } of shortRanges) {
    for (const match of folded.matchAll(pattern)) {
      const value = read(match);
      if (value !== null) put(match.index, match.index + match[0].length, { value, readings: [value] });
    }
  }
}

const named: readonly {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Period | null;
}[] = [
  {
    pattern:
      /(?<![a-z\d])(?:kw|cw|wk|week|woche|semaine|semana|settimana|kalenderwoche|w)\.?\s?(\d{1,2})\s?(?:[/,-]|of|de|)\s?(20\d{2})(?!\d)/g,
    read: (match) => isoWeek(Number(match[2]), Number(match[1])),
  },
  {
    pattern: /(?<!\d)(20\d{2})-?w(\d{2})(?!\d)/g,
    read: (match) => isoWeek(Number(match[1]), Number(match[2])),
  },
  {
    pattern: new RegExp(
      `(?<![a-z])(${monthPattern})\\b\\.?[\\s/,-]?\\s?(?:de |del )?(20\\d{2})(?!\\d|[./-]\\d)`,
      "g",
    ),
    read: (match) => monthsFrom(Number(match[2]), parseMonth(match[1] ?? "") ?? 0, 1),
  },
  {
    pattern: /(?<![\d./-])(0[1-9]|1[0-2])\s?[/.-]\s?(20\d{2})(?![\d./-])/g,
    read: (match) => monthsFrom(Number(match[2]), Number(match[1]), 1),
  },
  {
    pattern: /(?<![\d./-])(20\d{2})-(0[1-9]|1[0-2])(?![\d./-])/g,
    read: (match) => monthsFrom(Number(match[1]), Number(match[2]), 1),
  },
  {
    pattern:
      /(?<![a-z\d])(?:q|t|quarter |quartal |trimestre )\s?([1-4])[\s/,-]{0,2}(?:of |de |du |del )?(20\d{2})(?!\d)/g,
    read: (match) => monthsFrom(Number(match[2]), Number(match[1]) * 3 - 2, 3),
  },
  {
    pattern:
      /(?<!\d)([1-4])(?:\.|st|nd|rd|th|er|e|º|o|ª|a|°)?\s?(?:quarter|quartal|kwartaal|trimestre|trim\.?|q)\s?(?:of |de |du |del )?(20\d{2})(?!\d)/g,
    read: (match) => monthsFrom(Number(match[2]), Number(match[1]) * 3 - 2, 3),
  },
  {
    pattern: /(?<!\d)(20\d{2})[\s/-]?q([1-4])(?!\d)/g,
    read: (match) => monthsFrom(Number(match[1]), Number(match[2]) * 3 - 2, 3),
  },
  {
    pattern: /(?<![a-z\d])h([12])[\s/-]?(20\d{2})(?!\d)|(?<!\d)([12])\.\s?halbjahr\s?(20\d{2})(?!\d)/g,
    read: (match) => monthsFrom(Number(match[2] ?? match[4]), Number(match[1] ?? match[3]) * 6 - 5, 6),
  },
];

function findNamedPeriods(folded: string, put: Put): void {
  for (const { pattern, read } of named) {
    for (const match of folded.matchAll(pattern)) {
      const value = read(match);
      if (value !== null) put(match.index, match.index + match[0].length, { value, readings: [value] });
    }
  }
}

type Parts = readonly [year: number, month: number, day: number];

function daysOf(first: Parts, last: Parts): Period | null {
  const start = partsToLocalDate({ year: first[0], month: first[1], day: first[2] });
  const end = partsToLocalDate({ year: last[0], month: last[1], day: last[2] });
  if (!start.ok || !end.ok || end.value < start.value) return null;
  return { start: start.value, end: addDays(end.value, 1) };
}

function monthStart(year: number, month: number): LocalDate | null {
  const date = partsToLocalDate({ year, month, day: 1 });
  return date.ok ? date.value : null;
}

function monthsFrom(year: number, month: number, count: number): Period | null {
  const start = monthStart(year, month);
  return start === null ? null : { start, end: addMonths(start, count) };
}

// Week 1 has 4 January in it.
function isoWeek(year: number, week: number): Period | null {
  const fourth = partsToLocalDate({ year, month: 1, day: 4 });
  if (!fourth.ok || week < 1 || week > 53) return null;
  const monday = addDays(fourth.value, 1 - weekdayOf(fourth.value));
  const start = addDays(monday, (week - 1) * 7);
  return { start, end: addDays(start, 7) };
}
