import type { ClearingCondition, ClearingLimits, InvoiceKind, Recommendation } from "../model/index.ts";
import { compare } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { LedgerRow, PilotStanding } from "./shadow-ledger.ts";

/** What the conditions look at. */
export interface ClearingFacts {
  readonly verdict: Recommendation["verdict"];
  readonly hasOpenOutcome: boolean;
  readonly hasUnconfirmedTerm: boolean;
  readonly amount: DecimalText | null;
  readonly currency: string | null;
  readonly customer: string | null;
  readonly kind: InvoiceKind;
  readonly layout: string;
  readonly terms: string;
  readonly hasBankChange: boolean;
  readonly hasModelValue: boolean;
  readonly isUntouched: boolean;
}

/** Invoices of a customer that a person must have approved before one may be cleared alone. */
export const firstInvoices = 3;

/** Conditions for clearing without a person that do not hold, in their published order. */
export function unmetConditions(
  facts: ClearingFacts,
  standing: PilotStanding,
  limits: ClearingLimits | null,
  clearedToday: number,
): readonly ClearingCondition[] {
  const known = facts.customer === null ? [] : (approvedOf(standing).get(facts.customer) ?? []);
  const holds: Readonly<Record<ClearingCondition, boolean>> = {
    "all-checks-pass": facts.verdict === "clear" && !facts.hasOpenOutcome,
    "terms-confirmed": !facts.hasUnconfirmedTerm,
    "below-limit":
      limits !== null &&
      facts.amount !== null &&
      facts.currency === limits.currency &&
      compare(facts.amount, limits.amount) <= 0,
    "known-customer": known.length >= firstInvoices,
    "known-layout": known.some(({ layout }) => layout === facts.layout),
    "known-terms": known.some(({ terms }) => terms === facts.terms),
    "no-bank-change": !facts.hasBankChange,
    "no-credit": facts.kind === "invoice",
    "no-model-value": !facts.hasModelValue,
    "nobody-decided": facts.isUntouched,
    "within-daily-limit": limits !== null && clearedToday < limits.invoicesPerDay,
  };
  return (Object.keys(holds) as ClearingCondition[]).filter((condition) => !holds[condition]);
}

const approvals = new WeakMap<PilotStanding, ReadonlyMap<string, readonly LedgerRow[]>>();

/** What persons approved, by customer; counted once for a standing, since every case of a list is held against it. */
function approvedOf(standing: PilotStanding): ReadonlyMap<string, readonly LedgerRow[]> {
  const counted = approvals.get(standing);
  if (counted !== undefined) return counted;
  const byCustomer = new Map<string, LedgerRow[]>();
  for (const row of standing.rows) {
    if (row.customer === null || row.decided !== "approved" || row.isAutomatic) continue;
    const rows = byCustomer.get(row.customer);
    if (rows === undefined) byCustomer.set(row.customer, [row]);
    else rows.push(row);
  }
  approvals.set(standing, byCustomer);
  return byCustomer;
}
