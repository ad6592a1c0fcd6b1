import type {
  AllowanceCharge,
  DocumentKind,
  Element,
  Invoice,
  InvoiceKind,
  ReadDocument,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { kindOfTypeCode } from "./document-type.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "./element-path.ts";
import { startInvoice } from "./start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "./structured-field.ts";
import { ublLine } from "./ubl-line.ts";
import { ublParty } from "./ubl-party.ts";
import { ownTaxTotals, taxAmount, taxBreakdowns } from "./ubl-tax.ts";

/** BT-3 in words: root first, then the type code. */
const invoiceKindOf = (root: Element): InvoiceKind => {
  const code =
    textOf(childNamed(root, "InvoiceTypeCode")) ?? textOf(childNamed(root, "CreditNoteTypeCode")) ?? "";
  if (root.name === "CreditNote") return "credit-note";
  return root.name === "DebitNote" ? "debit-note" : kindOfTypeCode(code);
};

const allowanceCharges = (root: Element, make: FieldMaker): readonly AllowanceCharge[] =>
  childrenNamed(root, "AllowanceCharge").flatMap((element): AllowanceCharge[] => {
    const amount = make.amount(childNamed(element, "Amount"));
    if (amount === null) return [];
    return [
      {
        kind: textOf(childNamed(element, "ChargeIndicator")) === "true" ? "charge" : "allowance",
        reason: textOf(childNamed(element, "AllowanceChargeReason")),
        percent: make.amount(childNamed(element, "MultiplierFactorNumeric"))?.value ?? null,
        baseAmount: make.amount(childNamed(element, "BaseAmount"))?.value ?? null,
        amount,
        taxRate: make.amount(descend(element, "TaxCategory", "Percent"))?.value ?? null,
      },
    ];
  });

/** OIOUBL writes the total of the tax into the element that is elsewhere the total without tax. */
const isDanishDialect = (root: Element): boolean =>
  textOf(childNamed(root, "CustomizationID"))?.startsWith("OIOUBL") ?? false;

const lineNames = new Set(["InvoiceLine", "CreditNoteLine", "DebitNoteLine"]);

/** Maps a UBL 2.1 invoice, credit note or debit note. Every value is as written in the file. */
export const ublInvoice = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const monetary = childNamed(root, "LegalMonetaryTotal") ?? childNamed(root, "RequestedMonetaryTotal");
  const payable = make.amount(childNamed(monetary, "PayableAmount"));
  const currency =
    make.text(childNamed(root, "DocumentCurrencyCode")) ??
    make.attribute(childNamed(monetary, "PayableAmount"), "currencyID");
  const prepaid = make.amount(childNamed(monetary, "PrepaidAmount"));
  const rounding = make.amount(childNamed(monetary, "PayableRoundingAmount"));
  const period = childNamed(root, "InvoicePeriod");
  const taxTotals = ownTaxTotals(root, currency?.value ?? null);
  const exemption = firstSaid(
    taxTotals
      .flatMap((total) => childrenNamed(total, "TaxSubtotal"))
      .map((subtotal) => descend(subtotal, "TaxCategory", "TaxExemptionReason")),
  );
  const isDanish = isDanishDialect(root);
  const subtotal = make.amount(childNamed(monetary, "LineExtensionAmount"));
  const allowances = make.amount(childNamed(monetary, "AllowanceTotalAmount"));
  const charges = make.amount(childNamed(monetary, "ChargeTotalAmount"));
  const lines = root.children.filter((child) => lineNames.has(child.name));
  return {
    ...startInvoice(document, context),
    kind: invoiceKindOf(root),
    number: make.text(childNamed(root, "ID")),
    issueDate: make.date(childNamed(root, "IssueDate")),
    dueDate: make.date(
      childNamed(root, "DueDate") ??
        descend(root, "PaymentMeans", "PaymentDueDate") ??
        descend(root, "PaymentTerms", "PaymentDueDate"),
    ),
    taxPointDate: make.date(
      childNamed(root, "TaxPointDate") ?? descend(root, "Delivery", "ActualDeliveryDate"),
    ),
    periodStart: make.date(childNamed(period, "StartDate")),
    periodEnd: make.lastDay(childNamed(period, "EndDate")),
    currency,
    seller: ublParty(childNamed(root, "AccountingSupplierParty"), make),
    buyer: ublParty(childNamed(root, "AccountingCustomerParty"), make),
    orderReference: make.text(descend(root, "OrderReference", "ID")),
    agreementReference: make.text(descend(root, "ContractDocumentReference", "ID")),
    projectReference: make.text(descend(root, "ProjectReference", "ID")),
    buyerReference: make.text(childNamed(root, "BuyerReference")),
    precedingInvoice: make.text(descend(root, "BillingReference", "InvoiceDocumentReference", "ID")),
    paymentTerms: make.text(
      firstSaid(childrenNamed(root, "PaymentTerms").map((terms) => childNamed(terms, "Note"))),
    ),
    bankAccount: make.account(
      firstSaid(
        childrenNamed(root, "PaymentMeans").map((means) => descend(means, "PayeeFinancialAccount", "ID")),
      ),
    ),
    lines: lines.map((line, index) => ublLine(line, index + 1, make)),
    allowanceCharges: allowanceCharges(root, make),
    taxes: taxBreakdowns(taxTotals, make),
    subtotal,
    allowances,
    charges,
    net: isDanish
      ? allowances === null && charges === null
        ? subtotal
        : null
      : make.amount(childNamed(monetary, "TaxExclusiveAmount")),
    tax: taxAmount(taxTotals, make),
    // UBL 2.0 leaves the total with tax out where it equals what is payable.
    gross:
      make.amount(childNamed(monetary, "TaxInclusiveAmount")) ??
      (prepaid === null && rounding === null ? payable : null),
    prepaid,
    withholding: make.amount(descend(root, "WithholdingTaxTotal", "TaxAmount")),
    rounding,
    payable,
    taxNote: make.text(exemption),
    notes: childrenNamed(root, "Note")
      .map(textOf)
      .filter((note): note is string => note !== null),
  };
};

/** What a UBL root is; `null` for other roots, and for UBL documents that mean nothing here. */
export const ublKind = (root: Element): DocumentKind | null => {
  if (!root.namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd:")) return null;
  if (root.name === "CreditNote") return "credit-note";
  if (root.name === "Invoice") return invoiceKindOf(root) === "credit-note" ? "credit-note" : "invoice";
  if (root.name === "DebitNote") return "invoice";
  if (root.name === "Order" || root.name === "OrderChange") return "purchase-order";
  if (root.name === "Quotation") return "estimate";
  if (root.name === "DespatchAdvice" || root.name === "ReceiptAdvice") return "delivery";
  return root.name === "Statement" || root.name === "Reminder" ? "statement" : null;
};
