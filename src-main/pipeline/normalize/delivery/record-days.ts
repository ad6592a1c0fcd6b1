import type { Field } from "../../../../src-shared/model/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import { titleKey } from "../sheets/title-key.ts";
import { findDates } from "../values/date.ts";
import { parsePeriod } from "../values/period.ts";
import { dayNamedBy, type PaperDays } from "./paper-days.ts";
import { spanIn } from "./paper-span.ts";

/** The day of a record, and the days that it covers where it covers several; the end is exclusive. */
export interface RecordDays {
  /** `undefined` where the row has no cell for it; `null` where the cell cannot be read. */
  readonly date: LocalDate | null | undefined;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

const lastDay = (day: LocalDate | null): LocalDate | null => (day === null ? null : addDays(day, 1));

/** A counter that is read on the first of a month has counted until the end of the month before. */
export const lastDayCounted = (read: LocalDate | null): LocalDate | null =>
  read !== null && read.endsWith("-01") ? addDays(read, -1) : read;

/** Days with only a dash between them are told apart. */
const apart = (text: string): string => text.replace(/(?<=\d{4}|\d\.)\s?[-–—/]\s?(?=\d{1,4}[./-]\d)/g, " – ");

/** A row that says of which days it is one names its own by the weekday: "Mon" beside the first and the last of a week. */
function withSpanOf(row: RecordRow, values: RecordValues, days: PaperDays): PaperDays {
  const start = values.date(row, "period-start")?.value ?? null;
  const end = lastDay(values.date(row, "period-end")?.value ?? null);
  return start === null || end === null || days.span !== null ? days : { ...days, span: { start, end } };
}

/** Reads the columns of days, weeks, months and periods of one row. */
export function daysOf(
  row: RecordRow,
  values: RecordValues,
  table: RecordTable,
  convention: PaperDays,
): RecordDays {
  const stated =
    values.date(row, "date") ??
    values.date(row, "accepted-on") ??
    values.date(row, "timestamp") ??
    values.date(row, "issue-date");
  if (stated !== null && stated.value === null) {
    const text = row.cells.get("date")?.text ?? "";
    const day = dayNamedBy(text, withSpanOf(row, values, convention));
    if (day !== null) return { date: day, start: null, end: null };
    // "16/04/2026-22/04/2026": days that begin and end where the column asks for one.
    const [first, last, ...others] = findDates(apart(text), convention).map(({ value }) => value);
    if (first !== undefined && first !== null && last !== undefined && last !== null && others.length === 0)
      return first <= last
        ? { date: first, start: first, end: addDays(last, 1) }
        : { date: null, start: null, end: null };
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
  // "Reading 31/10/2026": what lies between two readings was used up to the day of the later one.
  const read = stated === null ? readOn(table, convention) : null;
  if (read !== null) return read;
  const week = row.cells.get("week");
  const days = week === undefined ? null : weekOf(week.text, table.titles.get("week") ?? "", convention);
  return {
    date: stated?.value ?? (stated === null ? days?.date : null),
    start: days?.start ?? null,
    end: days?.end ?? null,
  };
}

/** The days that the titles of two readings name; `null` where they name none. */
function readOn({ titles }: RecordTable, convention: PaperDays): RecordDays | null {
  const [start, end] = (["reading-before", "reading-after"] as const).map(
    (role) => findDates(titles.get(role) ?? "", convention)[0]?.value ?? null,
  );
  return start === undefined || end === undefined || start === null || end === null || end < start
    ? null
    : { date: end, start, end: addDays(end, 1) };
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
function weekOf(text: string, title: string, convention: PaperDays): RecordDays {
  const named =
    parsePeriod(text, convention)?.value ??
    parsePeriod(`week ${text}`, convention)?.value ??
    (/^\D{0,8}\d{1,2}$/.test(text.trim()) ? spanIn(`week ${text.replace(/\D/g, "")}`, convention) : null);
  if (named !== null) return { date: undefined, start: named.start, end: named.end };
  const day = findDates(text, convention)[0]?.value ?? null;
  if (day === null) return { date: undefined, start: null, end: null };
  const isEnd = /\bend(?:ing|ed)?\b|w\/?e\b|\bbis\b|\bau\b|\bt\/m\b|\bal\b/.test(titleKey(title));
  return isEnd
    ? { date: day, start: addDays(day, -6), end: addDays(day, 1) }
    : { date: day, start: day, end: addDays(day, 7) };
}
