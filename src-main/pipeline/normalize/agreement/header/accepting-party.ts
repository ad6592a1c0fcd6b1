import type { Line } from "../structure/outline.ts";
import { keyOf } from "./same-name.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** A line that says yes to a paper of the other side, in seven languages; folded. */
export const acceptance =
  /^(?:\W{0,3}(?:read and )?(?:accepted|agreed|approved|confirmed|acceptance|einverstanden|angenommen|bestatigt|auftrag erteilt|auftrag freigegeben|bon pour accord|lu et approuve|accepte[es]?|acceptee? (?:le|par)|accord du client|aceptad[ao]|acepto|conforme|conformidad|vo\.? ?bo\.?|accettat[oa]|per accettazione|visto e accettato|aceite|aceito|de acordo|akkoord|voor akkoord|geaccepteerd)\b|(?:signed )?(?:for|fur|pour|por|per|voor) (?:the|den|die|das|le|la|l'|el|il|lo|o|a|de|het) ?[a-z]{3,20}\b[^:]{0,20}:)/;

/** Bodies by which an acceptance calls whose yes it is: "Agreed for the hotel". */
const onBehalf =
  /\b(?:for|fur|pour|por|per|voor|pela|pelo)(?: and on behalf of)? (?:(?:the|den|die|das|le|la|el|il|lo|o|a|de|het) |l')?([a-z]{3,20})\b/g;

const wordsOf = (name: string): readonly string[] =>
  keyOf(name)
    .split(" ")
    .filter((word) => word.length > 1);

/** Whether a folded line names a party: by its first two words, its only one, or a plain word of its name behind "for the". */
function names(folded: string, entry: FoundParty, others: readonly FoundParty[]): boolean {
  const [first, second] = wordsOf(entry.name);
  if (first === undefined) return false;
  const flat = ` ${folded.replace(/[^a-z\d]+/g, " ")} `;
  if (
    second === undefined
      ? first.length > 4 && flat.includes(` ${first} `)
      : flat.includes(` ${first} ${second} `)
  )
    return true;
  return [...folded.matchAll(onBehalf)].some(([, noun = ""]) => {
    const holds = (one: FoundParty): boolean => wordsOf(one.name).some((word) => word.startsWith(noun));
    return holds(entry) && !others.some(holds);
  });
}

/** The one of some parties that says yes to the other's paper; `null` where nobody or both do. */
export function acceptingParty(found: readonly FoundParty[], lines: readonly Line[]): FoundParty | null {
  const said = lines
    .slice(Math.floor(lines.length / 3))
    .flatMap(({ prepared }) =>
      prepared.text.length < 160 && acceptance.test(prepared.folded) ? [prepared.folded] : [],
    );
  const accepting = found.filter((entry) =>
    said.some((folded) =>
      names(
        folded,
        entry,
        found.filter((other) => other !== entry),
      ),
    ),
  );
  const [only] = accepting;
  return accepting.length === 1 ? (only ?? null) : null;
}
