import { add, isEqual, isZero, zero, type Decimal } from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import type { GridCell } from "./grid.ts";

const dashes = /^[-–—_.\s]*$/;
const fewestSummed = 2;
/** One figure under words may meet a sum by chance; of three rows and more, or in two columns, it hardly does. */
const fewestForOne = 3;

/** What a row prints: its numbers by column, and how many cells hold anything else. */
interface PrintedFigures {
  readonly numbers: ReadonlyMap<number, Decimal>;
  readonly texts: number;
}

/** Sums of the rows since one of them, by column. */
interface Running {
  sums: Map<number, Decimal>;
  rows: number;
  /** Fewest cells beside numbers that one of the rows has. */
  texts: number;
}

const begin = (): Running => ({ sums: new Map(), rows: 0, texts: Infinity });

/**
 * Rows that add up rows above them, as their numbers show, whatever words they have or lack.
 *
 * Each of their numbers is the sum of its column, since the last such row or from the top; and they say less beside their
 * numbers than any row that they add up, for a day, a name or a thing makes a record of its own.
 */
export function summingRows<Row extends { readonly all: readonly GridCell[] }>(
  rows: readonly Row[],
): ReadonlySet<Row> {
  const found = new Set<Row>();
  const whole = begin();
  let part = begin();
  for (const [index, figures] of figuresOfRows(rows).entries()) {
    const row = rows[index];
    if (row !== undefined && (closes(figures, part) || closes(figures, whole))) {
      found.add(row);
      part = begin();
      continue;
    }
    for (const running of [part, whole]) {
      running.rows += 1;
      running.texts = Math.min(running.texts, figures.texts);
      for (const [column, value] of figures.numbers)
        running.sums.set(column, add(running.sums.get(column) ?? zero, value));
    }
  }
  return found;
}

function closes({ numbers, texts }: PrintedFigures, { sums, rows, texts: fewest }: Running): boolean {
  if (rows < fewestSummed || numbers.size === 0 || texts >= fewest) return false;
  const isSure = texts === 0 || numbers.size > 1 || rows >= fewestForOne;
  const counted = [...numbers].filter(([, value]) => !isZero(value));
  return (
    isSure &&
    counted.length > 0 &&
    counted.every(([column, value]) => isEqual(sums.get(column) ?? zero, value))
  );
}

/** Marks are decided by column, since one table may group thousands and part decimals. */
function figuresOfRows(rows: readonly { readonly all: readonly GridCell[] }[]): readonly PrintedFigures[] {
  const width = rows.reduce((most, { all }) => Math.max(most, all.length), 0);
  const conventions = Array.from({ length: width }, (_, column) =>
    conventionOfCells(rows.flatMap(({ all }) => all[column] ?? [])),
  );
  return rows.map(({ all }) => {
    const numbers = new Map<number, Decimal>();
    let texts = 0;
    for (const [column, cell] of all.entries()) {
      if (dashes.test(cell.text)) continue;
      const convention = conventions[column];
      const value = convention === undefined ? null : numberOfCell(cell, convention);
      if (value === null) texts += 1;
      else numbers.set(column, add(zero, value));
    }
    return { numbers, texts };
  });
}
