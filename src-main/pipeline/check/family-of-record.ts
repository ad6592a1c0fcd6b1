import type { AgreementId, Delivery } from "../../../src-shared/model/index.ts";
import { decidedSides } from "../../../src-shared/model/index.ts";
import { normalizeReference, partyNameOf } from "../../../src-shared/wording/index.ts";
import { papersBehind } from "./billed-records.ts";
import type { BatchContext } from "./context.ts";

/** The agreement that a record is for, by what it names or by its paper; `null` where that is not one. */
export function createFamilyFinder(batch: BatchContext): (delivery: Delivery) => AgreementId | null {
  const byPaper = familiesByPaper(batch);
  const byNumber = new Map<string, Set<AgreementId>>();
  const byName = new Map<string, Set<AgreementId>>();
  for (const { id, memberIds } of batch.families.values()) {
    for (const memberId of memberIds) {
      const agreement = batch.agreements.get(memberId);
      if (agreement === undefined) continue;
      if (agreement.number !== null) put(byNumber, normalizeReference(agreement.number), id);
      const { buyer, parties } = decidedSides(agreement);
      for (const party of [buyer, ...parties])
        if (party !== null) put(byName, partyNameOf(party.name).core, id);
    }
  }
  const only = (set: ReadonlySet<AgreementId> | undefined): AgreementId | null =>
    set?.size === 1 ? ([...set][0] ?? null) : null;
  return ({ reference, project, customer, documentId }) =>
    only(reference === null ? undefined : byNumber.get(normalizeReference(reference))) ??
    only(project === null ? undefined : byNumber.get(normalizeReference(project))) ??
    only(customer === null ? undefined : byName.get(partyNameOf(customer).core)) ??
    only(byPaper.get(documentId));
}

/** Agreements whose invoices bill other records of the same paper. */
function familiesByPaper(batch: BatchContext): ReadonlyMap<string, ReadonlySet<AgreementId>> {
  const families = new Map<string, Set<AgreementId>>();
  for (const context of batch.invoices) {
    const { agreementId } = context.match;
    if (agreementId === null) continue;
    for (const paper of papersBehind(context)) put(families, paper, agreementId);
  }
  return families;
}

function put(map: Map<string, Set<AgreementId>>, key: string, id: AgreementId): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([id]));
  else set.add(id);
}

/** Of whom a paper without any name is, one agreement among the files leaves little doubt. */
export const onlyFamilyFor = (
  { reference, project, customer }: Delivery,
  { families }: BatchContext,
): AgreementId | null =>
  reference === null && project === null && customer === null && families.size === 1
    ? ([...families.keys()][0] ?? null)
    : null;
