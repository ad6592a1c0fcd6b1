import type { Field, Invoice, InvoiceLine } from "../../src-shared/model/index.ts";
import { decimalText, type DecimalText } from "../../src-shared/money/index.ts";
import { localDate, type LocalDate } from "../../src-shared/time/index.ts";

/** The parts of an invoice that an export case says; all other parts have plain defaults. */
export interface SaleSpec {
  readonly number?: string | null;
  readonly kind?: Invoice["kind"];
  readonly issueDate?: string;
  readonly dueDate?: string | null;
  readonly terms?: string;
  readonly customer?: string | null;
  readonly reference?: string;
  readonly currency?: string;
  readonly lines?: readonly LineSpec[];
  readonly allowances?: readonly {
    readonly reason: string;
    readonly amount: string;
    readonly taxRate?: string;
  }[];
  readonly net?: string | null;
  readonly tax?: string | null;
  readonly gross?: string;
}

export interface LineSpec {
  readonly description: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly discount?: string;
  readonly net: string | null;
  readonly taxRate?: string;
  readonly serviceDate?: string;
}

const known = <T>(value: T | null): Field<T> => ({ value, evidence: [], basis: "structured", confidence: 1 });
const amount = (text: string | null | undefined): Field<DecimalText> | null =>
  text === undefined || text === null ? null : known(decimalText(text));
const date = (text: string | null | undefined): Field<LocalDate> | null =>
  text === undefined || text === null ? null : known(localDate(text));

const lineOf = (spec: LineSpec, index: number): InvoiceLine => ({
  id: String(index + 1),
  description: spec.description,
  itemCode: null,
  group: null,
  person: null,
  role: null,
  quantity: amount(spec.quantity),
  unit: null,
  unitPrice: amount(spec.price),
  priceBase: null,
  discountPercent: amount(spec.discount),
  discountAmount: null,
  net: spec.net === null ? known<DecimalText>(null) : amount(spec.net),
  printedAmount: null,
  taxRate: amount(spec.taxRate),
  taxCategory: null,
  taxAmount: null,
  serviceDate: date(spec.serviceDate),
  periodStart: null,
  periodEnd: null,
  sourceIds: [],
  orderReference: null,
  evidence: [],
});

/** An invoice as approved, for export cases. */
export const saleInvoice = (spec: SaleSpec = {}, position = 1): Invoice => {
  const lines = spec.lines ?? [{ description: "Service call", quantity: "2", price: "60.00", net: "120.00" }];
  return {
    id: `inv-${String(position).padStart(12, "0")}` as Invoice["id"],
    documentId: `doc-${String(position).padStart(12, "0")}` as Invoice["documentId"],
    kind: spec.kind ?? "invoice",
    number: spec.number === null ? null : known(spec.number ?? `INV-${position}`),
    issueDate: known(localDate(spec.issueDate ?? "2026-09-30")),
    dueDate: spec.dueDate === null ? null : date(spec.dueDate ?? "2026-10-30"),
    taxPointDate: null,
    periodStart: null,
    periodEnd: null,
    currency: known(spec.currency ?? "USD"),
    seller: null,
    buyer:
      spec.customer === null
        ? null
        : {
            name: spec.customer ?? "Acme Facilities LLC",
            taxId: null,
            registration: null,
            address: [],
            country: null,
            email: null,
            aliases: [],
            evidence: [],
            confidence: 1,
          },
    orderReference: spec.reference === undefined ? null : known(spec.reference),
    agreementReference: null,
    projectReference: null,
    buyerReference: null,
    precedingInvoice: null,
    paymentTerms: spec.terms === undefined ? null : known(spec.terms),
    bankAccount: null,
    lines: lines.map(lineOf),
    allowanceCharges: (spec.allowances ?? []).map((each) => ({
      kind: "allowance",
      reason: each.reason,
      percent: null,
      baseAmount: null,
      amount: known(decimalText(each.amount)),
      taxRate: each.taxRate === undefined ? null : decimalText(each.taxRate),
    })),
    taxes: [],
    pricesIncludeTax: false,
    subtotal: null,
    allowances: null,
    charges: null,
    net: spec.net === null ? null : amount(spec.net ?? "120.00"),
    tax: amount(spec.tax),
    gross: amount(spec.gross ?? spec.net ?? "120.00"),
    prepaid: null,
    retention: null,
    withholding: null,
    rounding: null,
    payable: null,
    taxNote: null,
    notes: [],
  };
};
