import type { Sentence } from "../text/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, DocumentId, FindingId, InvoiceId } from "./ids.ts";

/** Every check of the catalogue. Published ids are never renamed or reused. */
export const checkIds = [
  "agreement.missing",
  "anomaly.amount",
  "anomaly.first-time",
  "anomaly.run",
  "anomaly.usage",
  "anomaly.zero-usage",
  "arithmetic.line",
  "arithmetic.subtotal",
  "arithmetic.total",
  "bank.changed",
  "cap.exceeded",
  "cap.near",
  "charge.too-old",
  "completeness.missing-charge",
  "completeness.unbilled",
  "credit.exceeds",
  "currency.mismatch",
  "cutoff.timezone",
  "date.invalid",
  "discount.missing",
  "discount.wrong",
  "duplicate.invoice",
  "duplicate.line",
  "evidence.drift",
  "evidence.instruction",
  "evidence.insufficient",
  "expense.markup",
  "expense.over-cap",
  "expense.receipt",
  "fields.required",
  "late-fee.wrong",
  "milestone.not-accepted",
  "milestone.rebilled",
  "minimum.missing",
  "overage.wrong",
  "party.mismatch",
  "period.gap",
  "period.outside-agreement",
  "period.overlap",
  "prepaid.not-applied",
  "progress.over",
  "proration.wrong",
  "quantity.over",
  "quantity.under",
  "rate.escalator",
  "rate.over",
  "rate.under",
  "retention.wrong",
  "scope.unapproved",
  "tax.missing",
  "tax.over",
  "tax.under",
  "term.ambiguous",
  "term.unbound",
  "terms.due-date",
  "tier.wrong",
  "time.hours",
  "time.narrative",
  "time.person",
] as const;

export type CheckId = (typeof checkIds)[number];

export type Severity = "info" | "warn" | "block";

/** `over`: billed too much. `under`: billed too little. `process`: no money moves, but it must not go out like this. */
export type Direction = "over" | "under" | "process";

/** Five outcomes, and only the first counts as clean. */
export type OutcomeKind = "pass" | "fail" | "not-applicable" | "not-run" | "cannot-determine";

/** The result of one check on one subject. `because` has no full stop unless it is the sentence of a finding. */
export interface Outcome {
  readonly check: CheckId;
  /** Invoice id, `inv-…#2` for its line 2, an agreement id with a period, or a pair of invoice ids joined by `+`. */
  readonly subject: string;
  readonly outcome: OutcomeKind;
  readonly because: Sentence;
  /** For `not-run`: the check that had to pass first. */
  readonly blockedBy?: CheckId;
}

export type ProposalAction = "correct" | "ask" | "escalate" | "approve";

/** What the checks found, with all that a person needs to decide. Amounts in the invoice's currency. */
export interface Finding {
  readonly id: FindingId;
  readonly check: CheckId;
  readonly version: number;
  readonly severity: Severity;
  readonly direction: Direction;
  readonly invoiceId: InvoiceId | null;
  readonly agreementId: AgreementId | null;
  readonly documentId: DocumentId | null;
  /** Line id, or `null` for a whole document. */
  readonly line: string | null;
  readonly message: string;
  /** What `message`, the words of the proposal and `alternative` say, for languages other than that of the report. */
  readonly said: {
    readonly message: Sentence;
    readonly proposal: Sentence;
    readonly alternative: Sentence | null;
  };
  readonly expected: string | null;
  readonly found: string | null;
  /** Before tax, positive; `null` where no money moves. */
  readonly impact: DecimalText | null;
  readonly formula: string | null;
  /** Another reading that explains the invoice to the cent, by name. */
  readonly alternative: string | null;
  readonly tolerance: { readonly over: DecimalText; readonly under: DecimalText } | null;
  readonly proposal: { readonly action: ProposalAction; readonly text: string };
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Checks that did not run because of this one. */
  readonly blockedChecks: readonly CheckId[];
  /** The twin of a duplicate, the invoice billed before. */
  readonly relatedInvoiceId: InvoiceId | null;
}

export type Route = "clear" | "review" | "blocked";

/** Everything the checks say about one invoice. */
export interface CheckedInvoice {
  readonly invoiceId: InvoiceId;
  readonly agreementId: AgreementId | null;
  readonly route: Route;
  readonly findings: readonly Finding[];
  readonly outcomes: readonly Outcome[];
}

/** A charge that the agreement expects and nobody billed. */
export interface MissingCharge {
  readonly agreementId: AgreementId;
  readonly check: "completeness.missing-charge" | "completeness.unbilled";
  /** `2026-10`, `2026-Q4`, `2026`, or a day. */
  readonly period: string;
  readonly message: string;
  readonly said: Sentence;
  readonly impact: DecimalText | null;
  readonly currency: string | null;
  readonly evidence: readonly Evidence[];
}

/** The result of the check room on all invoices of an input or workspace. */
export interface CheckedBatch {
  readonly invoices: readonly CheckedInvoice[];
  readonly missing: readonly MissingCharge[];
  /** Findings that concern no invoice: instructions inside a timesheet, a conflict between amendments. */
  readonly findings: readonly Finding[];
}
