import type { Share } from "../../../src-shared/pricing/index.ts";
import {
  addMonths,
  daysBetween,
  intersect,
  monthsPer,
  startOfMonth,
  wholeMonthsIn,
} from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { BatchContext, Governing, InvoiceContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";

/** Whether a minimum is due for each of some months. */
export const isPerMonths = (per: string | null): per is string => monthsPer(per) !== undefined;

/** The invoices that one period of a minimum is reached by, in the order of billing, and what of the period counts. */
export interface MinimumPeriod {
  readonly invoices: readonly InvoiceContext[];
  readonly start: LocalDate;
  /** Exclusive. */
  readonly end: LocalDate;
  /** Days in force of the days of the period; `null` for a whole one. */
  readonly share: Share | null;
}

/**
 * The period of a minimum that an invoice is for; `null` where what is billed so far leaves days of it open.
 *
 * A month may be billed in parts, and an agreement that begins or ends within one is owed its days of the minimum. Longer
 * periods are judged where one invoice is for all of it.
 */
export function minimumPeriodOf(
  context: InvoiceContext,
  minimum: Governing<"minimum">,
  per: string,
): MinimumPeriod | null {
  const { interval } = context;
  if (interval === null) return null;
  const whole = wholeMonthsIn(interval) === monthsPer(per);
  if (per !== "month")
    return whole
      ? { invoices: ofSameDays(context), start: interval.start, end: interval.end, share: null }
      : null;
  // A month of its own, "15 March to 14 April", is billed whole.
  if (whole && interval.start !== startOfMonth(interval.start))
    return { invoices: ofSameDays(context), start: interval.start, end: interval.end, share: null };
  const month = { start: startOfMonth(interval.start), end: addMonths(startOfMonth(interval.start), 1) };
  if (interval.end > month.end) return null;
  const { from, to, agreement } = minimum;
  const inForce = intersect(month, { start: from ?? agreement.from, end: to ?? agreement.to });
  const invoices = within(context, month.start, month.end);
  if (inForce === undefined || !covers(invoices, inForce.start, inForce.end)) return null;
  const { start, end } = inForce;
  const isWhole = start === month.start && end === month.end;
  return {
    invoices,
    start,
    end,
    share: isWhole ? null : { part: daysBetween(start, end), whole: daysBetween(month.start, month.end) },
  };
}

/** Whether the days of invoices leave no day of a span out. */
function covers(invoices: readonly InvoiceContext[], start: LocalDate, end: LocalDate): boolean {
  let open = start;
  const spans = invoices
    .flatMap(({ interval, isCredit }) => (interval === null || isCredit ? [] : [interval]))
    .toSorted((first, second) => (first.start < second.start ? -1 : first.start > second.start ? 1 : 0));
  for (const span of spans) if (span.start <= open && span.end > open) open = span.end;
  return open >= end;
}

const ofSameDays = (context: InvoiceContext): readonly InvoiceContext[] =>
  ofAgreement(context).filter(
    ({ interval }) => interval?.start === context.interval?.start && interval?.end === context.interval?.end,
  );

const within = (context: InvoiceContext, start: LocalDate, end: LocalDate): readonly InvoiceContext[] =>
  ofAgreement(context).filter(
    ({ interval }) => interval !== null && start <= interval.start && interval.end <= end,
  );

const ofAgreement = (context: InvoiceContext): readonly InvoiceContext[] =>
  context.batch.once("invoices-with-days", indexByMonth).get(keyOf(context)) ?? [context];

const keyOf = ({ match, interval }: InvoiceContext): string =>
  `${match.agreementId ?? ""}|${interval?.start.slice(0, 7) ?? ""}`;

/** Invoices with days by agreement and the month in which these begin, in the order of billing; none of them twice. */
function indexByMonth(batch: BatchContext): ReadonlyMap<string, readonly InvoiceContext[]> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const index = new Map<string, InvoiceContext[]>();
  for (const context of batch.invoices) {
    if (context.invoice.kind === "proforma" || context.interval === null || duplicates.has(context)) continue;
    const list = index.get(keyOf(context));
    if (list === undefined) index.set(keyOf(context), [context]);
    else list.push(context);
  }
  return index;
}
