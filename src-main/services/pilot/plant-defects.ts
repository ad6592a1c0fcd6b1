import type { Field, Invoice, InvoiceLine } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  add,
  decimal,
  decimalToText,
  fractionToDecimal,
  multiply,
  subtract,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { addDays, addMonths } from "../../../src-shared/time/index.ts";

/** One way in which an invoice goes wrong in practice. The rest of the invoice is made to fit, as a real one would be. */
export interface Defect {
  readonly kind: string;
  /** The faulty copy, or `null` where the invoice has nothing to go wrong with. */
  readonly plant: (invoice: Invoice) => Invoice | null;
}

const withValue = <T>(field: Field<T> | null, value: T): Field<T> | null =>
  field === null ? null : { ...field, value };
const cents = (value: Parameters<typeof toFraction>[0]): DecimalText =>
  decimalToText(fractionToDecimal(toFraction(value), 2));

/** A line with another price or quantity, and every total moved by the difference. */
function withLine(
  invoice: Invoice,
  index: number,
  change: (line: InvoiceLine) => InvoiceLine | null,
): Invoice | null {
  const before = invoice.lines[index];
  const line = before === undefined ? null : change(before);
  if (before === undefined || line === null) return null;
  const [old, fresh] = [valueOf(before.net), valueOf(line.net)];
  if (old === null || fresh === null) return null;
  const difference = subtract(fresh, old);
  const rate =
    valueOf(before.taxRate) ??
    invoice.taxes.map((tax) => valueOf(tax.rate)).find((each) => each !== null) ??
    null;
  const taxed =
    rate === null ? difference : add(difference, multiply(multiply(difference, rate), decimal("0.01")));
  const moved = (
    field: Field<DecimalText> | null,
    by: Parameters<typeof add>[1],
  ): Field<DecimalText> | null => {
    const value = valueOf(field);
    return value === null ? field : withValue(field, cents(add(value, by)));
  };
  return {
    ...invoice,
    lines: invoice.lines.map((each, at) => (at === index ? line : each)),
    subtotal: moved(invoice.subtotal, difference),
    net: moved(invoice.net, difference),
    tax: moved(invoice.tax, subtract(taxed, difference)),
    gross: moved(invoice.gross, taxed),
    payable: moved(invoice.payable, taxed),
    taxes: invoice.taxes.map((tax) => ({
      ...tax,
      base: moved(tax.base, difference),
      amount: moved(tax.amount, subtract(taxed, difference)),
    })),
  };
}

const factorOn =
  (field: "unitPrice" | "quantity", factor: string) =>
  (invoice: Invoice): Invoice | null => {
    const index = invoice.lines.findIndex(
      (line) => valueOf(line[field]) !== null && valueOf(line.net) !== null,
    );
    return withLine(invoice, index, (line) => {
      const [value, net] = [valueOf(line[field]), valueOf(line.net)];
      if (value === null || net === null) return null;
      return {
        ...line,
        [field]: withValue(line[field], cents(multiply(value, decimal(factor)))),
        net: withValue(line.net, cents(multiply(net, decimal(factor)))),
        printedAmount: null,
      };
    });
  };

/** The defects of a drill: what the trade's errors look like, in both directions of money. */
export const defects: readonly Defect[] = [
  { kind: "price-too-high", plant: factorOn("unitPrice", "1.10") },
  { kind: "price-too-low", plant: factorOn("unitPrice", "0.90") },
  { kind: "quantity-too-high", plant: factorOn("quantity", "1.25") },
  { kind: "quantity-too-low", plant: factorOn("quantity", "0.75") },
  {
    kind: "line-twice",
    plant: (invoice) => {
      const line = invoice.lines.find((each) => valueOf(each.net) !== null);
      if (line === undefined) return null;
      const empty = { ...line, id: `${line.id}-2`, net: withValue(line.net, "0" as DecimalText) };
      const longer = { ...invoice, lines: [...invoice.lines, empty] };
      return withLine(longer, longer.lines.length - 1, (each) => ({ ...each, net: line.net }));
    },
  },
  {
    kind: "total-does-not-add-up",
    plant: (invoice) => {
      const value = valueOf(invoice.payable);
      return value === null
        ? null
        : { ...invoice, payable: withValue(invoice.payable, cents(add(value, decimal("90")))) };
    },
  },
  {
    kind: "other-currency",
    plant: (invoice) => {
      const value = valueOf(invoice.currency);
      return value === null
        ? null
        : { ...invoice, currency: withValue(invoice.currency, value === "CAD" ? "AUD" : "CAD") };
    },
  },
  {
    kind: "due-too-early",
    plant: (invoice) => {
      const [due, issued] = [valueOf(invoice.dueDate), valueOf(invoice.issueDate)];
      return due === null || issued === null
        ? null
        : { ...invoice, dueDate: withValue(invoice.dueDate, addDays(issued, 1)) };
    },
  },
  {
    kind: "number-missing",
    plant: (invoice) => (invoice.number === null ? null : { ...invoice, number: null }),
  },
  {
    kind: "issued-in-the-future",
    plant: (invoice) => {
      const issued = valueOf(invoice.issueDate);
      return issued === null
        ? null
        : { ...invoice, issueDate: withValue(invoice.issueDate, addMonths(issued, 14)) };
    },
  },
];
