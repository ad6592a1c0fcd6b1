import type { ClearingCondition, ClearingLimits, InvoiceKind, Recommendation } from "../model/index.ts";
import { compare } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { PilotStanding } from "./shadow-ledger.ts";

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
  const known = standing.rows.filter(
    (row) =>
      row.customer !== null &&
      row.customer === facts.customer &&
      row.decided === "approved" &&
      !row.isAutomatic,
  );
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
