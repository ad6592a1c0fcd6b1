import { valueOf } from "../../src-shared/model/index.ts";
import type {
  Agreement,
  CheckedBatch,
  Delivery,
  Finding,
  Invoice,
  InvoiceLine,
  InvoiceMatch,
  Matching,
  Party,
  Report,
  ReportAgreement,
  ReportDelivery,
  ReportDocument,
  ReportFinding,
  ReportInvoice,
  ReportLine,
  ReportParty,
  Term,
  TermInForce,
} from "../../src-shared/model/index.ts";
import { fillReason, sentenceFor } from "../../src-shared/text/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { priceOfOne } from "./price-of-one.ts";
import { sumImpacts } from "./sum-impacts.ts";

/** What a report is made from; everything in the order in which it shall stand. */
export interface ReportInput {
  readonly createdAt: string;
  readonly elapsedMs: number;
  readonly asOf: LocalDate;
  readonly engine: Report["engine"];
  readonly acceptedTerms: boolean;
  /** Invoices issued before are history alone; `null` reports all. */
  readonly since: LocalDate | null;
  readonly documents: readonly StoredDocument[];
  readonly agreements: readonly Agreement[];
  readonly deliveries: readonly Delivery[];
  /** Sorted by issue date, then number. */
  readonly invoices: readonly Invoice[];
  readonly matching: Matching;
  readonly checked: CheckedBatch;
}

/** The report of one run, with its fields in the published order. */
export function buildReport(input: ReportInput): Report {
  const matchById = new Map(input.matching.invoices.map((match) => [match.invoiceId, match]));
  const checkedById = new Map(input.checked.invoices.map((checked) => [checked.invoiceId, checked]));
  const invoices: ReportInvoice[] = [];
  for (const invoice of input.invoices) {
    const issueDate = valueOf(invoice.issueDate);
    const checked = checkedById.get(invoice.id);
    if (checked === undefined || (input.since !== null && issueDate !== null && issueDate < input.since))
      continue;
    const match = matchById.get(invoice.id);
    invoices.push({
      ...describeInvoice(invoice, match),
      route: checked.route,
      findings: checked.findings.map(describeFinding),
      outcomes: checked.outcomes.map(({ check, subject, outcome, because }) => ({
        check,
        subject,
        outcome,
        because: fillReason(because),
      })),
    });
  }
  const missing = input.checked.missing.filter(({ period }) => isWithin(period, input.since));
  return {
    schema: "countersign.report/1",
    createdAt: input.createdAt,
    asOf: input.asOf,
    engine: input.engine,
    acceptedTerms: input.acceptedTerms,
    documents: describeDocuments(input.documents),
    agreements: describeAgreements(input.agreements, input.matching),
    deliveries: input.deliveries.map(describeDelivery),
    invoices,
    missing: missing.map(({ agreementId, check, period, message, impact, evidence }) => ({
      agreementId,
      check,
      period,
      message,
      impact,
      evidence,
    })),
    findings: input.checked.findings.map((finding) => ({
      ...describeFinding(finding),
      documentId: finding.documentId,
      agreementId: finding.agreementId,
    })),
    summary: {
      invoices: invoices.length,
      clear: invoices.filter(({ route }) => route === "clear").length,
      review: invoices.filter(({ route }) => route === "review").length,
      blocked: invoices.filter(({ route }) => route === "blocked").length,
      impact: sumImpacts(invoices, missing),
    },
    elapsedMs: input.elapsedMs,
  };
}

/** Whether a period such as "2026-10", "2026-Q4", "2026" or a day is not before a day. */
function isWithin(period: string, since: LocalDate | null): boolean {
  if (since === null) return true;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter !== null) {
    const sinceQuarter = Math.ceil(Number(since.slice(5, 7)) / 3);
    return `${quarter[1]}-Q${quarter[2]}` >= `${since.slice(0, 4)}-Q${sinceQuarter}`;
  }
  return period >= since.slice(0, period.length);
}

function describeDocuments(documents: readonly StoredDocument[]): readonly ReportDocument[] {
  const byId = new Map(documents.map((document) => [document.file.id, document]));
  return documents.map((document) => {
    const { file, reader, status, problem, pages, contains } = document;
    const original = file.copyOf === null ? document : (byId.get(file.copyOf) ?? document);
    const hasBytes = file.sha256 !== "";
    return {
      id: file.id,
      path: file.path,
      sha256: hasBytes ? file.sha256 : null,
      bytes: hasBytes ? file.sizeBytes : null,
      mediaType: hasBytes ? file.mediaType : null,
      kind: original.normalized?.kind ?? "unknown",
      kindConfidence: original.normalized?.kindConfidence ?? 0,
      reader,
      status,
      problem: problem === null ? null : { code: problem.code, message: sentenceFor(problem, file.path) },
      pages,
      contains,
    };
  });
}

const describeParty = (party: Party | null): ReportParty | null =>
  party === null ? null : { name: party.name, taxId: party.taxId };

function describeAgreements(
  agreements: readonly Agreement[],
  matching: Matching,
): readonly ReportAgreement[] {
  const rootByMember = new Map(
    matching.families.flatMap((family) => family.memberIds.map((member) => [member, family.id] as const)),
  );
  const piecesByTerm = new Map<string, TermInForce[]>();
  for (const piece of matching.termsInForce)
    piecesByTerm.set(piece.termId, [...(piecesByTerm.get(piece.termId) ?? []), piece]);
  return agreements.map((agreement) => {
    const root = rootByMember.get(agreement.id);
    return {
      id: agreement.id,
      number: agreement.number,
      title: agreement.title,
      seller: describeParty(agreement.seller),
      buyer: describeParty(agreement.buyer),
      areSidesGuessed: agreement.areSidesGuessed === true,
      from: agreement.from,
      to: agreement.to,
      currency: agreement.currency,
      timeZone: agreement.timeZone,
      governingLaw: agreement.governingLaw,
      documents: [agreement.documentId],
      amends: root === undefined || root === agreement.id ? null : root,
      terms: agreement.terms.map((term) => describeTerm(term, agreement, piecesByTerm.get(term.id) ?? [])),
    };
  });
}

/** The days of a term are those on which it holds, where it holds in one piece; else the days that it says. */
function describeTerm(
  term: Term,
  agreement: Agreement,
  pieces: readonly TermInForce[],
): ReportAgreement["terms"][number] {
  const { id, type, status, value, confidence, basis, evidence } = term;
  const only = pieces.length === 1 ? pieces[0] : undefined;
  const { absent, conditions, remainder, currency, questions } = term;
  return {
    id,
    type,
    status,
    from: only?.from ?? term.from ?? agreement.from,
    to: only === undefined ? term.to : only.to,
    value,
    confidence,
    basis,
    evidence,
    ...(absent === undefined ? {} : { absent }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(remainder === undefined ? {} : { remainder }),
    ...(currency === undefined ? {} : { currency }),
    ...(questions === undefined ? {} : { questions }),
  } as ReportAgreement["terms"][number];
}

const describeDelivery = (delivery: Delivery): ReportDelivery => ({
  id: delivery.id,
  documentId: delivery.documentId,
  kind: delivery.kind,
  date: delivery.date,
  person: delivery.person,
  role: delivery.role,
  item: delivery.item,
  quantity: delivery.quantity,
  unit: delivery.unit,
  approved: delivery.approved,
  evidence: delivery.evidence,
});

function describeLine(line: InvoiceLine, match: InvoiceMatch | undefined): ReportLine {
  const bound = match?.lines.find(({ lineId }) => lineId === line.id);
  const isBound = bound?.state === "bound" || bound?.state === "split";
  return {
    id: line.id,
    description: line.description,
    quantity: valueOf(line.quantity),
    unit: valueOf(line.unit),
    unitPrice: priceOfOne(line),
    net: valueOf(line.net),
    printedAmount: valueOf(line.printedAmount),
    taxRate: valueOf(line.taxRate),
    serviceDate: valueOf(line.serviceDate),
    termId: isBound ? (bound.bindings[0]?.termId ?? null) : null,
    evidence: line.evidence,
  };
}

function describeInvoice(
  invoice: Invoice,
  match: InvoiceMatch | undefined,
): Omit<ReportInvoice, "route" | "findings" | "outcomes"> {
  return {
    id: invoice.id,
    documentId: invoice.documentId,
    kind: invoice.kind,
    number: valueOf(invoice.number),
    issueDate: valueOf(invoice.issueDate),
    dueDate: valueOf(invoice.dueDate),
    periodStart: valueOf(invoice.periodStart),
    periodEnd: valueOf(invoice.periodEnd),
    currency: valueOf(invoice.currency),
    seller: describeParty(invoice.seller),
    buyer: describeParty(invoice.buyer),
    orderReference: valueOf(invoice.orderReference),
    agreementReference: valueOf(invoice.agreementReference),
    pricesIncludeTax: invoice.pricesIncludeTax,
    subtotal: valueOf(invoice.subtotal),
    allowances: valueOf(invoice.allowances),
    charges: valueOf(invoice.charges),
    net: valueOf(invoice.net),
    tax: valueOf(invoice.tax),
    gross: valueOf(invoice.gross),
    prepaid: valueOf(invoice.prepaid),
    retention: valueOf(invoice.retention),
    rounding: valueOf(invoice.rounding),
    payable: valueOf(invoice.payable),
    bankAccount: valueOf(invoice.bankAccount),
    taxNote: valueOf(invoice.taxNote),
    lines: invoice.lines.map((line) => describeLine(line, match)),
    agreementId: match?.agreementId ?? null,
  };
}

const describeFinding = (finding: Finding): ReportFinding => ({
  id: finding.id,
  check: finding.check,
  severity: finding.severity,
  direction: finding.direction,
  line: finding.line,
  message: finding.message,
  expected: finding.expected,
  found: finding.found,
  impact: finding.impact,
  formula: finding.formula,
  alternative: finding.alternative,
  tolerance: finding.tolerance,
  proposal: finding.proposal,
  confidence: finding.confidence,
  evidence: finding.evidence,
  blockedChecks: finding.blockedChecks,
});
