import type { CheckId, DeliveryKind, InvoiceKind, Unit } from "../../../src-shared/model/index.ts";
import type { TermSpec } from "../../builders/billing-documents.ts";

/** A clause as a lawyer would write it, and the term that it means. */
export interface WorldClause {
  readonly term: TermSpec;
  /** `null` for a term that only the head of the document says. */
  readonly text: string | null;
}

export interface WorldAgreement {
  number: string;
  readonly title: string;
  readonly rank: "master-agreement" | "change-order" | "amendment";
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  readonly dated: string;
  buyer: string;
  readonly timeZone: string | null;
  clauses: WorldClause[];
  isSigned: boolean;
}

export interface WorldRecord {
  kind: DeliveryKind;
  id?: string;
  date: string;
  instant?: string;
  person?: string | null;
  role?: string;
  item?: string | null;
  quantity?: string;
  unit?: Unit;
  amount?: string;
  approved: boolean | null;
  by?: string;
  customer?: string;
}

export interface WorldLine {
  description: string;
  quantity?: string;
  unit?: Unit;
  unitPrice?: string;
  /** Cents. */
  net: bigint;
  person?: string;
  serviceDate?: string;
  periodStart?: string;
  periodEnd?: string;
  sourceIds?: string[];
}

export interface WorldInvoice {
  number: string;
  kind: InvoiceKind;
  issueDate: string;
  dueDate: string | null;
  periodStart: string | null;
  /** Exclusive. */
  periodEnd: string | null;
  lines: WorldLine[];
  taxPercent: string | null;
  /** Cents below the sum of the lines, before tax. */
  discount: bigint;
  retention: bigint;
  prepaid: bigint;
  bankAccount: string | null;
  orderReference: string | null;
  agreementReference: string | null;
  precedingInvoice: string | null;
  buyer: string;
  currency: string;
  notes: string[];
  /** Cents by which a printed total is off. */
  off: { subtotal?: bigint; tax?: bigint; total?: bigint };
}

/** Agreements, what was delivered, and what was billed; the last invoice is the one that is looked at. */
export interface World {
  readonly name: string;
  readonly seller: string;
  readonly buyer: string;
  agreements: WorldAgreement[];
  records: WorldRecord[];
  invoices: WorldInvoice[];
  readonly asOf: string;
}

/** What a seed makes the checks say about the last invoice. */
export type Expectation =
  | {
      readonly is: "found";
      readonly check: CheckId;
      readonly line: string | null;
      /** Cents; `null` where no money moves. */
      readonly impact: bigint | null;
      /** Checks that rightly speak, too. */
      readonly also?: readonly CheckId[];
      /** Listed beside the invoices. */
      readonly beside?: boolean;
    }
  | { readonly is: "quiet"; readonly check: CheckId; readonly also?: readonly CheckId[] }
  | { readonly is: "undetermined"; readonly check: CheckId };

export interface Seed {
  readonly id: string;
  readonly check: CheckId;
  readonly kind: "defect" | "near-miss" | "missing";
  /** Worlds that it can be planted in, by name. */
  readonly worlds: readonly string[];
  /** Changes the world; `null` when this one has no place for it. */
  readonly plant: (world: World, random: () => number) => Expectation | null;
  /** Whether the planted thing can be written as documents of plain text. */
  readonly isWritable?: boolean;
}
