import { foldText } from "../values/index.ts";
import type { Layout } from "./layout.ts";
import { hasStrictLegalForm } from "./legal-names.ts";
import { nameIn } from "./name-in-line.ts";
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
