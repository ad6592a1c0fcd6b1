import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  CheckId,
  Direction,
  DocumentKind,
  Evidence,
  InvoiceId,
  OutcomeKind,
  ProposalAction,
  Severity,
} from "../../../src-shared/model/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** What a check found on a subject, before it gets its id and its place. */
export interface FindingDraft {
  /** "warn" unless said otherwise. */
  readonly severity?: Severity;
  readonly direction: Direction;
  readonly message: Sentence;
  readonly expected?: string | null;
  readonly found?: string | null;
  /** Before tax; the sign is dropped, the direction says it. */
  readonly impact?: DecimalText | null;
  readonly formula?: string | null;
  readonly alternative?: Sentence | null;
  readonly tolerance?: { readonly over: DecimalText; readonly under: DecimalText } | null;
  readonly proposal: { readonly action: ProposalAction; readonly text: Sentence };
  /** Of the readings that it rests on; the engine takes the weakest of them when absent. */
  readonly confidence?: number;
  readonly evidence: readonly Evidence[];
  /** For a check on whole invoices whose finding is about one line. */
  readonly line?: string;
  readonly relatedInvoiceId?: InvoiceId | null;
}

/** One answer of a check about one subject. `because` is a whole sentence without its full stop. */
export type Verdict =
  | {
      readonly check: CheckId;
      readonly outcome: Exclude<OutcomeKind, "fail" | "not-run">;
      readonly because: Sentence;
    }
  | { readonly check: CheckId; readonly outcome: "fail"; readonly findings: readonly FindingDraft[] };

export const pass = (check: CheckId, because: Sentence): Verdict => ({ check, outcome: "pass", because });
export const notApplicable = (check: CheckId, because: Sentence): Verdict => ({
  check,
  outcome: "not-applicable",
  because,
});
export const cannotDetermine = (check: CheckId, because: Sentence): Verdict => ({
  check,
  outcome: "cannot-determine",
  because,
});
export const fail = (check: CheckId, ...findings: readonly FindingDraft[]): Verdict => ({
  check,
  outcome: "fail",
  findings,
});

interface RuleBase {
  /** Published ids; each call answers for every one of them. */
  readonly ids: readonly CheckId[];
  /** Number of the family in the catalogue. */
  readonly family: number;
  readonly title: string;
  /** Rises when a result can change for the same input. */
  readonly version: number;
  /** Documents without which it cannot determine. */
  readonly needs: readonly DocumentKind[];
  /** Checks whose failure on the same line or invoice makes this one meaningless. */
  readonly dependsOn: readonly CheckId[];
  /**
   * Which agreed figures its answers can rest on, of prices by unit or period; any of them unless it is said.
   *
   * An answer that rests on none, or on that of its line alone, outlives a change of another price.
   */
  readonly restsOn?: "no price" | "the price of its line";
}

/** A check on every line of an invoice. */
export interface LineRule extends RuleBase {
  readonly scope: "line";
  /** Why it does not apply to the whole invoice, in one outcome instead of one for each line; `null` when it may. */
  readonly skip: (invoice: InvoiceContext) => Sentence | null;
  readonly judge: (line: LineContext) => readonly Verdict[];
  /** What it says of an invoice as a whole beside its lines; `null` for nothing. It stops no other check. */
  readonly judgeWhole?: (invoice: InvoiceContext) => readonly Verdict[] | null;
}

/** A check on an invoice as a whole. */
export interface InvoiceRule extends RuleBase {
  readonly scope: "invoice";
  readonly judge: (invoice: InvoiceContext) => readonly Verdict[];
}

/** One part of a family: one file in `rules`. */
export type Rule = LineRule | InvoiceRule;

/** A registered check, as the report names it. */
export interface Check {
  readonly id: CheckId;
  readonly version: number;
  readonly family: number;
  readonly title: string;
  readonly needs: readonly DocumentKind[];
  readonly dependsOn: readonly CheckId[];
}
