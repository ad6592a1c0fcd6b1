import type { NormalizeContext } from "../../context.ts";
import { keyOf, sameName } from "./same-name.ts";
import { looksLikeCompany, roleOf } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** A party with all that a paper says for either side, and for its being a party at all. */
export interface Standing {
  /** Its best print, with the short names of all. */
  readonly entry: FoundParty;
  /** Points of the words and places that give it a side: above 0 it bills, below 0 it pays. */
  readonly said: number;
  /** How surely it is a party. */
  readonly presence: number;
}

/** Below this strength the place of a name on the page gave it its side, and says less of it than a word does. */
const placed = { below: 1.7, share: 0.6 } as const;

/** What a second and third mention add to the strongest one: ten footers are no more than two. */
const repeat = { share: 0.3, most: 0.6 } as const;

const pointsOf = (strengths: readonly number[]): number => {
  const [first = 0, ...more] = strengths.toSorted((one, other) => other - one);
  return first + Math.min(repeat.most, more.reduce((sum, each) => sum + each, 0) * repeat.share);
};

/** Every mention of one name, joined. */
export function standingsOf(mentions: readonly FoundParty[], context: NormalizeContext): readonly Standing[] {
  const groups: FoundParty[][] = [];
  for (const mention of mentions) {
    const group = groups.find((entries) => entries.some((entry) => isSame(entry, mention)));
    if (group === undefined) groups.push([mention]);
    else group.push(mention);
  }
  const isOwn = (name: string): boolean => context.ownCompany.names.some((own) => sameName(own, name));
  return groups.map((group) => standingOf(bestPrint(group), group, isOwn));
}

function standingOf(
  entry: FoundParty,
  group: readonly FoundParty[],
  isOwn: (name: string) => boolean,
): Standing {
  const strengths = (role: FoundParty["role"]): readonly number[] =>
    group.flatMap(({ role: said, strength }) =>
      said === role ? [strength < placed.below ? strength * placed.share : strength] : [],
    );
  return {
    entry,
    said: pointsOf(strengths("seller")) - pointsOf(strengths("buyer")) + (isOwn(entry.name) ? 3 : 0),
    presence: pointsOf(group.map(({ strength }) => strength)),
  };
}

/** Parties of which each is said to be one of its own, however alike their names are. */
export const standingsOfEach = (
  found: readonly FoundParty[],
  context: NormalizeContext,
): readonly Standing[] =>
  found.map((entry) =>
    standingOf(entry, [entry], (name) => context.ownCompany.names.some((own) => sameName(own, name))),
  );

const isSame = (one: FoundParty, other: FoundParty): boolean =>
  sameName(one.name, other.name) ||
  [
    one.aliases.map((alias) => [alias, other.name] as const),
    other.aliases.map((alias) => [alias, one.name] as const),
  ]
    .flat()
    .some(([alias, name]) => alias.includes(" ") && sameName(alias, name));

/** The print of the strongest mention; of a name and a longer print around it the name itself. */
function bestPrint(group: readonly FoundParty[]): FoundParty {
  const [strongest, ...others] = group.toSorted((one, other) => other.strength - one.strength);
  if (strongest === undefined) throw new Error("A party without mentions");
  const best = others.reduce((known, entry) => {
    const [own, next] = [
      looksLikeCompany(known.name.toLowerCase()),
      looksLikeCompany(entry.name.toLowerCase()),
    ];
    const isFormed = next && !own && entry.name.length <= known.name.length + 20;
    const isCleaner =
      next &&
      own &&
      entry.name.length < known.name.length &&
      keyOf(entry.name).includes(" ") &&
      !isTornOff(known.name, entry.name);
    const isWhole = next && own && isTornOff(entry.name, known.name);
    return isFormed || isCleaner || isWhole ? entry : known;
  }, strongest);
  return {
    ...best,
    aliases: [...new Set(group.flatMap(({ aliases }) => aliases))],
    address: group.find(({ address }) => address.length > 0)?.address ?? [],
  };
}

/** Whether a line's end or a comma tore the head off a name: "Rudge (Builders) Ltd" of "Pemberton & Rudge (Builders) Ltd". */
function isTornOff(whole: string, rest: string): boolean {
  const [long, short] = [whole.toLowerCase(), rest.toLowerCase()];
  const head = long.endsWith(short) ? long.slice(0, -short.length) : "";
  return joint.test(head) && roleOf(head.replace(joint, "").trim()) === null;
}

const joint = /(?<=[\p{L}\d])(?: &| and| und| et| y| e| en|,| [-–]) $/u;
