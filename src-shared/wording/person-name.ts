import { foldWording } from "./fold.ts";

const kept = new Map<string, readonly string[]>();

/** The words of a person's name, folded; kept, since the same names come back on many records. */
export function wordsOfPerson(name: string): readonly string[] {
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size > 20_000) kept.clear();
  const words = foldWording(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  kept.set(name, words);
  return words;
}

/** Whether two names can be one person: every word of the shorter in the longer, an initial for a first name. */
export function isSamePerson(first: string, second: string): boolean {
  const [one, other] = [wordsOfPerson(first), wordsOfPerson(second)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0) return false;
  return short.every((word) =>
    long.some(
      (full) =>
        full === word ||
        (word.length === 1 && full.startsWith(word)) ||
        (full.length === 1 && word.startsWith(full)),
    ),
  );
}

/** One key for all spellings of a name that differ in case, accents, marks or the order of its words. */
export const personKey = (name: string): string => wordsOfPerson(name).toSorted().join(" ");
