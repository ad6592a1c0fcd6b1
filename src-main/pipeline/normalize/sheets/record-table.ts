import type { TableMapping } from "../../../../src-shared/model/index.ts";
import { mappingFor } from "../presets/index.ts";
import { foldText } from "../values/fold.ts";
import { isPersonText } from "../values/person-name.ts";
import { contentOf, contradicts } from "./column-content.ts";
import type { ColumnRole, TitleMeaning } from "./column-roles.ts";
import type { Grid, GridCell } from "./grid.ts";
import { measuresOf, unitInTitle, type Measure } from "./measures.ts";
import { isListedTitle, meaningsOf, rankByWords } from "./title-meanings.ts";
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
  /** All printed headers, in order. */
  readonly header: readonly string[];
  /** Columns that count what was done; none where a mapping says what each column is. */
  readonly measures: readonly Measure[];
  readonly rows: readonly RecordRow[];
  /** Total rows: labeled, or numbers without keys. They are no records. */
  readonly totals: readonly RecordRow[];
  readonly above: readonly (readonly GridCell[])[];
  /** How the columns are known: by a preset or by what a person mapped; `null` where their titles were guessed. */
  readonly mapping: TableMapping | null;
}

const headerRows = 50;
/** Rows that are looked at to tell what a column holds. */
const bodyRows = 200;
/** Columns beyond which a row is no header that somebody knows. */
const longestHeader = 400;
const totalWords =
  /^(?:grand |sub ?|page |weekly |week |daily )?(?:total|totals|sum|summe|gesamt|gesamtsumme|zwischensumme|total general|totaal|totale|suma|subtotal|sous-total)\b/;

const isNumeric = (cell: GridCell): boolean =>
  cell.valueType === "number" || /^[-+(]?[€$£]?\s?\d[\d.,' ]*\)?%?$/.test(cell.text);

const dayTitle = /^(?:day|date|tag|datum|jour|date du jour|dag|dia|fecha|giorno|data)$/;

const ownDay = /^\D{0,12}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/;
const ownPrice = /^(?:[€$£]|[A-Z]{3} )?\s?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2}(?:\s?(?:[€$£]|[A-Z]{3}))?$/;
const ownCount =
  /^\d{1,4}(?:[.,]\d{1,2})?\s?(?:h|hrs?|hours?|std|uur|uren|ore|horas?|heures?|min|km|m2|m²|m3|kg|x)?\.?(?:\s?\d{2})?$/i;

/** Header likelihood: labeled columns count twice, titles that only their words explain once, numbers against. */
const headerScore = (row: readonly GridCell[]): number => {
  const filled = row.filter((cell) => cell.text !== "");
  if (filled.length < 2) return -1;
  const listed = filled.filter((cell) => isListedTitle(cell.text)).length;
  const worded =
    filled.filter((cell) => meaningsOf(cell.text).length > 0 || unitInTitle(cell.text) !== null).length -
    listed;
  const hits = listed + worded / 2;
  // Days beside things that no list can know still head a table: "Day | Shearer | Ewes | Hoggets | Signed".
  const share = filled.some((cell) => meaningsOf(cell.text)[0]?.role === "date") ? 4 : 3;
  if (listed + worded < 2 || (hits < 6 && hits * share < filled.length)) return -1;
  // A row with a day and a count of its own is a record, whatever its words could head.
  const isRow =
    filled.some((cell) => ownDay.test(cell.text)) && filled.some((cell) => ownCount.test(cell.text));
  // "Datum: | 12.05.2026", "Driver: Ron Petty": labels of a form with or beside their values head nothing.
  const isForm =
    (filled.length <= 3 && /:\s*$/.test(filled[0]?.text ?? "")) ||
    filled.some(({ text }) => /\p{L}\s?:\s+[\p{L}\d]/u.test(text));
  if (isForm || isRow || filled.some((cell) => ownPrice.test(cell.text))) return -1;
  const distinct = new Set(filled.map((cell) => cell.text)).size;
  return 2 * hits + 0.2 * distinct - 2 * filled.filter(isNumeric).length;
};

/** "Courses A" and "Jefe de servicio" hold words for "to" and "from" and say no time. */
const isTime = (role: ColumnRole): boolean => role === "start" || role === "end";
const mostlyNumbers = 0.9;

/** Planned beside worked, as German and Dutch sheets title it: there "Soll" is no debit. */
const isWorkedBeside = (header: readonly GridCell[], title: string): boolean =>
  titleKey(title) === "soll" && header.some((cell) => /^ist\b/.test(titleKey(cell.text)));

/**
 * One column for each role: of two titles for a role the more usual one wins, and the other tries its next meaning.
 *
 * A meaning that the cells below speak against is passed over: "Delivered" above days is no quantity.
 */
const assignColumns = (
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ReadonlyMap<ColumnRole, number> => {
  const meanings = header.map((cell, column): readonly TitleMeaning[] => {
    if (isWorkedBeside(header, cell.text)) return [{ role: "ordered", rank: 0 }];
    const all = meaningsOf(cell.text);
    if (all.length === 0) return all;
    const cells = body.flatMap((row) => row[column] ?? []);
    const content = contentOf(cells);
    return all.filter(
      ({ role, rank }) =>
        (!contradicts(role, content) || (role === "date" && countsDays(cell.text, cells))) &&
        !(rank >= rankByWords && isTime(role) && content.number >= mostlyNumbers && content.clock === 0),
    );
  });
  const taken = new Map<ColumnRole, { readonly column: number; readonly rank: number }>();
  const place = (column: number, tried: readonly TitleMeaning[]): void => {
    for (const { role, rank } of tried) {
      const holder = taken.get(role);
      if (holder !== undefined && holder.rank <= rank) continue;
      taken.set(role, { column, rank });
      if (holder !== undefined) {
        const others = meanings[holder.column] ?? [];
        place(holder.column, others.slice(others.findIndex((each) => each.role === role) + 1));
      }
      return;
    }
  };
  for (const [column, tried] of meanings.entries()) place(column, tried);
  const named = taken.has("person") || taken.has("first-name") ? -1 : columnOfNames(header, body, taken);
  if (named >= 0) taken.set("person", { column: named, rank: rankByWords });
  return new Map(
    [...taken].sort(([, a], [, b]) => a.column - b.column).map(([role, { column }]) => [role, column]),
  );
};

/** Days of a month as numbers alone, under a title that says so: "Tag" above 1, 2, 5. */
const countsDays = (title: string, cells: readonly GridCell[]): boolean =>
  dayTitle.test(titleKey(title)) &&
  cells.every(({ text }) => text === "" || !/^\d/.test(text) || /^(?:0?[1-9]|[12]\d|3[01])\.?$/.test(text));

/** The column whose cells are names of persons, whatever the trade calls them: "Shearer", "Relectrice". */
function columnOfNames(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
  taken: ReadonlyMap<ColumnRole, { readonly column: number }>,
): number {
  const known = new Set([...taken.values()].map(({ column }) => column));
  return header.findIndex((cell, column) => {
    if (known.has(column) || cell.text === "" || isListedTitle(cell.text)) return false;
    const filled = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
    const names = filled.filter((text) => isPersonText(text)).length;
    return filled.length > 0 && names * 5 >= filled.length * 3;
  });
}

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

/** "Net (t)" names a unit: what stands there is a weight, and no sum of money. */
const withoutCounted = (
  columns: ReadonlyMap<ColumnRole, number>,
  measures: readonly Measure[],
): ReadonlyMap<ColumnRole, number> => {
  const counted = measures.filter(({ unit }) => unit !== null).map(({ column }) => column);
  return new Map(
    [...columns].filter(
      ([role, column]) => !((role === "line-amount" || role === "total") && counted.includes(column)),
    ),
  );
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
    const body = grid.rows.slice(headerIndex + 1, headerIndex + 1 + bodyRows);
    const assigned = mapping === null ? assignColumns(header, body) : mapColumns(header, mapping);
    const measures = mapping === null ? measuresOf(header, body, assigned) : [];
    const columns = withoutCounted(assigned, measures);
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
      header: header.map(({ text }) => text),
      measures,
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
