import { add, compareFractions, decimalToText, multiply, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { Agreement, AgreementId, Delivery, MissingCharge } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { roundAmount } from "../../../src-shared/pricing/index.ts";
import { addDays, addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { fits, rateOf, ratesNamedBy } from "./rate-of-record.ts";
import { raisedPrice } from "./raised-price.ts";
import { isWithinStart } from "./beyond-free-start.ts";
import { billedRecordsIn } from "./billed-records.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { dayInAgreedZone } from "./event-zones.ts";
import { invoicesOfFamily } from "./covering-invoices.ts";
import { includesSomeOf } from "./included-thing.ts";
import { halfBilledBy } from "./half-billed.ts";
import { includedTimeOf, isOfOtherThing, recordedTime } from "./included-time.ts";
import { dayOfRecord } from "./record-day.ts";
import { createFamilyFinder, onlyFamilyFor } from "./family-of-record.ts";
import { findDocumentsWithApprovals } from "./proven-quantity.ts";
import { ratesFor, termsOfFamily, usableRates } from "./family-terms.ts";
import { quoteWords, missed } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { unbilledOverage } from "./unbilled-overage.ts";
import type { UnbilledOverage } from "./unbilled-overage.ts";
import { findUnbilledOccasions } from "./unbilled-occasions.ts";
import type { UnbilledOccasions } from "./unbilled-occasions.ts";
import { agreementWords } from "./agreement-words.ts";

/**
 * Approved records that no line bills, by agreement and month.
 *
 * Only months that the last invoice of the batch could have billed, and only of agreements that price by quantity. In
 * the days of an invoice that is there, only what is priced by a term that none of its lines bills: of others, their
 * quantity is judged.
 */
export function findUnbilledDeliveries(batch: BatchContext): readonly MissingCharge[] {
  const last = batch.invoices.reduce<string>((latest, { invoice }) => {
    const issued = valueOf(invoice.issueDate);
    return issued !== null && issued > latest && issued <= batch.asOf ? issued : latest;
  }, "");
  if (last === "") return [];
  const due = batch
    .once("unclaimed-deliveries", findUnclaimed)
    .filter(({ date, isLeftOut }) => isLeftOut || addMonths(startOfMonth(date), 1) <= last);
  return [
    ...groupByMonth(due).flatMap(
      ({ familyId, month, records }) => toCharge(batch, familyId, month, records) ?? [],
    ),
    ...occasionsIn(batch).flatMap((left) => occasionCharge(batch, left) ?? []),
  ];
}

interface MonthOfRecords {
  readonly familyId: AgreementId;
  readonly month: string;
  readonly records: Delivery[];
}

function groupByMonth(unclaimed: readonly Unclaimed[]): readonly MonthOfRecords[] {
  const groups = new Map<string, MonthOfRecords>();
  for (const { delivery, familyId, date } of unclaimed) {
    const key = `${familyId}|${date.slice(0, 7)}`;
    const group = groups.get(key) ?? { familyId, month: date.slice(0, 7), records: [] };
    groups.set(key, group);
    group.records.push(delivery);
  }
  return [...groups.values()];
}

/** Whether an invoice leaves out something that was delivered in its own days and that a price is called by. */
export const leavesOut = (context: InvoiceContext): boolean =>
  context.batch.once("invoices-that-leave-out", findLeavingOut).has(context);

function findLeavingOut(batch: BatchContext): ReadonlySet<InvoiceContext> {
  const unclaimed = batch.once("unclaimed-deliveries", findUnclaimed);
  const beyond = groupByMonth(unclaimed).flatMap(({ familyId, records }) =>
    (overageOf(batch, familyId, records)?.records ?? []).map((delivery) => ({ delivery, familyId })),
  );
  const visited = occasionsIn(batch).flatMap(({ invoices }) => invoices);
  const covers = new Set(
    [...unclaimed.filter(({ isLeftOut }) => isLeftOut), ...beyond].flatMap(({ delivery, familyId }) =>
      invoicesOfFamily(familyId, batch).covering(delivery),
    ),
  );
  const halves = unclaimed.flatMap((left) => halfBilledBy(left, batch));
  return new Set([...visited, ...halves, ...[...covers].flatMap(({ invoices }) => invoices)]);
}

interface Unclaimed {
  readonly delivery: Delivery;
  readonly date: LocalDate;
  readonly familyId: AgreementId;
  readonly isLeftOut: boolean;
}

/** Dated records of agreements that no line takes; once for a batch. */
function findUnclaimed(batch: BatchContext): readonly Unclaimed[] {
  const billed = billedRecordsIn(batch);
  const approvals = batch.once("documents-with-approvals", findDocumentsWithApprovals);
  const familyOf = createFamilyFinder(batch);
  const unclaimed = batch.input.deliveries.flatMap((delivery): readonly Unclaimed[] => {
    const day = dayOfRecord(delivery);
    if (billed.has(delivery.id) || !isBillable(delivery, approvals) || day === null) return [];
    const own = familyOf(delivery);
    const familyId = own ?? onlyFamilyFor(delivery, batch);
    const date = dayInAgreedZone(delivery, familyId, batch) ?? day;
    if (familyId === null || (own === null && !isPricedByName(delivery, familyId, batch))) return [];
    return mayBeBilled(delivery, familyId, batch)
      ? []
      : [{ delivery, date, familyId, isLeftOut: isLeftOut(delivery, familyId, batch) }];
  });
  const included = new Set(
    groupByMonth(unclaimed).flatMap(({ familyId, records }) => includedOf(records, familyId, batch)),
  );
  return unclaimed.filter(({ delivery }) => !included.has(delivery));
}

const isBillable = (
  { kind, billable, approved, documentId }: Delivery,
  approvals: ReadonlySet<string>,
): boolean =>
  kind !== "acceptance" &&
  kind !== "expense" &&
  billable !== false &&
  approved !== false &&
  (approved === true || !approvals.has(documentId));

/** Whether a line without a count may be for a record, or the record comes to nothing at its price. */
function mayBeBilled(record: Delivery, familyId: AgreementId, batch: BatchContext): boolean {
  const rate = rateOf(record, usableRates(familyId, batch));
  return (
    rate !== null &&
    (isWithinStart(rate, record) ||
      isCountedBeyond(rate, record, familyId, batch) ||
      invoicesOfFamily(familyId, batch)
        .covering(record)
        .some(({ uncountedIds }) => uncountedIds.has(rate.term.id)))
  );
}

/** Of a thing that a fee includes some of, a line bills what goes beyond, and its own check judges how much that is. */
const isCountedBeyond = (
  { term }: GoverningTerm,
  record: Delivery,
  familyId: AgreementId,
  batch: BatchContext,
): boolean =>
  term.type === "rate" &&
  termsOfFamily(familyId, batch).all.some((free) => includesSomeOf(term.value, free.term)) &&
  invoicesOfFamily(familyId, batch)
    .covering(record)
    .some(({ termIds }) => termIds.has(term.id));

/** Whether a record is called what one price is called, or is use that a fee includes up to a quantity. */
function isPricedByName(record: Delivery, familyId: AgreementId, batch: BatchContext): boolean {
  const rates = ratesFor(record, familyId, batch);
  return (
    ratesNamedBy(record, rates).length === 1 || (rates.some(isOverage) && rateOf(record, rates) === null)
  );
}

/** Whether the invoices for the day of a record bill nothing under the one price that the record names. */
function isLeftOut(record: Delivery, familyId: AgreementId, batch: BatchContext): boolean {
  const covers = invoicesOfFamily(familyId, batch).covering(record);
  if (covers.length === 0) return false;
  const rate = rateOf(record, ratesFor(record, familyId, batch));
  return rate !== null && covers.every(({ termIds, isOpen }) => !isOpen && !termIds.has(rate.term.id));
}

function toCharge(
  batch: BatchContext,
  familyId: AgreementId,
  month: string,
  records: readonly Delivery[],
): MissingCharge | null {
  const agreement = batch.agreements.get(familyId);
  const family = batch.families.get(familyId);
  if (agreement === undefined || family === undefined) return null;
  const rates = [...new Set(records.flatMap((record) => ratesFor(record, familyId, batch)))];
  const { currency } = agreement;
  const beyond = overageOf(batch, familyId, records);
  if (beyond !== null) return chargeOf(agreement, month, { ...beyond, currency, who: [] });
  const priced = records.filter((record) => rates.some((rate) => !isOverage(rate) && fits(rate, record)));
  const [first] = priced;
  if (first === undefined) return null;
  const owner = invoicesOfFamily(familyId, batch).last;
  let quantity: Decimal = zero;
  let impact: Decimal | null = zero;
  for (const record of priced) {
    if (record.quantity === null) impact = null;
    else quantity = add(quantity, record.quantity);
    const price = priceOf(record, rates, owner);
    impact =
      impact === null || price === null || record.quantity === null
        ? null
        : add(impact, multiply(record.quantity, price));
  }
  return chargeOf(agreement, month, {
    quantity: decimalToText(quantity),
    unit: first.unit ?? (first.kind === "time" ? "hour" : "unit"),
    impact: impact === null || currency === null ? null : roundAmount(impact, { currency }),
    records: priced,
    currency,
    who: [...new Set(priced.flatMap(({ person, item }) => person ?? item ?? []))],
  });
}

/** Those of a month's records that no line bills whose time the fee of the month includes. */
function includedOf(
  records: readonly Delivery[],
  familyId: AgreementId,
  batch: BatchContext,
): readonly Delivery[] {
  const { all, rates } = termsOfFamily(familyId, batch);
  const included = includedTimeOf(all);
  if (included === null) return [];
  const own = records.filter((record) => !isOfOtherThing(record, included, rates));
  const time = recordedTime(own, included.unit);
  return time !== null && compareFractions(time, included.quantity) <= 0 ? own : [];
}

/** What a month's records that no rate names come to beyond what is included; `null` for nothing. */
function overageOf(
  batch: BatchContext,
  familyId: AgreementId,
  records: readonly Delivery[],
): UnbilledOverage | null {
  const currency = batch.agreements.get(familyId)?.currency ?? null;
  const rates = usableRates(familyId, batch);
  if (currency === null || !rates.some(isOverage)) return null;
  const own = records.filter((record) => rateOf(record, rates) === null);
  return own.length === 0 ? null : unbilledOverage(own, termsOfFamily(familyId, batch).all, currency, batch);
}

const occasionsIn = (batch: BatchContext): readonly UnbilledOccasions[] =>
  batch.once("unbilled-occasions", findUnbilledOccasions);

/** What is priced by the time it is done and was done on more days than are billed. */
function occasionCharge(batch: BatchContext, left: UnbilledOccasions): MissingCharge | null {
  const agreement = batch.agreements.get(left.familyId);
  if (agreement === undefined) return null;
  const { currency } = agreement;
  const money = multiply(left.quantity, left.price);
  const impact = currency === null ? null : roundAmount(money, { currency });
  return chargeOf(agreement, left.month, { ...left, impact, currency, who: [] });
}

const isOverage = ({ term }: GoverningTerm): boolean => term.type === "overage";

function chargeOf(
  agreement: Agreement,
  month: string,
  left: Omit<UnbilledOverage, "impact"> & {
    readonly impact: DecimalText | null;
    readonly currency: string | null;
    readonly who: readonly string[];
  },
): MissingCharge {
  const { quantity, unit, impact, currency, records, who } = left;
  return {
    agreementId: agreement.id,
    check: "completeness.unbilled",
    period: month,
    ...missed(
      sentence("finding/unbilled", {
        quantity,
        unit: unit ?? "unit",
        month,
        agreement: agreementWords(agreement),
        who: who.length === 1 ? sentence("words/note", { note: quoteWords(who[0] ?? "") }) : "",
      }),
    ),
    impact,
    currency,
    evidence: records.slice(0, 12).flatMap(({ evidence }) => evidence),
  };
}

/** Its price on the day of the record, with the increases until then. */
function priceOf(
  record: Delivery,
  rates: readonly GoverningTerm[],
  owner: InvoiceContext | undefined,
): DecimalText | null {
  const only = rateOf(record, rates);
  if (only?.term.type !== "rate" || only.term.value.priceBase !== undefined) return null;
  const { price } = only.term.value;
  const { date } = record;
  if (owner === undefined || date === null) return price;
  const interval = { start: date, end: addDays(date, 1), source: "line" as const };
  const raised = raisedPrice(price, only, { owner, interval });
  return raised.ok ? raised.price : null;
}
