import type { NormalizeContext } from "../../context.ts";
import type { Line } from "../structure/outline.ts";
import { withCounterparts } from "./counterparts.ts";
import { looksLikePerson } from "./name-shape.ts";
import { standingsOf } from "./party-standing.ts";
import type { FoundParty } from "./preamble-parties.ts";
import { deedsOf } from "./roles-by-deeds.ts";
import { keyOf, onceEach, sameName } from "./same-name.ts";

/** Of several that introduce themselves, an earlier one is rather a side than a later one. */
const laterIsLess = 0.3;

// Who signs beside the two sides: neither bills nor pays.
const bystander =
  /\b(?:guarantor|bank|parent|trustee|escrow agent|witness|bürge|garant|avaliste|fiador|fideiussore|borg)\b/i;

const longest = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.length > 0 ? one : other;

// Words that contracts use for either side: "Company" hires a consultant here and provides the service there.
const eitherSide =
  /^(?:the )?(?:company|owner|principal|agency|agent|firm|distributor|operator|manufacturer|publisher|host|sponsor|licensee|licensor|station|broadcaster|studio|venue|society|gesellschaft|societe|sociedad|societa)$/i;

/** Parties that a preamble introduces, once each, with what other mentions know of the same names. */
export function introducedParties(
  preamble: readonly FoundParty[],
  mentions: readonly FoundParty[],
  lines: readonly Line[],
  context: NormalizeContext,
): readonly FoundParty[] {
  const known = standingsOf(mentions, context);
  const isBystander = ({ aliases }: FoundParty): boolean => aliases.some((alias) => bystander.test(alias));
  const introduced = onceEach(preamble)
    .toSorted((one, other) => Number(isBystander(one)) - Number(isBystander(other)))
    .map((party, index) => {
      const isOthers = (entry: FoundParty): boolean =>
        preamble.some((other) => other !== party && sameName(other.name, entry.name));
      const same = known.find(
        ({ entry }) => keyOf(entry.name) === keyOf(party.name) && !isOthers(entry),
      )?.entry;
      return {
        ...party,
        role: party.role ?? same?.role ?? null,
        address: longest(party.address, same?.address ?? []),
        strength: party.strength - laterIsLess * index,
      };
    });
  return withDeeds(withCounterparts(introduced), lines);
}

/** Of two parties whose short names do not tell, the one that performs more, or pays less, is the one that bills. */
function withDeeds(found: readonly FoundParty[], lines: readonly Line[]): readonly FoundParty[] {
  const [first, second, ...more] = found.filter((entry) => entry.strength >= 2);
  if (first === undefined || second === undefined || more.length > 0) return found;
  const isVague = (entry: FoundParty): boolean =>
    entry.role === null ||
    (entry.aliases.length > 0 && entry.aliases.every((alias) => eitherSide.test(alias)));
  if (first.role !== second.role && first.role !== null && second.role !== null) return found;
  const give = (seller: FoundParty): readonly FoundParty[] =>
    found.map((entry) =>
      entry === first || entry === second ? { ...entry, role: entry === seller ? "seller" : "buyer" } : entry,
    );
  if (!isVague(first) && isVague(second)) return give(first.role === "seller" ? first : second);
  if (!isVague(second) && isVague(first)) return give(second.role === "seller" ? second : first);
  const namesOf = (entry: FoundParty): readonly string[] =>
    entry.aliases.length > 0
      ? entry.aliases
      : [entry.name, ...surnameOf(entry.name, found), ...callingOf(entry.name, found)];
  const difference = deedsOf(namesOf(first), lines) - deedsOf(namesOf(second), lines);
  return difference === 0 ? found : give(difference > 0 ? first : second);
}

/** The last word of a person's name, by which later sentences call them, unless the other party bears it too. */
function surnameOf(name: string, found: readonly FoundParty[]): readonly string[] {
  const last = name.split(" ").at(-1) ?? "";
  const isShared = found.some((other) => other.name !== name && other.name.includes(last));
  return looksLikePerson(name) && last.length > 3 && !isShared ? [last] : [];
}

/** The first word of a company's name, by which later sentences call it: "Zindel erbringt" for "Zindel Facility AG". */
function callingOf(name: string, found: readonly FoundParty[]): readonly string[] {
  const [first = "", ...more] = name.split(" ");
  const isShared = found.some((other) => other.name !== name && other.name.includes(first));
  return more.length > 0 && /^\p{Lu}\p{L}{4,}$/u.test(first) && !isShared ? [first] : [];
}
