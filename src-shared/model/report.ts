import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Direction, Finding, MissingCharge, Outcome, OutcomeKind, Route, Severity } from "./check.ts";
import type { DocumentKind, ReaderId, ReadStatus } from "./document.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, DeliveryId, DocumentId, FindingId, InvoiceId, TermId } from "./ids.ts";
import type { Term } from "./term.ts";

export interface ReportParty {
  readonly name: string | null;
  readonly taxId: string | null;
}

export interface ReportDocument {
  readonly id: DocumentId;
  readonly path: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly kind: DocumentKind;
  readonly kindConfidence: number;
  readonly reader: ReaderId | null;
  readonly status: ReadStatus;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly pages: number | null;
  readonly contains: readonly DocumentId[];
}

export interface ReportAgreement {
  readonly id: AgreementId;
  readonly number: string | null;
  readonly title: string | null;
  readonly seller: ReportParty | null;
  readonly buyer: ReportParty | null;
  /** Both are the parties, but which of them bills is a guess to be confirmed; the checks take it for unsaid. */
  readonly areSidesGuessed: boolean;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly currency: string | null;
  readonly timeZone: string | null;
  readonly governingLaw: string | null;
  readonly documents: readonly DocumentId[];
  readonly amends: AgreementId | null;
  readonly terms: readonly Omit<Term, "agreementId" | "version">[];
}

export interface ReportDelivery {
  readonly id: DeliveryId;
  readonly documentId: DocumentId;
  readonly kind: string;
  readonly date: LocalDate | null;
  readonly person: string | null;
  readonly role: string | null;
  readonly item: string | null;
  readonly quantity: DecimalText | null;
  readonly unit: string | null;
  readonly approved: boolean | null;
  readonly evidence: readonly Evidence[];
}

export interface ReportLine {
  readonly id: string;
  readonly description: string;
  readonly quantity: DecimalText | null;
  readonly unit: string | null;
  /** Of one unit, also where the paper prints it for several. */
  readonly unitPrice: DecimalText | null;
  readonly net: DecimalText | null;
  readonly printedAmount: DecimalText | null;
  readonly taxRate: DecimalText | null;
  readonly serviceDate: LocalDate | null;
  readonly termId: TermId | null;
  readonly evidence: readonly Evidence[];
}

export interface ReportFinding {
  readonly id: FindingId;
  readonly check: Finding["check"];
  readonly severity: Severity;
  readonly direction: Direction;
  readonly line: string | null;
  readonly message: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly impact: DecimalText | null;
  readonly formula: string | null;
  readonly alternative: string | null;
  readonly tolerance: Finding["tolerance"];
  readonly proposal: Finding["proposal"];
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly blockedChecks: Finding["blockedChecks"];
}

/** A finding that concerns no invoice. */
export interface ReportTopFinding extends ReportFinding {
  readonly documentId: DocumentId | null;
  readonly agreementId: AgreementId | null;
}

export interface ReportInvoice {
  readonly id: InvoiceId;
  readonly documentId: DocumentId;
  readonly kind: string;
  readonly number: string | null;
  readonly issueDate: LocalDate | null;
  readonly dueDate: LocalDate | null;
  readonly periodStart: LocalDate | null;
  readonly periodEnd: LocalDate | null;
  readonly currency: string | null;
  readonly seller: ReportParty | null;
  readonly buyer: ReportParty | null;
  readonly orderReference: string | null;
  readonly agreementReference: string | null;
  readonly pricesIncludeTax: boolean;
  readonly subtotal: DecimalText | null;
  readonly allowances: DecimalText | null;
  readonly charges: DecimalText | null;
  readonly net: DecimalText | null;
  readonly tax: DecimalText | null;
  readonly gross: DecimalText | null;
  readonly prepaid: DecimalText | null;
  readonly retention: DecimalText | null;
  readonly rounding: DecimalText | null;
  readonly payable: DecimalText | null;
  readonly bankAccount: string | null;
  readonly taxNote: string | null;
  readonly lines: readonly ReportLine[];
  readonly agreementId: AgreementId | null;
  readonly route: Route;
  readonly findings: readonly ReportFinding[];
  readonly outcomes: readonly {
    readonly check: Outcome["check"];
    readonly subject: string;
    readonly outcome: OutcomeKind;
    readonly because: string;
  }[];
}

/** The report of the command line, `countersign.report/1`. Unknown is `null`, never "" or 0. */
export interface Report {
  readonly schema: "countersign.report/1";
  readonly createdAt: string;
  readonly asOf: LocalDate;
  readonly engine: { readonly version: string; readonly checks: Readonly<Record<string, number>> };
  readonly acceptedTerms: boolean;
  readonly documents: readonly ReportDocument[];
  readonly agreements: readonly ReportAgreement[];
  readonly deliveries: readonly ReportDelivery[];
  readonly invoices: readonly ReportInvoice[];
  readonly missing: readonly Omit<MissingCharge, "currency" | "said">[];
  readonly findings: readonly ReportTopFinding[];
  readonly summary: {
    readonly invoices: number;
    readonly clear: number;
    readonly review: number;
    readonly blocked: number;
    readonly impact: Readonly<Record<string, { readonly over: DecimalText; readonly under: DecimalText }>>;
  };
  readonly elapsedMs: number;
}
