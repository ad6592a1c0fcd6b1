import type { DecimalText } from "../money/index.ts";
import type { CheckId, Finding } from "./check.ts";
import type { FindingId, InvoiceId } from "./ids.ts";

/** What people made of a finding: sent the invoice back for it, waved it through, or nothing yet. */
export type FindingVerdict = "caught" | "false-alarm" | "unjudged";

/** Findings under one set of rules, by what people made of them. */
export interface RuleTally {
  readonly caught: number;
  readonly falseAlarms: number;
  readonly unjudged: number;
  /** Invoices that would be clear. */
  readonly clear: number;
  /** By currency: impact of findings that were no false alarm. */
  readonly money: Readonly<Record<string, DecimalText>>;
}

/** A finding that is there under one set of rules and not under the other. */
export interface TrialDifference {
  readonly change: "appears" | "vanishes";
  readonly verdict: FindingVerdict;
  readonly invoiceId: InvoiceId;
  readonly findingId: FindingId;
  readonly number: string | null;
  readonly check: CheckId;
  readonly line: string | null;
  readonly message: string;
  readonly said: Finding["said"];
  readonly impact: DecimalText | null;
  readonly currency: string | null;
}

/** What another set of rules would have said about the history of a workspace; nothing is kept. */
export interface RuleTrial {
  readonly invoices: number;
  readonly now: RuleTally;
  readonly tried: RuleTally;
  readonly differences: readonly TrialDifference[];
}

/** A past approval, computed again from what was stored before it. */
export interface ReplayedApproval {
  readonly invoiceId: InvoiceId;
  readonly number: string | null;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** `same` to the last byte; `differs` with the parts that do; `gone` where its documents are no longer there. */
  readonly is: "same" | "differs" | "gone";
  readonly changed: readonly ("invoice" | "terms" | "files" | "findings")[];
}
