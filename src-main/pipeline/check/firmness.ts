import type { TermType } from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing } from "./context.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

type AnyTerm = GoverningTerm | Governing<TermType>;

/** Whether a term may make an invoice clear: confirmed, without open questions, and its document binds. */
export function isFirmTerm(governing: AnyTerm): boolean {
  return whyNotFirm(governing) === null;
}

/** Sentences about a term that say why it cannot make an invoice clear. */
export type NotFirm =
  | "because/term-contradicted"
  | "because/term-open"
  | "because/term-unconfirmed"
  | "because/term-of-offer"
  | "because/term-unsigned"
  | "because/term-of-draft"
  | "because/term-superseded";

/** Why a term cannot make an invoice clear; `null` when it can. */
export function whyNotFirm({ term, agreement, conflictsWith }: AnyTerm): NotFirm | null {
  if (conflictsWith.length > 0) return "because/term-contradicted";
  if ((term.questions ?? []).length > 0) return "because/term-open";
  if (term.status !== "confirmed") return "because/term-unconfirmed";
  switch (agreement.standing) {
    case "in-force":
      return null;
    // An offer that lapsed before anybody said yes.
    case "offer":
    case "expired":
      return "because/term-of-offer";
    case "unsigned":
      return "because/term-unsigned";
    case "draft":
      return "because/term-of-draft";
    case "superseded":
      return "because/term-superseded";
  }
}

/** Why a term cannot even be computed with; `null` when it can. Proposed terms can, for a result that is not clear. */
export function whyUnusable({ term, conflictsWith }: AnyTerm): Sentence | null {
  if (conflictsWith.length > 0) return sentence("because/conflicting-term", {});
  if ((term.questions ?? []).length > 0) return sentence("because/open-question", {});
  return null;
}

/** Whether a clause says more than its term can hold. */
export const hasRemainder = ({ term }: AnyTerm): boolean => (term.remainder ?? "") !== "";
