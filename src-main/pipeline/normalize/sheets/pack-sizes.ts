import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
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
