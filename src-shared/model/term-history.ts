import type { LocalDate } from "../time/index.ts";
import type { AgreementId, TermId } from "./ids.ts";
import type { Term } from "./term.ts";

/** A term as it was read, or as a person once set it. */
export interface TermVersion {
  readonly term: Term;
  /** Who set it; `null` for the version that was read. */
  readonly by: string | null;
  /** UTC, ISO 8601; `null` for the version that was read. */
  readonly at: string | null;
  readonly reason: string | null;
  /** `current` judges; `former` did until it was edited; `taken-back` was undone. */
  readonly state: "current" | "former" | "taken-back";
}

/** A term of another document of the family that stands in place of this one, or in whose place this one stands. */
export interface RelatedTerm {
  readonly relation: "replaced-by" | "replaces";
  readonly agreementId: AgreementId;
  /** Number or title of its document. */
  readonly agreement: string | null;
  readonly term: Term;
  /** From when on the one stands in place of the other; `null` from the beginning. */
  readonly from: LocalDate | null;
}

/** All that a term has said, the oldest first, and what other documents make of it. */
export interface TermHistory {
  readonly termId: TermId;
  readonly versions: readonly TermVersion[];
  readonly related: readonly RelatedTerm[];
}
