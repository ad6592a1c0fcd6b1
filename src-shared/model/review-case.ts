import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Agreement } from "./agreement.ts";
import type { CheckId, Finding, Outcome, Route } from "./check.ts";
import type { CaseDecision, CaseState, DecisionEvent } from "./decision.ts";
import type { Delivery } from "./delivery.ts";
import type { InvoiceId } from "./ids.ts";
import type { Invoice } from "./invoice.ts";
import type { InvoiceMatch, TermInForce } from "./match.ts";

/** One row of the queue. */
export interface QueueRow {
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
  readonly firstFinding: string | null;
  readonly checks: readonly CheckId[];
}

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
  readonly decision: CaseDecision;
  readonly history: readonly DecisionEvent[];
}
