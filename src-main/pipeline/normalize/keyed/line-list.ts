import { isRecord, isRecordList, keyWords, type RecordTree } from "../../../../src-shared/records/index.ts";
import { assignColumns } from "../sheets/assign-columns.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { blankCell, type GridCell } from "../sheets/grid.ts";
import { foldText } from "../values/fold.ts";
import { lineTitles, type LineValue } from "./line-values.ts";
import { dayCell, type LeafCells } from "./value-cell.ts";

/** One line of a bill: its cells by what they mean. */
export type LineCells = ReadonlyMap<ColumnRole, GridCell>;

/** Lists of a bill that hold no lines: what is taken off, what was paid, what is attached. */
const otherLists =
  /\b(?:tax\w*|vat|discounts?|allowances?|payments?|totals?|address\w*|attachments?|history|bank\w*|rabatte?|zahlungen|steuern?|remises?|impuestos|imposte|impostos|retentions?)\b/;
const lineListName =
  /(?:lines?|items?|position(?:en|s)?|posten|details?|charges?|entries|products?|services?|lignes?|regels?|righe|dettaglio|lineas|linhas|conceptos|leistungen|articles|artikel)$/;
const sumRow = /\b(?:sub ?total|zwischensumme|sous-total)/;

const sumRoles: readonly ColumnRole[] = ["line-amount", "line-gross"];
const dayRoles: readonly ColumnRole[] = ["date", "period-start", "period-end"];

/** What roles of tables mean in a list that holds the lines of one bill and nothing else. */
const inLines: Partial<Record<ColumnRole, readonly ColumnRole[]>> = {
  total: ["line-amount", "line-gross"],
  subtotal: ["line-amount"],
  "total-tax": ["tax-amount"],
  "issue-date": ["date"],
  start: ["period-start"],
  end: ["period-end"],
  meter: ["item"],
  milestone: ["item"],
};
const lineRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "description",
  "item",
  "task",
  "notes",
  "item-code",
  "quantity",
  "hours",
  "unit",
  "unit-price",
  "price-base",
  "discount-percent",
  "discount-amount",
  "line-amount",
  "line-gross",
  "tax-rate",
  "tax-amount",
  "date",
  "period-start",
  "period-end",
  "person",
  "role",
]);

/** The records that a list or a lone line holds; those of its groups where the groups hold lists of their own. */
function recordsOf(node: RecordTree): readonly RecordTree[] {
  const items = isRecordList(node) ? node.children.filter(isRecord) : [node];
  return items.flatMap((item) => {
    const inner = item.children.filter(
      (child) => isRecordList(child) && child.children.length > 0 && child.children.every(isRecord),
    );
    const grouped = inner.filter(({ name }) => lineListName.test(keyWords(name)));
    return grouped.length === 0 ? [item] : grouped.flatMap(recordsOf);
  });
}

/** Lists of records that stand in a bill, not in another list; and lone records that are named as a line is. */
function listsIn(bill: RecordTree): readonly RecordTree[] {
  return bill.children.flatMap((child): readonly RecordTree[] => {
    if (isRecordList(child)) return child.children.some(isRecord) ? [child] : [];
    if (!isRecord(child)) return [];
    const inner = listsIn(child);
    return inner.length === 0 && lineListName.test(keyWords(child.name)) ? [child] : inner;
  });
}

/** The lines of a bill by roles; empty where no list of it holds sums or priced quantities. */
export function linesOf(leaves: LeafCells, bill: RecordTree): readonly LineCells[] {
  const lists = listsIn(bill).filter(({ name }) => !otherLists.test(keyWords(name)));
  const read = lists.map((list) => ({
    lines: readLines(leaves, recordsOf(list)),
    isNamed: lineListName.test(keyWords(list.name)),
  }));
  const usable = read.filter(({ lines }) => lines.some(isPriced));
  return (usable.find(({ isNamed }) => isNamed) ?? usable[0])?.lines ?? [];
}

const isPriced = (cells: LineCells): boolean =>
  sumRoles.some((role) => cells.has(role)) ||
  (cells.has("unit-price") && (cells.has("quantity") || cells.has("hours")));

/** A record that says itself, by a value or the name of a part, that it adds up the others. */
const isSum = (record: RecordTree): boolean =>
  record.children.some((child) => sumRow.test(foldText(keyWords(isRecord(child) ? child.name : child.text))));

function readLines(leaves: LeafCells, records: readonly RecordTree[]): readonly LineCells[] {
  const rows = records.filter((record) => !isSum(record)).map((record) => lineTitles(leaves, record));
  const titles = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const cellOf = (row: ReadonlyMap<string, LineValue>, title: string): GridCell =>
    row.get(title)?.cell ?? blankCell;
  // A table of bills: what each of its rows repeats is no line's own.
  const titleCell = (text: string): GridCell => ({ ...blankCell, text, valueType: "text" });
  const header = ["invoice number", ...titles].map(titleCell);
  const body = rows.map((row) => [titleCell("1"), ...titles.map((title) => cellOf(row, title))]);
  const roles = new Map<ColumnRole, number>();
  for (const [role, column] of assignColumns(header, body)) {
    const meant = [role, ...(inLines[role] ?? [])].find((each) => lineRoles.has(each) && !roles.has(each));
    if (meant !== undefined && column > 0) roles.set(meant, column);
  }
  return body.flatMap((row, at): readonly LineCells[] => {
    const cells = new Map<ColumnRole, GridCell>();
    for (const [role, column] of roles) {
      const cell = row[column] ?? blankCell;
      if (cell.text !== "")
        cells.set(role, dayRoles.includes(role) ? dayCell(cell, role === "period-end") : cell);
    }
    const unit = [...(rows[at]?.values() ?? [])].find((value) => value.unit !== null)?.unit;
    if (unit !== undefined && unit !== null && !cells.has("unit")) cells.set("unit", unit);
    return cells.size === 0 ? [] : [cells];
  });
}
