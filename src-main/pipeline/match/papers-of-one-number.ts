import type { Agreement, AgreementId } from "../../../src-shared/model/index.ts";
import { normalizeReference } from "../../../src-shared/wording/index.ts";
import { partiesOf, shareParties } from "./shared-parties.ts";

const priced: ReadonlySet<string> = new Set([
  "rate",
  "fixed-fee",
  "tiers",
  "milestone",
  "overage",
  "surcharge",
]);

const hasPrices = ({ terms }: Agreement): boolean =>
  terms.some(({ type, status }) => status !== "rejected" && priced.has(type));

/**
 * Papers that carry the number of an agreement and price nothing themselves, under the one that does: the letter that
 * accepts an offer, the general terms behind it.
 *
 * Where two papers of one number both name prices, which of them holds is for a person.
 */
export function papersOfOneNumber(
  agreements: readonly Agreement[],
  parents: ReadonlyMap<AgreementId, AgreementId>,
): ReadonlyMap<AgreementId, AgreementId> {
  const groups = new Map<string, Agreement[]>();
  for (const agreement of agreements) {
    const number = agreement.number === null ? "" : normalizeReference(agreement.number);
    if (number.length < shortestNumber || parents.has(agreement.id)) continue;
    groups.set(number, [...(groups.get(number) ?? []), agreement]);
  }
  const found = new Map<AgreementId, AgreementId>();
  for (const group of groups.values()) {
    const [first, ...others] = group.filter(hasPrices);
    if (first === undefined || others.length > 0) continue;
    for (const paper of group) if (paper !== first && mayBeOne(paper, first)) found.set(paper.id, first.id);
  }
  return found;
}

const shortestNumber = 4;

const mayBeOne = (paper: Agreement, first: Agreement): boolean =>
  partiesOf(paper).length === 0 || partiesOf(first).length === 0 || shareParties(paper, first);
