import { isMoneyAction } from "../../../src-shared/model/index.ts";
import type {
  DecisionEvent,
  DisputeOutcome,
  DisputeReason,
  InvoiceId,
  PaymentId,
  SetAsidePayment,
  SettlementRecord,
} from "../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { DecisionFold } from "./fold-decisions.ts";

/** A dispute about one invoice, open until it has an outcome. */
export interface DisputeRecord {
  readonly invoiceId: InvoiceId;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly openedAt: string;
  readonly closed: {
    readonly at: string;
    readonly outcome: DisputeOutcome;
    readonly note: string | null;
  } | null;
}

export interface SentReminder {
  readonly step: number;
  readonly on: LocalDate;
}

/** What people did about money, as it holds now. */
export interface MoneyFold {
  readonly settled: ReadonlyMap<PaymentId, SettlementRecord>;
  readonly setAside: ReadonlyMap<PaymentId, SetAsidePayment>;
  readonly closedMonths: ReadonlySet<string>;
  readonly reminders: ReadonlyMap<InvoiceId, readonly SentReminder[]>;
  /** The latest promise of each invoice. */
  readonly promises: ReadonlyMap<InvoiceId, LocalDate>;
  readonly disputes: readonly DisputeRecord[];
  /** Why a customer is spared reminders. */
  readonly hardship: ReadonlyMap<string, string>;
}

/** Folds what concerns payments and what is still open. Later words go over earlier ones; what was undone is out. */
export function foldMoney(
  events: readonly DecisionEvent[],
  { holding }: Pick<DecisionFold, "holding">,
): MoneyFold {
  const settled = new Map<PaymentId, SettlementRecord>();
  const setAside = new Map<PaymentId, SetAsidePayment>();
  const closedMonths = new Set<string>();
  const reminders = new Map<InvoiceId, readonly SentReminder[]>();
  const promises = new Map<InvoiceId, LocalDate>();
  const disputes: DisputeRecord[] = [];
  const hardship = new Map<string, string>();
  for (const { id, at, actor, action } of events) {
    if (!holding.has(id) || !isMoneyAction(action)) continue;
    switch (action.type) {
      case "payment-settled": {
        const { type: _type, ...rest } = action;
        setAside.delete(action.paymentId);
        settled.set(action.paymentId, { ...rest, at, actor });
        break;
      }
      case "payment-set-aside":
        settled.delete(action.paymentId);
        setAside.set(action.paymentId, { paymentId: action.paymentId, reason: action.reason });
        break;
      case "payment-released":
        settled.delete(action.paymentId);
        setAside.delete(action.paymentId);
        break;
      case "month-closed":
        closedMonths.add(action.key);
        break;
      case "reminder-sent":
        for (const invoice of action.invoiceIds)
          reminders.set(invoice, [...(reminders.get(invoice) ?? []), { step: action.step, on: action.on }]);
        break;
      case "promise-recorded":
        for (const invoice of action.invoiceIds) promises.set(invoice, action.until);
        break;
      case "dispute-opened":
        disputes.push({
          invoiceId: action.invoiceId,
          reason: action.reason,
          note: action.note,
          openedAt: at,
          closed: null,
        });
        break;
      case "dispute-closed": {
        const index = disputes.findLastIndex(
          (each) => each.invoiceId === action.invoiceId && each.closed === null,
        );
        const open = disputes[index];
        if (open !== undefined)
          disputes[index] = { ...open, closed: { at, outcome: action.outcome, note: action.note } };
        break;
      }
      case "hardship-noted":
        if (action.note === null) hardship.delete(action.customer);
        else hardship.set(action.customer, action.note);
        break;
      case "export-read-back":
      case "export-items-released":
        break;
    }
  }
  return { settled, setAside, closedMonths, reminders, promises, disputes, hardship };
}
