import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  Element,
  Invoice,
  InvoiceKind,
  InvoiceLine,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { ublParty } from "../ubl-party.ts";
import { isKnownUnitCode, unitOfCode } from "../unit-code.ts";
import type { Vocabulary } from "../vocabulary.ts";

const kinds: Readonly<Record<string, InvoiceKind>> = {
  "2": "credit-note",
  "3": "debit-note",
  "4": "proforma",
  "6": "credit-note",
};

const kindOf = (root: Element): InvoiceKind =>
  kinds[textOf(childNamed(root, "DocumentType")) ?? ""] ?? "invoice";

/** Amounts of a foreign currency stand beside those of the crown, under a name of their own. */
const amountElement = (parent: Element | null, name: string, isForeign: boolean): Element | null =>
  (isForeign ? childNamed(parent, `${name}Curr`) : null) ?? childNamed(parent, name);

const lineOf = (line: Element, place: number, isForeign: boolean, make: FieldMaker): InvoiceLine => {
  const quantity = childNamed(line, "InvoicedQuantity");
  const unit = quantity?.attributes["unitCode"]?.trim() ?? "";
  const amount = make.amount(quantity);
  const item = childNamed(line, "Item");
  const net = amountElement(line, "LineExtensionAmount", isForeign);
  return {
    ...blankLine(textOf(childNamed(line, "ID")) ?? String(place)),
    description: textOf(childNamed(item, "Description"))?.replace(/\s+/gu, " ") ?? "",
    itemCode: textOf(descend(item, "SellersItemIdentification", "ID")),
    quantity: amount,
    unit:
      amount === null || unit === ""
        ? null
        : {
            value: isKnownUnitCode(unit) ? unitOfCode(unit) : unitOf(unit),
            evidence: amount.evidence,
            basis: "structured",
            confidence: 1,
          },
    // The price is in crowns even where the invoice is not.
    unitPrice: isForeign ? null : make.amount(childNamed(line, "UnitPrice")),
    net: make.amount(net),
    taxRate: make.amount(descend(line, "ClassifiedTaxCategory", "Percent")),
    taxAmount: make.amount(amountElement(line, "LineExtensionTaxAmount", isForeign)),
    sourceIds: [textOf(descend(line, "DeliveryNoteReference", "LineID"))].filter((id) => id !== null),
    evidence: [childNamed(item, "Description"), quantity, childNamed(line, "UnitPrice"), net]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

const taxOf = (subtotal: Element, isForeign: boolean, make: FieldMaker): TaxBreakdown => ({
  category: null,
  name: "DPH",
  rate: make.amount(descend(subtotal, "TaxCategory", "Percent")),
  base: make.amount(amountElement(subtotal, "TaxableAmount", isForeign)),
  amount: make.amount(amountElement(subtotal, "TaxAmount", isForeign)),
  exemptionReason: null,
});

const invoiceOf = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const foreign = childNamed(root, "ForeignCurrencyCode");
  const isForeign = textOf(foreign) !== null;
  const monetary = childNamed(root, "LegalMonetaryTotal");
  const total = (name: string) => make.amount(amountElement(monetary, name, isForeign));
  const payments = childrenNamed(childNamed(root, "PaymentMeans"), "Payment").map((payment) =>
    childNamed(payment, "Details"),
  );
  const reference = (list: string, entry: string, ...names: readonly string[]) =>
    make.text(firstSaid(names.map((name) => descend(root, list, entry, name))));
  const taxes = childNamed(root, "TaxTotal");
  return {
    ...startInvoice(document, context),
    kind: kindOf(root),
    number: make.text(childNamed(root, "ID")),
    issueDate: make.date(childNamed(root, "IssueDate")),
    dueDate: make.date(firstSaid(payments.map((details) => childNamed(details, "PaymentDueDate")))),
    taxPointDate: make.date(childNamed(root, "TaxPointDate")),
    currency: make.text(isForeign ? foreign : childNamed(root, "LocalCurrencyCode")),
    seller: ublParty(childNamed(root, "AccountingSupplierParty"), make),
    buyer: ublParty(childNamed(root, "AccountingCustomerParty"), make),
    orderReference: reference("OrderReferences", "OrderReference", "ExternalOrderID", "SalesOrderID"),
    agreementReference: reference("ContractReferences", "ContractReference", "ID"),
    precedingInvoice: reference("OriginalDocumentReferences", "OriginalDocumentReference", "ID"),
    bankAccount: make.account(
      firstSaid(payments.flatMap((details) => [childNamed(details, "IBAN"), childNamed(details, "ID")])),
    ),
    lines: childrenNamed(childNamed(root, "InvoiceLines"), "InvoiceLine").map((line, index) =>
      lineOf(line, index + 1, isForeign, make),
    ),
    taxes: childrenNamed(taxes, "TaxSubTotal").map((subtotal) => taxOf(subtotal, isForeign, make)),
    net: total("TaxExclusiveAmount"),
    tax: make.amount(amountElement(taxes, "TaxAmount", isForeign)),
    gross: total("TaxInclusiveAmount"),
    prepaid: total("PaidDepositsAmount"),
    rounding: total("PayableRoundingAmount"),
    payable: total("PayableAmount"),
    notes: [textOf(childNamed(root, "Note"))].filter((note) => note !== null),
  };
};

/** ISDOC 5 and 6, the format of Czech accounting programs. */
export const isdoc: Vocabulary = {
  kindOf: (root) => {
    if (root.name !== "Invoice" || !/isdoc\.cz\/namespace/u.test(root.namespace)) return null;
    return kindOf(root) === "credit-note" ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => ({
    invoices: [withSettledSigns(invoiceOf(document, root, context))],
  }),
};
