import type { Field, Invoice, InvoiceLine, Party } from "../../src-shared/model/index.ts";
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
  readonly address?: readonly string[];
  /** Left out in most cases; a bill needs it. */
  readonly supplier?: PartySpec;
  /** More of the buyer than its name, for e-invoices. */
  readonly buyer?: PartySpec;
  readonly taxes?: readonly TaxSpec[];
  readonly period?: readonly [start: string, end: string];
  readonly bankAccount?: string;
  readonly buyerReference?: string;
  readonly preceding?: string;
  readonly taxNote?: string;
  readonly payable?: string;
  readonly prepaid?: string;
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

export interface PartySpec {
  readonly name: string;
  readonly taxId?: string;
  readonly registration?: string;
  readonly address?: readonly string[];
  readonly country?: string;
  readonly email?: string;
}

export interface TaxSpec {
  readonly rate: string;
  readonly base?: string;
  readonly amount?: string;
  readonly category?: string;
  readonly reason?: string;
}

export interface LineSpec {
  readonly description: string;
  readonly itemCode?: string;
  readonly unit?: string;
  readonly taxCategory?: string;
  readonly priceBase?: string;
  readonly period?: readonly [start: string, end: string];
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

const partyOf = (spec: PartySpec): Party => ({
  name: spec.name,
  taxId: spec.taxId ?? null,
  registration: spec.registration ?? null,
  address: spec.address ?? [],
  country: spec.country ?? null,
  email: spec.email ?? null,
  aliases: [],
  evidence: [],
  confidence: 1,
});

const lineOf = (spec: LineSpec, index: number): InvoiceLine => ({
  id: String(index + 1),
  description: spec.description,
  itemCode: spec.itemCode ?? null,
  group: null,
  person: null,
  role: null,
  quantity: amount(spec.quantity),
  unit: spec.unit === undefined ? null : known(spec.unit),
  unitPrice: amount(spec.price),
  priceBase: amount(spec.priceBase),
  discountPercent: amount(spec.discount),
  discountAmount: null,
  net: spec.net === null ? known<DecimalText>(null) : amount(spec.net),
  printedAmount: null,
  taxRate: amount(spec.taxRate),
  taxCategory: spec.taxCategory ?? null,
  taxAmount: null,
  serviceDate: date(spec.serviceDate),
  periodStart: date(spec.period?.[0]),
  periodEnd: date(spec.period?.[1]),
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
    periodStart: date(spec.period?.[0]),
    periodEnd: date(spec.period?.[1]),
    currency: known(spec.currency ?? "USD"),
    seller: spec.supplier === undefined ? null : partyOf(spec.supplier),
    buyer:
      spec.customer === null
        ? null
        : partyOf({
            name: spec.customer ?? "Acme Facilities LLC",
            ...(spec.address !== undefined && { address: spec.address }),
            ...spec.buyer,
          }),
    orderReference: spec.reference === undefined ? null : known(spec.reference),
    agreementReference: null,
    projectReference: null,
    buyerReference: spec.buyerReference === undefined ? null : known(spec.buyerReference),
    precedingInvoice: spec.preceding === undefined ? null : known(spec.preceding),
    paymentTerms: spec.terms === undefined ? null : known(spec.terms),
    bankAccount: spec.bankAccount === undefined ? null : known(spec.bankAccount),
    lines: lines.map(lineOf),
    allowanceCharges: (spec.allowances ?? []).map((each) => ({
      kind: "allowance",
      reason: each.reason,
      percent: null,
      baseAmount: null,
      amount: known(decimalText(each.amount)),
      taxRate: each.taxRate === undefined ? null : decimalText(each.taxRate),
    })),
    taxes: (spec.taxes ?? []).map((tax) => ({
      category: tax.category ?? null,
      name: null,
      rate: amount(tax.rate),
      base: amount(tax.base),
      amount: amount(tax.amount),
      exemptionReason: tax.reason ?? null,
    })),
    pricesIncludeTax: false,
    subtotal: null,
    allowances: null,
    charges: null,
    net: spec.net === null ? null : amount(spec.net ?? "120.00"),
    tax: amount(spec.tax),
    gross: amount(spec.gross ?? spec.net ?? "120.00"),
    prepaid: amount(spec.prepaid),
    retention: null,
    withholding: null,
    rounding: null,
    payable: amount(spec.payable),
    taxNote: spec.taxNote === undefined ? null : known(spec.taxNote),
    notes: [],
  };
};
