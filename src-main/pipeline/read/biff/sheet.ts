import type { Sheet, SheetCell } from "../../../../src-shared/model/index.ts";
import type { CellContext, RawCell } from "../ooxml/cell-value.ts";
import { isUncalculated, readCellValue } from "../ooxml/cell-value.ts";
import { cellAddress } from "../sheet/cell-address.ts";
import type { MergedRange, PlacedCells } from "../sheet/placed-cells.ts";
import { gridOfPlaced, inheritMerged, mostMergedRanges, placeCell } from "../sheet/placed-cells.ts";
import { viewOf } from "../compound/byte-view.ts";
import { biffRecords, recordTypes } from "./records.ts";
import { readUnicodeString } from "./strings.ts";

export interface ReadBiffSheet {
  readonly sheet: Sheet;
  readonly cells: number;
  readonly formulas: number;
  /** "Sheet!A1" of formulas whose result is missing. */
  readonly uncalculated: readonly string[];
  readonly isComplete: boolean;
}

interface RawPlaced {
  readonly row: number;
  readonly column: number;
  readonly raw: RawCell;
}

/** What an error cell shows. Source: MS-XLS 2.5.10. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
};

/** Reads the sheet that begins at an offset of the workbook's stream, up to a budget of cells. */
export function readBiffSheet(
  stream: Uint8Array,
  entry: { readonly name: string; readonly isHidden: boolean; readonly at: number },
  context: CellContext,
  budget: number,
): ReadBiffSheet {
  const cells: RawPlaced[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: (readonly [number, number])[] = [];
  const merges: MergedRange[] = [];
  let isComplete = true;
  let depth = 0;
  /** A formula whose text stands in the record behind it. */
  let open: RawPlaced | null = null;
  const add = (row: number, column: number, style: number, raw: Partial<RawCell>): void => {
    if (cells.length >= budget) isComplete = false;
    else cells.push({ row: row + 1, column: column + 1, raw: { ...blank, style, ...raw } });
  };
  for (const { type, data } of biffRecords(stream, entry.at)) {
    const view = viewOf(data);
    if (type === recordTypes.begin) depth += 1;
    else if (type === recordTypes.eof) {
      depth -= 1;
      if (depth <= 0) break;
    }
    // Charts inside the sheet have records of their own.
    if (depth !== 1) continue;
    if (type === recordTypes.string && open !== null) {
      cells.push({ ...open, raw: { ...open.raw, value: readUnicodeString(data, 0, 2) } });
      open = null;
      continue;
    }
    if (data.length < 4) continue;
    const row = view.getUint16(0, true);
    const column = view.getUint16(2, true);
    switch (type) {
      case recordTypes.row:
        if (data.length >= 16 && (view.getUint32(12, true) & 0x20) !== 0) hiddenRows.add(row + 1);
        break;
      case recordTypes.columnInfo:
        if (data.length >= 10 && (view.getUint16(8, true) & 1) !== 0)
          hiddenColumns.push([row + 1, column + 1]);
        break;
      case recordTypes.mergedCells:
        merges.push(...readMerges(view).slice(0, mostMergedRanges - merges.length));
        break;
      case recordTypes.labelShared:
        if (data.length >= 10)
          add(row, column, view.getUint16(4, true), { type: "s", value: view.getUint32(6, true).toString() });
        break;
      case recordTypes.label:
      case recordTypes.richString:
        if (data.length >= 9)
          add(row, column, view.getUint16(4, true), { type: "str", value: readUnicodeString(data, 6, 2) });
        break;
      case recordTypes.number:
        if (data.length >= 14)
          add(row, column, view.getUint16(4, true), { value: view.getFloat64(6, true).toString() });
        break;
      case recordTypes.rk:
        if (data.length >= 10)
          add(row, column, view.getUint16(4, true), { value: rkText(view.getUint32(6, true)) });
        break;
      case recordTypes.multipleRk:
        for (let at = 4, next = column; at + 6 <= data.length - 2; at += 6, next += 1)
          add(row, next, view.getUint16(at, true), { value: rkText(view.getUint32(at + 2, true)) });
        break;
      case recordTypes.booleanOrError:
        if (data.length >= 8)
          add(row, column, view.getUint16(4, true), constantOf(data[6] ?? 0, data[7] ?? 0));
        break;
      case recordTypes.formula: {
        if (data.length < 14) break;
        const style = view.getUint16(4, true);
        const result = formulaResult(view);
        if (result === "string")
          open = {
            row: row + 1,
            column: column + 1,
            raw: { ...blank, style, type: "str", hasFormula: true },
          };
        else add(row, column, style, { ...result, hasFormula: true });
        break;
      }
      default:
    }
  }
  return placeAll(cells, { entry, context, hiddenRows, hiddenColumns, merges, isComplete });
}

const blank: RawCell = { type: "n", style: 0, value: "", inline: "", hasFormula: false };

function readMerges(view: DataView): readonly MergedRange[] {
  const merges: MergedRange[] = [];
  for (let at = 2; at + 8 <= view.byteLength; at += 8)
    merges.push({
      from: { row: view.getUint16(at, true) + 1, column: view.getUint16(at + 4, true) + 1 },
      to: { row: view.getUint16(at + 2, true) + 1, column: view.getUint16(at + 6, true) + 1 },
    });
  return merges;
}

/** A packed number as decimal text: a whole number or the upper half of a binary one, perhaps in hundredths. */
function rkText(packed: number): string {
  const inHundredths = (packed & 1) === 1;
  let text: string;
  if ((packed & 2) === 2) text = (packed >> 2).toString();
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, packed & 0xfffffffc, true);
    text = view.getFloat64(0, true).toString();
  }
  if (!inHundredths) return text;
  const [digits = "0", power = "0"] = text.split("e");
  return `${digits}e${Number(power) - 2}`;
}

const constantOf = (value: number, isError: number): Partial<RawCell> =>
  isError === 1
    ? { type: "e", value: errorTexts[value] ?? "#ERR!" }
    : { type: "b", value: value === 0 ? "0" : "1" };

/** The result that was saved with a formula. Source: MS-XLS 2.5.133. */
function formulaResult(view: DataView): Partial<RawCell> | "string" {
  if (view.getUint16(12, true) !== 0xffff) return { value: view.getFloat64(6, true).toString() };
  const value = view.getUint8(8);
  switch (view.getUint8(6)) {
    case 0:
      return "string";
    case 1:
      return constantOf(value, 0);
    case 2:
      return constantOf(value, 1);
    default:
      return { type: "str", value: "" };
  }
}

function placeAll(
  cells: readonly RawPlaced[],
  sheet: {
    readonly entry: { readonly name: string; readonly isHidden: boolean };
    readonly context: CellContext;
    readonly hiddenRows: ReadonlySet<number>;
    readonly hiddenColumns: readonly (readonly [number, number])[];
    readonly merges: readonly MergedRange[];
    readonly isComplete: boolean;
  },
): ReadBiffSheet {
  const { entry, context, hiddenRows, hiddenColumns } = sheet;
  const isHiddenAt = (row: number, column: number): boolean =>
    entry.isHidden ||
    hiddenRows.has(row) ||
    hiddenColumns.some(([from, to]) => column >= from && column <= to);
  const placed: PlacedCells = new Map();
  const uncalculated: string[] = [];
  for (const { row, column, raw } of cells) {
    const address = cellAddress(row, column);
    if (isUncalculated(raw)) uncalculated.push(`${entry.name}!${address}`);
    const cell: SheetCell = {
      ...readCellValue(raw, context),
      at: { sheet: entry.name, cell: address },
      hidden: isHiddenAt(row, column) || context.unseenStyles.has(raw.style),
    };
    placeCell(placed, { row, column }, cell);
  }
  inheritMerged(placed, sheet.merges);
  return {
    sheet: { name: entry.name, hidden: entry.isHidden, rows: gridOfPlaced(placed, entry.name, isHiddenAt) },
    cells: cells.length,
    formulas: cells.filter(({ raw }) => raw.hasFormula).length,
    uncalculated,
    isComplete: sheet.isComplete,
  };
}
