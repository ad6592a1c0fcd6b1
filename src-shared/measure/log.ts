import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type {
  BaselineCase,
  CheckId,
  DecisionEvent,
  Direction,
  DocumentId,
  EventId,
  InvoiceId,
  InvoiceKind,
} from "../model/index.ts";

/** What a measure knows of one case besides its events. What is not known is `null`. */
export interface MeasuredCase {
  readonly invoiceId: InvoiceId;
  readonly documentId: DocumentId;
  readonly number: string;
  readonly customer: string | null;
  readonly kind: InvoiceKind;
  readonly currency: string | null;
  readonly amount: DecimalText | null;
  /** The last day of the work that it bills: what triggered it. */
  readonly deliveredOn: LocalDate | null;
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** The day on which payments first covered all of it. */
  readonly paidOn: LocalDate | null;
  /** What payments were settled against it, in its currency; `null` where nobody settled any. */
  readonly collected: DecimalText | null;
  /** Days between the payment at the bank and its being matched here. */
  readonly matchedAfterDays: number | null;
  readonly findings: readonly {
    readonly check: CheckId;
    readonly direction: Direction;
    readonly severity: "info" | "warn" | "block";
    readonly impact: DecimalText | null;
  }[];
  /** Fields that every invoice needs, and how many of them could be read. */
  readonly requiredFields: number;
  readonly presentFields: number;
}

/** Everything that measures are computed from: the events as they were kept, and facts about the cases. */
export interface MeasureLog {
  readonly schema: "countersign.measures/1";
  readonly asOf: LocalDate;
  readonly cases: readonly MeasuredCase[];
  readonly events: readonly DecisionEvent[];
}

/** Which cases count. `null` leaves a side open; days are those of the last decision, inclusive. */
export interface MeasureFilter {
  readonly customer: string | null;
  readonly kind: InvoiceKind | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export const noFilter: MeasureFilter = { customer: null, kind: null, from: null, to: null };

/** Events that hold: neither reversed nor reversals. A reversal that was itself reversed does not count. */
export function holdingEvents(events: readonly DecisionEvent[]): readonly DecisionEvent[] {
  const reversed = new Set<EventId>();
  for (const event of events.toReversed()) {
    if (event.action.type !== "decision-reversed" || reversed.has(event.id)) continue;
    for (const id of event.action.reverses) reversed.add(id);
  }
  return events.filter((event) => event.action.type !== "decision-reversed" && !reversed.has(event.id));
}

/** The cases before the pilot, from the last time that they were cleared. */
export function baselineOf(events: readonly DecisionEvent[]): readonly BaselineCase[] {
  let cases: readonly BaselineCase[] = [];
  for (const { action } of events) {
    if (action.type !== "pilot-recorded") continue;
    if (action.entry.type === "baseline-cleared") cases = [];
    if (action.entry.type === "baseline") cases = [...cases, ...action.entry.cases];
  }
  return cases;
}
