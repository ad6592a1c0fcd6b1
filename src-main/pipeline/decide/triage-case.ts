import type {
  CheckedInvoice,
  Finding,
  Invoice,
  InvoiceId,
  Level,
  Policy,
  Triage,
  Urgency,
} from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { add, compare, multiply, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";

/** Findings that money alone does not weigh: whoever is wrong about them pays twice, or pays a stranger. */
const grave: ReadonlySet<string> = new Set([
  "bank.changed",
  "currency.mismatch",
  "duplicate.invoice",
  "evidence.instruction",
  "party.mismatch",
]);

/** What one case is labeled by. */
export interface TriageInput {
  readonly invoice: Invoice;
  readonly checked: CheckedInvoice;
  /** Findings that nobody has dismissed. */
  readonly open: readonly Finding[];
  readonly asOf: LocalDate;
  readonly policy: Pick<Policy, "variancePercent">;
  readonly customerValue: Level | null;
}

/** Labels a case by how soon, how risky and for whom. */
export function triageCase(input: TriageInput): Triage {
  const sendBy = sendByOf(input.invoice);
  return {
    sendBy,
    urgency: urgencyOf(sendBy, valueOf(input.invoice.dueDate), input.asOf),
    risk: riskOf(input),
    customerValue: input.customerValue,
  };
}

/** A draft goes out on the day that it bears; without one, when the period that it bills is over, or before it is due. */
function sendByOf({ issueDate, periodEnd, dueDate }: Invoice): LocalDate | null {
  const days = [valueOf(issueDate) ?? valueOf(periodEnd), valueOf(dueDate)].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

function urgencyOf(sendBy: LocalDate | null, due: LocalDate | null, asOf: LocalDate): Urgency {
  if (due !== null && due < asOf) return "overdue";
  if (sendBy === null) return "undated";
  if (sendBy < asOf) return "late";
  return sendBy < addDays(asOf, 7) ? "this-week" : "later";
}

/** High where it is blocked, grave, or money beyond the owner's variance moves; low where nothing was found or is unknown. */
function riskOf({ invoice, checked, open, policy }: TriageInput): Level {
  const counts = open.filter(({ severity }) => severity !== "info");
  if (counts.some(({ severity, check }) => severity === "block" || grave.has(check))) return "high";
  const moved = counts.reduce<Decimal>((sum, { impact }) => (impact === null ? sum : add(sum, impact)), zero);
  const total = valueOf(invoice.payable) ?? valueOf(invoice.gross) ?? valueOf(invoice.net);
  // Compared without a division: moved / total > percent / 100.
  const isLarge =
    total !== null &&
    compare(multiply(moved, "100" as DecimalText), multiply(total, policy.variancePercent)) > 0;
  if (isLarge) return "high";
  const isUnknown = checked.outcomes.some(({ outcome }) => outcome === "cannot-determine");
  return counts.length > 0 || isUnknown ? "medium" : "low";
}

/**
 * How much each invoice's customer matters, by what the workspace bills them, in each currency for itself.
 *
 * The largest that together make up half are high, the next up to nine tenths are medium: the split by value that
 * stock keepers call ABC. A customer that no invoice names has no value.
 */
export function rankCustomers(invoices: readonly Invoice[]): ReadonlyMap<InvoiceId, Level> {
  const billed = new Map<string, Map<string, Decimal>>();
  for (const invoice of invoices) {
    const [customer, currency, amount] = [
      customerOf(invoice),
      valueOf(invoice.currency),
      valueOf(invoice.net),
    ];
    if (customer === null || currency === null || amount === null || invoice.kind === "credit-note") continue;
    const sums = billed.get(currency) ?? new Map<string, Decimal>();
    sums.set(customer, add(sums.get(customer) ?? zero, amount));
    billed.set(currency, sums);
  }
  const levels = new Map<string, Level>();
  for (const [currency, sums] of billed) {
    const total = [...sums.values()].reduce<Decimal>(add, zero);
    const ranked = [...sums].toSorted(
      ([firstName, first], [secondName, second]) =>
        compare(second, first) || (firstName < secondName ? -1 : firstName > secondName ? 1 : 0),
    );
    let before: Decimal = zero;
    for (const [customer, amount] of ranked) {
      const tenths = multiply(before, "10" as DecimalText);
      const isBelow = (share: string): boolean => compare(tenths, multiply(total, share as DecimalText)) < 0;
      levels.set(`${currency} ${customer}`, isBelow("5") ? "high" : isBelow("9") ? "medium" : "low");
      before = add(before, amount);
    }
  }
  return new Map(
    invoices.flatMap((invoice) => {
      const customer = customerOf(invoice);
      if (customer === null) return [];
      const level = levels.get(`${valueOf(invoice.currency) ?? ""} ${customer}`) ?? "low";
      return [[invoice.id, level] as const];
    }),
  );
}

const customerOf = ({ buyer }: Invoice): string | null => buyer?.name.trim().toLowerCase() ?? null;
