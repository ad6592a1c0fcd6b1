import type { ColumnRole, LabelField } from "./label-field.ts";
import { atomsOf, meaningsOf } from "./match-phrases.ts";
import type { Dictionary, LabelHit } from "./match-phrases.ts";
import { columnNames, fieldLabels } from "./matcher.ts";

/** Letters that a phrase needs at least before one of them may be wrong: of short ones too many are near. */
const shortest = 7;
/** Letters for each that may be wrong, and how many at most. */
const [lettersForOne, most] = [6, 2];

/** What a label of worn letters counts beside a plain one. */
const wornWeight = 0.8;

/** Phrases by their length, for finding those that are nearly a given one. */
type PhrasesByLength = ReadonlyMap<number, readonly string[]>;

let fieldPhrases: PhrasesByLength | null = null;
let columnPhrases: PhrasesByLength | null = null;

/** The label that all of some recognized words are but for a letter or two; `null` where different ones are as near. */
export function matchWornField(words: readonly string[]): LabelHit<LabelField> | null {
  fieldPhrases ??= phrasesByLength(fieldLabels().keys());
  return matchWorn(words, fieldPhrases, fieldLabels());
}

/** The name of a column that all of some recognized words are but for a letter or two. */
export function matchWornColumn(words: readonly string[]): LabelHit<ColumnRole> | null {
  columnPhrases ??= phrasesByLength(columnNames().keys());
  return matchWorn(words, columnPhrases, columnNames());
}

function matchWorn<Field>(
  words: readonly string[],
  phrases: PhrasesByLength,
  dictionary: Dictionary<Field>,
): LabelHit<Field> | null {
  const meant = nearestPhrases(words.flatMap(atomsOf).join(""), phrases).flatMap((phrase) => {
    const entry = dictionary.get(phrase);
    return entry === undefined ? [] : [{ phrase, meanings: meaningsOf(entry) }];
  });
  const [first] = meant;
  const field = first?.meanings[0]?.field;
  if (first === undefined || meant.some(({ meanings }) => meanings[0]?.field !== field)) return null;
  return {
    start: 0,
    end: words.length,
    phrase: first.phrase,
    meanings: first.meanings.map((meaning) => ({ ...meaning, weight: meaning.weight * wornWeight })),
  };
}

function phrasesByLength(phrases: Iterable<string>): PhrasesByLength {
  const byLength = new Map<number, string[]>();
  for (const phrase of phrases) {
    const known = byLength.get(phrase.length);
    if (known === undefined) byLength.set(phrase.length, [phrase]);
    else known.push(phrase);
  }
  return byLength;
}

/**
 * The phrases that letters are but for one in six, two at most: recognition sees "lnvoice date". All that are
 * equally near; none where a figure stands among the letters, which is no label.
 */
function nearestPhrases(letters: string, phrases: PhrasesByLength): readonly string[] {
  if (letters.length < shortest || /\d/.test(letters)) return [];
  let least = Math.min(most, Math.floor(letters.length / lettersForOne));
  let nearest: string[] = [];
  for (let length = letters.length - least; length <= letters.length + least; length += 1)
    for (const phrase of phrases.get(length) ?? []) {
      // A worn phrase still begins or ends as it should: this keeps the costly comparison for a few.
      if (!phrase.startsWith(letters.slice(0, 2)) && !phrase.endsWith(letters.slice(-2))) continue;
      const distance = distanceBetween(letters, phrase, least);
      if (distance > least) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(phrase);
    }
  return nearest;
}

/** Fewest letters to add, drop or change that make one text of the other; more than `limit` counts as one more. */
function distanceBetween(one: string, other: string, limit: number): number {
  let row = Array.from({ length: other.length + 1 }, (_zero, at) => at);
  for (let index = 0; index < one.length; index += 1) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(
        Math.min(
          (next[at] ?? 0) + 1,
          (row[at + 1] ?? 0) + 1,
          (row[at] ?? 0) + (one[index] === other[at] ? 0 : 1),
        ),
      );
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[other.length] ?? limit + 1;
}
