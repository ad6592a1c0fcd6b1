import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { CheckId } from "./check.ts";
import type { InvoiceId } from "./ids.ts";
import type { InvoiceKind } from "./invoice.ts";

/** Steps of a pilot. In `shadow` and `advise` a person decides alone; `one-key` offers; `automatic` acts. */
export const pilotPhases = ["off", "shadow", "advise", "one-key", "automatic"] as const;
export type PilotPhase = (typeof pilotPhases)[number];

/** What must hold before an invoice may be cleared without a person. All of them, always. */
export const clearingConditions = [
  "all-checks-pass",
  "terms-confirmed",
  "below-limit",
  "known-customer",
  "known-layout",
  "known-terms",
  "no-bank-change",
  "no-credit",
  "no-model-value",
  "nobody-decided",
  "within-daily-limit",
] as const;
export type ClearingCondition = (typeof clearingConditions)[number];

/** What the program would have done with a case, written down beside what a person did with it. */
export interface Recommendation {
  readonly verdict: "clear" | "look" | "hold";
  /** Hash of what the case held at that moment. */
  readonly contentHash: string;
  /** Conditions for clearing without a person that did not hold. */
  readonly unmet: readonly ClearingCondition[];
  readonly customer: string | null;
  readonly kind: InvoiceKind;
  /** Fingerprint of how the document is laid out. */
  readonly layout: string;
  /** Fingerprint of the terms that govern it, with their versions. */
  readonly terms: string;
  /** Checks that failed or could not be determined. */
  readonly checks: readonly CheckId[];
  /** Seconds between the person's first look and the decision; `null` where nobody looked. */
  readonly secondsOpen: number | null;
}

/** What the owner allows at most without a person. */
export interface ClearingLimits {
  /** Gross, in `currency`; an invoice in another currency goes to a person. */
  readonly amount: DecimalText;
  readonly currency: string;
  readonly invoicesPerDay: number;
}

/** One step of the handoff as it is done today. */
export interface HandoffStep {
  readonly title: string;
  readonly system: string;
  readonly kind: "work" | "decision" | "approval";
  readonly owner: string;
  /** Minutes for one invoice, as decimal text; empty while not measured. */
  readonly minutes: string;
}

/** What a consultant and an owner find out before a pilot. */
export interface Assessment {
  readonly handoff: string;
  readonly repetitionsPerMonth: number;
  /** Days between trigger and invoice today, as decimal text; empty while unknown. */
  readonly dragDays: string;
  /** Minutes for one repetition today, as decimal text; empty while unknown. */
  readonly minutesEach: string;
  /** Share of invoices that come back or are corrected today, in percent; empty while unknown. */
  readonly errorPercent: string;
  /** The one person who answers for the handoff. */
  readonly owner: string;
  readonly steps: readonly HandoffStep[];
  /** The class of invoices that the pilot starts with, in words. */
  readonly segment: string;
  readonly notes: string;
}

/** One case as it went before, by import or by stop-watch. What is unknown is `null`. */
export interface BaselineCase {
  readonly number: string;
  readonly triggeredOn: LocalDate | null;
  readonly sentOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
  /** Minutes of work, as decimal text. */
  readonly minutes: DecimalText | null;
  readonly hadError: boolean | null;
}

/** What hours and money are worth, for the return. Every figure can be edited, and each has its spread. */
export interface ReturnInputs {
  readonly currency: string;
  readonly loadedCostPerHour: DecimalText;
  /** Cost of program and work on it for a month. */
  readonly costPerMonth: DecimalText;
  /** Share of the money found that is really recovered, in percent, low and high. */
  readonly recoveredPercent: { readonly low: DecimalText; readonly high: DecimalText };
  /** Write-offs for a month before and now, where they are known. */
  readonly writeOffsBefore: DecimalText | null;
  readonly writeOffsNow: DecimalText | null;
}

/** One defect that was planted into a copy of a real invoice, and whether the checks saw it. */
export interface DrillDefect {
  readonly kind: string;
  readonly invoiceId: InvoiceId;
  readonly caught: boolean;
  /** Checks that spoke up because of it. */
  readonly by: readonly CheckId[];
}

/** Something that belongs to the pilot and to no single case. */
export type PilotEntry =
  | { readonly type: "assessment"; readonly assessment: Assessment }
  | {
      readonly type: "baseline";
      readonly source: "import" | "stop-watch";
      readonly cases: readonly BaselineCase[];
    }
  | { readonly type: "baseline-cleared" }
  | { readonly type: "return-inputs"; readonly inputs: ReturnInputs }
  | {
      readonly type: "phase-signed";
      readonly phase: PilotPhase;
      /** The owner's name as typed by the owner. */
      readonly signedBy: string;
      /** What was on the page when it was signed. */
      readonly agreed: number;
      readonly wrong: number;
      /** 95 % upper bound on wrong clearances, as a decimal text; `null` without any decision. */
      readonly bound: DecimalText | null;
      readonly limits: ClearingLimits | null;
    }
  | { readonly type: "drill"; readonly seed: number; readonly defects: readonly DrillDefect[] }
  | {
      readonly type: "drill-answered";
      readonly seed: number;
      readonly kind: string;
      readonly isFaulty: boolean;
      readonly answer: "faulty" | "clean";
      readonly seconds: number;
    }
  | {
      readonly type: "sample-judged";
      readonly week: string;
      readonly invoiceId: InvoiceId;
      readonly verdict: "right" | "wrong";
      readonly note: string;
    }
  | { readonly type: "weekly-review"; readonly week: string; readonly decisions: readonly string[] };

/** That a model was asked, by hashes and figures; the words themselves are kept apart. */
export interface ExchangeRecord {
  readonly id: string;
  readonly task: string;
  readonly promptVersion: number;
  readonly level: "shadow" | "draft";
  /** Id of what it was about. */
  readonly subject: string;
  readonly host: string;
  readonly model: string;
  readonly form: string;
  /** SHA-256, hex. */
  readonly requestHash: string;
  readonly answerHash: string | null;
  /** Code of what went wrong; `null` for an answer that could be used. */
  readonly problem: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly milliseconds: number;
  /** Bytes that left this machine. */
  readonly sentBytes: number;
  readonly proposals: number;
  readonly citations: { readonly verified: number; readonly dropped: number };
  /** Parts of the answer that nobody was shown, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
}

/** Characters of a line that a person types into an assessment. */
export const longestLine = 400;
