import type { NormalizeContext } from "../../context.ts";
import { legalForm, looksLikeCompany } from "./party-words.ts";
import type { FoundParty } from "./preamble-parties.ts";

/** Parties of a preamble without those that it names again. */
export const onceEach = (found: readonly FoundParty[]): readonly FoundParty[] =>
  found.filter((party, index) =>
    found.slice(0, index).every((other) => keyOf(other.name) !== keyOf(party.name)),
  );

export const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(legalForm, " ")
    .replace(/[^a-z\d]+/g, " ")
    .trim();

/** Equal but for the legal form, or one inside the other by at least two words ("Signed for Acme Tools LLC"). */
export const sameName = (one: string, other: string): boolean => {
  const [first, second] = [keyOf(one), keyOf(other)];
  if (first === "" || second === "") return false;
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return short.includes(" ") && ` ${long} `.includes(` ${short} `);
};

/** One entry per name, the strongest print of it; roles and aliases are joined. */
export function mergeParties(found: readonly FoundParty[], context: NormalizeContext): readonly FoundParty[] {
  const merged: FoundParty[] = [];
  for (const entry of found) {
    const at = merged.findIndex(
      (known) =>
        sameName(known.name, entry.name) || known.aliases.some((alias) => sameName(alias, entry.name)),
    );
    const known = merged[at];
    if (known === undefined) {
      const taken =
        entry.role !== null &&
        merged.some((other) => other.role === entry.role && other.strength >= entry.strength);
      merged.push(taken ? { ...entry, role: null, strength: Math.min(entry.strength, 0.5) } : entry);
      continue;
    }
    const isStronger = entry.strength > known.strength && looksLikeCompany(entry.name.toLowerCase());
    // Of a name and a longer print around it ("This Agreement is made by Acme Ltd") the name itself is meant.
    const isCleaner =
      entry.name.length < known.name.length &&
      looksLikeCompany(entry.name.toLowerCase()) &&
      keyOf(entry.name).includes(" ");
    const stronger = isCleaner || (isStronger && entry.name.length <= known.name.length) ? entry : known;
    merged[at] = {
      ...stronger,
      // What words say of a side outweighs the place of a name.
      role:
        entry.role !== null && entry.strength > known.strength + 0.4
          ? entry.role
          : (known.role ?? entry.role),
      aliases: [...new Set([...known.aliases, ...entry.aliases])],
      address: known.address.length > 0 ? known.address : entry.address,
    };
  }
  const isOwn = (entry: FoundParty): boolean =>
    context.ownCompany.names.some((name) => sameName(name, entry.name));
  return merged
    .filter((entry) => entry.strength > 0.5 || isOwn(entry))
    .map((entry) => (entry.role === null && isOwn(entry) ? { ...entry, role: "seller" as const } : entry));
}
