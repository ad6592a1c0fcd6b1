import { legalForm } from "./party-words.ts";
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
