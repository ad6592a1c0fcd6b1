import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { ApprovalBasis } from "./approval.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, BatchId, DocumentId, EventId, FindingId, InvoiceId, TermId } from "./ids.ts";
import type { ExchangeRecord, PilotEntry, Recommendation } from "./pilot.ts";
import type { MoneyAction } from "./money-action.ts";
import type { TermType, TermValueByType } from "./term.ts";

/** A value that a person set in place of a reading. `field` is a name of the invoice, or `lines/<id>/<name>`. */
export interface ValueCorrection {
  readonly field: string;
  /** The new value as text; `null` says that the document does not print it. */
  readonly value: string | null;
  /** Where it stands, when the person pointed at it; else the reading keeps its place. */
  readonly evidence?: readonly Evidence[];
}

/** What a person did. State is the fold of these; undo appends a reversal. */
export type DecisionAction =
  | { readonly type: "documents-imported"; readonly documentIds: readonly DocumentId[] }
  | { readonly type: "document-removed"; readonly documentId: DocumentId }
  | { readonly type: "term-confirmed"; readonly termId: TermId; readonly version: number }
  | { readonly type: "term-rejected"; readonly termId: TermId; readonly reason: string | null }
  | {
      readonly type: "term-edited";
      readonly termId: TermId;
      readonly termType: TermType;
      readonly value: TermValueByType[TermType];
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
      readonly reason: string | null;
    }
  | {
      /** A term that no rule read and a person took over from a proposal, with the words that it stands on. */
      readonly type: "term-added";
      readonly agreementId: AgreementId;
      readonly termId: TermId;
      readonly termType: TermType;
      readonly value: TermValueByType[TermType];
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly type: "agreement-assigned";
      readonly invoiceId: InvoiceId;
      readonly agreementId: string | null;
    }
  | {
      readonly type: "line-bound";
      readonly invoiceId: InvoiceId;
      readonly line: string;
      readonly termId: TermId | null;
    }
  | { readonly type: "value-corrected"; readonly invoiceId: InvoiceId; readonly correction: ValueCorrection }
  | {
      readonly type: "finding-dismissed";
      readonly invoiceId: InvoiceId;
      readonly findingId: FindingId;
      readonly reason: string;
    }
  | {
      readonly type: "duplicate-judged";
      readonly invoiceId: InvoiceId;
      readonly otherId: InvoiceId;
      readonly verdict: "duplicate" | "distinct";
    }
  | {
      readonly type: "invoice-approved";
      readonly invoiceId: InvoiceId;
      /** Hash of what was approved: invoice, terms, findings. A later difference reopens the case. */
      readonly contentHash: string;
      /** What it rests on, by parts, so that a later check can say which of them changed. */
      readonly basis?: ApprovalBasis;
      readonly reason: string | null;
    }
  | {
      readonly type: "invoice-sent-back";
      readonly invoiceId: InvoiceId;
      readonly findingIds: readonly FindingId[];
      readonly note: string;
    }
  | {
      readonly type: "question-asked";
      readonly invoiceId: InvoiceId;
      readonly to: string;
      readonly text: string;
      readonly until: LocalDate | null;
    }
  | {
      readonly type: "comment-added";
      readonly invoiceId: InvoiceId;
      readonly text: string;
      /** Roles that the text names with `@`. */
      readonly mentions: readonly string[];
    }
  | {
      /** The question of the same step left as an encrypted file; the key tells its answer from any other. */
      readonly type: "question-sealed";
      readonly invoiceId: InvoiceId;
      readonly questionId: string;
      /** Public key (P-256, SPKI, base64) that the answer must be signed for. */
      readonly answerKey: string;
      /** Hash of the file as it left, hex. */
      readonly sha256: string;
    }
  | {
      readonly type: "answer-received";
      readonly invoiceId: InvoiceId;
      readonly questionId: string;
      readonly from: string;
      readonly text: string;
      /** UTC, as the one who answered has it. */
      readonly answeredAt: string;
      readonly signature: string;
    }
  | {
      readonly type: "invoice-escalated";
      readonly invoiceId: InvoiceId;
      readonly role: string;
      readonly note: string;
    }
  | {
      readonly type: "invoice-postponed";
      readonly invoiceId: InvoiceId;
      readonly until: LocalDate;
      readonly note: string | null;
    }
  | {
      readonly type: "batch-approved";
      readonly batchId: BatchId;
      readonly invoiceIds: readonly InvoiceId[];
      readonly totals: Readonly<Record<string, DecimalText>>;
    }
  | {
      readonly type: "export-prepared";
      readonly batchId: BatchId;
      readonly target: string;
      readonly exportId: string;
      readonly invoiceIds: readonly InvoiceId[];
    }
  | {
      readonly type: "export-written";
      readonly exportId: string;
      readonly files: readonly { readonly name: string; readonly sha256: string }[];
    }
  | { readonly type: "export-handed-over"; readonly exportId: string }
  | { readonly type: "export-confirmed"; readonly exportId: string }
  | { readonly type: "export-rejected"; readonly exportId: string; readonly reason: string }
  | { readonly type: "export-voided"; readonly exportId: string; readonly reason: string }
  | MoneyAction
  | { readonly type: "policy-changed"; readonly policy: unknown; readonly reason?: string }
  | {
      readonly type: "recommendation-recorded";
      readonly invoiceId: InvoiceId;
      readonly recommendation: Recommendation;
    }
  | { readonly type: "pilot-recorded"; readonly entry: PilotEntry }
  | { readonly type: "assistant-set"; readonly settings: unknown }
  | { readonly type: "model-asked"; readonly exchange: ExchangeRecord }
  | {
      readonly type: "proposal-judged";
      readonly exchangeId: string;
      readonly proposalId: string;
      readonly task: string;
      readonly verdict: "accepted" | "rejected";
    }
  | { readonly type: "decision-reversed"; readonly reverses: readonly EventId[] };

/** The name under which the program itself acts. */
export const programActor = "countersign";

/** One entry of the decision log. Nothing is ever deleted from it. */
export interface DecisionEvent {
  readonly id: EventId;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** Name of the person, or `countersign` for the program. */
  readonly actor: string;
  /** Events of one command share it: one step for undo. */
  readonly group: string;
  /** For people: "Approve 12 invoices". */
  readonly label: string;
  readonly action: DecisionAction;
}

/** Where a case stands. Four lists, not a status column. */
export type CaseState = "to-decide" | "waiting" | "blocked" | "approved" | "sent-back" | "exported";

/** The fold of all decisions on one invoice. */
export interface CaseDecision {
  readonly invoiceId: InvoiceId;
  readonly state: CaseState;
  readonly owner: string;
  readonly waitingUntil: LocalDate | null;
  readonly question: { readonly to: string; readonly text: string } | null;
  readonly note: string | null;
  readonly dismissed: readonly { readonly findingId: FindingId; readonly reason: string }[];
  /** Approvals that hold for what the case is now, of different persons. */
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
  readonly approversNeeded: 1 | 2;
  readonly approvedHash: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly batchId: BatchId | null;
  readonly exportId: string | null;
}
