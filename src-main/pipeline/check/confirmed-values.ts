import {
  compareFractions,
  fraction,
  isEqual,
  multiply,
  roundToCurrency,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Field, Party } from "../../../src-shared/model/index.ts";
import { decidedSides, valueOf } from "../../../src-shared/model/index.ts";
import { dueDate } from "../../../src-shared/pricing/index.ts";
import { addDays, businessCalendar, monthsPer, wholeMonthsIn } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareNames, monthsNamed, normalizeReference } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";
import { proveQuantity } from "./proven-quantity.ts";

// Whether something independent of its reading confirms a value: a second paper that says the same, or arithmetic that
// closes with it and with no rival reading.

/** A name that stands in the agreement, too, has been read twice. */
export function isAgreedParty(
  printed: Party,
  role: "seller" | "buyer",
  { match, batch }: InvoiceContext,
): boolean {
  const agreements = match.governedBy.flatMap((agreementId) => batch.agreements.get(agreementId) ?? []);
  const agreed = agreements
    .map(decidedSides)
    .flatMap((sides) => [...(sides[role] === null ? [] : [sides[role]]), ...sides.parties]);
  return agreed.some((party) => {
    const relation = compareNames(printed.name, party.name);
    // A name without its legal form is the same name; a doubtful one must be the same to the letter.
    return relation === "same"
      ? party.confidence >= leastOfSecond
      : relation === "form-missing" && party.confidence >= leastOfFirst;
  });
}

/** A second reading that is itself a guess confirms nothing. */
const leastOfSecond = 0.5;
const leastOfFirst = 0.8;

/** The agreement is in the same currency. */
export function isAgreedCurrency({ match, batch, currency }: InvoiceContext): boolean {
  return (
    currency !== null &&
    match.governedBy.some((agreementId) => batch.agreements.get(agreementId)?.currency === currency)
  );
}

/** Whoever named the file named the invoice: its number stands in the name. */
export function isNumberInFileName({ invoice, batch }: InvoiceContext): boolean {
  const number = valueOf(invoice.number);
  const path = batch.input.files.find(({ id }) => id === invoice.documentId)?.path ?? "";
  const name = path.split(/[\\/!#]/).at(-1) ?? "";
  if (number === null || !/\d{3}/.test(number)) return false;
  return normalizeReference(name).includes(normalizeReference(number));
}

/** The agreed days lead from the invoice date to the printed due date, and from no other reading of it. */
export function isDateConfirmedByDue(context: InvoiceContext): boolean {
  const { invoice, batch } = context;
  const [issued, due] = [valueOf(invoice.issueDate), valueOf(invoice.dueDate)];
  const terms = context.termsOf("payment-terms").filter((term) => whyUnusable(term) === null);
  const [governing] = terms;
  if (issued === null || due === null || governing === undefined || terms.length > 1) return false;
  const { days, from, endOfMonthReading, roll } = governing.term.value;
  // From the end of a month many days lead to one.
  if (days === 0 || from === "end-of-month") return false;
  const calendar = businessCalendar(batch.policy.holidays);
  const rules = {
    days,
    from,
    ...(endOfMonthReading === undefined ? {} : { endOfMonthReading }),
    ...(roll === undefined ? {} : { roll }),
  };
  const leadsTo = (day: LocalDate, end: LocalDate): boolean => dueDate(day, rules, calendar).date === end;
  const others = (field: Field<LocalDate> | null): readonly LocalDate[] =>
    (field?.alternatives ?? []).flatMap(({ value }) => value ?? []);
  const ends = [due, ...others(invoice.dueDate)];
  const rivals = others(invoice.issueDate).filter((day) => day !== issued);
  return leadsTo(issued, due) && !rivals.some((day) => ends.some((end) => leadsTo(day, end)));
}

/**
 * The period is one whole month, or quarter or year, as the agreement bills it, and the invoice is of the weeks around
 * its end: another month would not fit.
 */
export function isPeriodOfCadence(context: InvoiceContext): boolean {
  const { invoice, interval } = context;
  const issued = valueOf(invoice.issueDate);
  if (issued === null || interval === null || interval.source !== "invoice") return false;
  const months = wholeMonthsIn(interval);
  const cadences = [
    ...context.termsOf("billing").flatMap(({ term }) => term.value.frequency ?? []),
    ...context.termsOf("fixed-fee").map(({ term }) => term.value.per),
  ];
  const isAgreed = months !== undefined && cadences.some((cadence) => monthsPer(cadence) === months);
  const isNear = (invoice.issueDate?.confidence ?? 0) >= leastOfFirst || isDateConfirmedByDue(context);
  return (
    isAgreed &&
    isNear &&
    issued >= addDays(interval.start, -31) &&
    issued < addDays(interval.end, 31) &&
    (issued < interval.start || issued >= addDays(interval.end, -5))
  );
}

/** A line names in words the first and the last month of the period, which is of whole months: printed twice. */
export function isPeriodNamedByLine({ interval, lines }: InvoiceContext): boolean {
  const count = interval === null ? undefined : wholeMonthsIn(interval);
  if (interval === null || interval.source !== "invoice" || count === undefined || count > 12) return false;
  const first = Number(interval.start.slice(5, 7));
  const last = ((first + count - 2) % 12) + 1;
  return lines.some(({ line, kind }) => {
    const named = kind === "text" ? [] : monthsNamed(line.description);
    const covered = Array.from({ length: count }, (_, at) => ((first + at - 1) % 12) + 1);
    return named.includes(first) && named.includes(last) && named.every((month) => covered.includes(month));
  });
}

/** Records of the days of the period prove every measured quantity to the hour. */
export function isPeriodConfirmedByRecords(context: InvoiceContext): boolean {
  const { interval, lines } = context;
  const proven = lines.filter(({ match }) => match.deliveries.length > 0);
  if (interval === null || proven.length === 0) return false;
  return proven.every((line) => {
    const { counted, records, hasUnreadable } = proveQuantity(line);
    const billed = valueOf(line.line.quantity);
    const isWithin = records.every(
      ({ date }) => date !== null && interval.start <= date && date < interval.end,
    );
    return (
      billed !== null && !hasUnreadable && isWithin && compareFractions(counted, toFraction(billed)) === 0
    );
  });
}

/** Quantity times price is the printed amount: three figures that do not agree by chance. */
export function closesByProduct(context: LineContext): boolean {
  const { line, owner } = context;
  const [quantity, price, net] = [valueOf(line.quantity), valueOf(line.unitPrice), netOfLine(context)];
  if (quantity === null || price === null || net === null || line.priceBase !== null) return false;
  // Once anything is itself, and a reading that exchanges the two closes as well.
  const isTelling = compareFractions(toFraction(quantity), fraction(1)) !== 0 && !isEqual(quantity, price);
  return isTelling && isEqual(roundToCurrency(multiply(quantity, price), owner.precision.currency), net);
}

/** The price, or the amount where no price is printed, is the agreed one to the cent. */
export function hasAgreedFigure({ terms, line }: LineContext): boolean {
  const figure = valueOf(line.unitPrice) ?? valueOf(line.net);
  return (
    figure !== null &&
    terms.some(({ term }) => {
      const { price, amount } = term.value as { readonly price?: DecimalText; readonly amount?: DecimalText };
      const agreed = price ?? amount;
      return agreed !== undefined && isEqual(agreed, figure);
    })
  );
}

/** Whether a field has a rival reading: then a sum that closes may close with that, too. */
export const hasRival = (field: Field<unknown> | null): boolean => (field?.alternatives ?? []).length > 0;
