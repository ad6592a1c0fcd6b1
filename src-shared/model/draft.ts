import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, DeliveryId, DraftId, InvoiceId, TermId } from "./ids.ts";
import type { Invoice } from "./invoice.ts";

/** What a draft is made from. */
export type DraftSource =
  "agreement" | "estimate" | "schedule" | "unbilled" | "supplement" | "credit-note" | "correction";

/**
 * Something that a draft should bill or print and that nobody can compute from what is on file.
 *
 * Never guessed and never zero: the draft shows it with its reason until a person answers it.
 */
export interface DraftGap {
  /** `drafting/…`; the sentence comes from the catalogue. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Whether the draft must not go out with it: something due is missing from it. */
  readonly isOpen: boolean;
  readonly evidence: readonly Evidence[];
}

/** Why a line of a draft stands there: the clauses that price it and the records that prove it. */
export interface DraftProof {
  readonly lineId: string;
  readonly termIds: readonly TermId[];
  readonly deliveryIds: readonly DeliveryId[];
  /** With its numbers filled in: "40 × 150.00 = 6000.00". */
  readonly formula: string;
  readonly evidence: readonly Evidence[];
}

/** An invoice that could go out, computed from agreements, records and what was billed before. */
export interface Draft {
  readonly id: DraftId;
  readonly source: DraftSource;
  /** Root of the agreement's family. */
  readonly agreementId: AgreementId | null;
  /** Days that it bills. */
  readonly periodStart: LocalDate | null;
  /** Exclusive. */
  readonly periodEnd: LocalDate | null;
  /** `number` is `null` until a person or the number series gives one. Sums that rest on a gap are `null`. */
  readonly invoice: Invoice;
  readonly proofs: readonly DraftProof[];
  readonly gaps: readonly DraftGap[];
  /** Invoices that it corrects, credits or adds to. */
  readonly relatedInvoiceIds: readonly InvoiceId[];
}

/** One sentence of what changed during delivery: a code with its figures, and the clause or records they are of. */
export interface DeliveryStatement {
  /** `delivery/…`; the sentence comes from the catalogue. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Evidence[];
}

/** What a person says about a draft where the files do not. Each is kept with the basis "person". */
export interface DraftAnswers {
  readonly number?: string;
  readonly issueDate?: LocalDate;
  readonly orderReference?: string;
  readonly buyerReference?: string;
  readonly projectReference?: string;
  /** Percent for lines whose tax the agreement does not say. */
  readonly taxRate?: DecimalText;
  /** Done to date by item of a schedule of values, in percent. */
  readonly progress?: Readonly<Record<string, DecimalText>>;
  /** Items of an agreement or estimate that are done, where no record says so; "all" for every one. */
  readonly completed?: readonly string[];
  /** Quantity by item where no record counts it. */
  readonly quantities?: Readonly<Record<string, DecimalText>>;
}

/** What an agreement lets expect in one of its billing periods. */
export interface ExpectedBill {
  readonly agreementId: AgreementId;
  readonly customer: string | null;
  readonly agreement: string;
  readonly periodStart: LocalDate;
  /** Exclusive. */
  readonly periodEnd: LocalDate;
  /** Day from which it can go out: the first day in advance, the day after the last in arrears. */
  readonly dueOn: LocalDate;
  /** "before-records": earlier than the first invoice of the agreement that is on file, so nobody can tell. */
  readonly state: "arrived" | "partly-arrived" | "late" | "due" | "expected" | "before-records";
  /** Sum of the recurring fees that are certain; `null` where none is, or one has an open question. */
  readonly amount: DecimalText | null;
  readonly currency: string | null;
  readonly items: readonly string[];
  /** Of those, what no invoice of the period bills. */
  readonly missing: readonly string[];
  readonly invoiceIds: readonly InvoiceId[];
  /** Whether something is billed by quantity beside the fees. */
  readonly isMetered: boolean;
  readonly evidence: readonly Evidence[];
}
