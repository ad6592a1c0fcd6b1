import {
  add,
  compare,
  integer,
  isEqual,
  isZero,
  multiply,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isOneShare } from "./arithmetic.ts";
import type { Share } from "./arithmetic.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Reckoning } from "./reckoning-run.ts";

/** Rows, at least, in which two columns must make a third one before a grid is one of progress. */
const fewestRows = 3;
/** Amounts side by side, at least, in a row of such a grid. */
const fewestAmounts = 2;

/** Columns of money that a grid of progress has at most; every three of them are tried. */
const mostColumns = 10;

/** The amounts of one column by the row they stand in. */
type Column = ReadonlyMap<number, Entry>;

/**
 * What an application for payment bills now, of a grid that prints no sums: done before and done now make what is done
 * in all in every row, and what is done in all, or now, is printed as a sum elsewhere. Where several columns could be
 * the one of now, none is.
 */
export function progressOfGrid(entries: readonly Entry[]): Reckoning | null {
  for (const grid of gridsOf(entries)) {
    const rows = new Set(grid.map(({ row }) => row.index));
    const outside = entries.filter(({ row }) => !rows.has(row.index));
    const columns = columnsOf(grid);
    if (columns.length > mostColumns) continue;
    const proven = columns.flatMap((before, at) =>
      columns.slice(at + 1).flatMap((now, next) =>
        // What is done in all stands behind its parts.
        columns.slice(at + next + 2).flatMap((all): readonly Reckoning[] => {
          if (!makes([before, now, all], rows)) return [];
          const printed = outside.find(({ value }) => [now, all].some((one) => isEqual(value, totalOf(one))));
          return printed === undefined
            ? []
            : [reckoningOf(now, isEqual(printed.value, totalOf(now)) ? printed : null)];
        }),
      ),
    );
    const [only, ...others] = proven;
    if (only !== undefined && others.length === 0) return only;
  }
  return null;
}

/** Runs of rows with several amounts each; rows without money between them are their wrapped words. */
function gridsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const rows = new Map<number, Entry[]>();
  for (const entry of entries) {
    const row = rows.get(entry.row.index);
    if (row === undefined) rows.set(entry.row.index, [entry]);
    else row.push(entry);
  }
  const grids: Entry[][] = [];
  let isOpen = false;
  for (const row of rows.values()) {
    if (row.length < fewestAmounts) isOpen = false;
    else if (isOpen) grids.at(-1)?.push(...row);
    else {
      grids.push([...row]);
      isOpen = true;
    }
  }
  return grids;
}

const leftOf = ({ number }: Entry): number => number.tokens[0]?.left ?? 0;
const rightOf = ({ number }: Entry): number => number.tokens.at(-1)?.right ?? 0;

/** The columns of a grid from left to right: amounts that stand over one another, to whichever side they are set. */
function columnsOf(grid: readonly Entry[]): readonly Column[] {
  const columns: Map<number, Entry>[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const entry of grid.toSorted((one, other) => leftOf(one) - leftOf(other))) {
    if (leftOf(entry) >= edge) columns.push(new Map());
    columns.at(-1)?.set(entry.row.index, entry);
    edge = Math.max(edge, rightOf(entry));
  }
  return columns;
}

/** Whether two columns make a third one in every row, and in so many that it is no chance nor a tax on its base. */
function makes([before, now, all]: readonly [Column, Column, Column], rows: ReadonlySet<number>): boolean {
  const at = (column: Column, row: number): Decimal => column.get(row)?.value ?? zero;
  const telling = [...rows].filter((row) => !isZero(at(all, row)));
  return (
    telling.length >= fewestRows &&
    !isZero(totalOf(now)) &&
    [...rows].every((row) => isEqual(add(at(before, row), at(now, row)), at(all, row))) &&
    !isTaxOn(before, now, rows)
  );
}

/** No tax is more than this part of its base. */
const leastBases = integer(3);
/** A tax is rounded to the cent, here as often as its base is multiplied. */
const cent: Decimal = { units: 1n, scale: 2 };

/** Whether one small rate makes every amount of what would be billed now from the one beside it. */
function isTaxOn(base: Column, tax: Column, rows: ReadonlySet<number>): boolean {
  const shares = [...rows].flatMap((row): readonly Share[] => {
    const [whole, part] = [base.get(row)?.value ?? zero, tax.get(row)?.value ?? zero];
    return isZero(whole) && isZero(part) ? [] : [{ part, whole }];
  });
  const [first] = shares;
  if (first === undefined) return false;
  return shares.every(
    (own) => compare(multiply(own.part, leastBases), own.whole) <= 0 && isOneShare(own, first, cent),
  );
}

const totalOf = (column: Column): Decimal => sum([...column.values()].map(({ value }) => value));

const reckoningOf = (now: Column, printed: Entry | null): Reckoning => ({
  items: [...now.values()].filter(({ value }) => !isZero(value)),
  sums: printed === null ? [] : [printed],
  taxes: [],
  reductions: [],
  total: totalOf(now),
  doubts: 0,
});
