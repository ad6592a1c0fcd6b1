import { bareName } from "../clauses/person-names.ts";
import type { Line } from "../structure/outline.ts";
import { bodyNames } from "./body-names.ts";
import { lastOrganization } from "./organization-names.ts";
import { looksLikeCompany } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** Lines at the head of a paper that name its parties, and the share of it below which people sign. */
const reach = { head: 14, signatures: 0.55 } as const;

/** "T. Mokoena", "Jan Novak", "D. Maas 12-10-25": a person, with an initial or in full, and nothing else. */
const person =
  /^(?:(?:\p{Lu}\.? ?){1,3}|\p{Lu}[\p{L}'-]+ )(?:(?:van|de|von|der|di|da) ){0,2}\p{Lu}[\p{L}'-]+(?: [\d./-]{6,10})?$/u;
const initialed = /^(?:\p{Lu}\. ?)+\p{Lu}/u;

/**
 * Parties without the people who sign or order for them.
 *
 * Where the head of a paper names a firm, a person beside a word for a side further down is who signs for that side,
 * and one with initials is whom the firm lets order.
 */
export function withoutSigners(found: readonly FoundParty[], lines: readonly Line[]): readonly FoundParty[] {
  const head = lines.slice(0, reach.head);
  const hasFirm = head.some(
    ({ prepared }) => lastOrganization(prepared.text) !== null || bodyNames(prepared.text).length > 0,
  );
  if (!hasFirm || lines.length < 8) return found;
  const low = Math.floor(lines.length * reach.signatures);
  return found.filter((entry) => {
    if (
      entry.strength >= 3 ||
      looksLikeCompany(entry.name.toLowerCase()) ||
      !person.test(bareName(entry.name))
    )
      return true;
    const at = lines.findIndex(({ prepared, cells }) =>
      [prepared, ...(cells ?? [])].some(
        ({ source }) => source === entry.at.prepared.source || source.text.includes(entry.name),
      ),
    );
    return at < low && !initialed.test(entry.name);
  });
}
