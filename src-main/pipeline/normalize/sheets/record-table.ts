import { withBillRoles } from "./bill-roles.ts";
import type { TableMapping } from "../../../../src-shared/model/index.ts";
import { oncePerPair } from "../once-per-pair.ts";
import { mappingFor } from "../presets/index.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { Grid, GridCell } from "./grid.ts";
import { unitInTitle, type Measure } from "./measure-titles.ts";
import { measuresOf } from "./measures.ts";
import type { RecordRow, RecordTable } from "./table-shape.ts";
import { assignColumns } from "./assign-columns.ts";
import { unlistedHeader } from "./unlisted-header.ts";
import { rosterOf } from "./roster.ts";
import { progressColumns, type ProgressColumns } from "./progress-columns.ts";
import { isBlankRow, isNumeric, isTotalRow } from "./table-rows.ts";
import { goesOn, withGroups } from "./stacked-titles.ts";
import { isListedMeaning, meaningsOf } from "./title-meanings.ts";
import { titleKey } from "./title-key.ts";

export type { RecordRow, RecordTable } from "./table-shape.ts";

const headerRows = 50;
/** Rows that are looked at to tell what a column holds. */
const bodyRows = 200;
/** Columns beyond which a row is no header that somebody knows. */
const longestHeader = 400;
const ownDay =
  /^\D{0,12}(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{1,2}\.? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4}(?!\d))/u;
const onlyDay = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}\.? (?:de )?\p{L}{3,10}\.? (?:de )?\d{4}$/u;
const ownPrice = /^(?:[€$£]|[A-Z]{3} )?\s?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}(?:\s?(?:[€$£]|[A-Z]{3}))?$/;
const ownCount =
  /^\d{1,4}(?:[.,]\d{1,2}|\s?[½¼¾]|\s[13]\/[24])?\s?(?:h|hrs?|hours?|std|uur|uren|ore|horas?|heures?|min|km|m2|m²|m3|kg|x)?\.?(?:\s?\d{2})?$/i;

/** "Out May 11, 2026", "in 25/05/2026": what happened on a day, in a cell of its own. */
const toldDay =
  /^(?:on|off|out|in|from|to|back|delivered|returned|collected|picked up|ab|vom|bis|du|au|del|al|dal|van|tot|vanaf)[: ]+(?:\p{L}{3,9}\.? )?\d{1,4}[ .,/-].*\d$/iu;

/** Header likelihood: labeled columns count twice, titles that only their words explain once, numbers against. */
const headerScore = (row: readonly GridCell[]): number => {
  const filled = row.filter((cell) => cell.text !== "");
  if (filled.length < 2) return -1;
  const meanings = filled.map((cell) => meaningsOf(cell.text));
  const listed = meanings.filter(isListedMeaning).length;
  const worded =
    filled.filter((cell, at) => (meanings[at]?.length ?? 0) > 0 || unitInTitle(cell.text) !== null).length -
    listed;
  const hits = listed + worded / 2;
  // Days beside things that no list can know still head a table: "Day | Shearer | Ewes | Hoggets | Signed".
  const share = meanings.some(([first]) => first?.role === "date") ? 4 : 3;
  if (listed + worded < 2 || (hits < 6 && hits * share < filled.length)) return -1;
  // A row with a day and a count of its own is a record, whatever its words could head.
  const isRow =
    filled.some((cell) => ownDay.test(cell.text)) && filled.some((cell) => ownCount.test(cell.text));
  // "Datum: | 12.05.2026", "Driver: Ron Petty": labels of a form with or beside their values head nothing.
  const isForm =
    (filled.length <= 3 && /:\s*$/.test(filled[0]?.text ?? "")) ||
    filled.some(({ text }) => /\p{L}\s?(?::\s+|\.{3,}:?\s*)[\p{L}\d]/u.test(text)) ||
    // "SHIP DATE 05/04/2026" beside one other field is a label with its value.
    (filled.length === 2 && filled.some(({ text }) => /\p{L}.*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/u.test(text)));
  // "Site | Westgate | Date | 13.11.2026": labels beside their values, one of which is a day and nothing else.
  const isPaired =
    filled.length === row.length &&
    filled.length % 2 === 0 &&
    filled.length > 2 &&
    filled.some(
      ({ text }, at) => at % 2 === 1 && onlyDay.test(text) && meanings[at - 1]?.[0]?.role === "date",
    );
  // "18 mi", "2.5 h": a count with its unit is no title.
  const isCounted = filled.some(({ text }) => /^\d+(?:[.,]\d+)?\s?\p{L}{1,4}\.?$/u.test(text));
  if (isForm || isPaired || isRow || isCounted || filled.some((cell) => ownPrice.test(cell.text))) return -1;
  const distinct = new Set(filled.map((cell) => cell.text)).size;
  return 2 * hits + 0.2 * distinct - 2 * filled.filter(isNumeric).length;
};

/** Columns as a mapping names them; of two titles for one field the first with a column counts. */
const mapColumns = (header: readonly GridCell[], mapping: TableMapping): ReadonlyMap<ColumnRole, number> => {
  const places = new Map<string, number>();
  for (const [column, cell] of header.entries()) {
    const key = titleKey(cell.text);
    if (key !== "" && !places.has(key)) places.set(key, column);
  }
  const columns = new Map<ColumnRole, number>();
  for (const [title, role] of Object.entries(mapping.columns)) {
    const column = places.get(titleKey(title));
    if (column !== undefined && !columns.has(role)) columns.set(role, column);
  }
  return columns;
};

const money: readonly ColumnRole[] = ["line-amount", "line-gross", "total"];
const weights: ReadonlySet<string> = new Set(["tonne", "kilogram", "gram", "pound"]);

/** "Net (t)" names a unit: what stands there is a weight, and no sum of money. */
const withoutCounted = (
  columns: ReadonlyMap<ColumnRole, number>,
  measures: readonly Measure[],
  header: readonly GridCell[],
): ReadonlyMap<ColumnRole, number> => {
  const counted = measures.filter(({ unit }) => unit !== null).map(({ column }) => column);
  const read = new Set(measures.filter(({ isReading }) => isReading === true).map(({ column }) => column));
  const isWeighed = (column: number): boolean => weights.has(unitInTitle(header[column]?.text ?? "") ?? "");
  return new Map(
    [...columns].filter(
      ([role, column]) =>
        !read.has(column) && !(money.includes(role) && (counted.includes(column) || isWeighed(column))),
    ),
  );
};

/** Of progress only what was done in this period counts: as a share, a count, or a sum that a column of amounts holds. */
const progressMeasures = (
  { period, holds }: ProgressColumns,
  header: readonly GridCell[],
): readonly Measure[] => {
  const title = header[period]?.text ?? "";
  if (holds === "sums") return [];
  const unit = holds === "shares" ? "percent" : unitInTitle(title);
  return [{ column: period, counts: "quantity", title, unit, of: "" }];
};

const withProgress = (
  assigned: ReadonlyMap<ColumnRole, number>,
  { before, period, toDate, holds }: ProgressColumns,
  header: readonly GridCell[],
): ReadonlyMap<ColumnRole, number> => {
  const own = [...assigned].filter(
    ([role, column]) => ![before, period, toDate].includes(column) && !sums.includes(role),
  );
  // The first column of words is what is in progress, whatever its title.
  const taken = own.map(([, column]) => column);
  const item = header.findIndex(
    (_, column) => column < Math.min(before, period, toDate) && !taken.includes(column),
  );
  const named = things.some((role) => assigned.has(role)) || item < 0 ? [] : [["item", item] as const];
  return new Map([...own, ...named, ...(holds === "sums" ? [["line-amount", period] as const] : [])]);
};

const sums: readonly ColumnRole[] = ["line-amount", "line-gross", "total", "unit-price", "quantity"];
const things: readonly ColumnRole[] = ["item", "task", "description", "milestone"];

const rowOf = (row: readonly GridCell[], columns: ReadonlyMap<ColumnRole, number>): RecordRow => {
  const cells = new Map<ColumnRole, GridCell>();
  for (const [role, index] of columns) {
    const cell = row[index];
    if (cell !== undefined && (cell.text !== "" || cell.valueType === "error")) cells.set(role, cell);
  }
  return { cells, all: row };
};

/** The name on a row that holds nothing else, in the column that has no title. */
const groupOf = (row: readonly GridCell[]): GridCell | null => {
  const [first, ...others] = row;
  return first !== undefined && first.text !== "" && others.every((cell) => cell.text === "") ? first : null;
};

const withCustomer = (record: RecordRow, customer: GridCell): RecordRow => ({
  ...record,
  cells: new Map([...record.cells, ["customer", customer]]),
});

interface Header {
  readonly index: number;
  readonly mapping: TableMapping | null;
}

export const findHeader = (
  { rows, isHeaded }: Pick<Grid, "rows" | "isHeaded">,
  from: number,
  remembered: readonly TableMapping[],
): Header | null => {
  for (let index = from; index < Math.min(rows.length, from + headerRows); index += 1) {
    const row = rows[index] ?? [];
    if (row.length > longestHeader) continue;
    const mapping = mappingFor(
      row.map((cell) => cell.text),
      remembered,
    );
    if (mapping !== null) return { index, mapping };
  }
  if (isHeaded === true && from === 0) return { index: 0, mapping: null };
  let best: { readonly index: number; readonly score: number } | null = null;
  for (let index = from; index < Math.min(rows.length, from + headerRows); index += 1) {
    const score = headerScore(rows[index] ?? []);
    if (score > 0 && (best === null || score > best.score)) best = { index, score };
  }
  const index = best?.index ?? unlistedHeader(rows, from);
  return index === null ? null : { index, mapping: null };
};

/**
 * The rows that tell what the columns hold: without sums, and without the notes and signatures that stand behind a blank
 * row or fill one cell.
 */
function bodyOf(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
  const blankAt = rows.findIndex((row, index) => isBlankRow(row) && index > 0);
  const own = blankAt < 0 ? rows : rows.slice(0, blankAt);
  const filled = (row: readonly GridCell[]): number => row.filter(({ text }) => text !== "").length;
  const kept = own.filter((row) => filled(row) > 1 && !isTotalRow(row));
  // Exports with a blank row after each record, or of one column, are looked at whole.
  return kept.length < 2 ? rows : kept;
}

const noMappings: readonly TableMapping[] = [];
/** All tables of records of a grid: a header in its first rows, then data until the next header. */
export const recordTables = (
  grid: Grid,
  remembered: readonly TableMapping[] = noMappings,
): readonly RecordTable[] => tablesIn(grid, remembered.length === 0 ? noMappings : remembered);

/** Several readers ask for the tables of a long sheet. */
const tablesIn = oncePerPair((grid: Grid, remembered: readonly TableMapping[]) => tablesOf(grid, remembered));

const tablesOf = (grid: Grid, remembered: readonly TableMapping[]): readonly RecordTable[] => {
  const tables: RecordTable[] = [];
  let from = 0;
  for (let guard = 0; guard < 20; guard += 1) {
    const heading = findHeader(grid, from, remembered);
    if (heading === null) break;
    const { index: headerIndex, mapping } = heading;
    const below = mapping === null ? goesOn(grid.rows, headerIndex) : null;
    const header =
      below ?? (mapping === null ? withGroups(grid.rows, headerIndex) : (grid.rows[headerIndex] ?? []));
    const firstRow = headerIndex + (below === null ? 1 : 2);
    const body = bodyOf(grid.rows.slice(firstRow, firstRow + bodyRows));
    const assigned = mapping === null ? assignColumns(header, body) : mapColumns(header, mapping);
    // A meter has readings before and after, and what lies between was used.
    const isMetered = assigned.has("reading-before") && assigned.has("reading-after");
    const progress = mapping === null && !isMetered ? progressColumns(header, body) : null;
    const measures =
      mapping !== null
        ? []
        : progress === null
          ? measuresOf(header, body, assigned)
          : progressMeasures(progress, header);
    const counted =
      progress === null
        ? withoutCounted(assigned, measures, header)
        : withProgress(assigned, progress, header);
    const columns = mapping === null ? withBillRoles(counted, header, body) : counted;
    const titles = new Map<ColumnRole, string>();
    for (const [role, index] of columns) titles.set(role, header[index]?.text ?? "");
    const rows: RecordRow[] = [];
    const totals: RecordRow[] = [];
    // Reports of accounting programs leave the first title empty and put the customer on a row of its own.
    const isGrouped = mapping !== null && (header[0]?.text ?? "") === "" && !columns.has("customer");
    let currentGroup: GridCell | null = null;
    // "Boom lift | out May 11, 2026 | in May 25, 2026 | 2 weeks": a first row that tells days is a record itself.
    const isHeadless = mapping === null && below === null && header.some(({ text }) => toldDay.test(text));
    let index = isHeadless ? headerIndex : firstRow;
    let afterBlank = false;
    for (; index < grid.rows.length; index += 1) {
      const row = grid.rows[index] ?? [];
      if (isBlankRow(row)) {
        afterBlank = true;
        currentGroup = null;
        continue;
      }
      const isHeader = !isHeadless && headerScore(row) > 4;
      if (isHeader && header.every((cell, column) => cell.text === (row[column]?.text ?? ""))) continue;
      if (isHeader && afterBlank) break;
      afterBlank = false;
      const group = isGrouped ? groupOf(row) : null;
      if (group !== null) {
        currentGroup = group;
        continue;
      }
      const record = rowOf(row, columns);
      if (mapping !== null && record.cells.size === 0) continue;
      (isTotalRow(row) ? totals : rows).push(
        currentGroup === null ? record : withCustomer(record, currentGroup),
      );
    }
    const table: RecordTable = {
      name: grid.name,
      columns,
      titles,
      header: header.map(({ text }) => text),
      measures,
      progress,
      rows,
      totals,
      above: grid.rows.slice(from, headerIndex),
      mapping,
    };
    tables.push(rosterOf(table) ?? table);
    from = index;
    if (from >= grid.rows.length) break;
  }
  return tables;
};
