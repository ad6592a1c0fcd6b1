import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { InvoiceId } from "./ids.ts";
import type { DisputeOutcome, DisputeReason } from "./money-action.ts";
import type { OpenItem } from "./settlement.ts";
import type { Payment } from "./statement.ts";

/** How late an open item is, in the usual bands. */
export const agingBands = ["not-due", "1-30", "31-60", "61-90", "over-90", "no-due-date"] as const;
export type AgingBand = (typeof agingBands)[number];

/** What a customer owes in one currency, by how late it is. */
export interface AgingRow {
  readonly customer: string;
  readonly currency: string;
  readonly byBand: Readonly<Record<AgingBand, DecimalText>>;
  readonly total: DecimalText;
}

/** Why no reminder goes out for an item that is late. */
export type ReminderStop = "promise" | "dispute" | "hardship" | "not-late" | "waiting";

/** When reminders are due: days after the due date, then every so many days. */
export interface ReminderPlan {
  readonly days: readonly number[];
  readonly everyDays: number;
  /** From this step on a person takes over instead of another letter. */
  readonly escalateAtStep: number;
}

/** Days 1, 3 and 7, then weekly; the sixth time a person calls. */
export const defaultReminderPlan: ReminderPlan = { days: [1, 3, 7], everyDays: 7, escalateAtStep: 6 };

/** Languages that this program writes to customers in. */
export const outgoingLanguages = ["en", "de", "fr"] as const;
export type OutgoingLanguage = (typeof outgoingLanguages)[number];

/** A reminder that is due for a customer's late items of one currency. */
export interface DueReminder {
  readonly customer: string;
  readonly currency: string;
  readonly items: readonly OpenItem[];
  /** From 1; that of the item that is furthest. */
  readonly step: number;
  readonly tone: "friendly" | "plain" | "firm" | "escalate";
  readonly total: DecimalText;
  readonly oldestDaysLate: number;
}

/** An item that is late and gets no reminder now, and why. */
export interface StoppedReminder {
  readonly item: OpenItem;
  readonly because: ReminderStop;
  readonly until: LocalDate | null;
}

/** How likely an item is paid within thirty days, and what that rests on. */
export interface PaymentLikelihood {
  readonly invoiceId: InvoiceId;
  /** Percent, whole. */
  readonly percent: number;
  /** Of this customer's items that were as late as this one, how many were paid within thirty days more. */
  readonly ownPaid: number;
  readonly ownCases: number;
  readonly allPaid: number;
  readonly allCases: number;
}

/** A customer to call, and what a call is worth. */
export interface CallRow {
  readonly customer: string;
  readonly currency: string;
  readonly open: DecimalText;
  /** What is not likely to come by itself: open times the chance that it does not. */
  readonly atStake: DecimalText;
  readonly oldestDaysLate: number;
  readonly likelihoods: readonly PaymentLikelihood[];
}

/** Foreseen and real share of payments, in one band of foreseen likelihood. */
export interface CalibrationBin {
  readonly fromPercent: number;
  readonly toPercent: number;
  readonly cases: number;
  readonly foreseenPercent: number;
  readonly realPercent: number;
}

/** One dispute with how long it took. */
export interface DisputeRow {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly customer: string;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: DisputeOutcome | null;
  readonly days: number | null;
}

/** Disputes of one reason, and where they point back to. */
export interface DisputePattern {
  readonly reason: DisputeReason;
  readonly count: number;
  readonly customers: readonly string[];
  /** Families of checks that look for this kind of fault before it goes out. */
  readonly checks: readonly string[];
  readonly medianDays: number | null;
}

/** A day on which the gateway should try a failed payment again; attempts are counted from 1 after the first failure. */
export interface RetryStep {
  readonly attempt: number;
  readonly on: LocalDate;
}

/** A payment that was asked for and did not come, with every try for the same sum from the same payer. */
export interface FailedPayment {
  /** The last try. */
  readonly payment: Payment;
  readonly failures: number;
  readonly firstFailedOn: LocalDate;
  /** Tries to come; none are left when a person has to ask. */
  readonly steps: readonly RetryStep[];
}

/**
 * What a confirmed clause on late payment gives for an item today.
 *
 * A clause that does not say how months are counted has several readings; then a person chooses, and no draft holds one.
 */
export interface LateFeeProposal {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  readonly daysLate: number;
  /** The clause in its own words. */
  readonly clause: string;
  readonly readings: readonly {
    readonly method: LateFeeReading;
    readonly amount: DecimalText;
    readonly formula: string;
  }[];
}

export const lateFeeReadings = ["agreed", "daily", "full-months", "started-months"] as const;
export type LateFeeReading = (typeof lateFeeReadings)[number];
