import { absolute, add, isEqual, sum, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { oncePerPair } from "../once-per-pair.ts";
import type { NumberReading } from "../values/index.ts";
import { valuesOf } from "./arithmetic.ts";
import type { Layout, Row } from "./layout.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import type { Conventions, Found } from "./spans.ts";
import { taxTriple } from "./tax-rows.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";
import { unlabeledTotal } from "./unlabeled-total.ts";

/** The rows of a table of taxes, and the totals that its last row prints. */
export interface TaxGrid {
  readonly rows: ReadonlySet<number>;
  readonly totals: readonly TotalCandidate[];
}

/** Two rates that the row under them adds up prove their columns. */
const score = 0.85;
const fewestRates = 2;
const mostWords = 1;

interface TaxRow {
  readonly row: Row;
  readonly base: Decimal;
  readonly amount: Decimal;
}

/**
 * Tables of taxes by rate whose rows multiply out ("A 7 %  480.00  33.60  513.60") and whose next row adds their columns
 * up: net total, tax and gross total by what they are, whatever the columns are called.
 */
export const taxGrid: (layout: Layout, conventions: Conventions) => TaxGrid = oncePerPair(
  (layout, conventions) => gridOf(layout, conventions, new Set()),
);

/** The same where rows of items are no taxes, whatever multiplies out in them. */
export const taxGridBeside = (
  itemRows: ReadonlySet<number>,
  layout: Layout,
  conventions: Conventions,
): TaxGrid => (itemRows.size === 0 ? taxGrid(layout, conventions) : gridOf(layout, conventions, itemRows));

function gridOf(layout: Layout, conventions: Conventions, itemRows: ReadonlySet<number>): TaxGrid {
  const rows = new Set<number>();
  const totals: TotalCandidate[] = [];
  let run: TaxRow[] = [];
  for (const row of layout.rows) {
    if (itemRows.has(row.index)) continue;
    const numbers = numbersIn(row, conventions);
    // A row with words describes something, and is an item with its tax.
    const words = tokensOf(row).filter(({ text }) => /\p{L}{3}/u.test(text));
    const triple = words.length > mostWords ? null : taxTriple(numbers);
    const [base, amount] = [triple?.base, triple?.amount].map((one) =>
      one?.reading.value === undefined || one.reading.value === null
        ? null
        : absolute(toDecimal(one.reading.value)),
    );
    if (base !== null && base !== undefined && amount !== null && amount !== undefined) {
      run.push({ row, base, amount });
      continue;
    }
    if (run.length >= fewestRates) {
      const found = totalsOf(run, row, numbers);
      totals.push(...found);
      if (found.length > 0) for (const one of [...run.map((each) => each.row), row]) rows.add(one.index);
    }
    run = [];
  }
  return { rows, totals };
}

/** What the row under a run of rates adds up; nothing where it adds up no base and tax. */
function totalsOf(
  run: readonly TaxRow[],
  row: Row,
  numbers: readonly Found<NumberReading>[],
): readonly TotalCandidate[] {
  const net = sum(run.map(({ base }) => base));
  const tax = sum(run.map(({ amount }) => amount));
  const at = (size: Decimal): Found<NumberReading> | undefined =>
    numbers.find(({ reading }) => valuesOf(reading).some((value) => isEqual(absolute(value), size)));
  const [netNumber, taxNumber, grossNumber] = [net, tax, add(net, tax)].map(at);
  if (netNumber === undefined || taxNumber === undefined) return [];
  return (
    [
      ["net", netNumber],
      ["tax", taxNumber],
      ["gross", grossNumber],
    ] as const
  ).flatMap(([field, number]) => (number === undefined ? [] : candidateOf(field, number, row)));
}

function candidateOf(field: TotalField, number: Found<NumberReading>, row: Row): readonly TotalCandidate[] {
  const segment = row.segments.find(({ tokens }) => number.tokens.some((token) => tokens.includes(token)));
  const phrase = field === "tax" ? "total" : "";
  return segment === undefined
    ? []
    : [unlabeledTotal({ field, score, number, row, segment, phrase, isPlain: true })];
}
