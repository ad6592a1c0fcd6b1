import { absolute, add, compare, isEqual } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { matchFieldLabels } from "../labels/index.ts";
import { valuesOf } from "./arithmetic.ts";
import { overlapInX, spanAround, textOf } from "./layout.ts";
import type { Layout, Row, Token } from "./layout.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Reckoning } from "./reckoning-run.ts";
import type { Conventions } from "./spans.ts";
import { taxWordingOf } from "./tax-wording.ts";

/** Two columns of which one is the tax on the other, row by row. */
interface ParallelTax {
  /** What is billed, with the sum of the other column as its tax. */
  readonly taxed: Reckoning;
  /** The column of the tax, which bills nothing. */
  readonly tax: Reckoning;
}

/** Rows above the first item among which the names of the columns may stand. */
const mostAbove = 6;

/**
 * Columns side by side that each add up in one row of sums ("Totals  7,220.50  722.05"), where the name over the lesser
 * one is that of a tax and both together make a printed amount: the other one is the net total, whatever it is called.
 */
export function parallelTaxes(
  runs: readonly Reckoning[],
  layout: Layout,
  conventions: Conventions,
): readonly ParallelTax[] {
  const named = runs.filter((run) => run.doubts === 0 && run.taxes.length === 0 && isUnderTax(run, layout));
  return named.flatMap((tax) =>
    runs.flatMap((net): readonly ParallelTax[] => {
      const sum = tax.sums.at(-1);
      return sum !== undefined &&
        isBeside(tax, net) &&
        isPrinted(add(net.total, tax.total), layout, conventions)
        ? [{ taxed: { ...net, taxes: [sum] }, tax }]
        : [];
    }),
  );
}

/** Whether a run stands beside another one: in its rows and over its sum, and less of it in each. */
function isBeside(tax: Reckoning, net: Reckoning): boolean {
  if (net === tax || net.taxes.length > 0 || net.sums.at(-1)?.row !== tax.sums.at(-1)?.row) return false;
  const values = new Map(net.items.map(({ row, value }) => [row, value] as const));
  return tax.items.every(({ row, value }) => {
    const base = values.get(row);
    return base !== undefined && compare(absolute(value), absolute(base)) < 0;
  });
}

const isPrinted = (value: Decimal, layout: Layout, conventions: Conventions): boolean =>
  layout.rows.some((row) =>
    numbersIn(row, conventions).some(({ reading }) => valuesOf(reading).some((one) => isEqual(one, value))),
  );

/** Whether the words right over a column name a tax, and no sum without one or with it. */
function isUnderTax({ items }: Reckoning, layout: Layout): boolean {
  const [first] = items;
  if (first === undefined) return false;
  const names = layout.rows
    .slice(Math.max(0, first.row.index - mostAbove), first.row.index)
    .filter(({ page }) => page === first.row.page)
    .map((row) => wordsOver(row, items))
    .findLast((words) => words.length > 0);
  if (names === undefined || taxWordingOf(textOf(names)) !== null) return false;
  return matchFieldLabels(names.map(({ text }) => text)).some(({ meanings }) =>
    meanings.some(({ field, weight }) => field === "tax" && weight >= taxName),
  );
}

/** A name that says tax before anything else. */
const taxName = 0.7;

function wordsOver(row: Row, items: readonly Entry[]): readonly Token[] {
  const column = spanAround(items.flatMap(({ number }) => number.tokens));
  return tokensOf(row).filter((token) => overlapInX(token, column) > 0);
}
