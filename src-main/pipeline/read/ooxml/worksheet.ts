import type { Problem, Sheet, SheetCell } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { maximumCells } from "../limits.ts";
import type { MergedRange, PlacedCells } from "../sheet/placed-cells.ts";
import { gridOfPlaced, inheritMerged, mostMergedRanges, placeCell } from "../sheet/placed-cells.ts";
import { localName, parseXml } from "../xml/parse-xml.ts";
import { cellAddress, parseCellAddress } from "../sheet/cell-address.ts";
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
  readonly merges: MergedRange[];
  isComplete: boolean;
}

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
  const byPlace: PlacedCells = new Map();
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
    placeCell(byPlace, { row, column }, placed);
  }
  inheritMerged(byPlace, merges);
  return ok({
    sheet: { name: entry.name, hidden: entry.isHidden, rows: gridOfPlaced(byPlace, entry.name, isHidden) },
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
      else if (local === "mergeCell" && parsed.merges.length < mostMergedRanges) {
        const range = parseMergedRange(attributes["ref"] ?? "");
        if (range !== null) parsed.merges.push(range);
      }
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

/** "B2:D4"; `null` for anything else. */
function parseMergedRange(text: string): MergedRange | null {
  const [first = "", second = ""] = text.split(":");
  const from = parseCellAddress(first);
  const to = parseCellAddress(second);
  return from === null || to === null ? null : { from, to };
}
