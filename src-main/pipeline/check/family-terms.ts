import type { AgreementId, Delivery } from "../../../src-shared/model/index.ts";
import { selectGoverningTerms } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { BatchContext } from "./context.ts";
import { remembered } from "./keyed-values.ts";
import { ratesNamedBy } from "./rate-of-record.ts";
import { whyUnusable } from "./firmness.ts";

/** The terms of an agreement, and those of them that are prices which may be reckoned with. */
interface FamilyTerms {
  readonly all: readonly GoverningTerm[];
  readonly rates: readonly GoverningTerm[];
}

/** Selected once for each agreement. */
export function termsOfFamily(familyId: AgreementId, batch: BatchContext): FamilyTerms {
  const known = batch.once("terms-by-family", () => new Map<AgreementId, FamilyTerms>());
  return remembered(known, familyId, () => findTerms(familyId, batch));
}

function findTerms(familyId: AgreementId, batch: BatchContext): FamilyTerms {
  const all = selectGoverningTerms(batch.families.get(familyId)?.memberIds ?? [], batch.terms);
  const rates = all.filter(
    (governing) =>
      (governing.term.type === "rate" ||
        governing.term.type === "tiers" ||
        governing.term.type === "overage") &&
      whyUnusable(governing) === null,
  );
  return { all, rates };
}

/** Its prices that may be reckoned with. */
export const usableRates = (familyId: AgreementId, batch: BatchContext): readonly GoverningTerm[] =>
  termsOfFamily(familyId, batch).rates;

/**
 * The prices that may be reckoned with for a record: also one that does not say what it is for, where the record is
 * called by its name and counts pieces, as a line that bills them would answer.
 */
export function ratesFor(
  record: Delivery,
  familyId: AgreementId,
  batch: BatchContext,
): readonly GoverningTerm[] {
  const { all, rates } = termsOfFamily(familyId, batch);
  const open = ratesNamedBy(record, all.filter(leavesOnlyUnitOpen));
  return open.length === 1 ? [...rates, ...open] : rates;
}

const leavesOnlyUnitOpen = ({ term, conflictsWith }: GoverningTerm): boolean =>
  conflictsWith.length === 0 && term.questions?.length === 1 && term.questions[0] === "unit-unsaid";
