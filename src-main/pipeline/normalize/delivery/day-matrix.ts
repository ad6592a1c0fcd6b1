import type { Evidence } from "../../../../src-shared/model/index.ts";
import {
  decimalText,
  isZero,
  subtract,
  isNegative,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { blankCell, type Grid, type GridCell } from "../sheets/grid.ts";
import { meaningsOf } from "../sheets/title-meanings.ts";
import { numberConventionOf, parseAmount, type NumberConvention } from "../values/number.ts";
import { parseUnit } from "../values/unit.ts";
import { foldText } from "../values/fold.ts";
import { nameShape } from "../values/person-name.ts";
import { dayNamedBy, findDays, weekdayAt, type DaySpan, type PaperDays } from "./paper-days.ts";
import { spanIn } from "./paper-span.ts";
import { headingsInWeek } from "./row-weeks.ts";
import { weekLetters, type DayHeading } from "./week-letters.ts";
import { durationOf, hoursBetween } from "./worked-hours.ts";
import { markOf, presenceOf, titlesSums } from "./presence-marks.ts";

/** A text of a row or column that says whose or what its cells are, with the title that it stands under. */
export interface MatrixKey {
  readonly title: string;
  readonly text: string;
}

/** One cell of a timesheet with days along one side: hours of a person or task on a day. */
export interface MatrixEntry {
  readonly date: LocalDate | null;
  /** The days of a column that covers several, such as a week. */
  readonly span: DaySpan | null;
  /** `null` when the cell cannot be read. */
  readonly hours: DecimalText | null;
  readonly unit: "hour" | "day";
  /** Texts beside the cell that are no hours. */
  readonly keys: readonly MatrixKey[];
  readonly evidence: readonly Evidence[];
}

/** The entries of a matrix with the cells that it takes up. */
export interface DayMatrix {
  readonly entries: readonly MatrixEntry[];
  readonly cells: readonly GridCell[];
}

const oneDay = decimalText("1");

const fewestDays = 3;
const fewestNumbers = 5;
const headerRows = 30;
/** Cells of a row that prove what each of its days counts; a sheet may have thousands beside the days. */
const mostProven = 40;

/** A weekday with a number at most: "Mo", "lun. 4", "ma 13-4"; "M. Farrelly" is none. */
const weekdayOnly = /^[\p{L}-]{1,13}\.?,?\s*(?:\d{1,2}[./-]?(?:\d{1,2}\.?)?)?$/u;

/** Days at the head of columns: whole dates, weekdays, numbers of a month, weeks. */
function dayHeadings(header: readonly GridCell[], days: PaperDays): readonly DayHeading[] {
  const numbers = header.filter(({ text }) => /^(?:0?[1-9]|[12]\d|3[01])$/.test(text));
  const isNumbered =
    numbers.length >= fewestNumbers &&
    numbers.every(({ text }, index) => index === 0 || Number(text) > Number(numbers[index - 1]?.text));
  const letters = weekLetters(header, days);
  if (letters.length > 0) return letters;
  return header.flatMap((cell, index): readonly DayHeading[] => {
    const text = cell.text;
    if (text === "" || text.length > 24) return [];
    if (/^\d{1,2}$/.test(text))
      return isNumbered ? [{ index, date: dayNamedBy(text, days), span: null }] : [];
    const [day, ...others] = findDays(text, days);
    if (day !== undefined && others.length === 0) return [{ index, date: day.value, span: null }];
    if (weekdayOnly.test(text) && weekdayAt(text) !== null && !titlesSums(text))
      return [{ index, date: dayNamedBy(text, days), span: null }];
    const week = /\d/.test(text) ? spanIn(text, days) : null;
    if (week !== null) return [{ index, date: null, span: week }];
    return isOpenDay(text) ? [{ index, date: null, span: null }] : [];
  });
}

/** "12.10.", "03/04", "12-10": day and month in either order; "07.30" is a time. */
function isOpenDay(text: string): boolean {
  const [, first, second] =
    /^(\d{1,2})\.(\d{1,2})\.$|^(\d{1,2})\/(\d{1,2})$|^(\d{2})[.-](\d{2})$/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  const [one, other] = [Number(first), Number(second)];
  return Math.min(one, other) >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
}

/** Weekdays in one row and their dates in the next are one heading. */
function joinedHeader(upper: readonly GridCell[], lower: readonly GridCell[]): readonly GridCell[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index): GridCell => {
    const [above, below] = [upper[index], lower[index]];
    if (above === undefined || above.text === "") return below ?? above ?? blankCell;
    if (below === undefined || below.text === "") return above;
    return { ...below, text: `${above.text} ${below.text}` };
  });
}

/** A matrix of a grid whose header has at least three days, or whose rows are days under persons; `null` for none. */
export function dayMatrix(grid: Grid, days: PaperDays): DayMatrix | null {
  return daysAcross(grid, days) ?? daysDown(grid, days);
}

function daysAcross(grid: Grid, days: PaperDays): DayMatrix | null {
  for (let index = 0; index < Math.min(headerRows, grid.rows.length); index += 1) {
    const upper = grid.rows[index] ?? [];
    const lower = grid.rows[index + 1] ?? [];
    const own = dayHeadings(upper, days);
    if (own.length < fewestDays) continue;
    const below = dayHeadings(lower, days);
    const isTwoRows =
      below.length >= fewestDays &&
      !lower.some(({ text }) => nameShape.test(text) && weekdayAt(text) === null);
    const header = isTwoRows ? joinedHeader(upper, lower) : upper;
    const headings = isTwoRows ? withOwn(dayHeadings(header, days), below) : own;
    const body = grid.rows.slice(index + (isTwoRows ? 2 : 1));
    const entries = entriesAcross(header, headings, body, days);
    const counts = body.flatMap((row) => headings.flatMap((heading) => row[heading.index] ?? []));
    const counted = areDays(entries, counts, [...grid.rows.slice(0, index).flat(), ...header])
      ? entries.map((each) => ({ ...each, unit: "day" as const }))
      : entries;
    return entries.length > 0 ? { entries: counted, cells: grid.rows.slice(index).flat() } : null;
  }
  return null;
}

const hoursTitle = /(?<!\p{L})(?:h|hrs?|hours?|std|stunden|heures?|uren|uur|horas?|ore)(?!\p{L})/u;
const fewestWhole = 2;

/** Ones and parts of one on every day are days that somebody worked, unless a cell or a title says that they are hours. */
function areDays(
  entries: readonly MatrixEntry[],
  counts: readonly GridCell[],
  titles: readonly GridCell[],
): boolean {
  const values = entries.map(({ hours }) => hours);
  return (
    values.every((value) => value !== null && !isNegative(subtract(oneDay, value))) &&
    values.filter((value) => value !== null && isZero(subtract(oneDay, value))).length >= fewestWhole &&
    // "1:00", "1 h" and "16:00-17:00" are lengths of time.
    !counts.some(({ text }) => /\d/.test(text) && !/^[\d.,½¼¾ ]+$/.test(text.trim())) &&
    !titles.some(({ text }) => hoursTitle.test(foldText(text)))
  );
}

/** "Mo 01." may say less than "01." alone: the day that one of two heading rows decides counts. */
const withOwn = (joined: readonly DayHeading[], lower: readonly DayHeading[]): readonly DayHeading[] =>
  lower.map((heading) => {
    const both = joined.find(({ index }) => index === heading.index);
    return both === undefined || both.date === null ? heading : both;
  });

/** A day in a cell that counts hours of another: who signed on which date below the days. */
const isWholeDay = ({ text, valueType }: GridCell): boolean =>
  valueType === "date" || /^\d{1,4}([./-])\d{1,2}\1\d{2,4}$/.test(text.trim());

function entriesAcross(
  header: readonly GridCell[],
  headings: readonly DayHeading[],
  body: readonly (readonly GridCell[])[],
  days: PaperDays,
): readonly MatrixEntry[] {
  const isDay = new Set(headings.map(({ index }) => index));
  const numbers = numberConventionOf(
    body.flatMap((row) => headings.map(({ index }) => row[index]?.text ?? "")),
  );
  const presence = presenceOf(header, headings, body);
  const entries: MatrixEntry[] = [];
  let group: readonly MatrixKey[] = [];
  for (const row of body) {
    const keys = row.flatMap((cell, column) =>
      isDay.has(column) || cell.text === "" ? [] : [{ title: header[column]?.text ?? "", text: cell.text }],
    );
    // Numbers without a key are sums of the columns.
    const isKeyed = keys.some(({ text }) => /\p{L}/u.test(text));
    const filled = headings
      .flatMap(({ index }) => row[index] ?? [])
      .filter(
        (cell) => (/\d/.test(cell.text) && !isWholeDay(cell)) || presence?.has(markOf(cell.text)) === true,
      );
    if (keys.some(({ text }) => titlesSums(text))) continue;
    if (filled.length === 0) {
      group = isKeyed && keys.length === 1 ? keys : [];
      continue;
    }
    if (!isKeyed) continue;
    const rowKeys = [...keys, ...group];
    const besides = row
      .filter((_, column) => !isDay.has(column))
      .slice(0, mostProven)
      .map((key) => key.prove("delivery"));
    for (const heading of headingsInWeek(headings, header, keys, days)) {
      const cell = row[heading.index];
      const read =
        cell === undefined
          ? undefined
          : presence === null
            ? (shiftIn(cell.text) ?? hoursIn(cell, numbers))
            : presence.has(markOf(cell.text))
              ? oneDay
              : undefined;
      if (cell === undefined || read === undefined) continue;
      const proof = [cell.prove("delivery"), ...besides];
      entries.push({
        date: heading.date,
        span: heading.span,
        hours: read,
        unit: presence === null ? "hour" : "day",
        keys: rowKeys,
        evidence: proof.filter((each) => each !== null),
      });
    }
  }
  return entries;
}

const turn =
  /^(\S{1,12}(?:\s?[ap]\.?m\.?)?)\s?(?:-|–|—|to|bis|à|tot|a|al|→)\s?(\S{1,12}(?:\s?[ap]\.?m\.?)?)$/i;

/** "07:00-15:00": the hours of a turn that a cell names by its beginning and end; `null` for any other cell. */
function shiftIn(text: string): DecimalText | null {
  const [, start = "", end = ""] = turn.exec(text.trim()) ?? [];
  return start === "" ? null : hoursBetween(start, end, "", null);
}

/** Hours of a cell; `undefined` for a cell that counts nothing, `null` for one that cannot be read. */
function hoursIn(cell: GridCell, numbers: NumberConvention): DecimalText | null | undefined {
  const text = cell.text.trim();
  // "K", "U", "frei", "–": absent; nothing was done.
  if (!/\d/.test(text)) return undefined;
  const clock = durationOf(text);
  if (clock !== null) return isZero(clock) ? undefined : clock;
  if (cell.valueType === "number" && cell.value !== null) {
    const value = decimalText(cell.value);
    return isZero(value) ? undefined : value;
  }
  const bare = /^([\d.,½¼¾ ]+)\s*([a-z]*)\.?$/i.exec(text);
  if (bare === null || (bare[2] !== "" && parseUnit(bare[2] ?? "") !== "hour")) return null;
  const value = parseAmount((bare[1] ?? "").trim(), numbers)?.value ?? null;
  return value !== null && isZero(value) ? undefined : value;
}

const mostHours = "24";
const isHours = (value: DecimalText): boolean =>
  !isNegative(value) && !isNegative(subtract(decimalText(mostHours), value));

/** Days as rows under the names of persons or tasks: "Dag | Bram | Youssef". */
function daysDown(grid: Grid, days: PaperDays): DayMatrix | null {
  for (let index = 0; index < Math.min(headerRows, grid.rows.length - 1); index += 1) {
    const header = grid.rows[index] ?? [];
    const columns = header.flatMap((cell, column) =>
      column > 0 && nameShape.test(cell.text) && !titlesSums(cell.text) && meaningsOf(cell.text).length === 0
        ? [column]
        : [],
    );
    if (
      columns.length === 0 ||
      header
        .slice(1)
        .some((cell, at) => cell.text !== "" && !columns.includes(at + 1) && !titlesSums(cell.text))
    )
      continue;
    const body = grid.rows.slice(index + 1);
    const dated = body.filter((row) => dayNamedBy(row[0]?.text ?? "", days) !== null);
    if (dated.length < 2) continue;
    // What stands in other columns has titles of its own somewhere: these are no days under names.
    const isFilledBeside = dated.some((row) =>
      row.some((cell, column) => column > 0 && cell.text !== "" && (header[column]?.text ?? "") === ""),
    );
    if (isFilledBeside) continue;
    const numbers = numberConventionOf(
      dated.flatMap((row) => columns.map((column) => row[column]?.text ?? "")),
    );
    const entries: MatrixEntry[] = [];
    for (const row of dated)
      for (const column of columns) {
        const cell = row[column];
        const hours = cell === undefined ? undefined : hoursIn(cell, numbers);
        if (cell === undefined || hours === undefined) continue;
        if (hours !== null && !isHours(hours)) return null;
        const proof = [cell, row[0], header[column]].map((each) => each?.prove("delivery") ?? null);
        entries.push({
          date: dayNamedBy(row[0]?.text ?? "", days),
          span: null,
          hours,
          unit: "hour",
          keys: [{ title: "", text: header[column]?.text ?? "" }],
          evidence: proof.filter((each) => each !== null),
        });
      }
    // Cells of which none can be read are no hours under names: "8:00-12:00" under "Morning".
    if (entries.some(({ hours }) => hours !== null)) return { entries, cells: grid.rows.slice(index).flat() };
  }
  return null;
}
