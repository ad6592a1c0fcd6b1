import type { DecimalText } from "../money/index.ts";
import type { Sentence } from "../text/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Agreement } from "./agreement.ts";
import type { CheckId, Finding, Outcome, Route } from "./check.ts";
import type { CaseDecision, CaseState, DecisionEvent } from "./decision.ts";
import type { Delivery } from "./delivery.ts";
import type { EventId, FindingId, InvoiceId } from "./ids.ts";
import type { Invoice } from "./invoice.ts";
import type { InvoiceMatch, TermInForce } from "./match.ts";
import type { Recommendation } from "./pilot.ts";

/** How soon a case must be looked at, by the day on which the invoice should go out. */
export const urgencies = ["overdue", "late", "this-week", "later", "undated"] as const;
export type Urgency = (typeof urgencies)[number];

export type Level = "high" | "medium" | "low";

/** The labels of a case that queues are made of. None of them says that a case is clear. */
export interface Triage {
  /** Day by which the invoice should go out; `null` where the invoice prints no date. */
  readonly sendBy: LocalDate | null;
  readonly urgency: Urgency;
  readonly risk: Level;
  /** Share of the customer in what the workspace bills in its currency; `null` where no customer is known. */
  readonly customerValue: Level | null;
}

/** What several findings have in common: one check, one agreement, one clause. Cleared once for all of them. */
export interface FindingCause {
  /** Stable for the same check, agreement and clause: `cau-` and twelve hex digits. */
  readonly id: string;
  readonly check: CheckId;
  readonly agreement: string | null;
  /** The clause in its own words, where one is cited. */
  readonly quote: string | null;
  /** The first finding's sentence. */
  readonly example: string;
  readonly findings: readonly { readonly invoiceId: InvoiceId; readonly findingId: FindingId }[];
  /** Money by currency, each direction apart. */
  readonly over: Readonly<Record<string, DecimalText>>;
  readonly under: Readonly<Record<string, DecimalText>>;
}

/** A list of the queue that a person has kept. Its filter can name customers, so it lives in the vault. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly filter: string;
  readonly group: QueueGrouping;
}

export const queueGroupings = ["none", "customer", "cause", "check"] as const;
export type QueueGrouping = (typeof queueGroupings)[number];

/** One row of the queue. */
export interface QueueRow extends Triage {
  readonly invoiceId: InvoiceId;
  readonly number: string | null;
  readonly customer: string | null;
  readonly agreement: string | null;
  readonly issueDate: LocalDate | null;
  readonly dueDate: LocalDate | null;
  readonly currency: string | null;
  readonly payable: DecimalText | null;
  readonly route: Route;
  readonly state: CaseState;
  readonly owner: string;
  readonly waitingUntil: LocalDate | null;
  /** Money at risk in each direction: impact of open findings, `null` where none moves money. */
  readonly over: DecimalText | null;
  readonly under: DecimalText | null;
  readonly findings: number;
  readonly undetermined: number;
  /** The gravest finding that still counts, in words of any language. */
  readonly firstFinding: Sentence | null;
  readonly checks: readonly CheckId[];
  /** Causes of its open findings, the gravest first. */
  readonly causes: readonly string[];
}

/** What the program would do with a case, and what keeps it from doing so alone. */
export type Advice = Pick<Recommendation, "verdict" | "unmet">;

/** Everything that the review of one invoice shows. */
export interface ReviewCase {
  readonly invoice: Invoice;
  readonly match: InvoiceMatch;
  /** The family's documents, strongest first. */
  readonly agreements: readonly Agreement[];
  readonly termsInForce: readonly TermInForce[];
  readonly deliveries: readonly Delivery[];
  readonly findings: readonly Finding[];
  readonly outcomes: readonly Outcome[];
  readonly route: Route;
  /** What the program would do; `null` before the owner signed that recommendations are shown. */
  readonly advice: Advice | null;
  readonly decision: CaseDecision;
  readonly history: readonly DecisionEvent[];
  /** Those of its history that were taken back. */
  readonly reversed: readonly EventId[];
}
