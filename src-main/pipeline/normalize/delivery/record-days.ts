import type { Field } from "../../../../src-shared/model/index.ts";
import { addDays, partsToLocalDate, weekdayOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import { titleKey } from "../sheets/title-key.ts";
import { findDates, type DateConvention } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { parseMonth, parseWeekday } from "../values/month.ts";
import { parsePeriod } from "../values/period.ts";

/** The day of a record, and the days that it covers where it covers several; the end is exclusive. */
export interface RecordDays {
  /** `undefined` where the row has no cell for it; `null` where the cell cannot be read. */
  readonly date: LocalDate | null | undefined;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** Days of which a paper says once that its records lie in them; the end is exclusive. */
export interface DaySpan {
  readonly start: LocalDate;
  readonly end: LocalDate;
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
export const weekdayAt = (text: string): number | null => {
  const word = foldText(text).split(/[^a-z-]+/)[0] ?? "";
  return parseWeekday(word) ?? weekdays[word] ?? null;
};

/** A day without its year, or a weekday alone, within days that the paper names; `null` where it is not in them. */
export const dayWithin = (
  text: string,
  span: DaySpan | null,
  order: DateConvention["order"],
): LocalDate | null => {
  if (span === null) return null;
  const folded = foldText(text);
  const named =
    /(\d{1,2})\.?[\s/-]+([a-z]{3,10})/.exec(folded) ?? /([a-z]{3,10})\.?[\s/-]+(\d{1,2})(?!\d)/.exec(folded);
  const figures = /(?<!\d)(\d{1,2})[./-](\d{1,2})(?![\d])/.exec(folded);
  const pair =
    figures !== null
      ? order === "month-first"
        ? [Number(figures[2]), Number(figures[1])]
        : [Number(figures[1]), Number(figures[2])]
      : named === null
        ? null
        : /\d/.test(named[1] ?? "")
          ? [Number(named[1]), parseMonth(named[2] ?? "") ?? 0]
          : [Number(named[2]), parseMonth(named[1] ?? "") ?? 0];
  if (pair !== null) {
    for (const year of [Number(span.start.slice(0, 4)), Number(span.end.slice(0, 4))]) {
      const date = partsToLocalDate({ year, month: pair[1] ?? 0, day: pair[0] ?? 0 });
      if (date.ok && span.start <= date.value && date.value < span.end) return date.value;
    }
    if (figures !== null) return null;
  }
  const weekday = weekdayAt(text);
  if (weekday === null || addDays(span.start, 7) < span.end) return null;
  const day = addDays(span.start, (weekday - weekdayOf(span.start) + 7) % 7);
  return day < span.end ? day : null;
};

const lastDay = (day: LocalDate | null): LocalDate | null => (day === null ? null : addDays(day, 1));

/** Reads the columns of days, weeks, months and periods of one row. */
export function daysOf(
  row: RecordRow,
  values: RecordValues,
  table: RecordTable,
  convention: DateConvention,
  span: DaySpan | null,
): RecordDays {
  const stated =
    values.date(row, "date") ??
    values.date(row, "accepted-on") ??
    values.date(row, "timestamp") ??
    values.date(row, "issue-date");
  if (stated !== null && stated.value === null) {
    const day = dayWithin(row.cells.get("date")?.text ?? "", span, convention.order);
    if (day !== null) return { date: day, start: null, end: null };
  }
  const from = values.date(row, "period-start");
  const to = values.date(row, "period-end");
  if (from !== null || to !== null) return fromTo(stated, from, to);
  const period = row.cells.get("period")?.text;
  if (period !== undefined && stated === null) {
    const read = parsePeriod(period, convention)?.value ?? null;
    const day = read === null ? (findDates(period, convention)[0]?.value ?? null) : null;
    return { date: day ?? undefined, start: read?.start ?? null, end: read?.end ?? null };
  }
  const week = row.cells.get("week");
  const days = week === undefined ? null : weekOf(week.text, table.titles.get("week") ?? "", convention);
  return {
    date: stated?.value ?? (stated === null ? days?.date : null),
    start: days?.start ?? null,
    end: days?.end ?? null,
  };
}

// Out and back of a hire stand in either order.
function fromTo(
  stated: Field<LocalDate> | null,
  from: Field<LocalDate> | null,
  to: Field<LocalDate> | null,
): RecordDays {
  const [first, last] = [from?.value ?? null, to?.value ?? null];
  const isTurned = first !== null && last !== null && last < first;
  return {
    date: stated === null ? undefined : stated.value,
    start: isTurned ? last : first,
    end: lastDay(isTurned ? first : last),
  };
}

/** "Week commencing 5 Oct", "w/e 11.10.", "KW 41/2026", under the title that says which. */
function weekOf(text: string, title: string, convention: DateConvention): RecordDays {
  const named =
    parsePeriod(text, convention)?.value ?? parsePeriod(`week ${text}`, convention)?.value ?? null;
  if (named !== null) return { date: undefined, start: named.start, end: named.end };
  const day = findDates(text, convention)[0]?.value ?? null;
  if (day === null) return { date: undefined, start: null, end: null };
  const isEnd = /\bend(?:ing|ed)?\b|w\/?e\b|\bbis\b|\bau\b|\bt\/m\b|\bal\b/.test(titleKey(title));
  return isEnd
    ? { date: day, start: addDays(day, -6), end: addDays(day, 1) }
    : { date: day, start: day, end: addDays(day, 7) };
}
