import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Agreement, AgreementId, MissingCharge, Term } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { addDays, addMonths, nthPeriod, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate, Period, PeriodStep } from "../../../src-shared/time/index.ts";
import {
  monthsNamed,
  pausedMonthsIn,
  selectGoverningTerms,
  serviceIntervalOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, ServiceInterval } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { pushTo } from "./keyed-values.ts";
import { raisedPrice } from "./raised-price.ts";
import { daysWords, missed } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { agreementWords } from "./agreement-words.ts";

interface FamilyBilling {
  readonly familyId: AgreementId;
  readonly agreement: Agreement;
  readonly governing: readonly GoverningTerm[];
  readonly invoices: readonly InvoiceContext[];
}

/** Days that the batch speaks about: from its first day of service to its last invoice, never beyond today. */
interface Horizon {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/**
 * Periods of recurring fees that nobody billed.
 *
 * A fee is expected from the first period that was billed, or where other charges of its agreement were billed
 * without it, up to the last invoice of the batch: what lies after it, nobody could have billed yet.
 */
export function findMissingCharges(batch: BatchContext): readonly MissingCharge[] {
  const horizon = horizonOf(batch);
  if (horizon === null) return [];
  return familiesOf(batch).flatMap((family) =>
    recurringFees(family).flatMap((fee) => missingPeriods(family, fee, horizon)),
  );
}

/** The days that an invoice says it is for; a quarterly fee on the bill of a month is no bill of the quarter. */
export const ownIntervalOf = ({ invoice, interval }: InvoiceContext): ServiceInterval | null =>
  serviceIntervalOf(invoice, null) ?? interval;

function horizonOf({ invoices, asOf }: BatchContext): Horizon | null {
  let [start, end]: [LocalDate | null, LocalDate | null] = [null, null];
  for (const context of invoices) {
    const { invoice } = context;
    const interval = ownIntervalOf(context);
    const issued = valueOf(invoice.issueDate);
    if (issued !== null && issued <= asOf && (end === null || issued > end)) end = issued;
    const first = interval?.start ?? issued;
    if (first !== null && (start === null || first < start)) start = first;
  }
  return start === null || end === null ? null : { start, end };
}

function familiesOf(batch: BatchContext): readonly FamilyBilling[] {
  const byFamily = new Map<AgreementId, InvoiceContext[]>();
  for (const context of batch.invoices) {
    const { agreementId } = context.match;
    if (agreementId === null || context.isCredit || context.invoice.kind === "proforma") continue;
    pushTo(byFamily, agreementId, context);
  }
  return [...batch.families.values()].flatMap(({ id, memberIds }) => {
    const agreement = batch.agreements.get(id);
    const invoices = byFamily.get(id) ?? [];
    if (agreement === undefined || invoices.length === 0) return [];
    return [{ familyId: id, agreement, governing: selectGoverningTerms(memberIds, batch.terms), invoices }];
  });
}

type Fee = GoverningTerm & { readonly term: Extract<Term, { readonly type: "fixed-fee" }> };

const isFee = (governing: GoverningTerm): governing is Fee =>
  governing.term.type === "fixed-fee" &&
  governing.term.value.per !== "once" &&
  governing.term.value.per !== "week" &&
  governing.term.absent !== true;

const recurringFees = ({ governing }: FamilyBilling): readonly Fee[] =>
  governing.filter(isFee).filter((fee) => whyUnusable(fee) === null && fee.agreement.standing === "in-force");

function missingPeriods(family: FamilyBilling, fee: Fee, horizon: Horizon): readonly MissingCharge[] {
  const item = itemKey(fee);
  const billed: Period[] = [];
  let hasUndated = false;
  for (const invoice of family.invoices) {
    for (const line of invoice.lines) {
      if (!line.terms.some((other) => isFee(other) && itemKey(other) === item)) continue;
      if (line.interval === null) hasUndated = true;
      else billed.push({ start: line.interval.start, end: line.interval.end });
    }
  }
  // Bills without days may be for any of them.
  if (hasUndated) return [];
  const step = fee.term.value.per as PeriodStep;
  const named = monthsOfFee(fee, step);
  if (named.length > 0) return missingInNamedMonths(family, fee, step, named, billed);
  const first = billed.reduce<LocalDate | null>(
    (start, period) => (start === null || period.start < start ? period.start : start),
    null,
  );
  const others = family.invoices.flatMap((invoice) => ownIntervalOf(invoice) ?? []);
  const anchor = first ?? fee.from ?? family.agreement.from ?? startOfMonth(horizon.start);
  const missing: MissingCharge[] = [];
  for (let index = 0; index < 240; index += 1) {
    const period = nthPeriod(anchor, step, index);
    if (period.start > horizon.end) break;
    if (!isInForce(period, fee, family) || isPaused(period, fee)) continue;
    if (billed.some((other) => other.start < period.end && period.start < other.end)) continue;
    // Never billed at all: expected only where the same period was billed without it.
    const isBeside = others.some((other) => other.start <= period.start && period.end <= other.end);
    if (first === null && !isBeside) continue;
    if (dueOn(fee, period, isBeside) > horizon.end) continue;
    missing.push(toCharge(family, fee, period, step));
  }
  return missing;
}

/**
 * The day from which on a fee for a period can have been billed.
 *
 * What is billed afterwards is due the day after; but an invoice of the last day of a month is one for that month, and
 * where it bills the month without the fee, the fee was left off.
 */
function dueOn({ term }: Fee, { start, end }: Period, isBeside: boolean): LocalDate {
  if (term.value.timing === "advance") return start;
  return isBeside ? addDays(end, -1) : end;
}

/** Whether a clause of the fee says that a month of the period is free of it. */
const isPaused = ({ start, end }: Period, { term }: Fee): boolean => {
  const months = new Set(term.evidence.flatMap(({ quote }) => pausedMonthsIn(quote)));
  for (let month = startOfMonth(start); months.size > 0 && month < end; month = addMonths(month, 1))
    if (months.has(Number(month.slice(5, 7)))) return true;
  return false;
};

const timesAYear: Partial<Record<PeriodStep, number>> = { quarter: 4, "half-year": 2, year: 1 };

/** The months that the clause of a fee names for it, as many as it is due in a year: "March, June, September, December". */
function monthsOfFee({ term }: Fee, step: PeriodStep): readonly number[] {
  const months = monthsNamed(
    term.evidence.flatMap(({ quote }) => (pausedMonthsIn(quote).length > 0 ? [] : [quote])).join(" "),
  );
  return step !== "year" && months.length === timesAYear[step] ? months : [];
}

/** Invoices of one of those months that bill other charges, and this fee neither there nor on another invoice. */
function missingInNamedMonths(
  family: FamilyBilling,
  fee: Fee,
  step: PeriodStep,
  months: readonly number[],
  billed: readonly Period[],
): readonly MissingCharge[] {
  const due = new Map<LocalDate, Period>();
  for (const invoice of family.invoices) {
    const interval = ownIntervalOf(invoice);
    if (interval === null) continue;
    for (let start = startOfMonth(interval.start); start < interval.end; start = addMonths(start, 1)) {
      const month = { start, end: addMonths(start, 1) };
      const isWhole = interval.start <= month.start && month.end <= interval.end;
      if (isWhole && months.includes(Number(start.slice(5, 7)))) due.set(start, month);
    }
  }
  return [...due.values()]
    .filter((month) => isInForce(month, fee, family))
    .filter((month) => !billed.some((other) => other.start < month.end && month.start < other.end))
    .map((month) => toCharge(family, fee, month, step));
}

const itemKey = ({ term }: Fee): string => wordingOf(term.value.item).content.toSorted().join(" ");

function isInForce(period: Period, fee: Fee, { agreement, governing }: FamilyBilling): boolean {
  const durations = governing.flatMap(({ term }) => (term.type === "duration" ? [term.value] : []));
  const starts = [fee.from, agreement.from, ...durations.map(({ from }) => from)].filter(
    (day) => day !== null,
  );
  const renews = durations.some(({ autoRenew }) => autoRenew === true);
  const ends = renews
    ? [fee.to]
    : [fee.to, ...(durations.length > 0 ? durations.map(({ to }) => to) : [agreement.to])];
  return starts.every((day) => day <= period.start) && ends.every((day) => day === null || period.end <= day);
}

function toCharge(family: FamilyBilling, fee: Fee, period: Period, step: PeriodStep): MissingCharge {
  const last = family.invoices.at(-1);
  const amount = amountDue(fee, period, last);
  return {
    agreementId: family.familyId,
    check: "completeness.missing-charge",
    period: periodName(period, step),
    ...missed(
      sentence("finding/not-billed", {
        item: fee.term.value.item,
        agreement: agreementWords(family.agreement),
        days: daysWords(period.start, period.end),
        amount,
      }),
    ),
    impact: amount,
    currency: fee.term.currency ?? family.agreement.currency ?? last?.currency ?? null,
    evidence: fee.term.evidence,
  };
}

/** The fee of a period with the increases until then; as agreed at first where they are open. */
function amountDue(fee: Fee, { start, end }: Period, owner: InvoiceContext | undefined): DecimalText {
  const { amount } = fee.term.value;
  if (owner === undefined) return amount;
  const raised = raisedPrice(amount, fee, { owner, interval: { start, end, source: "line" } });
  return raised.ok ? raised.price : amount;
}

function periodName({ start }: Period, step: PeriodStep): string {
  if (!start.endsWith("-01")) return start;
  if (step === "month") return start.slice(0, 7);
  const month = Number(start.slice(5, 7));
  if (step === "quarter" && month % 3 === 1) return `${start.slice(0, 4)}-Q${Math.floor((month + 2) / 3)}`;
  return step === "year" && month === 1 ? start.slice(0, 4) : start;
}
