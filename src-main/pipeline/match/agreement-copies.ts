import type { Agreement, AgreementId } from "../../../src-shared/model/index.ts";
import { normalizeReference } from "../../../src-shared/wording/index.ts";
import { shareParties } from "./shared-parties.ts";

/**
 * Agreements that are another print of one that is here already: same parties and days, no other number, and nearly
 * all terms alike. The print that says more (a number, more terms) is the original.
 */
export function findCopies(
  agreements: readonly Agreement[],
  candidatesOf: (agreement: Agreement) => readonly Agreement[],
  parents: ReadonlyMap<AgreementId, AgreementId>,
): ReadonlyMap<AgreementId, AgreementId> {
  const copies = new Map<AgreementId, AgreementId>();
  const byWeight = agreements
    .filter((agreement) => !parents.has(agreement.id) && agreement.terms.length >= 3)
    .toSorted(
      (first, second) =>
        Number(second.number !== null) - Number(first.number !== null) ||
        second.terms.length - first.terms.length ||
        (first.id < second.id ? -1 : 1),
    );
  const rankById = new Map(byWeight.map(({ id }, rank) => [id, rank]));
  for (const [rank, original] of byWeight.entries()) {
    if (copies.has(original.id)) continue;
    for (const other of candidatesOf(original)) {
      const isLighter = (rankById.get(other.id) ?? -1) > rank;
      if (isLighter && !copies.has(other.id) && isSamePaper(original, other))
        copies.set(other.id, original.id);
    }
  }
  return copies;
}

const copyShare = 0.7;

function isSamePaper(first: Agreement, second: Agreement): boolean {
  if (first.number !== null && second.number !== null)
    if (normalizeReference(first.number) !== normalizeReference(second.number)) return false;
  if (first.from !== second.from || first.to !== second.to || !shareParties(first, second)) return false;
  const said = new Set(first.terms.map(({ type, value }) => `${type} ${JSON.stringify(value)}`));
  const alike = second.terms.filter(({ type, value }) => said.has(`${type} ${JSON.stringify(value)}`)).length;
  return alike >= 3 && alike >= copyShare * Math.min(first.terms.length, second.terms.length);
}
