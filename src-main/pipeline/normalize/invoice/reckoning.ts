import {
  absolute,
  add,
  compare,
  isEqual,
  isZero,
  negate,
  subtract,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { Layout } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { rankRuns } from "./reckoning-rank.ts";
import type { NamedSums, Reckoning } from "./reckoning-run.ts";
import { columnsOfMoney, inReadingOrder, lastOfRows, moneyEntries } from "./reckoning-entries.ts";
import type { Entry } from "./reckoning-entries.ts";
import type { Conventions } from "./spans.ts";
import { taxGrid } from "./tax-grid.ts";

/** Amounts under a name that says something else than their place, at most, in one run. */
const mostDoubts = 3;
/** Ways to read the names of a run that are followed at once. */
const mostWays = 8;
/** Rows that tell a sum again, and the items behind them, at most. */
const mostRestated = 60;
/** The first amounts of a run with which the items may begin: fewer of a long one, so that the work stays in bounds. */
const startsOf = (length: number): number => Math.min(length, 80, Math.max(8, Math.floor(16_000 / length)));

/** All money of a paper in reading order, but for tables of taxes. */
export function moneyOfPaper(layout: Layout, labels: LabelIndex, conventions: Conventions): readonly Entry[] {
  const grid = taxGrid(layout, conventions).rows;
  return layout.rows.flatMap((row) =>
    grid.has(row.index) ? [] : moneyEntries(row, layout, labels, conventions),
  );
}

/**
 * The runs of amounts of a paper that add up, the one that is most to be believed first.
 *
 * No header and no name of a column is asked: amounts are items where a printed sum closes over all of them, with
 * subtotals, sums carried to the next page and taxes between. Two amounts at least must make it, for one amount and its
 * sum stand on any page.
 */
export function findReckonings(
  entries: readonly Entry[],
  layout: Layout,
  conventions: Conventions,
  named: NamedSums,
): readonly Reckoning[] {
  const runs = [
    ...columnsOfMoney(entries, layout),
    lastOfRows(entries),
    inReadingOrder(entries, layout, conventions),
  ];
  return rankRuns(
    runs.flatMap((run) => bestOf(run, named) ?? []),
    named,
  );
}

function bestOf(run: readonly Entry[], named: NamedSums): Reckoning | null {
  const found: Reckoning[] = [];
  for (let start = 0; start < startsOf(run.length); start += 1) {
    const read = walk(run.slice(start), named);
    if (read !== null) found.push(read);
  }
  return rankRuns(found, named)[0] ?? null;
}

/** Amounts in a chain, the last one first: ways share what they have in common, however long a paper is. */
interface Chain {
  readonly last: Entry | null;
  readonly before: Chain | null;
  readonly length: number;
}

const none: Chain = { last: null, before: null, length: 0 };
const link = (before: Chain, last: Entry): Chain => ({ last, before, length: before.length + 1 });

/** The last amounts of a chain in their order; all of them where no count is given. */
function entriesOf(chain: Chain, count: number = chain.length): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at: Chain | null = chain; at !== null && entries.length < count; at = at.before)
    if (at.last !== null) entries.push(at.last);
  return entries.reverse();
}

function hasEntry(chain: Chain, value: Decimal): boolean {
  for (let at: Chain | null = chain; at !== null; at = at.before)
    if (at.last !== null && isEqual(at.last.value, value)) return true;
  return false;
}

interface Kept {
  readonly items: Chain;
  readonly sums: Chain;
  readonly taxes: Chain;
  readonly total: Decimal;
  readonly doubts: number;
}

const reckoningOf = ({ items, sums, taxes, total, doubts }: Kept): Reckoning => ({
  items: entriesOf(items),
  sums: entriesOf(sums),
  taxes: entriesOf(taxes),
  reductions: [],
  total,
  doubts,
});

/** One way to read a run up to some amount. */
interface Way {
  readonly items: Chain;
  readonly sums: Chain;
  readonly taxes: Chain;
  readonly net: Decimal;
  readonly tax: Decimal;
  /** Items since the last sum, and what they make. */
  readonly part: Chain;
  readonly partSum: Decimal;
  readonly doubts: number;
  /** The best reading of what ends with a sum over all of it. */
  readonly kept: Kept | null;
  readonly hasEnded: boolean;
}

const beginning: Way = {
  items: none,
  sums: none,
  taxes: none,
  net: zero,
  tax: zero,
  part: none,
  partSum: zero,
  doubts: 0,
  kept: null,
  hasEnded: false,
};

/** Reads a run from its first amount, which is an item, as far as it adds up. */
function walk(run: readonly Entry[], named: NamedSums): Reckoning | null {
  const [first] = run;
  if (first === undefined || isZero(first.value)) return null;
  let ways: readonly Way[] = [beginning];
  for (const entry of run) {
    if (isZero(entry.value)) continue;
    ways = leastDoubtful(waysOver(entry, ways, named));
    if (ways.every(({ hasEnded }) => hasEnded)) break;
  }
  const read = ways.flatMap(({ kept }) => (kept === null ? [] : [reckoningOf(kept)]));
  return rankRuns(read, named)[0] ?? null;
}

function waysOver(entry: Entry, ways: readonly Way[], named: NamedSums): readonly Way[] {
  const [first] = ways;
  // Nearly always there is one way: a long paper is walked from many starts, and each amount is a step of each walk.
  if (ways.length === 1 && first !== undefined) return stepsOver(entry, first, named);
  return ways.flatMap((way) => (way.hasEnded ? [way] : stepsOver(entry, way, named)));
}

const leastDoubtful = (ways: readonly Way[]): readonly Way[] =>
  ways.length < 2 ? ways : ways.toSorted((one, other) => one.doubts - other.doubts).slice(0, mostWays);

const one: Decimal = { units: 1n, scale: 0 };

/** How a way may go on over an amount. */
function stepsOver(entry: Entry, way: Way, named: NamedSums): readonly Way[] {
  const summed = sumStep(entry, way, named);
  if (summed !== null) return [summed];
  if (mayCloseOne(entry, way)) return [itemStep(entry, way, named), summedUp(entry, way)];
  const isUnderSum = way.sums.length > 0 && way.part.length === 0;
  const closes = way.items.length > 0 && entry.isRateOf([way.net, way.partSum]);
  const taxed: Way = { ...way, taxes: link(way.taxes, entry), tax: add(way.tax, entry.value) };
  if (way.items.length > 0 && entry.isTax && (closes || isUnderSum || way.taxes.length > 0)) return [taxed];
  // What makes a total whole behind its taxes is rounding and neither.
  if (way.taxes.length > 0 && compare(absolute(entry.value), one) < 0)
    return [{ ...way, tax: add(way.tax, entry.value) }];
  // "Paid by card −413.20": all of it is settled, and what follows is told again.
  const isSettled = entry.isSettled || isEqual(negate(entry.value), add(way.net, way.tax));
  if (isUnderSum && isSettled) return [{ ...way, hasEnded: true }];
  // Behind a sum in its own row stands what is put on it, and no item.
  if (way.sums.last?.row === entry.row) return [closes ? taxed : { ...way, hasEnded: true }];
  const isDoubtful = entry.strength >= 0.5 || entry.isTax || entry.isSettled || entry.isBare;
  const item = itemStep(entry, isDoubtful ? { ...way, doubts: way.doubts + 1 } : way, named);
  // A rate of the sum above without a word for tax may be a surcharge: the sums below it tell.
  const mayBeTax = closes && isUnderSum && !entry.isCharge && entry.value.units > 0n;
  if (!isDoubtful) return mayBeTax ? [taxed, { ...item, doubts: item.doubts + 1 }] : [item];
  if (way.doubts >= mostDoubts) return [{ ...way, hasEnded: true }];
  return way.items.length === 0 ? [item] : [item, { ...way, doubts: way.doubts + 1 }];
}

function itemStep(entry: Entry, way: Way, named: NamedSums): Way {
  const next: Way = {
    ...way,
    items: link(way.items, entry),
    part: link(way.part, entry),
    net: add(way.net, entry.value),
    partSum: add(way.partSum, entry.value),
  };
  // A sum that is printed elsewhere ends the items as well as one below them.
  return next.items.length > 1 && named.net.has(next.net) ? keep(next, named) : next;
}

const summedUp = (entry: Entry, way: Way): Way => ({
  ...way,
  sums: link(way.sums, entry),
  part: none,
  partSum: zero,
});

/** Under a single amount its equal may be the sum of a section of one item, or a further item: what follows tells. */
const mayCloseOne = (entry: Entry, way: Way): boolean =>
  way.part.length === 1 && entry.isAlone && !entry.isTax && isEqual(entry.value, way.partSum);

/** The way over an amount that is what all before it make, or those since the last sum; `null` where it is neither. */
function sumStep(entry: Entry, way: Way, named: NamedSums): Way | null {
  if (way.items.length === 0) return null;
  const isNamed = entry.strength >= 0.5;
  const isBeside = way.items.last?.row === entry.row;
  const fewest = isNamed || isBeside ? 0 : 1;
  const isWhole = way.items.length > fewest && isEqual(entry.value, add(way.net, way.tax));
  const isNet = way.sums.length > 0 && isEqual(entry.value, way.net);
  const isPart = way.part.length > fewest && isEqual(entry.value, way.partSum);
  const base = isWhole || isNet || isPart ? way : withoutRestated(entry, way, isNamed ? 1 : 2);
  if (base === null) return null;
  const next = summedUp(entry, base);
  if ((!isWhole && !isNet) || next.items.length < 2) return next;
  const kept = keep(next, named);
  return isWhole && next.taxes.length > 0 ? { ...kept, hasEnded: true } : kept;
}

/**
 * "Partner 9,357.50, Associate 4,495.00" between the fees and the costs say again what the fees came to: a run that
 * makes a sum already printed is told twice and billed once.
 */
function withoutRestated(entry: Entry, way: Way, fewest: number): Way | null {
  if (way.sums.length === 0 || way.part.length > mostRestated) return null;
  const again = subtract(way.partSum, entry.value);
  if (!hasEntry(way.sums, again)) return null;
  const part = entriesOf(way.part);
  let told: Decimal = zero;
  for (let cut = 1; cut <= part.length - fewest; cut += 1) {
    told = add(told, part[cut - 1]?.value ?? zero);
    if (!isEqual(told, again)) continue;
    const twice = new Set(part.slice(0, cut));
    const items = entriesOf(way.items)
      .filter((item) => !twice.has(item))
      .reduce(link, none);
    return { ...way, items, net: subtract(way.net, told) };
  }
  return null;
}

function keep(way: Way, named: NamedSums): Way {
  if (isZero(way.net)) return way;
  const { items, sums, taxes, doubts, net: total } = way;
  const next = { items, sums, taxes, total, doubts };
  const { kept } = way;
  if (kept === null) return { ...way, kept: next };
  // The later sum holds more; deductions alone under a sum with a name ("less retention") are none of what is billed.
  const more = entriesOf(items, items.length - kept.items.length);
  const isReduced = more.length > 0 && more.every(({ value }) => value.units < 0n);
  const isWhole = named.gross.has(kept.total) || (named.net.has(kept.total) && !named.net.has(total));
  return isReduced && isWhole ? way : { ...way, kept: next };
}
