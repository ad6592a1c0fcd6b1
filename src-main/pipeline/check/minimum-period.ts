import type { Share } from "../../../src-shared/pricing/index.ts";
import {
  addMonths,
  daysBetween,
  intersect,
  monthsPer,
  nthMonthFrom,
  startOfMonth,
  wholeMonthsBetween,
  wholeMonthsIn,
} from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareText } from "../../../src-shared/wording/index.ts";
import type { BatchContext, Governing, InvoiceContext } from "./context.ts";
import { findDuplicates } from "./duplicates.ts";
import { pushTo } from "./keyed-values.ts";

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
  /** Set where the period ends with this invoice, and no invoice among the files bills some of its days. */
  readonly hasGaps?: boolean;
}

/**
 * The period of a minimum that an invoice is for; `null` where what is billed so far leaves days of it open.
 *
 * A month may be billed in parts, and an agreement that begins or ends within one is owed its days of the minimum. Longer
 * periods follow one another from the day on which the agreement begins, and are judged with their last invoice.
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
      ? {
          invoices: inSpan(context, interval.start, interval.end),
          start: interval.start,
          end: interval.end,
          share: null,
        }
      : longPeriodOf(context, minimum, monthsPer(per) ?? 12);
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

/** The quarter or year that an invoice ends; `null` where it ends none, or the agreement is not in force for all of it. */
function longPeriodOf(
  context: InvoiceContext,
  { from, to, agreement }: Governing<"minimum">,
  months: number,
): MinimumPeriod | null {
  const { interval } = context;
  const anchor = from ?? agreement.from;
  if (interval === null || anchor === null || interval.start < anchor) return null;
  const at = Math.floor(wholeMonthsBetween(anchor, interval.start) / months) * months;
  const [start, end] = [nthMonthFrom(anchor, at), nthMonthFrom(anchor, at + months)];
  const last = to ?? agreement.to;
  if (interval.end !== end || (last !== null && last < end)) return null;
  const invoices = inSpan(context, start, end);
  return { invoices, start, end, share: null, hasGaps: !covers(invoices, start, end) };
}

/** Whether the days of invoices leave no day of a span out. */
function covers(invoices: readonly InvoiceContext[], start: LocalDate, end: LocalDate): boolean {
  let open = start;
  const spans = invoices
    .flatMap(({ interval, isCredit }) => (interval === null || isCredit ? [] : [interval]))
    .toSorted((first, second) => compareText(first.start, second.start));
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

/**
 * Invoices for days within a span of several months, by the month in which they begin.
 *
 * Those that end the span come last, of these the ones for all of it: only they know its period, and the last is judged.
 */
function inSpan(context: InvoiceContext, start: LocalDate, end: LocalDate): readonly InvoiceContext[] {
  const found: InvoiceContext[] = [];
  for (let month = startOfMonth(start); month < end; month = nthMonthFrom(month, 1))
    found.push(
      ...startingIn(context, month).filter(
        ({ interval }) => interval !== null && start <= interval.start && interval.end <= end,
      ),
    );
  const rankOf = ({ interval }: InvoiceContext): number =>
    interval?.end !== end ? 0 : interval.start === start ? 2 : 1;
  return found.toSorted((first, second) => rankOf(first) - rankOf(second));
}

const startingIn = ({ batch, match }: InvoiceContext, day: LocalDate): readonly InvoiceContext[] =>
  batch.once("invoices-with-days", indexByMonth).get(monthKey(match.agreementId, day)) ?? [];

const keyOf = ({ match, interval }: InvoiceContext): string =>
  monthKey(match.agreementId, interval?.start ?? null);

const monthKey = (agreementId: string | null, day: LocalDate | null): string =>
  `${agreementId ?? ""}|${day?.slice(0, 7) ?? ""}`;

/** Invoices with days by agreement and the month in which these begin, in the order of billing; none of them twice. */
function indexByMonth(batch: BatchContext): ReadonlyMap<string, readonly InvoiceContext[]> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const index = new Map<string, InvoiceContext[]>();
  for (const context of batch.invoices) {
    if (context.invoice.kind === "proforma" || context.interval === null || duplicates.has(context)) continue;
    pushTo(index, keyOf(context), context);
  }
  return index;
}
