import type { RecordTree } from "../../../../src-shared/records/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { blankCell, type Grid, type GridCell } from "../sheets/grid.ts";
import { recordTables, type RecordTable } from "../sheets/record-table.ts";
import { isListedTitle } from "../sheets/title-meanings.ts";
import { foldText } from "../values/fold.ts";
import type { LeafCells } from "./value-cell.ts";
import { treeElement } from "./tree-element.ts";

/** A sheet of names and values as a tree, and the cells that its leaves stand for. */
export interface SheetTree {
  readonly tree: RecordTree;
  readonly leaves: LeafCells;
}

interface Named {
  readonly label: string;
  readonly values: readonly GridCell[];
}

const fewestNames = 5;
/** Rows of a sheet that must name what stands beside them, of ten. */
const namedOfTen = 8;
const lineWord =
  "(?:line|item|pos(?:ition)?|posten|zeile|ligne|article|regel|riga|voce|linea|partida|linha|artikel)s?";
/** "Line 1 description", "items[0].qty", "Pos. 2 Menge". */
const numberedAhead = new RegExp(`^${lineWord}[ ._#[-]*(\\d{1,3})[ ._:\\])-]+(.+)$`);
/** "Description 1", "qty_2". */
const numberedBehind = /^(\p{L}[\p{L} ._-]*?)[ _]?#?(\d{1,3})$/u;

/**
 * A sheet that names each value in its first column, as a tree that its bill is read from: header fields one a row, and
 * lines either under numbered names ("Line 1 quantity") or one a column beside the names of what they have.
 *
 * Where the sheet has no lines, those of another sheet of the workbook that prices things are its own.
 *
 * `null` for every other sheet: one whose first column names few of its rows, or without such lines.
 */
export function sheetTree(grid: Grid, others: readonly Grid[] = []): SheetTree | null {
  const rows = grid.rows
    .map((row): Named => ({
      label: (row[0]?.text ?? "").replace(/\s*[:=]\s*$/, ""),
      values: row.slice(1),
    }))
    .filter(({ label, values }) => label !== "" || values.some(({ text }) => text !== ""));
  const named = rows.filter(
    ({ label, values }) => /^\p{L}/u.test(label) && values.some(({ text }) => text !== ""),
  );
  if (named.length < fewestNames || named.length * 10 < rows.length * namedOfTen) return null;
  const cells = new Map<string, GridCell>();
  const leaf = (name: string, cell: GridCell): RecordTree => {
    const path = `/${cells.size + 1}`;
    cells.set(path, cell);
    return treeElement(name, path, "text", cell.text, []);
  };
  const head: RecordTree[] = [];
  const lines = new Map<string, RecordTree[]>();
  const addTo = (line: string, member: RecordTree): void => {
    lines.set(line, [...(lines.get(line) ?? []), member]);
  };
  const across = columnsOfLines(named);
  for (const row of named) {
    const numbered = numberOf(row.label);
    if (across.has(row))
      for (const [column, cell] of row.values.entries())
        if (cell.text !== "") addTo(`column ${column}`, leaf(row.label, cell));
    const [first] = row.values.filter(({ text }) => text !== "");
    if (across.has(row) || first === undefined) continue;
    if (numbered === null) head.push(leaf(row.label, first));
    else addTo(numbered.line, leaf(numbered.name, first));
  }
  const tables = lines.size > 0 ? [] : others.flatMap((other) => recordTables(other).filter(isPriced));
  const [detail] = tables;
  // Of two such lists nobody can say which one is billed.
  if (detail !== undefined && tables.length === 1)
    for (const [at, row] of detail.rows.entries())
      for (const [column, title] of detail.header.entries()) {
        const cell = row.all[column];
        if (title !== "" && cell !== undefined && cell.text !== "") addTo(`row ${at}`, leaf(title, cell));
      }
  if (lines.size === 0) return null;
  const items = [...lines].map(([line, members]) => treeElement("line", `/${line}`, "object", "", members));
  const list = treeElement("lines", "/lines", "list", "", items);
  return {
    tree: treeElement(grid.name, "/", "object", "", [...head, list]),
    leaves: ({ path }) => cells.get(path) ?? blankCell,
  };
}

/** Things with what they come to, and nothing of a bill of their own; a price without a count is one of a price list. */
function isPriced({ columns }: RecordTable): boolean {
  const hasOne = (...roles: readonly ColumnRole[]): boolean => roles.some((role) => columns.has(role));
  const isReckoned = columns.has("unit-price") && hasOne("quantity", "hours");
  return (
    hasOne("description", "item", "task") &&
    (hasOne("line-amount", "line-gross") || isReckoned) &&
    !columns.has("invoice-number")
  );
}

function numberOf(label: string): { readonly line: string; readonly name: string } | null {
  const folded = foldText(label);
  const ahead = numberedAhead.exec(folded);
  if (ahead?.[1] !== undefined && ahead[2] !== undefined) return { line: ahead[1], name: ahead[2] };
  const behind = numberedBehind.exec(folded);
  if (behind?.[1] === undefined || behind[2] === undefined || !isListedTitle(behind[1])) return null;
  return { line: behind[2], name: behind[1] };
}

const fewestAcross = 3;

/** Rows with a known name and as many values as the others of them: what one line has stands below each other. */
function columnsOfLines(rows: readonly Named[]): ReadonlySet<Named> {
  const across = rows.filter(
    ({ label, values }) =>
      isListedTitle(label) &&
      values.filter(({ text }) => text !== "").length > 1 &&
      !values.some(({ text }) => isListedTitle(text) && !/^\d/.test(text) && text.length > 4),
  );
  const priced = across.some(({ values }) =>
    values.every(({ text }) => text === "" || /^\D{0,3}\d[\d.,' ]*\D{0,3}$/.test(text)),
  );
  return new Set(across.length >= fewestAcross && priced ? across : []);
}
