import type {
  AllowanceCharge,
  DocumentKind,
  Element,
  Invoice,
  InvoiceId,
  InvoiceKind,
  ReadDocument,
  TaxBreakdown,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import { createFieldMaker, type FieldMaker } from "./structured-field.ts";
import { ublLine } from "./ubl-line.ts";
import { ublParty } from "./ubl-party.ts";

/** UNCL 1001 codes that are credits; every other code of an Invoice document is an invoice kind. */
const creditCodes = new Set(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]);
const debitCodes = new Set(["80", "82", "84", "383"]);

/** BT-3 in words: root first, then the type code. */
const invoiceKindOf = (root: Element): InvoiceKind => {
  const code =
    textOf(childNamed(root, "InvoiceTypeCode")) ?? textOf(childNamed(root, "CreditNoteTypeCode")) ?? "";
  if (root.name === "CreditNote" || creditCodes.has(code)) return "credit-note";
  if (root.name === "DebitNote" || debitCodes.has(code)) return "debit-note";
  if (code === "325") return "proforma";
  return code === "389" || code === "261" ? "self-billed" : "invoice";
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

/** BG-23 in the document's currency; a second TaxTotal in the tax currency (BT-111) has no subtotals. */
const taxBreakdowns = (root: Element, make: FieldMaker): readonly TaxBreakdown[] =>
  childrenNamed(root, "TaxTotal").flatMap((total) =>
    childrenNamed(total, "TaxSubtotal").map((subtotal): TaxBreakdown => {
      const category = childNamed(subtotal, "TaxCategory");
      return {
        category: textOf(childNamed(category, "ID")),
        name: textOf(descend(category, "TaxScheme", "ID")),
        rate: make.amount(childNamed(category, "Percent")) ?? make.amount(childNamed(subtotal, "Percent")),
        base: make.amount(childNamed(subtotal, "TaxableAmount")),
        amount: make.amount(childNamed(subtotal, "TaxAmount")),
        exemptionReason: textOf(childNamed(category, "TaxExemptionReason")),
      };
    }),
  );

/** BT-110: the tax total in the invoice's own currency. */
const taxTotal = (root: Element, currency: string | null): Element | null => {
  const amounts = childrenNamed(root, "TaxTotal")
    .map((total) => childNamed(total, "TaxAmount"))
    .filter((amount) => amount !== null);
  return amounts.find((amount) => amount.attributes["currencyID"] === currency) ?? amounts[0] ?? null;
};

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
  const exemption = taxBreakdowns(root, make).find((tax) => tax.exemptionReason !== null);
  const exemptionElement = childrenNamed(root, "TaxTotal")
    .flatMap((total) => childrenNamed(total, "TaxSubtotal"))
    .map((subtotal) => descend(subtotal, "TaxCategory", "TaxExemptionReason"))
    .find((element) => textOf(element) !== null);
  const lines = root.children.filter((child) => lineNames.has(child.name));
  return {
    id: `inv-${context.hash(`${document.documentId}|1`).slice(0, 12)}` as InvoiceId,
    documentId: document.documentId,
    kind: invoiceKindOf(root),
    number: make.text(childNamed(root, "ID")),
    issueDate: make.date(childNamed(root, "IssueDate")),
    dueDate: make.date(
      childNamed(root, "DueDate") ??
        descend(root, "PaymentMeans", "PaymentDueDate") ??
        descend(root, "PaymentTerms", "PaymentDueDate"),
    ),
    taxPointDate: make.date(childNamed(root, "TaxPointDate")),
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
    paymentTerms: make.text(descend(root, "PaymentTerms", "Note")),
    bankAccount: make.text(descend(root, "PaymentMeans", "PayeeFinancialAccount", "ID")),
    lines: lines.map((line, index) => ublLine(line, index + 1, make)),
    allowanceCharges: allowanceCharges(root, make),
    taxes: taxBreakdowns(root, make),
    pricesIncludeTax: false,
    subtotal: make.amount(childNamed(monetary, "LineExtensionAmount")),
    allowances: make.amount(childNamed(monetary, "AllowanceTotalAmount")),
    charges: make.amount(childNamed(monetary, "ChargeTotalAmount")),
    net: make.amount(childNamed(monetary, "TaxExclusiveAmount")),
    tax: make.amount(taxTotal(root, currency?.value ?? null)),
    // UBL 2.0 leaves the total with tax out where it equals what is payable.
    gross:
      make.amount(childNamed(monetary, "TaxInclusiveAmount")) ??
      (prepaid === null && rounding === null ? payable : null),
    prepaid,
    retention: null,
    withholding: make.amount(descend(root, "WithholdingTaxTotal", "TaxAmount")),
    rounding,
    payable,
    taxNote: exemption === undefined ? null : make.text(exemptionElement ?? null),
    notes: childrenNamed(root, "Note")
      .map(textOf)
      .filter((note): note is string => note !== null),
  };
};

/** What a structured root is; `null` for roots that this room does not map. */
export const structuredKind = (root: Element): DocumentKind | null => {
  if (!root.namespace.startsWith("urn:oasis:names:specification:ubl:schema:xsd:")) return null;
  if (root.name === "CreditNote") return "credit-note";
  if (root.name === "Invoice") return invoiceKindOf(root) === "credit-note" ? "credit-note" : "invoice";
  if (root.name === "DebitNote") return "invoice";
  if (root.name === "Order" || root.name === "OrderChange") return "purchase-order";
  if (root.name === "Quotation") return "estimate";
  if (root.name === "DespatchAdvice" || root.name === "ReceiptAdvice") return "delivery";
  return root.name === "Statement" || root.name === "Reminder" ? "statement" : null;
};
