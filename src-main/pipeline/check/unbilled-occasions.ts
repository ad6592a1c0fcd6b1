import {
  add,
  compare,
  decimalToText,
  fraction,
  integer,
  maximum,
  subtract,
  toFraction,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { AgreementId, Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareText, isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { AttendedVisits } from "./attended-visits.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { usableRates } from "./family-terms.ts";
import { mayBill } from "./days-billed.ts";
import { pushTo, remembered } from "./keyed-values.ts";
import { findDocumentsWithApprovals } from "./proven-quantity.ts";

/** Days of one month on which records show what one price is for, beyond those that are billed. */
export interface UnbilledOccasions {
  readonly familyId: AgreementId;
  /** "2026-10" */
  readonly month: string;
  readonly quantity: DecimalText;
  readonly price: DecimalText;
  readonly unit: Unit | null;
  readonly records: readonly Delivery[];
  /** Invoices that bill that month. */
  readonly invoices: readonly InvoiceContext[];
}

/**
 * Days on which a log of hours shows something that is priced by the time it is done, and that nobody bills.
 *
 * Where an agreement has no price for time, the hours of a log are no quantity of anything: each of its days with "sanding"
 * is one sanding. Days are counted and not rows, since two may have come together. Only where an invoice bills the month,
 * and only where the records can belong to no other agreement.
 */
export function findUnbilledOccasions(batch: BatchContext): readonly UnbilledOccasions[] {
  return [...batch.once("logged-visits", findLogged).values()]
    .flatMap(({ rate, familyId, records }) => {
      const months = new Map<string, Delivery[]>();
      for (const record of records)
        if (record.date !== null && !isUnsaid(record, batch)) pushTo(months, record.date.slice(0, 7), record);
      return [...months].flatMap(([month, own]) => occasionsOf(rate, { familyId, month, own }, batch) ?? []);
    })
    .toSorted((one, other) => compareText(one.month, other.month));
}

/**
 * How often a log of hours shows what a line bills by the time it is done, less what lines above it bill for the same days.
 *
 * Each row counts, so this is the most that can be billed. `null` where the log has no row by the name of the price, or time
 * has a price.
 */
export function loggedVisits(context: LineContext): AttendedVisits | null {
  const { owner, terms, interval } = context;
  const [rate] = terms;
  if (rate === undefined) return null;
  const logged = owner.batch.once("logged-visits", findLogged).get(rate.term.id);
  if (logged === undefined) return null;
  const records = logged.records.filter(({ date }) => date !== null && mayBill(date, interval, owner));
  if (records.length === 0) return null;
  // Lines of other days bill other visits.
  const above = owner.lines
    .slice(0, owner.lines.indexOf(context))
    .filter((line) => line.interval?.start === interval?.start && line.interval?.end === interval?.end);
  const sure = records.filter((record) => !isUnsaid(record, owner.batch));
  const left = subtract(integer(sure.length), countUnder(rate, { lines: above }));
  return {
    count: toFraction(maximum(left, zero)),
    unsaid: fraction(records.length - sure.length),
    records: sure,
  };
}

/** Records of time that are called by one price. */
interface Logged {
  readonly familyId: AgreementId;
  readonly rate: GoverningTerm;
  readonly records: Delivery[];
}

/** Records of time by the price that each is called by, where time has none; found once for a batch. */
function findLogged(batch: BatchContext): ReadonlyMap<string, Logged> {
  const [familyId, other] = [...batch.families.keys()];
  const found = new Map<string, Logged>();
  if (familyId === undefined || other !== undefined) return found;
  const rates = usableRates(familyId, batch);
  if (rates.some(pricesTime)) return found;
  for (const record of batch.input.deliveries) {
    const rate = isTimed(record) ? onlyNamed(record, rates) : null;
    if (rate?.term.type !== "rate" || rate.term.value.priceBase !== undefined) continue;
    remembered(found, rate.term.id, () => ({ familyId, rate, records: [] })).records.push(record);
  }
  return found;
}

interface Month {
  readonly familyId: AgreementId;
  readonly month: string;
  readonly own: readonly Delivery[];
}

function occasionsOf(
  rate: GoverningTerm,
  { familyId, month, own }: Month,
  batch: BatchContext,
): UnbilledOccasions | null {
  if (rate.term.type !== "rate") return null;
  const days = new Set(own.flatMap(({ date }) => date ?? []));
  const [first] = days;
  if (first === undefined) return null;
  const invoices = invoicesFor(first, familyId, batch);
  const billed = invoices.reduce<Decimal>((sum, invoice) => add(sum, countUnder(rate, invoice)), zero);
  const done = integer(days.size);
  if (invoices.length === 0 || compare(done, billed) <= 0) return null;
  const { price, unit } = rate.term.value;
  return {
    familyId,
    month,
    quantity: decimalToText(subtract(done, billed)),
    price,
    unit,
    records: own,
    invoices,
  };
}

const isTimed = ({ kind, unit, approved, billable }: Delivery): boolean =>
  kind === "time" && (unit === null || isTimeUnit(unit)) && approved !== false && billable !== false;

/** Whether a paper that says of others that they are approved says nothing of a record. */
const isUnsaid = ({ approved, documentId }: Delivery, batch: BatchContext): boolean =>
  approved !== true && batch.once("documents-with-approvals", findDocumentsWithApprovals).has(documentId);

const pricesTime = ({ term }: GoverningTerm): boolean =>
  (term.type === "rate" || term.type === "tiers" || term.type === "overage") && isTimeUnit(term.value.unit);

/** The one price that a record is called by, by the first word of each: "Sand, manager called" and "sanding/salting". */
function onlyNamed({ item }: Delivery, rates: readonly GoverningTerm[]): GoverningTerm | null {
  const [called] = wordingOf(item ?? "").content;
  const named = rates.filter(
    ({ term }) => term.type === "rate" && wordingOf(term.value.item).content[0] === called,
  );
  return called !== undefined && named.length === 1 ? (named[0] ?? null) : null;
}

const invoicesFor = (
  day: LocalDate,
  familyId: AgreementId,
  { invoices }: BatchContext,
): readonly InvoiceContext[] =>
  invoices.filter((context) => {
    const { match, isCredit, invoice, interval } = context;
    if (match.agreementId !== familyId || isCredit || invoice.kind === "proforma") return false;
    return mayBill(day, interval, context);
  });

/** How often the lines of an invoice bill a price; a line without a count bills it once. */
const countUnder = ({ term }: GoverningTerm, { lines }: Pick<InvoiceContext, "lines">): Decimal =>
  lines
    .filter(({ terms }) => terms.some((governing) => governing.term.id === term.id))
    .reduce<Decimal>((sum, { line }) => add(sum, valueOf(line.quantity) ?? integer(1)), zero);
