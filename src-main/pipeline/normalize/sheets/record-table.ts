import type { TableMapping } from "../../../../src-shared/model/index.ts";
import { mappingFor } from "../presets/index.ts";
import { foldText } from "../values/fold.ts";
import { meaningsByTitle, type ColumnRole, type TitleMeaning } from "./column-roles.ts";
import type { Grid, GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

/** One data row, by role; a role that has no column or a blank cell is absent. */
export interface RecordRow {
  readonly cells: ReadonlyMap<ColumnRole, GridCell>;
  readonly all: readonly GridCell[];
}

/** A header row with its records, and the label-value pairs printed above it. */
export interface RecordTable {
  readonly name: string;
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** Printed header by role. */
  readonly titles: ReadonlyMap<ColumnRole, string>;
  readonly rows: readonly RecordRow[];
  /** Total rows: labeled, or numbers without keys. They are no records. */
  readonly totals: readonly RecordRow[];
  readonly above: readonly (readonly GridCell[])[];
  /** How the columns are known: by a preset or by what a person mapped; `null` where their titles were guessed. */
  readonly mapping: TableMapping | null;
}

const headerRows = 50;
/** Columns beyond which a row is no header that somebody knows. */
const longestHeader = 400;
const totalWords =
  /^(?:grand |sub ?|page |weekly |week |daily )?(?:total|totals|sum|summe|gesamt|gesamtsumme|zwischensumme|total general|totaal|totale|suma|subtotal|sous-total)\b/;

const currencySuffix =
  /\s*(?:\((?:eur|usd|gbp|chf|cad|aud|€|\$|£|[a-z]{3})\)|in (?:eur|usd|gbp|chf)|[€$£]|(?:eur|usd|gbp|chf))$/;

export const meaningsOf = (text: string): readonly TitleMeaning[] => {
  const key = titleKey(text);
  if (key === "" || key.length > 48 || /^[\d.,]+$/.test(key)) return [];
  for (const candidate of [
    key,
    key.replace(currencySuffix, ""),
    key.replace(/\s*\([^)]*\)$/, ""),
    key.replace(/[.#?]+$/, "").trim(),
  ]) {
    const exact = meaningsByTitle.get(candidate);
    if (exact !== undefined) return exact;
  }
  return [];
};

const isNumeric = (cell: GridCell): boolean =>
  cell.valueType === "number" || /^[-+(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text);

/** Header likelihood: labeled columns count twice, distinct texts once, numbers against. */
const headerScore = (row: readonly GridCell[]): number => {
  const filled = row.filter((cell) => cell.text !== "");
  if (filled.length < 2) return -1;
  const hits = filled.filter((cell) => meaningsOf(cell.text).length > 0).length;
  if (hits < 2 || (hits < 6 && hits * 3 < filled.length)) return -1;
  const distinct = new Set(filled.map((cell) => cell.text)).size;
  return 2 * hits + 0.2 * distinct - 2 * filled.filter(isNumeric).length;
};

/** One column for each role: of two titles for a role the more usual one wins, and the other tries its next meaning. */
const assignColumns = (header: readonly GridCell[]): ReadonlyMap<ColumnRole, number> => {
  const taken = new Map<ColumnRole, { readonly column: number; readonly rank: number }>();
  const place = (column: number, meanings: readonly TitleMeaning[]): void => {
    for (const { role, rank } of meanings) {
      const holder = taken.get(role);
      if (holder !== undefined && holder.rank <= rank) continue;
      taken.set(role, { column, rank });
      if (holder !== undefined) {
        const others = meaningsOf(header[holder.column]?.text ?? "");
        place(holder.column, others.slice(others.findIndex((each) => each.role === role) + 1));
      }
      return;
    }
  };
  for (const [column, cell] of header.entries()) place(column, meaningsOf(cell.text));
  return new Map(
    [...taken].sort(([, a], [, b]) => a.column - b.column).map(([role, { column }]) => [role, column]),
  );
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

const isBlankRow = (row: readonly GridCell[]): boolean => row.every((cell) => cell.text === "");

const isTotalRow = (row: readonly GridCell[]): boolean => {
  const texts = row.filter((cell) => cell.text !== "" && !isNumeric(cell));
  const numbers = row.filter((cell) => cell.text !== "" && isNumeric(cell));
  if (numbers.length === 0) return false;
  if (texts.some((cell) => totalWords.test(foldText(cell.text)))) return texts.length <= 2;
  return texts.length === 0 && numbers.length <= 2 && row.length >= 4;
};

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
  rows: readonly (readonly GridCell[])[],
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
  let best: { readonly index: number; readonly score: number } | null = null;
  for (let index = from; index < Math.min(rows.length, from + headerRows); index += 1) {
    const score = headerScore(rows[index] ?? []);
    if (score > 0 && (best === null || score > best.score)) best = { index, score };
  }
  return best === null ? null : { index: best.index, mapping: null };
};

/** All tables of records of a grid: a header in its first rows, then data until the next header. */
export const recordTables = (
  grid: Grid,
  remembered: readonly TableMapping[] = [],
): readonly RecordTable[] => {
  const tables: RecordTable[] = [];
  let from = 0;
  for (let guard = 0; guard < 20; guard += 1) {
    const found = findHeader(grid.rows, from, remembered);
    if (found === null) break;
    const { index: headerIndex, mapping } = found;
    const header = grid.rows[headerIndex] ?? [];
    const columns = mapping === null ? assignColumns(header) : mapColumns(header, mapping);
    const titles = new Map<ColumnRole, string>();
    for (const [role, index] of columns) titles.set(role, header[index]?.text ?? "");
    const rows: RecordRow[] = [];
    const totals: RecordRow[] = [];
    // Reports of accounting programs leave the first title empty and put the customer on a row of its own.
    const isGrouped = mapping !== null && (header[0]?.text ?? "") === "" && !columns.has("customer");
    let currentGroup: GridCell | null = null;
    let index = headerIndex + 1;
    let afterBlank = false;
    for (; index < grid.rows.length; index += 1) {
      const row = grid.rows[index] ?? [];
      if (isBlankRow(row)) {
        afterBlank = true;
        currentGroup = null;
        continue;
      }
      const isHeader = headerScore(row) > 4;
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
    tables.push({
      name: grid.name,
      columns,
      titles,
      rows,
      totals,
      above: grid.rows.slice(from, headerIndex),
      mapping,
    });
    from = index;
    if (from >= grid.rows.length) break;
  }
  return tables;
};
