import type { Unit } from "../../../../src-shared/model/index.ts";
import { parseUnit } from "../values/unit.ts";
import { contentOf } from "./column-content.ts";
import type { ColumnRole } from "./column-roles.ts";
import { blankCell, type GridCell } from "./grid.ts";
import { inSeconds, priced, total, undelivered, unitInTitle, type Measure } from "./measure-titles.ts";
import { isListedTitle } from "./title-meanings.ts";
import { titleKey } from "./title-key.ts";
import { isPlannedTitle } from "./title-patterns.ts";

/** Titles of numbers that count nothing: places, persons' numbers, weather, what is left over. */
const uncounted =
  /\b(?:floor|room|raum|zimmer|etage|stock|level|house|year|jahr|annee|jaar|ano|anno|kw|week|woche|semaine|temp\w*|cm|mm|snow|rain|wind|zone|rank|age|phone|tel|faltas|absent\w*|fehl\w*|missing|errors?|score|version|lat|lon)\b/;

/**
 * Columns of dated rows whose titles name what is counted, where no column names the item of a row.
 *
 * Their cells are small numbers, not all alike in length as codes are.
 */
export function thingsOf(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => columns.has(role));
  if (has("item", "task", "description", "unit-price", "line-amount")) return [];
  if (!has("date", "timestamp", "week", "customer", "project")) return [];
  const taken = new Set(columns.values());
  return header.flatMap((cell, column): readonly Measure[] => {
    const key = titleKey(cell.text);
    const cells = body.map((row) => row[column] ?? blankCell);
    const isNamed =
      /\p{L}{2}/u.test(cell.text) && !isNumbering(cells) && cell.text.length <= 40 && !uncounted.test(key);
    const isPlain =
      ![priced, undelivered, total, inSeconds].some((words) => words.test(key)) && !areNumbers(cells);
    if (taken.has(column) || !isNamed || !isPlain || isListedTitle(cell.text)) return [];
    const content = contentOf(cells);
    const isCount = cells.every(({ text }) => text === "" || /^\d{1,4}(?:[.,]\d{1,2})?$|^[-–]$/.test(text));
    return content.filled > 0 && content.number >= 0.9 && isCount
      ? [{ column, counts: "quantity", title: cell.text, unit: null, of: cell.text, isThing: true }]
      : [];
  });
}

/** Whether the rows tell how long something took without counting it. */
export const isTimed = (columns: ReadonlyMap<ColumnRole, number>): boolean =>
  (columns.has("start") && columns.has("end")) || columns.has("hours") || columns.has("minutes");

/**
 * The one column of whole numbers in a list of things done or brought, where none is titled as a count: "Hens", "Target
 * words". Of two nobody can say which one counts.
 */
export function countsOf(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] {
  const has = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => columns.has(role));
  if (!has("item", "task", "description", "meter") || has("unit-price", "line-amount", "reading-before"))
    return [];
  const taken = new Set(columns.values());
  const found = header.flatMap((cell, column): readonly Measure[] => {
    const key = titleKey(cell.text);
    const cells = body.map((row) => row[column] ?? blankCell);
    const { filled, number } = contentOf(cells);
    const isPlain =
      /\p{L}{2}/u.test(cell.text) &&
      !uncounted.test(key) &&
      !priced.test(key) &&
      !undelivered.test(key) &&
      !inSeconds.test(key) &&
      !areNumbers(cells) &&
      !isPlannedTitle(key);
    const isCount = cells.every(({ text }) => text === "" || wholeNumber.test(text));
    // Two rows are numbered where the numbers lead them.
    const isNumbered = isNumbering(cells, column === 0 ? 2 : fewestNumbered);
    if (taken.has(column) || !isPlain || isListedTitle(cell.text) || isNumbered || areCodes(cells)) return [];
    return filled * 2 >= body.length && number >= 0.9 && isCount
      ? [
          {
            column,
            counts: "quantity",
            title: cell.text,
            unit: countedUnit(cell.text),
            of: cell.text,
            isThing: true,
          },
        ]
      : [];
  });
  return found.length === 1 ? found : [];
}

/**
 * Columns of few whole things that only some rows have, beside at least two columns that count: "Trips | Extra drops |
 * Waiting h". What every row has (crew, floor, temperature) describes it.
 */
export function occasionalCounts(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] {
  const taken = new Set(columns.values());
  return header.flatMap(({ text }, column): readonly Measure[] => {
    const key = titleKey(text);
    const filled = body.map((row) => row[column] ?? blankCell).filter((cell) => cell.text.trim() !== "");
    const some = filled.map((cell) => cell.text.trim()).filter((each) => !/^(?:0|[-–])$/.test(each));
    const isPlain =
      /\p{L}{3}/u.test(text) &&
      ![uncounted, priced, undelivered, total, inSeconds].some((words) => words.test(key));
    const isCount = some.length > 0 && some.length < body.length && some.every((each) => few.test(each));
    const isOther = taken.has(column) || isListedTitle(text) || isPlannedTitle(key) || isNumbering(filled, 2);
    if (isOther || !isPlain || !isCount) return [];
    return [{ column, counts: "quantity", title: text, unit: countedUnit(text), of: text, isThing: true }];
  });
}

const few = /^[1-9]\d?$/;

/** "Target words": above numbers alone the last word may be one that means a unit only beside a number. */
const countedUnit = (title: string): Unit | null =>
  unitInTitle(title) ?? parseUnit(title.trim().split(/\s/).at(-1) ?? "");

const wholeNumber = /^\d{1,3}(?:[.,' ]?\d{3})*$|^[-–]$/;
const shortCode = 4;
const longCode = 5;

/** Numbers of one length, all different, that are longer than counts are or rise from row to row: they name what stands there. */
function areCodes(cells: readonly GridCell[]): boolean {
  const filled = cells.map(({ text }) => text).filter((text) => /\d/.test(text));
  const [first = ""] = filled;
  const isRising = filled.every((text, index) => index === 0 || text > (filled[index - 1] ?? ""));
  return (
    filled.length > 1 &&
    first.length >= (isRising ? shortCode : longCode) &&
    filled.every((text) => /^\d+$/.test(text) && text.length === first.length) &&
    new Set(filled).size === filled.length
  );
}

/** Telephone numbers and the like: with a plus before, or longer than any count. */
export const areNumbers = (cells: readonly GridCell[]): boolean =>
  cells.some(({ text }) => /^\+?\d{10,}$|^\+\d[\d ]{6,}$/.test(text.trim()));

/** Years of the calendar: whoever counts years counts few. */
export const areYears = (cells: readonly GridCell[]): boolean =>
  cells.every(({ text }) => text === "" || /^(?:19|20)\d{2}$/.test(text)) &&
  new Set(cells.map(({ text }) => text)).size === 1 &&
  cells.length > 1;

const fewestNumbered = 3;

/** Whether cells number the rows: 1, 2, 3. */
export function isNumbering(cells: readonly GridCell[], least = fewestNumbered): boolean {
  const filled = cells.filter(({ text }) => /^\d+\.?$/.test(text));
  // "01", "02": a figure that begins with a zero names something.
  if (filled.some(({ text }) => /^0\d/.test(text))) return true;
  return (
    filled.length >= least &&
    filled.every(({ text }, index) => /^\d+\.?$/.test(text) && Number.parseInt(text, 10) === index + 1)
  );
}
