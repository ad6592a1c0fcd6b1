import type { SourcedText, TextRun, Word } from "../../../../src-shared/model/index.ts";

/** Words of a document in lower case, to tell a hyphen that parts a word from one that belongs to it. */
export type Vocabulary = ReadonlySet<string>;

/** Lines of words as one text; a word that a line end parted is whole again, its run says what is printed. */
export function linesToSourcedText(lines: readonly (readonly Word[])[], vocabulary: Vocabulary): SourcedText {
  let text = "";
  const runs: TextRun[] = [];
  for (const words of lines)
    for (const [index, word] of words.entries()) {
      const last = runs.at(-1);
      if (last !== undefined) {
        const joint = index === 0 ? hyphenJoint(text, word.text, vocabulary) : null;
        if (joint === null) text += " ";
        else {
          runs[runs.length - 1] = { ...last, end: joint.length, raw: text.slice(last.start) };
          text = joint;
        }
      }
      runs.push({ start: text.length, end: text.length + word.text.length, at: word.at });
      text += word.text;
    }
  return { text, runs };
}

/** Every word of the lines, for `linesToSourcedText`. */
export function vocabularyOf(words: Iterable<Word>): Vocabulary {
  const vocabulary = new Set<string>();
  for (const word of words) {
    const bare = word.text.toLowerCase().replaceAll(/^\P{L}+|\P{L}+$/gu, "");
    if (bare.length > 1) vocabulary.add(bare);
  }
  return vocabulary;
}

/**
 * The text before, ready to go on without a space, when its last word is parted by a line end; `null` otherwise.
 *
 * The hyphen goes when the whole word stands elsewhere or a part is no word of the document; else it belongs.
 */
function hyphenJoint(text: string, next: string, vocabulary: Vocabulary): string | null {
  if (!text.endsWith("-")) return null;
  // "A-" over "118", "2019-" over "2024": the hyphen of a number belongs to it.
  if (/[\p{Lu}\d]-$/u.test(text) && /^\d/.test(next)) return text;
  const head = /(\p{L}{2,})-$/u.exec(text.slice(-60))?.[1]?.toLowerCase();
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return null;
  if (!vocabulary.has(head + tail) && vocabulary.has(head) && vocabulary.has(tail)) return text;
  return text.slice(0, -1);
}
