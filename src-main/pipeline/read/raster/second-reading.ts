import type { RecognizedLanguage, RecognizeWords } from "../../../../src-shared/model/index.ts";
import { columnsOf } from "./ink-columns.ts";
import { drawStrip } from "./line-strip.ts";
import type { StripLook } from "./line-strip.ts";
import type { PageInk } from "./page-ink.ts";
import { wordsOfStrip } from "./strip-words.ts";
import type { StripWord } from "./strip-words.ts";
import type { TextSegment } from "./text-lines.ts";

/** A word with what became of it when it was read again. */
export interface CheckedWord extends StripWord {
  /** How sure the word is after both readings. */
  readonly certainty: number;
  /** What the second reading says where it says something else. */
  readonly otherReading: string | null;
}

/** Another size and sharper ink: the second picture shares no pixel with the first. */
const secondLook: StripLook = { letterHeight: 33, threshold: null, halo: 1, gap: 1 };
/** Two networks that say the same of two pictures. */
const agreedCertainty = 0.985;
/** One reading alone: marks vanish at high confidence ("80,5" becomes "805"). */
const mostAlone = 0.9;
const mostDisputed = 0.6;
/** Two readings that differ, where the ink under them speaks for one. */
const settledCertainty = 0.85;
/** Letter heights that one sign is wide at most: figures that touch are wider, and cannot be counted. */
const widestSign = 1.05;

/**
 * The network of another language reads the same figures, and makes other mistakes. The Dutch one is the smallest of
 * those that lose no marks: half the time of the English one at fewer errors in figures.
 */
const otherNetwork = (language: RecognizedLanguage): RecognizedLanguage =>
  language === "nld" ? "deu" : "nld";

/**
 * Reads every word that holds a figure a second time, from its own ink in another size, with another network.
 *
 * `null` when the recognizer's time is used up.
 */
export async function readFiguresAgain(
  words: readonly StripWord[],
  ink: PageInk,
  language: RecognizedLanguage,
  recognize: RecognizeWords,
): Promise<readonly CheckedWord[] | null> {
  const second = new Map<StripWord, string>();
  for (const row of rowsOf(words.filter(({ text }) => /\d/u.test(text)))) {
    const segments = new Map(row.map((word): [TextSegment, StripWord] => [segmentOf(word), word]));
    const strip = drawStrip(ink.image, [...segments.keys()], secondLook);
    const found = await recognize(strip.image, otherNetwork(language));
    if (found === null) return null;
    for (const { segment, text } of wordsOfStrip(strip, found)) {
      const word = segments.get(segment);
      if (word !== undefined) second.set(word, (second.get(word) ?? "") + text);
    }
  }
  return words.map((word) => judge(word, /\d/u.test(word.text) ? (second.get(word) ?? "") : null));
}

function judge(word: StripWord, second: string | null): CheckedWord {
  const alone = { ...word, certainty: Math.min(mostAlone, word.confidence), otherReading: null };
  if (second === null) return alone;
  if (second === word.text) return { ...word, certainty: agreedCertainty, otherReading: null };
  // Ink decides how many signs there are: one that a network saw in white is none, and none may be passed over.
  const columns = columnsOf(word.parts);
  const isCounted = columns.every(([left, right]) => right - left <= widestSign * word.letterHeight);
  const refuted = (reading: string): string | null => (isCounted ? null : reading);
  const count = columns.length;
  if (second.length === count && word.text.length !== count)
    return { ...word, text: second, certainty: settledCertainty, otherReading: refuted(word.text) };
  // Frames of a word that both networks see differently are no figures: a colon, a dash, a quote.
  if (figuresOf(second) === figuresOf(word.text))
    return { ...alone, certainty: Math.max(alone.certainty, 0.85) };
  if (word.text.length === count && second.length !== count && second !== "")
    return { ...word, certainty: settledCertainty, otherReading: refuted(second) };
  return {
    ...word,
    certainty: Math.min(mostDisputed, word.confidence),
    otherReading: second === "" ? null : second,
  };
}

/** Figures with the marks between them. */
const figuresOf = (text: string): string => /\d(?:.*\d)?/u.exec(text)?.[0] ?? "";

function rowsOf(words: readonly StripWord[]): readonly (readonly StripWord[])[] {
  const rows: StripWord[][] = [];
  for (const word of words) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isBeside =
      last !== undefined &&
      word.left >= last.right &&
      Math.min(word.bottom, last.bottom) - Math.max(word.top, last.top) > 0 &&
      word.letterHeight < 1.5 * last.letterHeight &&
      last.letterHeight < 1.5 * word.letterHeight;
    if (row !== undefined && isBeside) row.push(word);
    else rows.push([word]);
  }
  return rows;
}

const segmentOf = ({ parts, left, top, right, bottom, letterHeight, segment }: StripWord): TextSegment => ({
  parts,
  left,
  top,
  right,
  bottom,
  letterHeight,
  slope: segment.slope,
  pitch: segment.pitch,
});
