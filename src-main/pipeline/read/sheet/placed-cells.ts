import type { SheetCell } from "../../../../src-shared/model/index.ts";
import { cellAddress } from "./cell-address.ts";
import type { CellPlace } from "./cell-address.ts";

/** Cells of a sheet by row and column, both from 1; what a sheet does not hold is not there. */
export type PlacedCells = Map<number, Map<number, SheetCell>>;

/** A rectangle of cells that shows as one, both corners included. */
export interface MergedRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** Columns up to which the grid keeps its places; a wider sheet keeps only the columns that hold something. */
const widestGrid = 512;
/** Empty rows in a row that are kept; a longer gap becomes one. */
const longestGap = 50;
/** Ranges beyond these are not worth their memory. */
export const mostMergedRanges = 20_000;
const mostInherited = 20_000;
const largestMerge = 2_000;

/** Puts a cell into its place; the later of two wins. */
export function placeCell(cells: PlacedCells, { row, column }: CellPlace, cell: SheetCell): void {
  const line = cells.get(row);
  if (line === undefined) cells.set(row, new Map([[column, cell]]));
  else line.set(column, cell);
}

/** Words of a merged range hold for all of its cells; numbers stand only once, or sums would count them twice. */
export function inheritMerged(byPlace: PlacedCells, merges: readonly MergedRange[]): void {
  let inherited = 0;
  for (const { from, to } of merges) {
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

/** The rows from the first on, without the empty ones of long gaps; columns up to the last that holds something. */
export function gridOfPlaced(
  byPlace: PlacedCells,
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
