import type { Invoice, InvoiceLine } from "./invoice.ts";

/** What a value holds: words, a day, money, a plain number (a quantity, a percentage), or a currency code. */
export type ValueShape = "text" | "date" | "amount" | "quantity" | "currency";

/** The values of an invoice that a person may correct, in the order in which they are shown. */
export const invoiceValueShapes = {
  number: "text",
  issueDate: "date",
  dueDate: "date",
  taxPointDate: "date",
  periodStart: "date",
  periodEnd: "date",
  currency: "currency",
  orderReference: "text",
  agreementReference: "text",
  projectReference: "text",
  buyerReference: "text",
  precedingInvoice: "text",
  paymentTerms: "text",
  bankAccount: "text",
  subtotal: "amount",
  allowances: "amount",
  charges: "amount",
  net: "amount",
  tax: "amount",
  gross: "amount",
  prepaid: "amount",
  retention: "amount",
  withholding: "amount",
  rounding: "amount",
  payable: "amount",
  taxNote: "text",
} as const satisfies Partial<Record<keyof Invoice, ValueShape>>;

type InvoiceShapes = typeof invoiceValueShapes;
type InvoiceValuesOf<Shape extends ValueShape> = {
  [Name in keyof InvoiceShapes]: InvoiceShapes[Name] extends Shape ? Name : never;
}[keyof InvoiceShapes];

/** The names of those values of an invoice that have a shape, in the order in which they are shown. */
export const invoiceValuesOf = <Shape extends ValueShape>(shape: Shape): readonly InvoiceValuesOf<Shape>[] =>
  Object.entries(invoiceValueShapes).flatMap(([name, its]) =>
    its === shape ? [name as InvoiceValuesOf<Shape>] : [],
  );

/** The values of a line that a person may correct, in the order in which they are shown. */
export const lineValueShapes = {
  quantity: "quantity",
  unit: "text",
  unitPrice: "amount",
  priceBase: "quantity",
  discountPercent: "quantity",
  discountAmount: "amount",
  net: "amount",
  printedAmount: "amount",
  taxRate: "quantity",
  taxAmount: "amount",
  serviceDate: "date",
  periodStart: "date",
  periodEnd: "date",
} as const satisfies Partial<Record<keyof InvoiceLine, ValueShape>>;
