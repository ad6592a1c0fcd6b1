import type { TermType } from "../../../src-shared/model/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Governing } from "./context.ts";

type AnyTerm = GoverningTerm | Governing<TermType>;

/** Whether a term may make an invoice clear: confirmed, without open questions, and its document binds. */
export function isFirmTerm(governing: AnyTerm): boolean {
  return whyNotFirm(governing) === null;
}

/** Why a term cannot make an invoice clear, as words after its name; `null` when it can. */
export function whyNotFirm({ term, agreement, conflictsWith }: AnyTerm): string | null {
  if (conflictsWith.length > 0) return "is contradicted by another term of the same standing";
  if ((term.questions ?? []).length > 0) return "has an open question";
  if (term.status !== "confirmed") return "is not confirmed";
  switch (agreement.standing) {
    case "in-force":
    case "expired":
      return null;
    case "offer":
      return "stands in an offer that nobody has accepted";
    case "unsigned":
      return "stands in a document that is not signed";
    case "draft":
      return "stands in a draft";
    case "superseded":
      return "stands in a superseded document";
  }
}

/** Why a term cannot even be computed with; `null` when it can. Proposed terms can, for a result that is not clear. */
export function whyUnusable({ term, conflictsWith }: AnyTerm): string | null {
  if (conflictsWith.length > 0) return "another term of the same standing says otherwise";
  if ((term.questions ?? []).length > 0) return "its clause has an open question";
  return null;
}

/** Whether a clause says more than its term can hold. */
export const hasRemainder = ({ term }: AnyTerm): boolean => (term.remainder ?? "") !== "";
