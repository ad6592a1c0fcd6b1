import type {
  Agreement,
  CheckId,
  Evidence,
  Term,
  TermId,
  TermType,
} from "../../../src-shared/model/index.ts";
import type { Facts } from "../../../src-shared/text/index.ts";

/** An agreement family as the rules look at it. */
export interface ReadinessSubject {
  readonly root: Agreement;
  readonly members: readonly Agreement[];
  readonly terms: readonly Term[];
  readonly of: (type: TermType) => readonly Term[];
  /** Whether the papers say anything of this type, be it that there is none. */
  readonly says: (type: TermType) => boolean;
}

/** What a rule found open, with the terms and words that it is about. */
export interface FoundNeed {
  readonly termIds?: readonly TermId[];
  readonly facts?: Facts;
  readonly evidence?: readonly Evidence[];
}

export interface ReadinessRule {
  readonly code: string;
  /** Checks that cannot determine, or that assume, while this is open. */
  readonly checks: readonly CheckId[];
  readonly find: (subject: ReadinessSubject) => readonly FoundNeed[];
}

export const open: readonly FoundNeed[] = [{}];
export const closed: readonly FoundNeed[] = [];
export const when = (isOpen: boolean): readonly FoundNeed[] => (isOpen ? open : closed);
/** One need for all the terms that leave the same thing open; none without such terms. */
export const about = (terms: readonly Term[], facts: Facts = {}): readonly FoundNeed[] =>
  terms.length === 0
    ? closed
    : [
        {
          termIds: terms.map(({ id }) => id),
          facts,
          evidence: terms.flatMap(({ evidence }) => evidence.slice(0, 1)),
        },
      ];
export const asks = (question: string) => (term: Term) => term.questions?.includes(question) === true;
export const isHourly = (term: Term): boolean => term.type === "rate" && term.value.unit === "hour";
export const isRecurring = (term: Term): boolean => term.type === "fixed-fee" && term.value.per !== "once";
export const isPriced = ({ says }: ReadinessSubject): boolean =>
  says("rate") || says("fixed-fee") || says("tiers");
