import type { Evidence } from "./evidence.ts";
import type { AgreementId, TermId } from "./ids.ts";

/**
 * Something that an agreement does not say and that a check will need, with how to close the gap.
 *
 * `assumption` is what the checks do until somebody answers; `null` where they cannot determine instead.
 */
export interface ReadinessNeed {
  /** `proration-basis`, `time-zone`, `rounding`, `tax-rate`, `missing-document` … */
  readonly code: string;
  readonly agreementId: AgreementId;
  /** Terms that the need is about; empty where the agreement says nothing at all. */
  readonly termIds: readonly TermId[];
  /** Families of checks that need it, by their ids: "proration.wrong". */
  readonly checks: readonly string[];
  /** What the sentences are filled with; a window says them in its language by `readiness/<code>/<part>`. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly question: string;
  /** A sentence that could be agreed; `null` where only a fact will do, such as a missing document. */
  readonly wording: string | null;
  readonly assumption: string | null;
  readonly evidence: readonly Evidence[];
}

/** What one agreement, with all that changes it, still leaves open. */
export interface AgreementReadiness {
  readonly agreementId: AgreementId;
  readonly number: string | null;
  readonly title: string | null;
  readonly needs: readonly ReadinessNeed[];
}
