import type { Problem, Sheet, SheetCell } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { maximumCells } from "../limits.ts";
import { localName, parseXml } from "../xml/parse-xml.ts";
import { cellAddress, parseCellAddress } from "./cell-address.ts";
import { isUncalculated, readCellValue } from "./cell-value.ts";
import type { RawCell } from "./cell-value.ts";
import type { SheetEntry, Workbook } from "./workbook.ts";
import { isOn } from "./workbook.ts";

/** A sheet, and what a reader of it must be told. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly cells: number;
  /** Addresses of formulas that nobody has calculated: their value is unknown, not zero. */
  readonly uncalculated: readonly string[];
  readonly formulas: number;
  readonly isComplete: boolean;
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly raw: RawCell;
}

interface Parsed {
  readonly cells: PlacedCell[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: [number, number][];
  readonly merges: string[];
  isComplete: boolean;
}

/** Columns up to which the grid keeps its places; a wider sheet keeps only the columns that hold something. */
const widestGrid = 512;
/** Empty rows in a row that are kept; a longer gap becomes one. */
const longestGap = 50;
const mostInherited = 20_000;
const largestMerge = 2_000;

/** Reads one sheet. Costs as much as it has cells, whatever its dimensions and merged ranges claim. */
export function readWorksheet(
  text: string,
  entry: SheetEntry,
  workbook: Workbook,
  budget: number,
): Result<ReadSheet, Problem> {
  const parsed = parseSheet(text, Math.min(budget, maximumCells));
  if (!parsed.ok) return parsed;
  const { cells, hiddenRows, hiddenColumns, merges, isComplete } = parsed.value;
  const isHidden = (row: number, column: number): boolean =>
    entry.isHidden ||
    hiddenRows.has(row) ||
    hiddenColumns.some(([from, to]) => column >= from && column <= to);
  const byPlace = new Map<number, Map<number, SheetCell>>();
  const uncalculated: string[] = [];
  let formulas = 0;
  for (const { row, column, raw } of cells) {
    const address = cellAddress(row, column);
    if (raw.hasFormula) formulas += 1;
    if (isUncalculated(raw)) uncalculated.push(address);
    const value = readCellValue(raw, workbook);
    const placed: SheetCell = {
      ...value,
      at: { sheet: entry.name, cell: address },
      hidden: isHidden(row, column) || workbook.unseenStyles.has(raw.style),
    };
    const line = byPlace.get(row);
    if (line === undefined) byPlace.set(row, new Map([[column, placed]]));
    else line.set(column, placed);
  }
  inheritMerged(byPlace, merges);
  return ok({
    sheet: { name: entry.name, hidden: entry.isHidden, rows: toGrid(byPlace, entry.name, isHidden) },
    cells: cells.length,
    uncalculated,
    formulas,
    isComplete,
  });
}

function parseSheet(text: string, budget: number): Result<Parsed, Problem> {
  const parsed: Parsed = {
    cells: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    merges: [],
    isComplete: true,
  };
  let row = 0;
  let column = 0;
  let raw: { type: string; style: number; value: string; inline: string; hasFormula: boolean } | null = null;
  let inside = "";
  let phonetic = 0;
  const problem = parseXml(text, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === "row") {
        row = Number(attributes["r"] ?? row + 1);
        column = 0;
        if (isOn(attributes["hidden"])) parsed.hiddenRows.add(row);
      } else if (local === "c") {
        const address = parseCellAddress(attributes["r"] ?? "");
        if (address !== null) ({ row, column } = address);
        else column += 1;
        raw = {
          type: attributes["t"] ?? "n",
          style: Number(attributes["s"] ?? "0"),
          value: "",
          inline: "",
          hasFormula: false,
        };
      } else if (local === "f" && raw !== null) raw.hasFormula = true;
      else if (local === "rPh") phonetic += 1;
      else if (local === "col" && isOn(attributes["hidden"]))
        parsed.hiddenColumns.push([Number(attributes["min"]), Number(attributes["max"])]);
      else if (local === "mergeCell" && parsed.merges.length < mostInherited)
        parsed.merges.push(attributes["ref"] ?? "");
      if (local === "v" || local === "t" || local === "f") inside = local;
    },
    text: (piece) => {
      if (raw === null || phonetic > 0) return;
      if (inside === "v") raw.value += piece;
      else if (inside === "t") raw.inline += piece;
    },
    close: (name) => {
      const local = localName(name);
      inside = "";
      if (local === "rPh") phonetic -= 1;
      if (local !== "c" || raw === null) return;
      const isEmpty = raw.value === "" && raw.inline === "" && !raw.hasFormula;
      if (!isEmpty && parsed.cells.length >= budget) parsed.isComplete = false;
      else if (!isEmpty && row >= 1 && column >= 1) parsed.cells.push({ row, column, raw });
      raw = null;
    },
  });
  return problem === null ? ok(parsed) : err(problem);
}

/** Words of a merged range hold for all of its cells; numbers stand only once, or sums would count them twice. */
function inheritMerged(byPlace: Map<number, Map<number, SheetCell>>, merges: readonly string[]): void {
  let inherited = 0;
  for (const range of merges) {
    const [first = "", second = ""] = range.split(":");
    const from = parseCellAddress(first);
    const to = parseCellAddress(second);
    if (from === null || to === null) continue;
    const anchor = byPlace.get(from.row)?.get(from.column);
    const area = (to.row - from.row + 1) * (to.column - from.column + 1);
    if (anchor === undefined || !isInheritable(anchor) || !(area > 1 && area <= largestMerge)) continue;
    inherited += area;
    if (inherited > mostInherited) return;
    for (let row = from.row; row <= to.row; row += 1) {
      const line = byPlace.get(row);
      // A row that holds nothing of its own is no row of data.
      if (line === undefined) continue;
      for (let column = from.column; column <= to.column; column += 1)
        if (!line.has(column)) line.set(column, anchor);
    }
  }
}

const isInheritable = (cell: SheetCell): boolean =>
  cell.valueType === "text" || cell.valueType === "date" || cell.valueType === "boolean";

function toGrid(
  byPlace: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>,
  sheet: string,
  isHidden: (row: number, column: number) => boolean,
): SheetCell[][] {
  const used = [...new Set([...byPlace.values()].flatMap((line) => [...line.keys()]))].toSorted(
    (a, b) => a - b,
  );
  const widest = used.at(-1) ?? 0;
  const columns = widest <= widestGrid ? Array.from({ length: widest }, (_, index) => index + 1) : used;
  const rows: SheetCell[][] = [];
  let before = 0;
  for (const number of [...byPlace.keys()].toSorted((a, b) => a - b)) {
    const gap = number - before - 1;
    for (let empty = 0; empty < (gap > longestGap ? 1 : gap); empty += 1) rows.push([]);
    before = number;
    const line = byPlace.get(number) ?? new Map<number, SheetCell>();
    const last = Math.max(...line.keys());
    rows.push(
      columns
        .filter((column) => column <= last)
        .map(
          (column) =>
            line.get(column) ?? {
              text: "",
              value: null,
              valueType: "blank",
              at: { sheet, cell: cellAddress(number, column) },
              hidden: isHidden(number, column),
            },
        ),
    );
  }
  return rows;
}
