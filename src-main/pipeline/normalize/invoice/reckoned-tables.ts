import { add, isEqual, isZero, subtract, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { closesRow, isShareOf, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { carriedOn, provenNets, sumOf } from "./carried-on.ts";
import { isOptional } from "./invoice-lines.ts";
import type { Layout } from "./layout.ts";
import { withoutOverviews } from "./overview-tables.ts";
import { parallelTaxes } from "./parallel-tax.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { numbersIn } from "./printed-row.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import { totalOf } from "./raw-line.ts";
import { linesOfReckoning } from "./reckoned-lines.ts";
import { progressOfGrid } from "./progress-grid.ts";
import { hasRival, progressOf } from "./reckoned-progress.ts";
import { withReductions } from "./reductions.ts";
import { findReckonings, moneyOfPaper } from "./reckoning.ts";
import type { NamedSums, Reckoning } from "./reckoning-run.ts";
import type { Conventions } from "./spans.ts";
import { createSumSet } from "./sum-set.ts";
import { findTables } from "./tables.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";

/** The tables of items, and the reckoning that proves them; `null` where none does. */
export interface Reckoned {
  readonly tables: readonly ItemTable[];
  readonly reckoning: Reckoning | null;
}

/**
 * The tables of items, held against what the amounts of the paper add up to. Where the rows that headers and names
 * chose make no printed sum, or leave out rows that make it, the rows that do are the items.
 *
 * @param known the tables that headers and the names of sums found
 * @param totals amounts beside names of sums anywhere on the paper
 */
export function reckonedTables(
  known: readonly ItemTable[],
  totals: readonly TotalCandidate[],
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): Reckoned {
  const sumsOf = (...fields: readonly TotalField[]): readonly Decimal[] =>
    totals
      .filter(({ field, score }) => score >= 0.5 && fields.includes(field))
      .flatMap(({ number }) => valuesOf(number.reading).map(toDecimal));
  const [nets, grosses] = [sumsOf("net", "subtotal"), sumsOf("gross")];
  const entries = moneyOfPaper(layout, labels, conventions);
  const named: NamedSums = {
    net: createSumSet(nets.length > 0 ? nets : provenNets(entries)),
    gross: createSumSet(grosses),
  };
  const runs = findReckonings(entries, layout, conventions, named);
  const parallel = parallelTaxes(runs, layout, conventions);
  const found = runs.filter((run) => !parallel.some(({ tax }) => tax === run));
  const progress = progressOf(found, entries, named) ?? progressOfGrid(entries);
  const [first] = found;
  const taxed = parallel.find(({ taxed: { items } }) => items.length >= (first?.items.length ?? 0))?.taxed;
  const run = progress ?? taxed ?? (first === undefined ? undefined : carriedOn(first, entries));
  if (run === undefined) return { tables: known, reckoning: null };
  const isNamed = named.net.has(run.total) || named.gross.has(run.total);
  const isOpen =
    run !== taxed &&
    ((!isNamed && hasRival(run, found)) ||
      (!named.net.has(run.total) && endsInTax(run, ratesOf(layout, conventions))));
  if (progress === null && isOpen) return { tables: withoutProvenSums(known, found), reckoning: null };
  const best = withReductions(
    run,
    known.flatMap((table) => table.lines),
  );
  const billed = withoutReductions(known, best);
  const lines = withoutOverviews(billed, [...nets, ...grosses]).flatMap((table) =>
    table.lines.filter((line) => !isOptional(line)),
  );
  const total = lines.length === 0 ? null : totalOf(lines);
  const isSame = total !== null && isEqual(total, best.total) && !lines.some((line) => isSumOf(best, line));
  // Rows that make the same sum in more steps are the details of bare sums.
  const isOverview = lines.length < best.items.length && lines.every(isBareSum);
  if (isSame && (progress === null ? !isOverview : lines.length === best.items.length))
    return { tables: billed, reckoning: best };
  return progress !== null ||
    isBetter(best, lines, total, {
      net: named.net,
      gross: createSumSet([...grosses, ...sumsOf("payable")]),
      tax: sumsOf("tax"),
    })
    ? { tables: tablesOf(best, layout, labels, conventions, progress !== null), reckoning: best }
    : { tables: known, reckoning: null };
}

/** Tables without lines that are taken off the sum of a run behind it, where the others make it. */
function withoutReductions(tables: readonly ItemTable[], run: Reckoning): readonly ItemTable[] {
  const end = sumOf(run)?.row.index ?? Number.POSITIVE_INFINITY;
  const isBehind = ({ anchor, amount }: RawLine): boolean =>
    anchor.index > end && amount?.reading.isNegative === true;
  const kept = tables.map((table) => ({ ...table, lines: table.lines.filter((line) => !isBehind(line)) }));
  const total = totalOf(kept.flatMap(({ lines }) => lines));
  return total !== null && isEqual(total, run.total) ? kept.filter(({ lines }) => lines.length > 0) : tables;
}

/** Whether a line prints nothing but words and an amount. */
const isBareSum = ({ quantity, price }: RawLine): boolean => quantity === null && price === null;

/** Whether a run proves the amount of a line to be a sum or a tax. */
const isSumOf = ({ sums, taxes }: Reckoning, { amount }: RawLine): boolean =>
  [...sums, ...taxes].some(({ number }) => number.tokens[0] === amount?.tokens[0]);

/** Items without a header are none where runs without a doubt prove all of them to be sums and taxes. */
const withoutProvenSums = (tables: readonly ItemTable[], runs: readonly Reckoning[]): readonly ItemTable[] =>
  tables.filter(
    ({ columns, lines }) =>
      columns.length > 0 ||
      !lines.every((line) => runs.some((run) => run.doubts === 0 && isSumOf(run, line))),
  );

/** The percentages that a paper prints anywhere. */
const ratesOf = (layout: Layout, conventions: Conventions): readonly Decimal[] =>
  layout.rows.flatMap((row) =>
    numbersIn(row, conventions).flatMap(({ reading }) =>
      reading.isPercent && reading.value !== null ? [toDecimal(reading.value)] : [],
    ),
  );

/** Whether a printed rate of all other items makes the last one: a tax whose name stands elsewhere, perhaps. */
function endsInTax({ items, total }: Reckoning, rates: readonly Decimal[]): boolean {
  const last = items.at(-1);
  if (last === undefined) return false;
  const rest = subtract(total, last.value);
  return rates.some((rate) => !isZero(rate) && isShareOf(last.value, rest, rate, 1));
}

/** Amounts whose words say something else than their place are no more than one in so many, where lines are known. */
const mostDoubtful = 4;

/** Whether a reckoning holds more than some lines that make a sum, or makes one where they make none. */
function isBetter(
  run: Reckoning,
  lines: readonly RawLine[],
  total: Decimal | null,
  named: NamedSums & { readonly tax: readonly Decimal[] },
): boolean {
  const { items, sums, taxes, doubts, total: proven } = run;
  const isDoubtful = lines.length > 0 ? doubts * mostDoubtful > items.length : doubts * 2 >= items.length;
  if (isDoubtful) return false;
  const isSum =
    total !== null &&
    !isZero(total) &&
    (named.net.has(total) ||
      named.gross.has(total) ||
      sums.some(({ value }) => isEqual(value, total)) ||
      // Where some lines bear no tax, the net total may be printed in parts only.
      named.tax.some((tax) => named.gross.has(add(total, tax))));
  const rows = new Set(items.map(({ row }) => row.index));
  // A row whose count and price make its amount is an item by itself.
  const telling = lines.filter(multipliesOut);
  if (telling.filter(({ anchor }) => rows.has(anchor.index)).length * 2 < telling.length) return false;
  // Lines that make the same sum are known in fewer steps: bare sums, or sums in rows of their own beside its items.
  const amounts = new Set(items.map(({ number }) => number.tokens[0]));
  const isInFewer =
    lines.every(isBareSum) ||
    lines.every(
      (line) => amounts.has(line.amount?.tokens[0]) || (isSumOf(run, line) && !rows.has(line.anchor.index)),
    );
  if (total !== null && isEqual(total, proven) && lines.length < items.length && isInFewer) return true;
  if (!isSum) return true;
  // A line that is a sum may as well be an item that is as large by chance, unless the run makes what all lines make.
  const isReached = [proven, ...sums.map(({ value }) => value)].some((value) => isEqual(value, total));
  if (isReached && !named.net.has(total) && lines.some((line) => isSumOf(run, line))) return true;
  // Lines that make a net total by its name are whole, unless more rows make another one, or the gross total with
  // taxes between them.
  if (named.net.has(total) && !named.net.has(proven) && taxes.length === 0) return false;
  const known = new Set(lines.map(({ anchor }) => anchor.index));
  const more = items.filter(({ row }) => !known.has(row.index));
  // What is taken off or put on under a sum with a name is none of the items, unless items follow it.
  return (
    items.length - more.length === known.size &&
    more.some(({ value, isCharge }) => value.units > 0n && !isCharge)
  );
}

const multipliesOut = (line: RawLine): boolean => {
  const [quantity, price, amount] = [line.quantity, line.price, line.amount].map(
    (cell) => cell?.reading.value ?? null,
  );
  const factors = { quantity, price, amount };
  return isFull(factors) && closesRow(factors) && !isTrivialRow(factors);
};

type Factors = Record<"quantity" | "price" | "amount", DecimalText | null | undefined>;

const isFull = (factors: Factors): factors is Record<keyof Factors, DecimalText> =>
  Object.values(factors).every((value) => value !== null && value !== undefined);

/** The items of a reckoning under the headers of the paper, and those that stand under none by their words. */
function tablesOf(
  reckoning: Reckoning,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  isProgress: boolean,
): readonly ItemTable[] {
  const headed = findTables(layout, labels, conventions, { reckoning, isProgress });
  const taken = new Set(headed.flatMap(({ rows }) => [...rows]));
  const anchors = new Set(headed.flatMap(({ lines }) => lines.map(({ anchor }) => anchor.index)));
  const rest = reckoning.items.filter(({ row }) => !anchors.has(row.index));
  const loose = linesOfReckoning(reckoning, rest, taken, layout, conventions);
  return [...headed, ...(loose === null ? [] : [loose])].toSorted(
    (one, other) => one.firstRow - other.firstRow,
  );
}
