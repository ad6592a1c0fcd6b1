import { z } from "zod";
import type { MeasureBoard, MeasureLog } from "../measure/index.ts";
import { longestLine, outgoingLanguages, pilotPhases } from "../model/index.ts";
import type {
  Assessment,
  BaselineCase,
  CheckId,
  ClearingCondition,
  DrillDefect,
  InvoiceId,
  PilotEntry,
} from "../model/index.ts";
import { isDecimalText } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { PilotStanding } from "../pilot/index.ts";
import type { DecisionReceipt } from "./decision-receipt.ts";
import { method } from "./method.ts";

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const line = z.string().max(longestLine);
const text = z.string().max(8_000);
const decimalText = z.string().max(40).refine(isDecimalText, "not a decimal number");
const decimalOrBlank = z.union([z.literal(""), decimalText]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const week = z.string().regex(/^\d{4}-W\d{2}$/);
const count = z.number().int().nonnegative().max(1_000_000);

const baselineCase = z.strictObject({
  number: line,
  triggeredOn: day.nullable(),
  sentOn: day.nullable(),
  dueOn: day.nullable(),
  paidOn: day.nullable(),
  minutes: decimalText.nullable(),
  hadError: z.boolean().nullable(),
});

const returnInputs = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  loadedCostPerHour: decimalText,
  costPerMonth: decimalText,
  recoveredPercent: z.strictObject({ low: decimalText, high: decimalText }),
  writeOffsBefore: decimalText.nullable(),
  writeOffsNow: decimalText.nullable(),
});

/** Entries that a window may record. Signatures and drills have calls of their own, which check them. */
const entry = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("assessment"),
    assessment: z.strictObject({
      handoff: line,
      repetitionsPerMonth: count,
      dragDays: decimalOrBlank,
      minutesEach: decimalOrBlank,
      errorPercent: decimalOrBlank,
      owner: line,
      steps: z
        .array(
          z.strictObject({
            title: line,
            system: line,
            kind: z.enum(["work", "decision", "approval"]),
            owner: line,
            minutes: decimalOrBlank,
          }),
        )
        .max(60),
      segment: text,
      notes: text,
    }),
  }),
  z.strictObject({
    type: z.literal("baseline"),
    source: z.enum(["import", "stop-watch"]),
    cases: z.array(baselineCase).min(1).max(20_000),
  }),
  z.strictObject({ type: z.literal("baseline-cleared") }),
  z.strictObject({ type: z.literal("return-inputs"), inputs: returnInputs }),
  z.strictObject({
    type: z.literal("drill-answered"),
    seed: count,
    kind: line,
    isFaulty: z.boolean(),
    answer: z.enum(["faulty", "clean"]),
    seconds: count,
  }),
  z.strictObject({
    type: z.literal("sample-judged"),
    week,
    invoiceId: id,
    verdict: z.enum(["right", "wrong"]),
    note: text,
  }),
  z.strictObject({ type: z.literal("weekly-review"), week, decisions: z.array(line).max(60) }),
]);

/** One thing that a pilot needs, as the workspace itself shows it. */
export interface Prerequisite {
  readonly id: string;
  readonly isMet: boolean;
  /** How many there are, and of how many; for the sentence. */
  readonly have: number;
  readonly of: number;
}

/** One automatic clearance that was drawn for review. */
export interface SampledClearance {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly customer: string | null;
  readonly at: string;
  readonly verdict: "right" | "wrong" | null;
}

/** Case that could be cleared by the program, or what keeps it. */
export interface Clearable {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly customer: string | null;
  readonly unmet: readonly ClearingCondition[];
}

/** What the workspace itself shows of the handoff, to be taken over into an assessment. `null` where it shows nothing. */
export interface AssessmentHints {
  readonly repetitionsPerMonth: number | null;
  /** Median of days from the last day of the work to the invoice date. */
  readonly dragDays: DecimalText | null;
  readonly minutesEach: DecimalText | null;
  /** Share of invoices with a finding. */
  readonly errorPercent: DecimalText | null;
  /** Customers whose invoices have the fewest findings, the clearest first. */
  readonly segments: readonly {
    readonly customer: string;
    readonly invoices: number;
    readonly clean: number;
  }[];
}

/** What a weekly meeting looks at, and what it may change. */
export interface WeeklyAgenda {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What the checks said most often, with the cases that are still open. */
  readonly causes: readonly {
    readonly check: CheckId;
    readonly count: number;
    readonly open: number;
    readonly cases: readonly InvoiceId[];
  }[];
  /** Open cases that have waited for more than a week. */
  readonly old: readonly InvoiceId[];
  /** Measures that are worse than before the pilot, by id. */
  readonly worse: readonly { readonly id: string; readonly before: DecimalText; readonly now: DecimalText }[];
  /** Checks that persons overruled, and whether a tolerance could make them quieter. */
  readonly rules: readonly {
    readonly check: CheckId;
    readonly cases: readonly InvoiceId[];
    readonly hasMoney: boolean;
  }[];
}

/** Customer who goes back to a person until one such case was approved, and the case that showed it. */
export interface HeldCustomer {
  readonly customer: string;
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly because: "known-layout" | "known-terms";
}

export interface PilotState {
  readonly standing: PilotStanding;
  readonly assessment: Assessment | null;
  readonly baseline: readonly BaselineCase[];
  readonly hints: AssessmentHints;
  readonly prerequisites: readonly Prerequisite[];
  readonly drills: readonly {
    readonly at: string;
    readonly seed: number;
    readonly defects: readonly DrillDefect[];
  }[];
  readonly reviewerDrill: {
    readonly right: number;
    readonly missed: number;
    readonly falseAlarms: number;
    readonly seconds: number;
  };
  readonly week: string;
  readonly agenda: WeeklyAgenda;
  readonly sample: readonly SampledClearance[];
  readonly automatic: readonly Clearable[];
  /** Open cases that are recommended clear, with what keeps each from being cleared alone. */
  readonly candidates: readonly Clearable[];
  /** Customers whose invoices are not cleared alone at the moment: a new layout, or a new version of a term. */
  readonly held: readonly HeldCustomer[];
  readonly reviews: readonly {
    readonly at: string;
    readonly week: string;
    readonly decisions: readonly string[];
  }[];
}

/** An invoice of a drill as a reviewer sees it: figures and clauses, no findings. */
export interface DrillCase {
  readonly kind: string;
  /** Shown only after the answer. */
  readonly isFaulty: boolean;
  readonly invoiceId: InvoiceId;
  readonly customer: string | null;
  readonly head: Readonly<Record<string, string>>;
  readonly lines: readonly {
    readonly description: string;
    readonly quantity: string | null;
    readonly price: string | null;
    readonly net: string | null;
  }[];
  readonly clauses: readonly string[];
}

const filter = z.strictObject({
  customer: line.nullable(),
  kind: z.enum(["invoice", "credit-note", "debit-note", "proforma", "self-billed"]).nullable(),
  from: day.nullable(),
  to: day.nullable(),
});
export type PilotEntryInput = z.input<typeof entry>;
/** The schema takes what the model describes, and nothing else. */
export const toEntry = (input: PilotEntryInput): PilotEntry => input as PilotEntry;

/** Calls about the pilot and its measures. */
export const pilotMethods = {
  "pilot.read": method<PilotState>()(nothing),
  "pilot.record": method<DecisionReceipt>()(z.strictObject({ entry })),
  "pilot.import-baseline": method<{ readonly cases: number }>()(
    z.strictObject({ name: z.string().min(1).max(400), base64: z.string().max(40_000_000) }),
    "long",
  ),
  "pilot.sign": method<DecisionReceipt>()(
    z.strictObject({
      phase: z.enum(pilotPhases),
      signedBy: z.string().min(1).max(200),
      limits: z
        .strictObject({
          amount: decimalText,
          currency: z.string().regex(/^[A-Z]{3}$/),
          invoicesPerDay: count,
        })
        .nullable(),
    }),
  ),
  "pilot.drill": method<{ readonly seed: number; readonly defects: readonly DrillDefect[] }>()(
    z.strictObject({ seed: count }),
    "long",
  ),
  "pilot.deal": method<readonly DrillCase[]>()(z.strictObject({ seed: count })),
  "measure.read": method<MeasureBoard>()(filter),
  "measure.export": method<MeasureLog>()(nothing),
  /** A self-contained page for the screen, or the same as paper. */
  "measure.report": method<{
    readonly name: string;
    readonly mediaType: "text/html" | "application/pdf";
    readonly base64: string;
  }>()(
    z.strictObject({
      kind: z.enum(["assessment", "weekly"]),
      form: z.enum(["html", "pdf"]),
      language: z.enum(outgoingLanguages),
    }),
  ),
} as const;
