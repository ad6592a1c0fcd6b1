import { joinSourcedTexts, sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import type { SourcedText } from "../../../../../src-shared/model/index.ts";
import type { PlacedTable } from "../structure/outline.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";

/** Rows of a table whose sums are whole again, whose heads are over their columns, and whose counts stand apart from prices. */
export const joinedCells = (rows: PlacedTable["rows"]): readonly (readonly (PreparedText | null)[])[] =>
  splitCounts(withStrayHeads(joinSplitCells(rows)));

/** "30 m² à 18.00", "12 hrs @ $95.00", "4 x 310,00": how many and the price of one, in one cell. */
const countAndPrice =
  /^(\d[\d.,']*(?: ?[\p{L}²³][\p{L}²³.-]*\d?(?: [\p{L}²³.-]+\d?)?)?) ?(?:(?<= )(?:à|a|at|zu|je|x)|@|×) ?((?:\p{Sc}|[A-Z]{3}|Fr\.)? ?\d[\d.,']*[.,](?:\d{2,4}|[-–]{1,2})(?: ?(?:\p{Sc}|[A-Z]{3}))?)$/u;

/** Rows in which cells of a count and a price stand in two columns, where a column has them. */
function splitCounts(
  rows: readonly (readonly (PreparedText | null)[])[],
): readonly (readonly (PreparedText | null)[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const split = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const matching = rows.filter((row) => countAndPrice.test(row[column]?.text ?? ""));
    return (
      matching.length > 0 &&
      rows.every((row) => matching.includes(row) || !/\d/.test(row[column]?.text ?? ""))
    );
  });
  if (split.length === 0) return rows;
  return rows.map((row) =>
    Array.from({ length: width }, (_, column): readonly (PreparedText | null)[] => {
      const cell = row[column] ?? null;
      if (!split.includes(column)) return [cell];
      const match = cell === null ? null : countAndPrice.exec(cell.text);
      const [count = "", price = ""] = match?.slice(1) ?? [];
      if (cell === null || match === null) return [cell, null];
      const { source } = cell;
      const at = source.text.lastIndexOf(price);
      if (at < count.length) return [cell, null];
      return [
        prepareText(sliceSourcedText(source, 0, count.length)),
        prepareText(sliceSourcedText(source, at, at + price.length)),
      ];
    }).flat(),
  );
}

/**
 * A head that stands beside its column, as over figures that end at the right: "Grade | CHF/h |" above "A | | 185.00".
 *
 * Only where it is all that its own column holds, and the column beside it has no head and two cells or more below.
 */
function withStrayHeads(
  rows: readonly (readonly (PreparedText | null)[])[],
): readonly (readonly (PreparedText | null)[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filledAt = (column: number): readonly number[] =>
    rows.flatMap((row, index) => ((row[column]?.text ?? "") === "" ? [] : [index]));
  const moves = new Map<number, { readonly row: number; readonly to: number }>();
  for (let column = 1; column < width; column += 1) {
    const [row, ...more] = filledAt(column);
    if (row === undefined || more.length > 0) continue;
    const to = [column + 1, column - 1].find((beside) => {
      const [first, second] = beside > 0 && beside < width ? filledAt(beside) : [];
      return first !== undefined && second !== undefined && first > row;
    });
    if (to !== undefined) moves.set(column, { row, to });
  }
  if (moves.size === 0) return rows;
  return rows.map((cells, index) => {
    const moved: (PreparedText | null)[] = Array.from(
      { length: width },
      (_, column) => cells[column] ?? null,
    );
    for (const [column, { row, to }] of moves)
      if (row === index) [moved[to], moved[column]] = [moved[column] ?? null, null];
    return moved;
  });
}

function joinSplitCells(rows: PlacedTable["rows"]): readonly (readonly (PreparedText | null)[])[] {
  return rows.map((row) => {
    const cells = [...row];
    for (let index = 0; index < cells.length; index += 1) {
      const here = cells[index];
      if (here === null || here === undefined || !/^(?:[$€£]|USD|EUR|GBP|CHF|CAD)$/.test(here.text)) continue;
      const parts: SourcedText[] = [here.source];
      let last = index;
      for (let next = index + 1; next < cells.length; next += 1) {
        const cell = cells[next];
        if (cell === null || cell === undefined || cell.text === "") continue;
        if (parts.length === 1 && /^[\d.,' ]+/.test(cell.text)) {
          parts.push(cell.source);
          last = next;
          continue;
        }
        if (parts.length === 2 && /^(?:\/|per )/.test(cell.folded)) {
          parts.push(cell.source);
          last = next;
        }
        break;
      }
      if (parts.length === 1) continue;
      for (let gone = index; gone <= last; gone += 1) cells[gone] = null;
      cells[index + 1] = prepareText(joinSourcedTexts(parts, " "));
    }
    return cells;
  });
}
