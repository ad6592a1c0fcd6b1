import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { InvoiceId, PaymentId } from "./ids.ts";
import type { Allocation, DifferenceUse, SettlementLevel } from "./settlement.ts";

/** Why a customer disputes an invoice; patterns over many point back to terms and checks. */
export const disputeReasons = [
  "price",
  "quantity",
  "not-delivered",
  "quality",
  "duplicate",
  "missing-order-number",
  "wrong-party",
  "tax",
  "other",
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** How a dispute ended: the invoice stands, a credit note was given, or it was withdrawn by us. */
export const disputeOutcomes = ["invoice-stands", "credited", "withdrawn"] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** What happens after the hand-off: what arrived, what was paid, and what is said about what was not. */
export type MoneyAction =
  | {
      /** A list of the target was read back: what it holds of an export. */
      readonly type: "export-read-back";
      readonly exportId: string;
      readonly source: string;
      readonly confirmed: readonly InvoiceId[];
      readonly missing: readonly InvoiceId[];
      readonly doubled: readonly InvoiceId[];
      readonly differing: readonly InvoiceId[];
    }
  | {
      /** Invoices of an export that did not arrive and may go out again. */
      readonly type: "export-items-released";
      readonly exportId: string;
      readonly invoiceIds: readonly InvoiceId[];
      readonly reason: string;
    }
  | {
      readonly type: "payment-settled";
      readonly paymentId: PaymentId;
      readonly level: SettlementLevel | "by-hand";
      readonly allocations: readonly Allocation[];
      readonly difference: DecimalText;
      readonly use: DifferenceUse;
    }
  | { readonly type: "payment-set-aside"; readonly paymentId: PaymentId; readonly reason: string }
  /** What was settled or set aside waits again. */
  | { readonly type: "payment-released"; readonly paymentId: PaymentId }
  | { readonly type: "month-closed"; readonly key: string; readonly note: string | null }
  | {
      /** A person says that a drafted reminder went out. */
      readonly type: "reminder-sent";
      readonly invoiceIds: readonly InvoiceId[];
      readonly customer: string;
      readonly step: number;
      readonly on: LocalDate;
    }
  | {
      readonly type: "promise-recorded";
      readonly invoiceIds: readonly InvoiceId[];
      readonly until: LocalDate;
      readonly note: string | null;
    }
  | {
      readonly type: "dispute-opened";
      readonly invoiceId: InvoiceId;
      readonly reason: DisputeReason;
      readonly note: string | null;
    }
  | {
      readonly type: "dispute-closed";
      readonly invoiceId: InvoiceId;
      readonly outcome: DisputeOutcome;
      readonly note: string | null;
    }
  /** A customer in hardship gets no reminders; `note: null` ends it. */
  | { readonly type: "hardship-noted"; readonly customer: string; readonly note: string | null };

const moneyTypes: ReadonlySet<string> = new Set<MoneyAction["type"]>([
  "export-read-back",
  "export-items-released",
  "payment-settled",
  "payment-set-aside",
  "payment-released",
  "month-closed",
  "reminder-sent",
  "promise-recorded",
  "dispute-opened",
  "dispute-closed",
  "hardship-noted",
]);

export const isMoneyAction = (action: { readonly type: string }): action is MoneyAction =>
  moneyTypes.has(action.type);
