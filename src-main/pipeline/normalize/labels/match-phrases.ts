import { foldText } from "../values/index.ts";
import type { LabelLanguage } from "./label-field.ts";

/** One meaning of a phrase. */
export interface Meaning<Field> {
  readonly field: Field;
  /** 0 to 1: how surely the phrase announces the field. */
  readonly weight: number;
  readonly languages: readonly LabelLanguage[];
}

/** A phrase found in a row of words. Token numbers count from 0, the end is exclusive. */
export interface LabelHit<Field> {
  readonly start: number;
  readonly end: number;
  /** Strongest first. */
  readonly meanings: readonly Meaning<Field>[];
  /** Folded letters of the phrase, for logs and tests. */
  readonly phrase: string;
}

export interface Entry<Field> {
  readonly meanings: Map<Field, { weight: number; languages: Set<LabelLanguage> }>;
  /** Word partings in which the phrase was written; short phrases must be parted alike. */
  readonly partings: Set<string>;
}

export type Dictionary<Field> = ReadonlyMap<string, Entry<Field>>;

const longestPhrase = 64;
const mostAtoms = 12;

/** The pieces of a text that phrases are made of: runs of letters and digits, `#` and `%`. */
export function atomsOf(text: string): readonly string[] {
  const known = knownAtoms.get(text);
  if (known !== undefined) return known;
  const atoms =
    foldText(text)
      .replace(/n°/g, "no")
      .match(/[\p{L}\d]+|[#%]/gu) ?? [];
  // Papers repeat their words; a bound keeps a hostile one from filling memory.
  if (knownAtoms.size > 20_000) knownAtoms.clear();
  knownAtoms.set(text, atoms);
  return atoms;
}

const knownAtoms = new Map<string, readonly string[]>();

/** Letters beyond which a word is no part of a label, but noise that somebody made. */
const longestWord = 200;

/** The phrases of a dictionary in a row of words, leftmost and longest first, without overlaps. */
export function matchPhrases<Field>(
  words: readonly string[],
  dictionary: Dictionary<Field>,
): readonly LabelHit<Field>[] {
  const atoms: { readonly text: string; readonly word: number }[] = [];
  words.forEach((word, index) => {
    if (word.length > longestWord || /@|:\/\/|www\./i.test(word)) return;
    for (const text of atomsOf(word)) atoms.push({ text, word: index });
  });
  const hits: LabelHit<Field>[] = [];
  for (let start = 0; start < atoms.length;) {
    // "21 % IVA" is a tax at a rate; only a "%" of its own opens the name of a column of rates.
    const isOfRate = atoms[start]?.text === "%" && /^\d+$/.test(atoms[start - 1]?.text ?? "");
    if (isOfRate) {
      start += 1;
      continue;
    }
    const found = longestFrom(atoms, start, dictionary);
    if (found === null) {
      start += 1;
      continue;
    }
    const [first, last] = [atoms[start], atoms[found.end - 1]];
    if (isInsideIdentifier(atoms, start, found.end)) {
      start += 1;
      continue;
    }
    // The tail of a compound ("Auftrag-Datum") is a weaker label than a word of its own.
    const isTail = atoms[start - 1] !== undefined && atoms[start - 1]?.word === first?.word;
    hits.push({
      start: first?.word ?? 0,
      end: (last?.word ?? 0) + 1,
      meanings: meaningsOf(found.entry).map((meaning) =>
        isTail ? { ...meaning, weight: meaning.weight * 0.5 } : meaning,
      ),
      phrase: atoms
        .slice(start, found.end)
        .map((atom) => atom.text)
        .join(" "),
    });
    start = found.end;
  }
  return hits;
}

// "RE-2026/17" is a number and no label, though "RE" may be one.
function isInsideIdentifier(
  atoms: readonly { readonly text: string; readonly word: number }[],
  start: number,
  end: number,
): boolean {
  const hasDigits = (index: number, word: number | undefined): boolean =>
    atoms[index]?.word === word && /\d/.test(atoms[index]?.text ?? "");
  const lastWord = atoms[end - 1]?.word;
  for (let index = end; atoms[index]?.word === lastWord && index < atoms.length; index += 1)
    if (hasDigits(index, lastWord)) return true;
  const firstWord = atoms[start]?.word;
  for (let index = start - 1; index >= 0 && atoms[index]?.word === firstWord; index -= 1)
    if (hasDigits(index, firstWord)) return true;
  return false;
}

/** Letters by which it is known how long a phrase that begins with them can be. */
const beginning = 3;
const knownLengths = new WeakMap<Dictionary<unknown>, ReadonlyMap<string, number>>();

/** The length of the longest phrase by its first letters: most words of a paper begin none, and are left at once. */
function lengthsOf(dictionary: Dictionary<unknown>): ReadonlyMap<string, number> {
  const known = knownLengths.get(dictionary);
  if (known !== undefined) return known;
  const lengths = new Map<string, number>();
  for (const key of dictionary.keys()) {
    const start = key.slice(0, beginning);
    lengths.set(start, Math.max(key.length, lengths.get(start) ?? 0));
  }
  knownLengths.set(dictionary, lengths);
  return lengths;
}

function longestFrom<Field>(
  atoms: readonly { readonly text: string }[],
  start: number,
  dictionary: Dictionary<Field>,
): { readonly end: number; readonly entry: Entry<Field> } | null {
  const lengths = lengthsOf(dictionary);
  let key = "";
  let parting = "";
  let best: { end: number; entry: Entry<Field> } | null = null;
  for (let end = start; end < atoms.length && end - start < mostAtoms; end += 1) {
    const atom = atoms[end]?.text ?? "";
    key += atom;
    if (key.length >= beginning && key.length > (lengths.get(key.slice(0, beginning)) ?? 0)) break;
    parting += parting === "" ? atom : ` ${atom}`;
    if (key.length > longestPhrase) break;
    const entry = dictionary.get(key);
    // Short phrases glued from pieces ("no" + "te") would match by chance.
    if (entry !== undefined && (key.length >= 6 || entry.partings.has(parting)))
      best = { end: end + 1, entry };
  }
  return best;
}

export function meaningsOf<Field>(entry: Entry<Field>): readonly Meaning<Field>[] {
  return [...entry.meanings.entries()]
    .map(([field, { weight, languages }]) => ({ field, weight, languages: [...languages] }))
    .sort((first, second) => second.weight - first.weight);
}
