import { isEqual, isZero, decimalText, multiply } from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";

const one = decimalText("1");
const fewestProven = 2;
/** Columns among which products are looked for; in a wide sheet three may meet by chance. */
const mostColumns = 12;

/**
 * The columns that only make up another among some: "Men | Hours | Man-hours" counts what the last comes to.
 *
 * Two columns make up a third where their product is its figure on all rows that fill the three, and on two rows at least
 * with no factor of one, which proves nothing.
 */
export function factorsAmong(
  columns: readonly number[],
  body: readonly (readonly GridCell[])[],
): ReadonlySet<number> {
  if (columns.length < 3 || columns.length > mostColumns) return new Set();
  const numbers = new Map(
    columns.map((column) => {
      const cells = body.map((row) => row[column] ?? blankCell);
      const convention = conventionOfCells(cells);
      return [column, cells.map((cell) => numberOfCell(cell, convention))] as const;
    }),
  );
  const factors = new Set<number>();
  for (const product of columns)
    for (const [place, first] of columns.entries())
      for (const second of columns.slice(place + 1)) {
        if (new Set([product, first, second]).size < 3) continue;
        const rows = body.flatMap((_, row) => {
          const [p, a, b] = [product, first, second].map((column) => numbers.get(column)?.[row] ?? null);
          return p === undefined ||
            a === undefined ||
            b === undefined ||
            p === null ||
            a === null ||
            b === null
            ? []
            : [
                {
                  closes: isEqual(multiply(a, b), p),
                  isProof: [a, b].every((x) => !isEqual(x, one) && !isZero(x)),
                },
              ];
        });
        if (
          rows.every(({ closes }) => closes) &&
          rows.filter(({ isProof }) => isProof).length >= fewestProven
        )
          factors.add(first).add(second);
      }
  return factors;
}
