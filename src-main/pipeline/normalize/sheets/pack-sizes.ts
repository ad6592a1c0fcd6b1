import { compare } from "../../../../src-shared/money/index.ts";
import type { ColumnRole } from "./column-roles.ts";
import { readingNumber } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";
import { unitInTitle, type Measure } from "./measure-titles.ts";
import { meaningsOf } from "./title-meanings.ts";

const withUnit = /^\d+(?:[.,]\d+)?\s?\p{L}/u;
/** "Pack" over "15 L" names what holds the thing, and counts nothing. */
const packs: ReadonlySet<string> = new Set(["pack", "box", "bag", "can", "bottle", "bucket", "drum"]);

/**
 * Columns that only say how large each of the counted things is: "8 | 15 L" under "Count | Pack".
 *
 * Beside a plain count, and with no word for a count or unit in the title: there only the cells have units.
 */
export function sizesBeside(
  measures: readonly Measure[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): ReadonlySet<number> {
  const quantity = columns.get("quantity");
  if (!measures.some(({ column, unit }) => column === quantity && unit === null)) return new Set();
  return new Set(
    measures.flatMap(({ column, title, counts }) => {
      const unit = unitInTitle(title);
      const isTold =
        (unit !== null && !packs.has(unit)) || meaningsOf(title).some(({ role }) => role === "quantity");
      const cells = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
      const areSizes = counts === "quantity" && cells.every((text) => withUnit.test(text));
      return column !== quantity && areSizes && !isTold ? [column] : [];
    }),
  );
}

const packings: ReadonlySet<string> = new Set(["box", "pack", "pallet", "bag", "roll"]);

/**
 * Boxes and pallets beside a quantity say how that was packed: where its unit stands in each row, or where it is a bare
 * count of at least as many things.
 */
export const withoutPacking = (
  measures: readonly Measure[],
  body: readonly (readonly GridCell[])[],
  columns: ReadonlyMap<ColumnRole, number>,
): readonly Measure[] => {
  const main = columns.get("quantity");
  const isBare = measures.some(({ column, unit }) => column === main && unit === null);
  if (main === undefined || !(columns.has("unit") || isBare)) return measures;
  const isPacking = ({ column, unit }: Measure): boolean =>
    column !== main &&
    unit !== null &&
    packings.has(unit) &&
    (columns.has("unit") || body.every((row) => holdsNoMore(row[column], row[main])));
  return measures.filter((measure) => !isPacking(measure));
};

/** A box has one thing in it at least; where either of the two is no number, nothing is said. */
function holdsNoMore(packed: GridCell | undefined, counted: GridCell | undefined): boolean {
  const [boxes, things] = [readingNumber(packed ?? blankCell), readingNumber(counted ?? blankCell)];
  return boxes === null || (things !== null && compare(boxes, things) <= 0);
}
