import { createHash } from "node:crypto";
import { add, decimalText, decimalToText } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import type {
  Agreement,
  AgreementId,
  AllowanceCharge,
  Delivery,
  DeliveryId,
  DocumentId,
  Evidence,
  EvidenceRole,
  Field,
  Invoice,
  InvoiceId,
  InvoiceLine,
  Party,
  TaxBreakdown,
  Term,
  TermId,
} from "../../src-shared/model/index.ts";
import { partyNamed } from "../../src-shared/model/index.ts";
import { taxOnNet } from "../../src-shared/pricing/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";

/** Lower-case hex SHA-256 of a text. */
export const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");
const short = (text: string): string => hashText(text).slice(0, 12);

/** A value as a test says it: plain, `null` for not printed, or a field with what is wrong with it. */
export type Said<T> = T | null | Partial<Field<T>>;

const proof = (
  documentId: DocumentId,
  role: EvidenceRole,
  quote: string,
  row: number,
  column: number,
): Evidence => ({
  documentId,
  role,
  quote,
  at: { row, column },
});

/** A party by its name, or with more about it. */
export function aParty(
  said: string | Partial<Party> | null,
  documentId: DocumentId,
  role: EvidenceRole = "invoice",
): Party | null {
  if (said === null) return null;
  const { name, ...rest } = typeof said === "string" ? { name: said } : { name: "", ...said };
  return { ...partyNamed(name, [proof(documentId, role, name, 1, 1)], 1), ...rest };
}

/** What a test says of a term: type and value; the rest has valid defaults. */
export type TermSpec = Pick<Term, "type"> & { readonly value: unknown } & Partial<
    Omit<Term, "type" | "value">
  >;

/** A confirmed term. */
export function aTerm(
  spec: TermSpec,
  agreementId: AgreementId,
  documentId: DocumentId,
  position: number,
): Term {
  const { type, value, ...rest } = spec;
  return {
    id: `trm-${short(`${agreementId}|${type}|${JSON.stringify(value)}|${position}`)}` as TermId,
    agreementId,
    status: "confirmed",
    from: null,
    to: null,
    confidence: 0.95,
    basis: "rule",
    evidence: [proof(documentId, "term", `clause ${position + 1}: ${type}`, position + 2, 1)],
    version: 1,
    ...rest,
    type,
    value,
  } as Term;
}

export interface AgreementSpec extends Partial<
  Omit<Agreement, "terms" | "seller" | "buyer" | "parties" | "references">
> {
  readonly seller?: string | Partial<Party> | null;
  readonly buyer?: string | Partial<Party> | null;
  readonly parties?: readonly (string | Partial<Party>)[];
  readonly references?: readonly Partial<Agreement["references"][number]>[];
  readonly terms?: readonly TermSpec[];
}

/** A master agreement in force between Northwind Studio LLC and Acme Facilities Inc. */
export function anAgreement(spec: AgreementSpec = {}): Agreement {
  const {
    seller = "Northwind Studio LLC",
    buyer = "Acme Facilities Inc.",
    parties = [],
    references = [],
    terms = [],
    ...rest
  } = spec;
  const number = rest.number === undefined ? "MSA-014" : rest.number;
  const key = short(`agreement|${number ?? ""}|${rest.title ?? ""}`);
  const id = rest.id ?? (`agr-${key}` as AgreementId);
  const documentId = rest.documentId ?? (`doc-${key}` as DocumentId);
  return {
    rank: "master-agreement",
    standing: "in-force",
    title: "Master Services Agreement",
    dated: null,
    signedOn: null,
    from: null,
    to: null,
    currency: "USD",
    timeZone: null,
    governingLaw: null,
    operations: [],
    gaps: [],
    residue: [],
    precedence: null,
    evidence: [proof(documentId, "term", number ?? "agreement", 1, 1)],
    ...rest,
    id,
    documentId,
    number,
    seller: aParty(seller, documentId, "term"),
    buyer: aParty(buyer, documentId, "term"),
    parties: parties.flatMap((party) => aParty(party, documentId, "term") ?? []),
    references: references.map((reference) => ({
      number: null,
      title: null,
      dated: null,
      relation: "under",
      ...reference,
    })),
    terms: terms.map((term, position) => aTerm(term, id, documentId, position)),
  };
}

type LineValues = Pick<
  InvoiceLine,
  | "description"
  | "itemCode"
  | "group"
  | "person"
  | "role"
  | "taxCategory"
  | "orderReference"
  | "sourceIds"
  | "id"
>;
type LineFields = Omit<InvoiceLine, keyof LineValues | "evidence">;

export type LineSpec = Partial<LineValues> & {
  readonly [Name in keyof LineFields]?: LineFields[Name] extends Field<infer T> | null
    ? Said<T & string> | string
    : never;
};

export interface InvoiceSpec {
  readonly number?: Said<string>;
  readonly kind?: Invoice["kind"];
  readonly documentId?: string;
  readonly seller?: string | Partial<Party> | null;
  readonly buyer?: string | Partial<Party> | null;
  readonly lines?: readonly LineSpec[];
  readonly allowanceCharges?: readonly (Partial<Omit<AllowanceCharge, "amount">> & {
    readonly amount: string;
  })[];
  readonly taxes?: readonly {
    readonly category?: string | null;
    readonly name?: string;
    readonly rate?: string;
    readonly base?: string;
    readonly amount?: string;
    readonly exemptionReason?: string;
  }[];
  /** Of every line: tax, gross and amount due follow from it. */
  readonly taxPercent?: string;
  readonly pricesIncludeTax?: boolean;
  readonly notes?: readonly string[];
  readonly [field: string]: unknown;
}

const fieldNames = [
  "issueDate",
  "dueDate",
  "taxPointDate",
  "periodStart",
  "periodEnd",
  "currency",
  "orderReference",
  "agreementReference",
  "projectReference",
  "buyerReference",
  "precedingInvoice",
  "paymentTerms",
  "bankAccount",
  "subtotal",
  "allowances",
  "charges",
  "net",
  "tax",
  "gross",
  "prepaid",
  "retention",
  "withholding",
  "rounding",
  "payable",
  "taxNote",
] as const;

const lineFieldNames = [
  "quantity",
  "unit",
  "unitPrice",
  "priceBase",
  "discountPercent",
  "discountAmount",
  "net",
  "printedAmount",
  "taxRate",
  "taxAmount",
  "serviceDate",
  "periodStart",
  "periodEnd",
] as const;

/** An invoice of 1 November 2026 over October, from a structured file. Totals follow from the lines unless said. */
export function anInvoice(spec: InvoiceSpec = {}): Invoice {
  const number = spec.number === undefined ? "INV-1042" : spec.number;
  const shownNumber = typeof number === "string" ? number : "";
  const documentId = (spec.documentId ??
    `doc-${short(`invoice|${shownNumber}|${JSON.stringify(spec.issueDate ?? "")}`)}`) as DocumentId;
  let row = 1;
  const field = <T>(said: Said<T> | undefined): Field<T> | null => {
    row += 1;
    if (said === null || said === undefined) return null;
    const isField = typeof said === "object" && ("value" in said || "basis" in said || "confidence" in said);
    const value = isField ? (said as Partial<Field<T>>) : { value: said as T };
    const quote = value.value === null ? "?" : String(value.value);
    return {
      evidence: [proof(documentId, "invoice", quote, row, 2)],
      basis: "structured",
      confidence: 1,
      ...value,
    } as Field<T>;
  };
  const lines = (spec.lines ?? []).map((line, index) => aLine(line, index, documentId, spec.taxPercent));
  const totals = totalsOf(spec, lines);
  const defaults: Record<string, unknown> = {
    issueDate: "2026-11-01",
    periodStart: "2026-10-01",
    periodEnd: "2026-11-01",
    currency: "USD",
    agreementReference: "MSA-014",
    ...totals,
  };
  const fields = Object.fromEntries(
    fieldNames.map((name) => [
      name,
      field((name in spec ? spec[name] : defaults[name]) as Said<string> | undefined),
    ]),
  );
  return {
    id: `inv-${short(`${documentId}|1`)}` as InvoiceId,
    documentId,
    kind: spec.kind ?? "invoice",
    number: field<string>(number),
    seller: aParty(spec.seller === undefined ? "Northwind Studio LLC" : spec.seller, documentId),
    buyer: aParty(spec.buyer === undefined ? "Acme Facilities Inc." : spec.buyer, documentId),
    lines,
    allowanceCharges: (spec.allowanceCharges ?? []).map(({ amount, ...rest }) => ({
      kind: "allowance",
      reason: null,
      percent: null,
      baseAmount: null,
      taxRate: null,
      ...rest,
      amount: field<DecimalText>(decimalText(amount)) as Field<DecimalText>,
    })),
    taxes: taxesOf(spec, totals, field),
    pricesIncludeTax: spec.pricesIncludeTax ?? false,
    notes: spec.notes ?? [],
    ...fields,
  } as unknown as Invoice;
}

function taxesOf(
  spec: InvoiceSpec,
  totals: Record<string, string | null>,
  field: <T>(said: Said<T> | undefined) => Field<T> | null,
): readonly TaxBreakdown[] {
  const said =
    spec.taxes ??
    (spec.taxPercent === undefined
      ? []
      : [{ rate: spec.taxPercent, base: totals["net"] ?? undefined, amount: totals["tax"] ?? undefined }]);
  return said.map((tax) => ({
    category: null,
    name: null,
    exemptionReason: null,
    ...tax,
    rate: field<DecimalText>(tax.rate as DecimalText | undefined),
    base: field<DecimalText>(tax.base as DecimalText | undefined),
    amount: field<DecimalText>(tax.amount as DecimalText | undefined),
  })) as readonly TaxBreakdown[];
}

function totalsOf(spec: InvoiceSpec, lines: readonly InvoiceLine[]): Record<string, string | null> {
  const nets = lines.flatMap(({ net }) => net?.value ?? []);
  if (nets.length === 0) return {};
  const sum = nets.reduce((total, net) => decimalToText(add(total, net)), decimalText("0.00"));
  const net = typeof spec["net"] === "string" ? decimalText(spec["net"]) : sum;
  if (spec.taxPercent === undefined) return { net, payable: net };
  const tax = taxOnNet(net, decimalText(spec.taxPercent), {
    currency: typeof spec["currency"] === "string" ? spec["currency"] : "USD",
  }).value;
  const shown = typeof spec["tax"] === "string" ? decimalText(spec["tax"]) : tax;
  const gross = decimalToText(add(net, shown));
  return { net, tax: shown, gross, payable: gross };
}

function aLine(
  spec: LineSpec,
  index: number,
  documentId: DocumentId,
  taxPercent: string | undefined,
): InvoiceLine {
  const row = index + 40;
  const fields = Object.fromEntries(
    lineFieldNames.map((name, column) => {
      const said = (spec as Record<string, unknown>)[name] ?? (name === "taxRate" ? taxPercent : undefined);
      if (said === null || said === undefined) return [name, null];
      const value = typeof said === "object" ? said : { value: said };
      const quote = "value" in value && typeof value.value === "string" ? value.value : "?";
      return [
        name,
        {
          evidence: [proof(documentId, "invoice", quote, row, column + 2)],
          basis: "structured",
          confidence: 1,
          ...value,
        },
      ];
    }),
  );
  const description = spec.description ?? "Consulting";
  return {
    id: spec.id ?? String(index + 1),
    description,
    itemCode: spec.itemCode ?? null,
    group: spec.group ?? null,
    person: spec.person ?? null,
    role: spec.role ?? null,
    taxCategory: spec.taxCategory ?? null,
    sourceIds: spec.sourceIds ?? [],
    orderReference: spec.orderReference ?? null,
    evidence: [proof(documentId, "invoice", description, row, 1)],
    ...fields,
  } as unknown as InvoiceLine;
}

/** An approved hour of work on 5 October 2026. */
export function aDelivery(
  spec: Partial<Omit<Delivery, "date" | "quantity">> & {
    readonly date?: string | null;
    readonly quantity?: string | null;
  } = {},
  position = 0,
): Delivery {
  const documentId = (spec.documentId ?? `doc-${short("deliveries")}`) as DocumentId;
  const { date = "2026-10-05", quantity = "1", ...rest } = spec;
  return {
    id: `dlv-${short(`${documentId}|${position}|${JSON.stringify(spec)}`)}` as DeliveryId,
    kind: "time",
    sourceId: null,
    instant: null,
    periodStart: null,
    periodEnd: null,
    person: null,
    role: null,
    item: null,
    customer: "Acme Facilities Inc.",
    project: null,
    unit: "hour",
    amount: null,
    currency: null,
    billable: null,
    approved: true,
    approvedBy: null,
    reference: null,
    basis: "structured",
    confidence: 1,
    evidence: [proof(documentId, "delivery", quantity ?? "?", position + 2, 3)],
    ...rest,
    documentId,
    date: date === null ? null : (localDate(date) as LocalDate),
    quantity: quantity === null ? null : decimalText(quantity),
  };
}
