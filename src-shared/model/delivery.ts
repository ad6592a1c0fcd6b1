import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Basis } from "./field.ts";
import type { Evidence } from "./evidence.ts";
import type { DeliveryId, DocumentId } from "./ids.ts";
import type { Unit } from "./unit.ts";

export type DeliveryKind = "time" | "goods" | "usage" | "work" | "acceptance" | "expense";

/** One row of proof that something was delivered. What is not printed is `null`; approval is never assumed. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly documentId: DocumentId;
  readonly kind: DeliveryKind;
  /** Id of the record in its own system, if printed. */
  readonly sourceId: string | null;
  readonly date: LocalDate | null;
  /** ISO 8601 with offset, where the record has a time. */
  readonly instant: string | null;
  readonly periodStart: LocalDate | null;
  /** Exclusive. */
  readonly periodEnd: LocalDate | null;
  readonly person: string | null;
  readonly role: string | null;
  /** What was done or delivered, as printed: task, item, milestone. */
  readonly item: string | null;
  readonly customer: string | null;
  readonly project: string | null;
  readonly quantity: DecimalText | null;
  readonly unit: Unit | null;
  readonly amount: DecimalText | null;
  readonly currency: string | null;
  readonly billable: boolean | null;
  /** True or false only where a column, status or signature says so. */
  readonly approved: boolean | null;
  readonly approvedBy: string | null;
  /** Set where the record of an expense itself says that there is no receipt. */
  readonly lacksReceipt?: true;
  /** Agreement, order or project reference that the record names. */
  readonly reference: string | null;
  readonly basis: Basis;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}
