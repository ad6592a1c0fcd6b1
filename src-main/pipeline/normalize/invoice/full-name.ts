import { foldText } from "../values/index.ts";
import type { Layout } from "./layout.ts";
import { hasStrictLegalForm } from "./legal-names.ts";
import { nameIn } from "./name-in-line.ts";
import { owner } from "./name-words.ts";
import { isSameName, placeInFullName } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";

/** Letters of a name at least, before it is looked for within others. */
const shortest = 5;

/**
 * Parties under the name of the company where the page prints that as well: "Kade Drie" in the letterhead,
 * "Loodgieters Kade Drie B.V." in the line below it or at the foot. The one name must stand in the other, and no second
 * one may.
 */
export function withFullNames(
  parties: readonly PartyCandidate[],
  { rows }: Layout,
): readonly PartyCandidate[] {
  const isShort = ({ name }: PartyCandidate): boolean =>
    !hasStrictLegalForm(name) && foldText(name).trim().length >= shortest;
  if (!parties.some(isShort)) return parties;
  const companies = rows.flatMap(({ segments }) => segments.flatMap((segment) => nameIn(segment) ?? []));
  return parties.map((party) => {
    if (!isShort(party)) return party;
    const found = companies.filter(({ name }) => placeInFullName(party.name, name) >= 0);
    const [first] = found;
    if (first === undefined || found.some(({ name }) => !isSameName(name, first.name))) return party;
    return { ...party, name: first.name, nameTokens: first.tokens };
  });
}

/** Points of a name in the foot beside its entry in a register or its tax id. */
const registered = 3;

/**
 * Who bills under a name of trade, with the company whose name the law makes the paper print: "SOLS & CO" in the letterhead
 * over "SARL Sols et Compagnie, RCS Rennes …" in the foot. There is none where two companies may be meant.
 */
export function withLegalName(
  seller: PartyCandidate | null,
  buyer: PartyCandidate | null,
  parties: readonly PartyCandidate[],
): PartyCandidate | null {
  if (seller === null || hasStrictLegalForm(seller.name)) return seller;
  const companies = parties.filter(
    (one) =>
      one.seller >= (sharesWord(one.name, seller.name) ? 1.5 : registered) &&
      one.buyer === 0 &&
      // "Inh. Karl Weber e.K." owns the house that the letterhead names.
      !owner.test(one.name) &&
      hasStrictLegalForm(one.name) &&
      (buyer === null || !isSameName(one.name, buyer.name)),
  );
  const [only, ...more] = companies;
  if (only === undefined || more.some(({ name }) => !isSameName(name, only.name))) return seller;
  return {
    ...only,
    seller: Math.max(only.seller, seller.seller),
    lines: [...only.lines, ...seller.lines],
  };
}

/** Whether two names have a word of at least five letters in common. */
function sharesWord(one: string, other: string): boolean {
  const words = foldText(other).split(/[^a-z0-9]+/);
  return foldText(one)
    .split(/[^a-z0-9]+/)
    .some((word) => word.length >= shortest && words.includes(word));
}
