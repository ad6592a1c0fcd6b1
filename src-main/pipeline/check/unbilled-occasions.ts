import { add, compare, decimalToText, integer, subtract, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { AgreementId, Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

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
 *
 * @param ratesOf the usable prices of an agreement
 */
export function findUnbilledOccasions(
  batch: BatchContext,
  ratesOf: (familyId: AgreementId) => readonly GoverningTerm[],
): readonly UnbilledOccasions[] {
  const [familyId, other] = [...batch.families.keys()];
  if (familyId === undefined || other !== undefined) return [];
  const rates = ratesOf(familyId);
  const logged = batch.input.deliveries.filter(isTimed);
  if (logged.length === 0 || rates.some(pricesTime)) return [];
  const months = new Map<string, Delivery[]>();
  for (const record of logged) {
    const month = record.date?.slice(0, 7);
    if (month !== undefined) months.set(month, [...(months.get(month) ?? []), record]);
  }
  return [...months].flatMap(([month, records]) =>
    rates.flatMap((rate) => occasionsOf(rate, { familyId, month, records, rates }, batch) ?? []),
  );
}

interface Month {
  readonly familyId: AgreementId;
  readonly month: string;
  readonly records: readonly Delivery[];
  readonly rates: readonly GoverningTerm[];
}

function occasionsOf(
  rate: GoverningTerm,
  { familyId, month, records, rates }: Month,
  batch: BatchContext,
): UnbilledOccasions | null {
  if (rate.term.type !== "rate" || rate.term.value.priceBase !== undefined) return null;
  const own = records.filter((record) => onlyNamed(record, rates) === rate);
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

/** Invoices for a day, by the days that they print, else by their own day, which follows within two months. */
const invoicesFor = (
  day: LocalDate,
  familyId: AgreementId,
  { invoices }: BatchContext,
): readonly InvoiceContext[] =>
  invoices.filter(({ match, isCredit, invoice, interval }) => {
    if (match.agreementId !== familyId || isCredit || invoice.kind === "proforma") return false;
    if (interval !== null) return interval.start <= day && day < interval.end;
    const issued = valueOf(invoice.issueDate);
    return issued !== null && day <= issued && issued < addMonths(startOfMonth(day), 2);
  });

/** How often the lines of an invoice bill a price; a line without a count bills it once. */
const countUnder = ({ term }: GoverningTerm, { lines }: InvoiceContext): Decimal =>
  lines
    .filter(({ terms }) => terms.some((governing) => governing.term.id === term.id))
    .reduce<Decimal>((sum, { line }) => add(sum, valueOf(line.quantity) ?? integer(1)), zero);
