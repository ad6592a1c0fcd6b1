import { foldText } from "../values/index.ts";
import type { Layout } from "./layout.ts";
import { hasStrictLegalForm, isOnlyLegalForm } from "./legal-names.ts";
import { isSameName, nameIn } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";

/**
 * A party under the name of the company where the page prints that as well: "Kade Drie" in the letterhead, "Loodgieters
 * Kade Drie B.V." in the line below it or at the foot. The one name must stand in the other, and no second one may.
 */
export function withFullName(party: PartyCandidate, { rows }: Layout): PartyCandidate {
  if (hasStrictLegalForm(party.name) || foldText(party.name).trim().length < shortest) return party;
  const found = rows
    .flatMap(({ segments }) => segments)
    .flatMap((segment) => {
      const named = nameIn(segment);
      return named !== null && isAround(named.name, party.name) ? [named] : [];
    });
  const [first] = found;
  if (first === undefined || found.some(({ name }) => !isSameName(name, first.name))) return party;
  return { ...party, name: first.name, nameTokens: first.tokens };
}

const shortest = 5;

/** Whether a name is the other with words before it and nothing but its legal form behind it. */
function isAround(whole: string, part: string): boolean {
  const [long, short] = [foldText(whole).trim(), foldText(part).trim()];
  const at = ` ${long} `.indexOf(` ${short} `);
  return (
    at >= 0 &&
    isOnlyLegalForm(
      whole
        .trim()
        .slice(at + part.trim().length)
        .replace(/^[\s,]+/, ""),
    )
  );
}
