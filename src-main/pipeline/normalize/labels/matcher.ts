import { foldText } from "../values/index.ts";
import { columnPhrases, columnWordEndings } from "./column-phrases.ts";
import { datedThings, numberedThings, plainPhrases } from "./field-phrases.ts";
import type { PhraseRow } from "./field-phrases.ts";
import type { ColumnRole, LabelField, LabelLanguage } from "./label-field.ts";

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

/** Ways to say "number", folded; "n°", "nº" and "n.º" fold to "no". */
const numberWords = "no|nr|num|number|#|n|numero|nummer|id|ref|code|reference|referenz|nbr|nos".split("|");
/** Number words that may stand before the thing, and what joins them to it ("N° de facture"). */
const leadingNumberWords: Readonly<Record<LabelLanguage, readonly [words: string, joints: string]>> = {
  en: ["no|number|num|ref|id", "|of "],
  de: ["nr|nummer|no", "|der "],
  fr: ["no|n|numero|num|ref|reference", "|de |d'|du "],
  nl: ["nr|nummer|no", "|van "],
  es: ["no|n|numero|num|ref|referencia", "|de |del "],
  it: ["no|n|numero|num|nr|rif", "|di |del |della "],
  pt: ["no|n|numero|num|ref", "|de |da |do "],
};
const trailingDateWords = ["date", "datum", "day", "dt"];
const leadingDateWords: Readonly<Record<LabelLanguage, readonly [words: string, joints: string]>> = {
  en: ["date", "|of "],
  de: ["datum", "|der "],
  fr: ["date", "|de |d'|du |de la "],
  nl: ["datum", "|van "],
  es: ["fecha", "|de |del |de la "],
  it: ["data", "|di |del |della |dell'"],
  pt: ["data", "|de |da |do "],
};

function compile<Field>(rows: Iterable<readonly [Field, LabelLanguage, string, number]>): Dictionary<Field> {
  const entries = new Map<string, Entry<Field>>();
  for (const [field, language, phrase, weight] of rows) {
    const atoms = atomsOf(phrase);
    const key = atoms.join("");
    if (key === "") continue;
    const entry = entries.get(key) ?? { meanings: new Map(), partings: new Set() };
    entries.set(key, entry);
    entry.partings.add(atoms.join(" "));
    const meaning = entry.meanings.get(field) ?? { weight: 0, languages: new Set() };
    entry.meanings.set(field, meaning);
    meaning.weight = Math.max(meaning.weight, weight);
    meaning.languages.add(language);
  }
  return entries;
}

function* phrasesOf<Field>(
  rows: readonly PhraseRow<Field>[],
): Iterable<readonly [Field, LabelLanguage, string, number]> {
  for (const [field, language, phrases] of rows) {
    for (const written of phrases.split("|")) {
      const isWeak = written.endsWith("*");
      yield [field, language, isWeak ? written.slice(0, -1) : written, isWeak ? 0.5 : 1];
    }
  }
}

function* fieldRows(): Iterable<readonly [LabelField, LabelLanguage, string, number]> {
  for (const [field, language, thing, weight] of phrasesOf(numberedThings)) {
    // "RE" or "BC" alone opens a number more often than it announces one.
    if (thing.length > 2) yield [field, language, thing, weight * 0.5];
    // A weak thing ("document") with a word for "number" is a plain label.
    const strong = Math.max(weight, 0.8);
    for (const word of numberWords) yield [field, language, `${thing} ${word}`, strong];
    for (const before of leadsOf(leadingNumberWords[language]))
      yield [field, language, before + thing, strong];
  }
  for (const [field, language, thing, weight] of phrasesOf(datedThings)) {
    for (const word of trailingDateWords) yield [field, language, `${thing} ${word}`, weight];
    for (const before of leadsOf(leadingDateWords[language])) yield [field, language, before + thing, weight];
  }
  yield* phrasesOf(plainPhrases);
}

function leadsOf([words, joints]: readonly [string, string]): readonly string[] {
  return words.split("|").flatMap((word) => joints.split("|").map((joint) => `${word} ${joint}`));
}

let fieldDictionary: Dictionary<LabelField> | null = null;
let columnDictionary: Dictionary<ColumnRole> | null = null;

/** The labels of fields by the letters of their phrases, compiled once. */
export const fieldLabels = (): Dictionary<LabelField> => (fieldDictionary ??= compile(fieldRows()));
/** The names of columns by their letters, compiled once. */
export const columnNames = (): Dictionary<ColumnRole> =>
  (columnDictionary ??= compile(phrasesOf(columnPhrases)));

/** Compounds of German and Dutch: "Stammkundenrabatt", "Monatsrechnung", "brandstoftoeslag". */
const fieldWordEndings: readonly (readonly [ending: string, field: LabelField, weight: number])[] = [
  ["rechnung", "invoice-number", 0.5],
  ["factuur", "invoice-number", 0.5],
  ["vertrag", "contract-number", 0.5],
  ["overeenkomst", "contract-number", 0.5],
  ["contract", "contract-number", 0.5],
  ["angebot", "quote-number", 0.5],
  ["offerte", "quote-number", 0.5],
  ["rabatt", "discount", 0.8],
  ["nachlass", "discount", 0.8],
  ["korting", "discount", 0.8],
  ["zuschlag", "charge", 0.7],
  ["toeslag", "charge", 0.7],
];

/** Labels of fields in a row of words, leftmost and longest first, without overlaps. */
export function matchFieldLabels(words: readonly string[]): readonly LabelHit<LabelField>[] {
  const hits = match(words, fieldLabels());
  const compounds = words.flatMap((word, index): readonly LabelHit<LabelField>[] => {
    if (hits.some((hit) => index >= hit.start && index < hit.end)) return [];
    const text = atomsOf(word).join("");
    // "Abrechnung" and "Berechnung" are no invoices by themselves.
    const isOther = /(?:be|ab|ver|um|auf|zu|hoch)rechnung$/.test(text);
    const ending = fieldWordEndings.find(
      ([suffix]) => text.length >= suffix.length + 3 && text.endsWith(suffix) && !isOther,
    );
    if (ending === undefined) return [];
    const meanings = [{ field: ending[1], weight: ending[2], languages: [] }];
    return [{ start: index, end: index + 1, phrase: text, meanings }];
  });
  return compounds.length === 0
    ? hits
    : [...hits, ...compounds].sort((first, second) => first.start - second.start);
}

/** Finds the phrases of a dictionary of its own in a row of words, leftmost and longest first, without overlaps. */
export function createLabelMatcher<Field>(
  rows: readonly PhraseRow<Field>[],
): (words: readonly string[]) => readonly LabelHit<Field>[] {
  let dictionary: Dictionary<Field> | null = null;
  return (words) => {
    dictionary ??= compile(phrasesOf(rows));
    return match(words, dictionary);
  };
}

/** Names of columns in the words of one header cell or row. */
export function matchColumnLabels(words: readonly string[]): readonly LabelHit<ColumnRole>[] {
  const hits = match(words, columnNames());
  const free = words.flatMap((word, index) =>
    hits.some((hit) => index >= hit.start && index < hit.end)
      ? []
      : [{ word: atomsOf(word).join(""), index }],
  );
  const compounds = free.flatMap(({ word, index }): readonly LabelHit<ColumnRole>[] => {
    const ending = word.length >= 6 ? columnWordEndings.find(([suffix]) => word.endsWith(suffix)) : undefined;
    if (ending === undefined) return [];
    return [
      {
        start: index,
        end: index + 1,
        phrase: word,
        meanings: [{ field: ending[1], weight: 0.6, languages: [] }],
      },
    ];
  });
  return compounds.length === 0
    ? hits
    : [...hits, ...compounds].sort((first, second) => first.start - second.start);
}

/** Letters beyond which a word is no part of a label, but noise that somebody made. */
const longestWord = 200;

function match<Field>(words: readonly string[], dictionary: Dictionary<Field>): readonly LabelHit<Field>[] {
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

function longestFrom<Field>(
  atoms: readonly { readonly text: string }[],
  start: number,
  dictionary: Dictionary<Field>,
): { readonly end: number; readonly entry: Entry<Field> } | null {
  let key = "";
  let parting = "";
  let best: { end: number; entry: Entry<Field> } | null = null;
  for (let end = start; end < atoms.length && end - start < mostAtoms; end += 1) {
    const atom = atoms[end]?.text ?? "";
    key += atom;
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
