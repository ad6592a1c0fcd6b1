import type { AllowanceCharge, Field, Invoice, InvoiceLine } from "../../../../src-shared/model/index.ts";
import {
  compare,
  decimalToText,
  isZero,
  negate,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { mapField } from "../../../../src-shared/model/index.ts";

type Amount = Field<DecimalText> | null;

const zero = "0" as DecimalText;
const isNegative = (amount: Amount): boolean =>
  amount !== null && amount.value !== null && compare(amount.value, zero) < 0;
const isNothing = (amount: Amount): boolean =>
  amount === null || (amount.value !== null && isZero(amount.value));
const turned = <A extends Amount>(amount: A): A =>
  (amount === null ? null : mapField(amount, (value) => decimalToText(negate(value)))) as A;

const turnedLine = (line: InvoiceLine): InvoiceLine => ({
  ...line,
  // The sign of an amount comes from its quantity or its price; only that one turns with it.
  ...(isNegative(line.unitPrice) && !isNegative(line.quantity)
    ? { unitPrice: turned(line.unitPrice) }
    : { quantity: turned(line.quantity) }),
  discountAmount: turned(line.discountAmount),
  net: turned(line.net),
  printedAmount: turned(line.printedAmount),
  taxAmount: turned(line.taxAmount),
});

const turnedInvoice = (invoice: Invoice): Invoice => ({
  ...invoice,
  lines: invoice.lines.map(turnedLine),
  allowanceCharges: invoice.allowanceCharges.map((each) => ({ ...each, amount: turned(each.amount) })),
  taxes: invoice.taxes.map((tax) => ({ ...tax, base: turned(tax.base), amount: turned(tax.amount) })),
  subtotal: turned(invoice.subtotal),
  allowances: turned(invoice.allowances),
  charges: turned(invoice.charges),
  net: turned(invoice.net),
  tax: turned(invoice.tax),
  gross: turned(invoice.gross),
  prepaid: turned(invoice.prepaid),
  withholding: turned(invoice.withholding),
  rounding: turned(invoice.rounding),
  payable: turned(invoice.payable),
});

/** A negative allowance is a charge, and the other way round: amounts of both are never negative. */
const settledEntry = (entry: AllowanceCharge): AllowanceCharge =>
  isNegative(entry.amount)
    ? { ...entry, kind: entry.kind === "charge" ? "allowance" : "charge", amount: turned(entry.amount) }
    : entry;

const settledTotals = (
  allowances: Amount,
  charges: Amount,
): { readonly allowances: Amount; readonly charges: Amount } => {
  if (!isNegative(allowances) && !isNegative(charges)) return { allowances, charges };
  if (isNothing(charges)) return { allowances: charges, charges: turned(allowances) };
  if (isNothing(allowances)) return { allowances: turned(charges), charges: allowances };
  // Both stand with mixed signs: the entries say what they are made of, the totals are no sum of one kind.
  return isNegative(allowances) && isNegative(charges)
    ? { allowances: turned(charges), charges: turned(allowances) }
    : { allowances: null, charges: null };
};

/** Where no total is printed, lines say the sign only when all of them agree. */
const signBearingLine = (lines: readonly InvoiceLine[]): Amount => {
  const amounts = lines
    .map(({ net, printedAmount }) => net ?? printedAmount)
    .filter((each) => !isNothing(each));
  return amounts.every(isNegative) ? (amounts[0] ?? null) : null;
};

/**
 * An invoice with the signs of the model: a credit note is positive, and so are allowances and charges.
 *
 * Some issuers write a credit note with minus signs throughout, and corrections with negative allowances.
 */
export const withSettledSigns = (invoice: Invoice): Invoice => {
  const total =
    [invoice.payable, invoice.gross, invoice.net].find((amount) => !isNothing(amount)) ??
    signBearingLine(invoice.lines);
  const positive =
    invoice.kind === "credit-note" && isNegative(invoice.gross ?? total) ? turnedInvoice(invoice) : invoice;
  return {
    ...positive,
    allowanceCharges: positive.allowanceCharges.map(settledEntry),
    ...settledTotals(positive.allowances, positive.charges),
  };
};
