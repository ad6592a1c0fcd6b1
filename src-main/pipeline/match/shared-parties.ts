import type { Agreement } from "../../../src-shared/model/index.ts";
import { compareNames, wordingOf } from "../../../src-shared/wording/index.ts";

/** The first telling word of a party's name, for finding candidates. */
export const firstWord = (name: string): string => wordingOf(name).content[0] ?? name.toLowerCase();

/** All parties that an agreement names, whatever their role. */
export const partiesOf = (agreement: Agreement): readonly { readonly name: string }[] =>
  [agreement.seller, agreement.buyer, ...agreement.parties].filter((party) => party !== null);

/** Whether all parties that both name are the same; one shared name is enough where a document names only one. */
export function shareParties(first: Agreement, second: Agreement): boolean {
  const [ours, theirs] = [partiesOf(first), partiesOf(second)];
  if (ours.length === 0 || theirs.length === 0) return false;
  const shared = ours.filter(({ name }) =>
    theirs.some((other) => ["same", "form-missing"].includes(compareNames(name, other.name))),
  ).length;
  return shared >= Math.min(2, ours.length, theirs.length);
}
