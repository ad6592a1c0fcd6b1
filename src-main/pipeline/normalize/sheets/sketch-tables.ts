import { mappedKinds } from "../../../../src-shared/model/index.ts";
import type {
  CellFault,
  MappedKind,
  ReadDocument,
  TableField,
  TableMapping,
  TableSketch,
} from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { mappingFor } from "../presets/index.ts";
import { parseDateText } from "../values/date.ts";
import { parseAmount } from "../values/number.ts";
import { gridsOf } from "./document-grids.ts";
import { dateColumns, numberColumns } from "./column-shapes.ts";
import type { Grid, GridCell } from "./grid.ts";
import { findHeader, recordTables } from "./record-table.ts";
import { tableKind } from "./table-kind.ts";
import { meaningsOf } from "./title-meanings.ts";
import { titleKey } from "./title-key.ts";

const shownRows = 12;
/** Rows whose cells are tried; a table of a whole year is not read again for every key that is pressed. */
const triedRows = 2_000;
const listedFaults = 50;
const widestTable = 200;

export interface SketchOrder {
  /** What a person is trying out, before what was remembered. */
  readonly draft: TableMapping | null;
  readonly remembered: readonly TableMapping[];
  /** Row that holds the titles, by place of the sheet; found by itself where it is not said. */
  readonly headerRow: number | null;
  readonly asOf: LocalDate;
}

/** The tables of a document with what each column is taken for, and the cells that do not fit. */
export function sketchTables(document: ReadDocument, order: SketchOrder): readonly TableSketch[] {
  return gridsOf(document).flatMap((grid) => sketchTable(grid, order));
}

function sketchTable(
  grid: Grid,
  { draft, remembered, headerRow, asOf }: SketchOrder,
): readonly TableSketch[] {
  const known = draft === null ? remembered : [draft, ...remembered];
  const found = headerRow === null ? findHeader(grid, 0, known) : { index: headerRow, mapping: null };
  const index = found?.index ?? firstFullRow(grid);
  const header = (index === null ? undefined : grid.rows[index])?.slice(0, widestTable);
  if (index === null || header === undefined) return [];
  const titles = header.map(({ text }) => text);
  const mapping = draft ?? mappingFor(titles, remembered);
  const columns = titles.map((title) => ({ title, ...meaningOf(title, mapping) }));
  const below = grid.rows.slice(index + 1).filter((row) => row.some(({ text }) => text !== ""));
  const faults = below
    .slice(0, triedRows)
    .flatMap((row, at) =>
      columns.flatMap(({ field }, column) => faultOf(row[column], field, at, column, mapping, asOf)),
    );
  const [table] = recordTables(
    { name: grid.name, rows: grid.rows.slice(index, index + 1 + triedRows) },
    known,
  );
  const kind = mapping?.kind ?? (table === undefined ? null : (tableKind(table)?.kind ?? null));
  return [
    {
      sheet: grid.name,
      headerRow: index,
      columns,
      rows: below.slice(0, shownRows).map((row) => titles.map((_title, column) => row[column]?.text ?? "")),
      rowCount: below.length,
      faults: faults.slice(0, listedFaults),
      faultCount: faults.length,
      kind: isMappedKind(kind) ? kind : null,
      mapping: mapping === null ? null : { id: mapping.id, title: mapping.title },
    },
  ];
}

const isMappedKind = (kind: string | null): kind is MappedKind => mappedKinds.some((known) => known === kind);

/** The first row with two texts or more: where nobody knows the titles, they most often stand there. */
function firstFullRow({ rows }: Grid): number | null {
  const index = rows.findIndex((row) => row.filter(({ text }) => text !== "").length >= 2);
  return index === -1 ? null : index;
}

function meaningOf(
  title: string,
  mapping: TableMapping | null,
): { readonly field: TableField | null; readonly because: "mapping" | "title" | "nothing" } {
  if (mapping !== null) {
    const named = Object.entries(mapping.columns).find(([known]) => titleKey(known) === titleKey(title));
    return { field: named?.[1] ?? null, because: named === undefined ? "nothing" : "mapping" };
  }
  const [first] = meaningsOf(title);
  return { field: first?.role ?? null, because: first === undefined ? "nothing" : "title" };
}

function faultOf(
  cell: GridCell | undefined,
  field: TableField | null,
  row: number,
  column: number,
  mapping: TableMapping | null,
  asOf: LocalDate,
): readonly CellFault[] {
  if (cell === undefined || cell.text === "" || field === null) return [];
  const fault = (kind: CellFault["fault"]): readonly CellFault[] => [
    { row, column, text: cell.text, fault: kind },
  ];
  const isClock = field === "hours" && /\d\s?(?::|h)/i.test(cell.text);
  if (numberColumns.includes(field) && !isClock && cell.valueType !== "number") {
    const decimal = mapping?.decimalMark ?? null;
    const reading = parseAmount(cell.text, { decimal, basis: decimal === null ? "none" : "evidence" });
    if (reading === null) return fault("no-number");
    return reading.value === null ? fault("open-number") : [];
  }
  if (dateColumns.includes(field) && field !== "timestamp" && cell.valueType !== "date") {
    const reading = parseDateText(cell.text, { order: mapping?.dateOrder ?? null, asOf });
    if (reading === null) return fault("no-date");
    return reading.value === null ? fault("open-date") : [];
  }
  return [];
}
