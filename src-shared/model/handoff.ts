import type { DecimalText } from "../money/index.ts";
import type { BatchId, InvoiceId } from "./ids.ts";

/** One file that an export would write. Bytes are made only after the plan was shown. */
export interface PlannedFile {
  readonly name: string;
  readonly invoiceIds: readonly InvoiceId[];
  readonly rows: number;
}

/** Why an invoice must not go out to this target, as a code with facts. */
export interface ExportRefusal {
  readonly invoiceId: InvoiceId | null;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Everything that would be written, or why it must not be. */
export interface ExportPlan {
  readonly target: string;
  readonly batchId: BatchId;
  readonly files: readonly PlannedFile[];
  readonly invoiceIds: readonly InvoiceId[];
  /** Invoices left out, each with its reason. */
  readonly refusals: readonly ExportRefusal[];
  /** What a person should know although it is written, such as a date format to choose on import. */
  readonly notes: readonly {
    readonly code: string;
    readonly facts?: Readonly<Record<string, string | number>>;
  }[];
  /** Gross by currency. */
  readonly totals: Readonly<Record<string, DecimalText>>;
}

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How a target is set up for one owner; confirmed once. Every target has defaults. */
export interface ExportProfile {
  readonly target: string;
  /** By option name of the target: account codes, tax names, date format, encoding. */
  readonly options: Readonly<Record<string, string>>;
}

export type ExportState = "prepared" | "written" | "handed-over" | "confirmed" | "rejected" | "voided";

/** One hand-over of a batch to a target. */
export interface ExportRecord {
  readonly exportId: string;
  readonly batchId: BatchId;
  readonly target: string;
  readonly state: ExportState;
  readonly invoiceIds: readonly InvoiceId[];
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly at: string;
  /** What the last list that was read back says; `null` before the first. */
  readonly readBack: ReadBack | null;
}

/** What the target's own list holds of an export. */
export interface ReadBack {
  readonly source: string;
  readonly at: string;
  readonly confirmed: readonly InvoiceId[];
  readonly missing: readonly InvoiceId[];
  /** There twice: an alarm. */
  readonly doubled: readonly InvoiceId[];
  /** There with other amounts. */
  readonly differing: readonly InvoiceId[];
}
