import { valueOf } from "../../../../src-shared/model/index.ts";
import type { DocumentKind, Field, Invoice, ReadDocument } from "../../../../src-shared/model/index.ts";
import {
  absolute,
  add,
  decimalText,
  isEqual,
  isZero,
  multiply,
  sum,
  toDecimal,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import { readInvoices } from "./index.ts";

/** What a paper that no title names bills, and as what. */
interface BilledPaper {
  readonly kind: DocumentKind;
  readonly invoices: readonly Invoice[];
}

/**
 * Takes a paper whose words say too little for what its figures make it: it has a number of its own, a day, sums that
 * prove each other, and says how or when they are paid, unless it gives them back. `null` where one of these lacks.
 *
 * `isCredit` says that the paper's own words call it a credit note; `mustBeTaxed` that they say something else, so that
 * only net total, tax and gross total over several lines are proof enough.
 */
export function billedPaper(
  document: ReadDocument,
  isCredit: boolean,
  context: NormalizeContext,
  mustBeTaxed = false,
): BilledPaper | null {
  const kind = isCredit ? "credit-note" : "invoice";
  const invoices = readInvoices(document, kind, context);
  return invoices.length > 0 && invoices.every((invoice) => isBilled(invoice, isCredit, mustBeTaxed))
    ? { kind, invoices }
    : null;
}

/** How sure a number is that stands at a name for the number of an invoice. */
const plainNumber = 0.75;

function isBilled(invoice: Invoice, isCredit: boolean, mustBeTaxed: boolean): boolean {
  const isNumbered = (invoice.number?.value ?? null) !== null && (invoice.number?.confidence ?? 0) >= 0.5;
  const isDated = (invoice.issueDate?.value ?? null) !== null;
  const isPaid = [invoice.dueDate, invoice.paymentTerms, invoice.bankAccount, invoice.taxNote].some(
    (field) => (field?.value ?? null) !== null,
  );
  // Lines, their tax and their total prove each other: nobody prints all that on what is no bill or offer.
  const isTaxed = isTaxedInFull(invoice) && invoice.lines.length > 1;
  if (mustBeTaxed) return isNumbered && isDated && isTaxed;
  const isNamed = (invoice.number?.confidence ?? 0) >= plainNumber;
  return isNumbered && isDated && (isPaid || isCredit || (isTaxed && isNamed)) && provesItself(invoice);
}

const sizeOf = (field: Field<DecimalText> | null): Decimal | null =>
  field === null || field.value === null ? null : absolute(toDecimal(field.value));

/** Whether net total and tax make the gross total. */
function isTaxedInFull({ net, tax, gross }: Invoice): boolean {
  const [netSize, taxSize, grossSize] = [net, tax, gross].map(sizeOf);
  return (
    netSize !== null &&
    netSize !== undefined &&
    taxSize !== null &&
    taxSize !== undefined &&
    grossSize !== null &&
    grossSize !== undefined &&
    !isZero(taxSize) &&
    isEqual(add(netSize, taxSize), grossSize)
  );
}

const one = decimalText("1");

/** Whether the one line of a paper multiplies out to what is to be paid: "6 at 75.00" of 450.00. */
function isOneProduct({ lines, gross, payable }: Invoice): boolean {
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) return false;
  const [quantity, price, amount] = [valueOf(line.quantity), valueOf(line.unitPrice), valueOf(line.net)];
  return (
    quantity !== null &&
    price !== null &&
    amount !== null &&
    !isEqual(quantity, one) &&
    isEqual(multiply(quantity, price), amount) &&
    [gross, payable].map(sizeOf).some((size) => size !== null && isEqual(size, amount))
  );
}

/** Net and tax make the gross total, or at least two lines make a total: no list of prices does either. */
function provesItself(invoice: Invoice): boolean {
  if (isTaxedInFull(invoice) || isOneProduct(invoice)) return true;
  const { net, gross, payable, lines } = invoice;
  const amounts = lines.flatMap((line) => {
    const { value } = line.net ?? line.printedAmount ?? { value: null };
    return value === null ? [] : [toDecimal(value)];
  });
  if (amounts.length < 2 || amounts.length < lines.length) return false;
  const made = absolute(sum(amounts));
  return [net, gross, payable].some((field) => {
    const size = sizeOf(field);
    return size !== null && !isZero(size) && isEqual(size, made);
  });
}
