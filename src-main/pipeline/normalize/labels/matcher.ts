import { columnPhrases, columnWordEndings } from "./column-phrases.ts";
import { datedThings, numberedThings, plainPhrases } from "./field-phrases.ts";
import type { PhraseRow } from "./field-phrases.ts";
import type { ColumnRole, LabelField, LabelLanguage } from "./label-field.ts";
import { atomsOf, matchPhrases } from "./match-phrases.ts";
import type { Dictionary, Entry, LabelHit } from "./match-phrases.ts";
import {
  northernColumnPhrases,
  northernDatedThings,
  northernNumberedThings,
  northernPlainPhrases,
} from "./northern-phrases.ts";

/** Ways to say "number", folded; "n°", "nº" and "n.º" fold to "no". */
const numberWords = "no|nr|num|number|#|n|numero|nummer|numer|id|ref|code|reference|referenz|nbr|nos".split(
  "|",
);
/** Number words that may stand before the thing, and what joins them to it ("N° de facture"). */
const leadingNumberWords: Readonly<Record<LabelLanguage, readonly [words: string, joints: string]>> = {
  en: ["no|number|num|ref|id", "|of "],
  de: ["nr|nummer|no", "|der "],
  fr: ["no|n|numero|num|ref|reference", "|de |d'|du "],
  nl: ["nr|nummer|no", "|van "],
  es: ["no|n|numero|num|ref|referencia", "|de |del "],
  it: ["no|n|numero|num|nr|rif", "|di |del |della "],
  pt: ["no|n|numero|num|ref", "|de |da |do "],
  sv: ["nr|nummer", "|"],
  da: ["nr|nummer", "|"],
  pl: ["nr|numer", "|"],
};
const trailingDateWords = ["date", "datum", "dato", "day", "dt"];
const leadingDateWords: Readonly<Record<LabelLanguage, readonly [words: string, joints: string]>> = {
  en: ["date", "|of "],
  de: ["datum", "|der "],
  fr: ["date", "|de |d'|du |de la "],
  nl: ["datum", "|van "],
  es: ["fecha", "|de |del |de la "],
  it: ["data", "|di |del |della |dell'"],
  pt: ["data", "|de |da |do "],
  sv: ["datum", "|for "],
  da: ["dato", "|for "],
  pl: ["data", "|"],
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
  for (const [field, language, thing, weight] of phrasesOf([...numberedThings, ...northernNumberedThings])) {
    // "RE" or "BC" alone opens a number more often than it announces one.
    if (thing.length > 2) yield [field, language, thing, weight * 0.5];
    // A weak thing ("document") with a word for "number" is a plain label.
    const strong = Math.max(weight, 0.8);
    for (const word of numberWords) yield [field, language, `${thing} ${word}`, strong];
    for (const before of leadsOf(leadingNumberWords[language]))
      yield [field, language, before + thing, strong];
  }
  for (const [field, language, thing, weight] of phrasesOf([...datedThings, ...northernDatedThings])) {
    for (const word of trailingDateWords) yield [field, language, `${thing} ${word}`, weight];
    for (const before of leadsOf(leadingDateWords[language])) yield [field, language, before + thing, weight];
  }
  yield* phrasesOf([...plainPhrases, ...northernPlainPhrases]);
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
  (columnDictionary ??= compile(phrasesOf([...columnPhrases, ...northernColumnPhrases])));

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
  const hits = matchPhrases(words, fieldLabels());
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
    return matchPhrases(words, dictionary);
  };
}

/** Names of columns in the words of one header cell or row. */
export function matchColumnLabels(words: readonly string[]): readonly LabelHit<ColumnRole>[] {
  const hits = matchPhrases(words, columnNames());
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
