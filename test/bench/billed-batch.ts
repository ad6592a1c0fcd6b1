import type {
  Agreement,
  AgreementId,
  DocumentId,
  Field,
  Invoice,
  InvoiceId,
  InvoiceLine,
  Party,
  TermId,
  TermOf,
} from "../../src-shared/model/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { createRandom } from "./random.ts";

/** A line as plain integers, for the reference. */
export interface PlainLine {
  readonly invoice: number;
  readonly agreement: number;
  readonly item: number;
  readonly quantity: number;
  readonly priceCents: number;
  readonly netCents: number;
}

/** Agreements and the invoices under them, once as the product's nouns and once as plain rows. */
export interface BilledBatch {
  readonly agreements: readonly Agreement[];
  readonly invoices: readonly Invoice[];
  readonly prices: readonly {
    readonly agreement: number;
    readonly item: number;
    readonly priceCents: number;
  }[];
  readonly lines: readonly PlainLine[];
  readonly totals: readonly {
    readonly invoice: number;
    readonly number: string;
    readonly netCents: number;
  }[];
  /** Lines that were billed above their agreed rate. */
  readonly overbilledLines: number;
}

const usualAgreements = 200;
const itemsPerAgreement = 20;
const adjectives = ["Senior", "Junior", "Lead", "Night", "Remote"];
const nouns = ["electrician", "surveyor", "gardener", "auditor"];
const itemNames = adjectives.flatMap((adjective) => nouns.map((noun) => `${adjective} ${noun}`));

const hex = (kind: string, value: number): string => `${kind}-${value.toString(16).padStart(12, "0")}`;
const money = (cents: number): DecimalText =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}` as DecimalText;

/** A field as a structured file would give it; the evidence names the place. */
function printed<T>(value: T, documentId: DocumentId, path: string): Field<T> {
  const evidence = [{ documentId, role: "invoice", quote: String(value), at: { path } } as const];
  return { value, evidence, basis: "structured", confidence: 1 };
}

function createParty(name: string): Party {
  return {
    name,
    taxId: null,
    registration: null,
    address: ["1 Mill Lane", "Leeds"],
    country: "GB",
    email: null,
    aliases: [],
    evidence: [],
    confidence: 1,
  };
}

const seller = createParty("Northgate Works Ltd");
const buyerOf = (agreement: number): Party =>
  createParty(`Customer ${String.fromCharCode(65 + (agreement % 26))}${agreement} Holdings Ltd`);

function createAgreement(index: number, prices: readonly number[]): Agreement {
  const id = hex("agr", index) as AgreementId;
  const documentId = hex("doc", 1_000_000 + index) as DocumentId;
  const terms = prices.map((cents, item): TermOf<"rate"> => {
    const quote = `${itemNames[item] ?? ""}: GBP ${money(cents)} per hour`;
    return {
      id: hex("trm", index * itemsPerAgreement + item) as TermId,
      agreementId: id,
      status: "confirmed",
      from: null,
      to: null,
      confidence: 1,
      basis: "person",
      evidence: [{ documentId, role: "term", quote, at: { page: 1, box: [0.1, 0.04 * item, 0.5, 0.02] } }],
      version: 1,
      type: "rate",
      value: { item: itemNames[item] ?? "", unit: "hour", price: money(cents) },
    };
  });
  return {
    id,
    documentId,
    rank: "master-agreement",
    standing: "in-force",
    number: `MSA-${10_000 + index}`,
    title: "Master Services Agreement",
    references: [],
    seller,
    buyer: buyerOf(index),
    parties: [],
    dated: "2025-12-01" as LocalDate,
    signedOn: "2025-12-01" as LocalDate,
    from: "2026-01-01" as LocalDate,
    to: "2027-01-01" as LocalDate,
    currency: "GBP",
    timeZone: null,
    governingLaw: null,
    terms,
    operations: [],
    gaps: [],
    residue: [],
    precedence: null,
    evidence: [],
  };
}

function createLine(line: PlainLine, position: number, documentId: DocumentId): InvoiceLine {
  const at = (name: string): string => `/Invoice/Line[${position}]/${name}`;
  const quantity = String(line.quantity) as DecimalText;
  const absent = {
    itemCode: null,
    group: null,
    person: null,
    role: null,
    priceBase: null,
    discountPercent: null,
    discountAmount: null,
    printedAmount: null,
    taxRate: null,
    taxCategory: null,
    taxAmount: null,
    serviceDate: null,
    periodStart: null,
    periodEnd: null,
    sourceIds: [],
    orderReference: null,
  };
  return {
    ...absent,
    id: String(position),
    description: itemNames[line.item] ?? "",
    quantity: printed(quantity, documentId, at("Quantity")),
    unit: printed("hour", documentId, at("Unit")),
    unitPrice: printed(money(line.priceCents), documentId, at("Price")),
    net: printed(money(line.netCents), documentId, at("Net")),
    evidence: [{ documentId, role: "invoice", quote: itemNames[line.item] ?? "", at: { path: at("Name") } }],
  };
}

function createInvoice(
  index: number,
  agreement: number,
  lines: readonly PlainLine[],
  netCents: number,
): Invoice {
  const documentId = hex("doc", index) as DocumentId;
  const field = <T>(value: T, name: string): Field<T> => printed(value, documentId, `/Invoice/${name}`);
  // No two invoices of a customer are of one day: equal totals would rightly look like a duplicate.
  const round = Math.floor(index / usualAgreements);
  const month = String(1 + (round % 10)).padStart(2, "0");
  const day = (offset: number): LocalDate => `2026-${month}-${String(offset).padStart(2, "0")}` as LocalDate;
  const issued = day(24 + (Math.floor(round / 10) % 5));
  return {
    id: hex("inv", index) as InvoiceId,
    documentId,
    kind: "invoice",
    number: field(`BN-${100_000 + index}`, "ID"),
    issueDate: field(issued, "IssueDate"),
    dueDate: null,
    taxPointDate: null,
    periodStart: field(day(1), "Start"),
    periodEnd: field(day(28), "End"),
    currency: field("GBP", "Currency"),
    seller,
    buyer: buyerOf(agreement),
    orderReference: null,
    agreementReference: field(`MSA-${10_000 + agreement}`, "Contract"),
    projectReference: null,
    buyerReference: null,
    precedingInvoice: null,
    paymentTerms: null,
    bankAccount: null,
    lines: lines.map((line, position) => createLine(line, position + 1, documentId)),
    allowanceCharges: [],
    taxes: [],
    pricesIncludeTax: false,
    subtotal: field(money(netCents), "Subtotal"),
    allowances: null,
    charges: null,
    net: field(money(netCents), "Net"),
    tax: null,
    gross: field(money(netCents), "Gross"),
    prepaid: null,
    retention: null,
    withholding: null,
    rounding: null,
    payable: field(money(netCents), "Payable"),
    taxNote: null,
    notes: [],
  };
}

/** The same batch on every run. One line in fifty bills 5 % above its rate. */
export function createBilledBatch(
  invoiceCount: number,
  linesPerInvoice: number,
  agreementCount = usualAgreements,
): BilledBatch {
  const random = createRandom(7);
  const prices = Array.from({ length: agreementCount }, () =>
    Array.from({ length: itemsPerAgreement }, () => 2000 + Math.floor(random() * 500) * 20),
  );
  const lines: PlainLine[] = [];
  const totals: { invoice: number; number: string; netCents: number }[] = [];
  const invoices: Invoice[] = [];
  let overbilledLines = 0;
  for (let index = 0; index < invoiceCount; index += 1) {
    const agreement = index % agreementCount;
    const own = Array.from({ length: linesPerInvoice }, (_, position): PlainLine => {
      const item = (position * 2 + (index % 2)) % itemsPerAgreement;
      const isOver = random() < 0.02;
      if (isOver) overbilledLines += 1;
      const agreed = prices[agreement]?.[item] ?? 0;
      const priceCents = isOver ? (agreed * 105) / 100 : agreed;
      const quantity = 1 + Math.floor(random() * 40);
      return { invoice: index, agreement, item, quantity, priceCents, netCents: quantity * priceCents };
    });
    const netCents = own.reduce((sum, line) => sum + line.netCents, 0);
    lines.push(...own);
    totals.push({ invoice: index, number: `BN-${100_000 + index}`, netCents });
    invoices.push(createInvoice(index, agreement, own, netCents));
  }
  return {
    agreements: prices.map((own, index) => createAgreement(index, own)),
    invoices,
    prices: prices.flatMap((own, agreement) =>
      own.map((priceCents, item) => ({ agreement, item, priceCents })),
    ),
    lines,
    totals,
    overbilledLines,
  };
}
