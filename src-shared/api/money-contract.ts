import { z } from "zod";
import { differenceUses, disputeOutcomes, disputeReasons, settlementLevels } from "../model/index.ts";
import type {
  LateFeeProposal,
  PayoutArrival,
  AgingRow,
  CalibrationBin,
  CallRow,
  DisputePattern,
  DisputeRow,
  DueReminder,
  ExportRecord,
  OpenItem,
  Payment,
  OutgoingLanguage,
  PaymentStatus,
  Reconciliation,
  ReminderPlan,
  FailedPayment,
  SettlementProposal,
  SettlementReason,
  SettlementRecord,
  Statement,
  StoppedReminder,
} from "../model/index.ts";
import type { ExportTargetRow } from "./export-rows.ts";
import type { DecisionReceipt } from "./decision-receipt.ts";
import { method } from "./method.ts";

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const ids = z.array(id).max(100_000);
const note = z.string().max(4_000);
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const amount = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/);
const options = z.record(z.string(), z.string().max(20_000));
/** Lists of the owner's own books; none of them is large. */
const listText = z.string().min(1).max(5_000_000);

/** A reason by its code, and as a sentence in English. */
export interface ShownReason extends SettlementReason {
  readonly message: string;
}

/** A proposal with its reasons as sentences. */
export interface ShownProposal extends Omit<SettlementProposal, "reasons"> {
  readonly reasons: readonly ShownReason[];
}

/** A movement and what became of it. */
export interface PaymentRow {
  readonly payment: Payment;
  /** Account, or who states it. */
  readonly account: string;
  /** A payment that did not come, or not yet, has nothing to be matched with: its state is its own status. */
  readonly state:
    | "settled"
    | "set-aside"
    | "proposed"
    | "unmatched"
    | "repeated"
    | "payout"
    | Exclude<PaymentStatus, "booked">;
  readonly settled: SettlementRecord | null;
  readonly setAside: string | null;
  readonly proposals: readonly ShownProposal[];
}

/** A message that a person sends or does not; this program sends nothing. */
export interface MessageDraft {
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
  /** As a file that a mail program opens as a draft. */
  readonly eml: string;
  /** Sentences that promise something that no record backs. */
  readonly unbacked: readonly string[];
}

export interface ShownReminder extends DueReminder {
  /** The same text in every language: who sends it knows which its reader reads. */
  readonly drafts: Readonly<Record<OutgoingLanguage, MessageDraft>>;
}

export interface FollowUp {
  readonly asOf: string;
  readonly aging: readonly AgingRow[];
  readonly items: readonly OpenItem[];
  readonly reminders: readonly ShownReminder[];
  readonly stopped: readonly StoppedReminder[];
  readonly calls: readonly CallRow[];
  /** What is believed before there is any history. */
  readonly prior: { readonly percent: number; readonly cases: number };
  readonly calibration: readonly CalibrationBin[] | null;
  /** Cases that are missing before a calibration is shown. */
  readonly calibrationNeeds: number;
  readonly disputes: readonly DisputeRow[];
  readonly patterns: readonly DisputePattern[];
  readonly hardship: readonly { readonly customer: string; readonly note: string }[];
  readonly plans: {
    readonly default: ReminderPlan;
    readonly customers: Readonly<Record<string, ReminderPlan>>;
  };
  /** Only what a confirmed clause gives; items in dispute and customers in hardship have none. */
  readonly lateFees: readonly LateFeeProposal[];
  readonly failedPayments: readonly FailedPayment[];
  /** The tries to come as CSV, a row a try, to hand to the gateway; `null` where there are none. */
  readonly retrySchedule: string | null;
}

/** The columns of a template that was loaded, with what each most likely takes. */
export interface ReadTemplateAnswer {
  readonly separator: string;
  readonly columns: readonly { readonly title: string; readonly field?: string; readonly text?: string }[];
}

/** Calls about what happens after the hand-off. */
export const moneyMethods = {
  "exports.confirm-profile": method<readonly ExportTargetRow[]>()(z.strictObject({ target: id, options })),
  "exports.import-list": method<readonly ExportTargetRow[]>()(
    z.strictObject({
      target: id,
      list: z.enum(["accounts", "items", "taxes", "partners"]),
      text: listText,
    }),
  ),
  "exports.read-template": method<ReadTemplateAnswer>()(z.strictObject({ text: listText })),
  "exports.read-back": method<ExportRecord>()(
    z.strictObject({ exportId: id, name: z.string().min(1).max(400), base64: z.string() }),
    "long",
  ),
  "exports.release": method<DecisionReceipt>()(
    z.strictObject({ exportId: id, invoiceIds: ids.min(1), reason: note.min(1) }),
  ),

  "payments.list": method<{
    rows: readonly PaymentRow[];
    items: readonly OpenItem[];
    statements: readonly Omit<Statement, "payments">[];
    /** Payouts of payment services, each with the credit at the bank that it arrived as. */
    payouts: readonly PayoutArrival[];
  }>()(nothing, "long"),
  "payments.settle": method<DecisionReceipt>()(
    z.strictObject({
      paymentId: id,
      level: z.enum([...settlementLevels, "by-hand"]),
      allocations: z
        .array(z.strictObject({ invoiceId: id, amount }))
        .min(1)
        .max(1_000),
      use: z.enum(differenceUses),
    }),
  ),
  "payments.settle-sure": method<DecisionReceipt>()(nothing),
  "payments.set-aside": method<DecisionReceipt>()(
    z.strictObject({ paymentIds: ids.min(1), reason: note.min(1) }),
  ),
  "payments.release": method<DecisionReceipt>()(z.strictObject({ paymentIds: ids.min(1) })),
  "payments.reconcile": method<readonly Reconciliation[]>()(nothing),
  "payments.close-month": method<DecisionReceipt>()(
    z.strictObject({
      account: z.string().max(400),
      currency: z.string().length(3),
      month: z.string().regex(/^\d{4}-\d{2}$/),
      note: note.nullable(),
    }),
  ),

  "follow-up.list": method<FollowUp>()(nothing, "long"),
  "follow-up.record-reminder": method<DecisionReceipt>()(
    z.strictObject({ invoiceIds: ids.min(1), customer: z.string().max(400), step: z.int().min(1).max(500) }),
  ),
  "follow-up.record-promise": method<DecisionReceipt>()(
    z.strictObject({ invoiceIds: ids.min(1), until: localDate, note: note.nullable() }),
  ),
  "follow-up.open-dispute": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, reason: z.enum(disputeReasons), note: note.nullable() }),
  ),
  "follow-up.close-dispute": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, outcome: z.enum(disputeOutcomes), note: note.nullable() }),
  ),
  "follow-up.note-hardship": method<DecisionReceipt>()(
    z.strictObject({ customer: z.string().min(1).max(400), note: note.nullable() }),
  ),
  "follow-up.set-plan": method<FollowUp>()(
    z.strictObject({
      customer: z.string().min(1).max(400),
      plan: z
        .strictObject({
          days: z.array(z.int().min(1).max(365)).min(1).max(20),
          everyDays: z.int().min(1).max(365),
          escalateAtStep: z.int().min(1).max(500),
        })
        .nullable(),
    }),
  ),
} as const;
