import {
  add,
  compare,
  integer,
  multiply,
  standingIn,
  subtract,
  sum,
  toDecimal,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText, Numeric, Standing } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { daysBetween, lengthInDays, wholeMonthsIn } from "../../../src-shared/time/index.ts";
import { serviceIntervalOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { netOf, partyKey } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { netOfLine } from "./line-figures.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { SentenceFact } from "../../../src-shared/text/index.ts";

/** How an invoice stands in the row of invoices of its agreement, or of its customer where no agreement governs it. */
export interface SeriesPlace {
  /** What it bills again and again: without what is due once. `null` where it cannot be read. */
  readonly amount: Decimal | null;
  /** Earlier amounts, ascending; a copy only where the invoice stands out. */
  readonly sorted: readonly Decimal[] | null;
  readonly count: number;
  /** `null` with fewer than three earlier amounts. */
  readonly standing: Standing | null;
  /** Invoices over periods of the same length in order; the first `count` are earlier. */
  readonly series: readonly InvoiceContext[];
  readonly previous: InvoiceContext | null;
  /** How many earlier invoices of the agreement or customer there are, over whatever period. */
  readonly rank: number;
}

/** Whether an invoice bills anything of its own: no credit, no pro forma, no copy. */
export function countsInSeries(context: InvoiceContext): boolean {
  if (context.isCredit || context.invoice.kind === "proforma") return false;
  return !context.batch.once("duplicates", findDuplicates).has(context);
}

/** Key of the series that an invoice belongs to; `null` without any party. */
function seriesKeyOf({ match, invoice, currency }: InvoiceContext): string | null {
  if (match.agreementId !== null) return `${match.agreementId}|${currency ?? ""}`;
  const buyer = partyKey(invoice.buyer);
  return buyer === null ? null : `${partyKey(invoice.seller) ?? ""}>${buyer}|${currency ?? ""}`;
}

/** Runs through the invoices once, in the order of billing; each sees only those before it. */
export function placeInSeries(batch: BatchContext): ReadonlyMap<InvoiceContext, SeriesPlace> {
  const places = new Map<InvoiceContext, SeriesPlace>();
  const ranks = new Map<string, number>();
  const known = new Map<string, { readonly sorted: Decimal[]; readonly series: InvoiceContext[] }>();
  for (const context of batch.invoices) {
    const owner = seriesKeyOf(context);
    if (owner === null || !countsInSeries(context)) continue;
    const everything = owner.slice(0, owner.lastIndexOf("|"));
    const rank = ranks.get(everything) ?? 0;
    ranks.set(everything, rank + 1);
    const key = `${owner}|${lengthOf(context)}`;
    const { sorted, series } = known.get(key) ?? { sorted: [], series: [] };
    known.set(key, { sorted, series });
    const amount = recurringAmountOf(context);
    const standing = amount === null ? null : standingIn(sorted, amount);
    const isUnusual = standing === "high" || standing === "low";
    places.set(context, {
      amount,
      sorted: isUnusual ? [...sorted] : null,
      count: sorted.length,
      standing: isUnusual && !isRegular(context, series) ? null : standing,
      series,
      previous: series.at(-1) ?? null,
      rank,
    });
    if (amount === null || compare(amount, zero) <= 0) continue;
    insertSorted(sorted, amount);
    series.push(context);
  }
  return places;
}

/** Length of the period of an invoice, so that months are compared with months; "" where none is printed. */
function lengthOf(context: InvoiceContext): string {
  // A yearly charge on a monthly invoice leaves it a monthly one.
  const interval = serviceIntervalOf(context.invoice, null) ?? context.interval;
  if (interval === null || lengthInDays(interval) === 1) return "";
  const months = wholeMonthsIn(interval);
  return months === undefined ? `${lengthInDays(interval)} days` : `${months} months`;
}

/** Without periods, bills at even distances are a series; those of single jobs are none. */
function isRegular(context: InvoiceContext, series: readonly InvoiceContext[]): boolean {
  if (lengthOf(context) !== "") return true;
  const days = [...series.slice(-4), context].flatMap(({ invoice }) => valueOf(invoice.issueDate) ?? []);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  return (
    gaps.length >= 3 && cadences.some(([least, most]) => gaps.every((gap) => gap >= least && gap <= most))
  );
}

/** Days between the bills of a week, two weeks, a month, a quarter, a year. */
const cadences = [
  [6, 8],
  [13, 15],
  [27, 33],
  [88, 94],
  [363, 368],
] as const;

function insertSorted(sorted: Decimal[], amount: Decimal): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] ?? zero, amount) <= 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, amount);
}

/** The net amount without what is due once: milestones, deposits, single fees. */
function recurringAmountOf(context: InvoiceContext): Decimal | null {
  const net = netOf(context);
  if (net === null) return null;
  const once: DecimalText[] = [];
  for (const line of context.lines) {
    const amount = isDueOnce(line) ? netOfLine(line) : null;
    if (amount !== null) once.push(amount);
  }
  return once.length === 0 ? toDecimal(net) : subtract(net, sum(once));
}

function isDueOnce({ terms }: LineContext): boolean {
  const term = terms[0]?.term;
  switch (term?.type) {
    case "milestone":
    case "deposit":
    case "schedule-of-values":
      return true;
    case "fixed-fee":
      return term.value.per === "once";
    default:
      return false;
  }
}

/** An invoice in a sentence: its number, else its day. */
export const nameOfInvoice = ({ invoice }: InvoiceContext): string =>
  valueOf(invoice.number) ?? valueOf(invoice.issueDate) ?? "an earlier invoice";

/** The same as words of a sentence. */
export const invoiceWords = ({ invoice }: InvoiceContext): SentenceFact =>
  valueOf(invoice.number) ?? valueOf(invoice.issueDate) ?? sentence("words/earlier-invoice", {});

/** Whether two amounts are further apart than a share of the first, in percent. */
export function differsByMoreThan(percent: number, reference: Numeric, value: Numeric): boolean {
  const difference = subtract(value, reference);
  const bound = multiply(reference, integer(percent));
  const distance = multiply(difference, integer(100));
  return compare(multiply(distance, distance), multiply(bound, bound)) > 0;
}

/** All lines of an invoice under one key, added up; `null` where a figure is not readable. */
export function sumLines(
  lines: readonly LineContext[],
  figure: (line: LineContext) => Numeric | null,
): Decimal | null {
  let total: Decimal = zero;
  for (const line of lines) {
    const value = figure(line);
    if (value === null) return null;
    total = add(total, value);
  }
  return total;
}
