import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { InvoiceId, PaymentId, StatementId } from "./ids.ts";

/** An invoice or credit note with what is still to be paid of it. */
export interface OpenItem {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly kind: "invoice" | "credit-note";
  readonly customer: string;
  readonly currency: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  /** What it was for; negative for a credit note. */
  readonly amount: DecimalText;
  /** What is open of it, signed alike. */
  readonly open: DecimalText;
  /** Discount for early payment as its terms print it. */
  readonly earlyDiscount: { readonly percent: DecimalText; readonly until: LocalDate } | null;
}

/**
 * How a payment meets what is open, surest first.
 *
 * `exact`: number and amount. `payer`: payer and amount, and nothing else fits. `combined`: several items add up.
 * `short`: within tolerance or an agreed discount. `partial`, `over`: named, with another amount.
 * `other-currency`: named, in another currency. `refund`: money out that meets a credit note.
 */
export const settlementLevels = [
  "exact",
  "payer",
  "combined",
  "short",
  "over",
  "partial",
  "refund",
  "other-currency",
] as const;
export type SettlementLevel = (typeof settlementLevels)[number];

/** What becomes of the part of a payment that no item takes, or of an item that the payment leaves open. */
export const differenceUses = [
  "none",
  "stays-open",
  "bank-charge",
  "early-discount",
  "customer-credit",
] as const;
export type DifferenceUse = (typeof differenceUses)[number];

/** Why a proposal is made; the sentence comes from the catalogue. */
export interface SettlementReason {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A share of a payment for one item, in the item's currency. */
export interface Allocation {
  readonly invoiceId: InvoiceId;
  readonly amount: DecimalText;
}

/** One way to settle items with a payment. */
export interface SettlementProposal {
  readonly paymentId: PaymentId;
  readonly level: SettlementLevel;
  readonly allocations: readonly Allocation[];
  /** What was paid less what is taken; negative where an item stays short. */
  readonly difference: DecimalText;
  readonly use: DifferenceUse;
  readonly reasons: readonly SettlementReason[];
  /** Whether nothing else fits as well, so that it may be done without a person. */
  readonly isUnambiguous: boolean;
}

/** A payment that was settled by a person, or by the rule for unambiguous ones. */
export interface SettlementRecord {
  readonly paymentId: PaymentId;
  readonly level: SettlementLevel | "by-hand";
  readonly allocations: readonly Allocation[];
  readonly difference: DecimalText;
  readonly use: DifferenceUse;
  readonly at: string;
  readonly actor: string;
}

/** A payout of a payment service, and the credit at the bank that it arrived as. */
export interface PayoutArrival {
  /** Its id at the service. */
  readonly reference: string;
  readonly currency: string;
  /** Movements that it carries. */
  readonly count: number;
  /** What customers paid. */
  readonly gross: DecimalText;
  /** What went back to customers: negative, or zero. */
  readonly refunds: DecimalText;
  /** What the service kept. */
  readonly fees: DecimalText;
  /** Gross and refunds less fees: what has to be at the bank. */
  readonly arrives: DecimalText;
  /** The credit at the bank; `null` where none fits, or more than one. */
  readonly paymentId: PaymentId | null;
  readonly candidates: number;
}

/** Why a movement needs no invoice: fees, transfers between own accounts, private matters. */
export interface SetAsidePayment {
  readonly paymentId: PaymentId;
  readonly reason: string;
}

/** One month of one account; the parts add up to the movements, and these to the balances, to the cent. */
export interface Reconciliation {
  readonly account: string;
  readonly currency: string;
  /** "2026-11". */
  readonly month: string;
  readonly statementIds: readonly StatementId[];
  readonly opening: DecimalText | null;
  readonly closing: DecimalText | null;
  readonly movements: DecimalText;
  readonly parts: Readonly<Record<ReconciliationPart, DecimalText>>;
  /** Closing balance less opening balance less movements; `null` where a balance is not stated. */
  readonly gap: DecimalText | null;
  /** Sum of the parts less movements: zero, or this program is wrong. */
  readonly proof: DecimalText;
  readonly unmatched: readonly PaymentId[];
  readonly isClosed: boolean;
}

export const reconciliationParts = ["settled", "over", "fees", "payouts", "set-aside", "unmatched"] as const;
export type ReconciliationPart = (typeof reconciliationParts)[number];
