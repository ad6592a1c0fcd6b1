import type { Invoice, InvoiceId, InvoiceLine, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";

/**
 * An invoice that says nothing yet: a vocabulary fills in what its documents can say.
 *
 * `place` counts the invoices of a document from 1; it is a part of the id.
 */
export const blankInvoice = (document: ReadDocument, context: NormalizeContext, place = 1): Invoice => ({
  id: `inv-${context.hash(`${document.documentId}|${place}`).slice(0, 12)}` as InvoiceId,
  documentId: document.documentId,
  kind: "invoice",
  number: null,
  issueDate: null,
  dueDate: null,
  taxPointDate: null,
  periodStart: null,
  periodEnd: null,
  currency: null,
  seller: null,
  buyer: null,
  orderReference: null,
  agreementReference: null,
  projectReference: null,
  buyerReference: null,
  precedingInvoice: null,
  paymentTerms: null,
  bankAccount: null,
  lines: [],
  allowanceCharges: [],
  taxes: [],
  pricesIncludeTax: false,
  subtotal: null,
  allowances: null,
  charges: null,
  net: null,
  tax: null,
  gross: null,
  prepaid: null,
  retention: null,
  withholding: null,
  rounding: null,
  payable: null,
  taxNote: null,
  notes: [],
});

/** A line that says nothing but which one it is. */
export const blankLine = (id: string): InvoiceLine => ({
  id,
  description: "",
  itemCode: null,
  group: null,
  person: null,
  role: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  priceBase: null,
  discountPercent: null,
  discountAmount: null,
  net: null,
  printedAmount: null,
  taxRate: null,
  taxCategory: null,
  taxAmount: null,
  serviceDate: null,
  periodStart: null,
  periodEnd: null,
  sourceIds: [],
  orderReference: null,
  evidence: [],
});
