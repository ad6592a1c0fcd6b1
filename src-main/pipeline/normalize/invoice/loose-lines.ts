import { absolute, add, isZero, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isShareOf, isWithin, sumsOf, valuesOf } from "./arithmetic.ts";
import type { Layout, Row } from "./layout.ts";
import { greatestOf, leastOf } from "./layout.ts";
import { amountLine, moneyOf, multipliedLine } from "./loose-rows.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import { isTaxRow, totalStrength } from "./row-totals.ts";
import type { NumberCell } from "./table-cells.ts";

/**
 * Items without a header: rows that multiply out ("15 × Flour @ 32.75 = 491.25"), or rows of words and an amount
 * that add up to a printed sum. Without such proof there are none.
 */
export function findLooseLines(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  sums: readonly Decimal[],
): ItemTable | null {
  const end = layout.rows.findIndex(
    (row) =>
      row.index > 0 &&
      (totalStrength(row, labels) >= 0.5 || isTaxRow(row, labels)) &&
      moneyOf(row, conventions) !== null,
  );
  return linesBefore(end, layout, labels, conventions, sums);
}

/** The items without a header above a row that begins the sums; -1 where no row does. */
export function linesBefore(
  end: number,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  sums: readonly Decimal[],
): ItemTable | null {
  const rows = layout.rows.slice(0, end < 0 ? layout.rows.length : end);
  const multiplied = rows.flatMap((row) => {
    const line = multipliedLine(row, conventions);
    return line === null ? [] : [line];
  });
  const telling = multiplied.filter(({ isTelling }) => isTelling).length;
  if (telling > 0) {
    // Sections with subtotals: what multiplies out under the first sum as well makes a larger one.
    const below = layout.rows
      .slice(rows.length)
      .flatMap((row) => multipliedLine(row, conventions)?.line ?? []);
    const everywhere = [...multiplied.map(({ line }) => line), ...below];
    if (below.length > 0 && addsUp(everywhere, sums)) return toTable(everywhere);
  }
  const head = multiplied[0]?.line;
  const last = multiplied.at(-1)?.line;
  if (telling > 0 && head !== undefined && last !== undefined) {
    const all = rows.flatMap((row) => {
      const line =
        multiplied.find((one) => one.line.anchor === row)?.line ??
        amountLine(row, layout, labels, conventions);
      return line === null ? [] : [line];
    });
    const proven = rangeThatAddsUp(all, all.indexOf(head), all.indexOf(last), sums);
    if (proven !== null) return toTable(proven.lines, proven.sums);
    if (telling >= 2) return toTable(multiplied.map(({ line }) => line));
  }
  if (end <= 0) return null;
  const lineAt = (row: Row): RawLine | null => {
    const line = amountLine(row, layout, labels, conventions);
    return line === null ? null : (multiplied.find((one) => one.line.anchor === row)?.line ?? line);
  };
  // The run of rows right above the first sum that adds up to it; failing that, to another one.
  const first = layout.rows[end];
  const ending = first === undefined ? null : moneyOf(first, conventions);
  const own = ending === null ? [] : valuesOf(ending.reading).map(toDecimal);
  return (
    runAbove(
      rows,
      lineAt,
      own.filter((sum) => !isZero(sum)),
    ) ?? runAbove(rows, lineAt, sums)
  );
}

/** Rows that a run of items may take at most. */
const longestRun = 60;

/** The shortest run of rows at the end that adds up to a sum. */
function runAbove(
  rows: readonly Row[],
  lineAt: (row: Row) => RawLine | null,
  sums: readonly Decimal[],
): ItemTable | null {
  const run: RawLine[] = [];
  for (const row of rows.toReversed()) {
    const line = lineAt(row);
    if (line !== null) run.unshift(line);
    if (run.length > 0 && addsUp(run, sums) && (run.length > 1 || line !== null)) return toTable(run);
    if (run.length > longestRun || (rows.at(-1)?.page ?? 1) - row.page > 2) break;
  }
  return null;
}

/**
 * Rows behind a table that belong to what it bills: disbursements and the like, by words and amount alone.
 *
 * They count only if they fill the table's sum up to a printed total exactly.
 */
export function findTrailingLines(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  table: ItemTable,
  known: Decimal,
  totals: readonly { readonly value: Decimal; readonly row: number }[],
): readonly RawLine[] {
  const found: RawLine[] = [];
  for (const row of layout.rows.slice(table.lastRow + 1)) {
    const line = amountLine(row, layout, labels, conventions);
    const reached = totals.find((total) => total.row === row.index);
    const isNamed = row.segments.some((segment) =>
      (labels.get(segment) ?? []).some(
        (label) => label.start === 0 && (label.meanings[0]?.weight ?? 0) >= 0.7,
      ),
    );
    if (line !== null && reached === undefined && !isNamed && row.segments.length <= 3) found.push(line);
    if (reached === undefined || found.length === 0) continue;
    const sums = sumsOf(found.map(({ amount }) => (amount === null ? [] : valuesOf(amount.reading))));
    const isTax = found.length === 1 && found.some((only) => isRateOf(only, known, conventions));
    if (isTax) return [];
    if (sums.some((sum) => isWithin(absolute(add(known, sum)), absolute(reached.value), 0))) return found;
    if (found.length > 20) break;
  }
  return [];
}

/** Whether a percentage among the words of a row makes its amount of a sum: the tax on it, under whatever name. */
function isRateOf({ tokens, amount }: RawLine, sum: Decimal, conventions: Conventions): boolean {
  const value = amount?.reading.value ?? null;
  return (
    value !== null &&
    findNumbers(tokens, conventions).some(
      ({ reading }) => reading.isPercent && reading.value !== null && isShareOf(value, sum, reading.value, 1),
    )
  );
}

/** Rows further out than this from those that multiply out are no items of theirs. */
const mostRowsAround = 12;

/**
 * The rows from `first` to `last`, and as few around them as make a printed sum; `null` where none do.
 *
 * The row right behind them that prints what they add up to is their sum.
 */
function rangeThatAddsUp(
  all: readonly RawLine[],
  first: number,
  last: number,
  sums: readonly Decimal[],
): { readonly lines: readonly RawLine[]; readonly sums: readonly NumberCell[] } | null {
  for (let more = 0; more <= 2 * mostRowsAround; more += 1) {
    for (let above = Math.min(more, first, mostRowsAround); above >= 0; above -= 1) {
      const end = last + more - above;
      if (end >= all.length || more - above > mostRowsAround) continue;
      const lines = all.slice(first - above, end + 1);
      if (!addsUp(lines, sums)) continue;
      const next = all[end + 1]?.amount ?? null;
      const isSum = next !== null && addsUp(lines, valuesOf(next.reading).map(toDecimal));
      return { lines, sums: isSum ? [next] : [] };
    }
  }
  return null;
}

function addsUp(lines: readonly RawLine[], sums: readonly Decimal[]): boolean {
  const totals = sumsOf(lines.map((line) => (line.amount === null ? [] : valuesOf(line.amount.reading))));
  return totals.some((total) => sums.some((sum) => isWithin(absolute(total), absolute(sum), 0)));
}

function toTable(lines: readonly RawLine[], sums: readonly NumberCell[] = []): ItemTable | null {
  const [first] = lines;
  if (first === undefined) return null;
  const rows = new Set(lines.map((line) => line.anchor.index));
  return {
    lines,
    rows,
    firstRow: leastOf([...rows]),
    lastRow: greatestOf([...rows]),
    isGross: false,
    leading: [],
    sums,
    columns: [],
  };
}
