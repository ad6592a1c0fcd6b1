import {
  decimalText,
  isEqual,
  isZero,
  multiply,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";

const one = decimalText("1");
const fewestProven = 2;
/** Columns among which products are looked for: no record counts so many things, and all of them count where it does. */
const mostColumns = 40;

/**
 * The columns that only make up another among some: "Men | Hours | Man-hours" counts what the last comes to.
 *
 * Two columns make up a third where their product is its figure on all rows that fill the three, and on two rows at least
 * with no factor of one, which proves nothing. `others` hold factors only.
 */
export function factorsAmong(
  products: readonly number[],
  body: readonly (readonly GridCell[])[],
  others: readonly number[] = [],
): ReadonlySet<number> {
  const columns = [...products, ...others];
  if (columns.length < 3 || columns.length > mostColumns) return new Set();
  const numbers = new Map(
    columns.map((column) => {
      const cells = body.map((row) => row[column] ?? blankCell);
      const convention = conventionOfCells(cells);
      return [column, cells.map((cell) => numberOfCell(cell, convention))] as const;
    }),
  );
  const factors = new Set<number>();
  for (const product of products)
    for (const [place, first] of columns.entries())
      for (const second of columns.slice(place + 1)) {
        if (product === first || product === second) continue;
        const [made = [], some = [], more = []] = [product, first, second].map((each) => numbers.get(each));
        if (multipliesOut(made, some, more)) factors.add(first).add(second);
      }
  return factors;
}

type Numbers = readonly (DecimalText | null)[];

/** Whether each row that fills all three columns multiplies out, and enough of them prove something by it. */
function multipliesOut(products: Numbers, firsts: Numbers, seconds: Numbers): boolean {
  let proven = 0;
  for (const [row, product] of products.entries()) {
    const [first, second] = [firsts[row] ?? null, seconds[row] ?? null];
    if (product === null || first === null || second === null) continue;
    if (!isEqual(multiply(first, second), product)) return false;
    if ([first, second].every((factor) => !isEqual(factor, one) && !isZero(factor))) proven += 1;
  }
  return proven >= fewestProven;
}
