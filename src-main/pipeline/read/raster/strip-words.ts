import type { RecognizedLetter, RecognizedWord } from "../../../../src-shared/model/index.ts";
import type { InkPart } from "./ink-parts.ts";
import { topAt } from "./line-strip.ts";
import type { LineStrip, PlacedPiece } from "./line-strip.ts";
import { mendWords } from "./mend-words.ts";
import type { TextSegment } from "./text-lines.ts";
import { cellsBetween, pitchOf } from "./typewriter-pitch.ts";

/** A recognized word of a strip as it stands on the straightened page, with the segment that it belongs to. */
export interface StripWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly letterHeight: number;
  readonly confidence: number;
  readonly segment: TextSegment;
  /** The ink under it. */
  readonly parts: readonly InkPart[];
}

/** White between figures that is no space, in letter heights; a one is narrow in its place. */
const [figureGap, figureGapAtOne] = [0.36, 0.72];
/** Letter heights that ink may stand off the word that is nearest to it: the recognizer's boxes are rough. */
const farthestInk = 0.5;
/** Cells of a typewriter's line between the last letter of a word and the first of the next, at least. */
const cellsOfSpace = 1.5;

/** Carries words from a strip back to the page; a word takes its edges from the ink under it. */
export function wordsOfStrip(strip: LineStrip, words: readonly RecognizedWord[]): readonly StripWord[] {
  const [first] = strip.pieces;
  if (first === undefined) return [];
  const height = first.segment.letterHeight * first.scale;
  const mended = mendWords(words.map(withPlainCommas), partsInStrip(strip), height);
  return joinTyped(joinFigures(wordsOnPage(strip, mended)));
}

/** A comma that was taken for a low quotation mark. */
const withPlainCommas = (word: RecognizedWord): RecognizedWord =>
  word.text.includes("‚")
    ? {
        ...word,
        text: word.text.replaceAll("‚", ","),
        letters: word.letters.map((letter): RecognizedLetter => ({
          ...letter,
          text: letter.text.replaceAll("‚", ","),
        })),
      }
    : word;

/** Gives each piece of ink to one word: to the narrowest over its middle, or else to the nearest. */
function wordsOnPage({ pieces }: LineStrip, words: readonly RecognizedWord[]): readonly StripWord[] {
  const owned = new Map<RecognizedWord, { readonly parts: InkPart[]; readonly segment: TextSegment }>();
  for (const place of pieces)
    for (const part of place.parts) {
      const middle = place.from + ((part.left + part.right) / 2 - place.left) * place.scale;
      const word = ownerOf(middle, words, farthestInk * place.segment.letterHeight * place.scale);
      if (word === null) continue;
      const known = owned.get(word);
      if (known === undefined) owned.set(word, { parts: [part], segment: place.segment });
      else if (known.segment === place.segment) known.parts.push(part);
    }
  return words.flatMap((word): readonly StripWord[] => {
    const own = owned.get(word);
    return own === undefined ? [] : [{ ...edgesOf(own.parts), ...own, ...wordingOf(word, own.segment) }];
  });
}

const wordingOf = (
  { text, confidence }: RecognizedWord,
  { letterHeight }: TextSegment,
): Pick<StripWord, "text" | "confidence" | "letterHeight"> => ({ text, confidence, letterHeight });

function ownerOf(middle: number, words: readonly RecognizedWord[], most: number): RecognizedWord | null {
  let best: RecognizedWord | null = null;
  let bestDistance = Infinity;
  for (const word of words) {
    const distance = Math.max(0, word.left - middle, middle - word.left - word.width);
    if (distance > most || distance > bestDistance) continue;
    if (distance === bestDistance && best !== null && word.width >= best.width) continue;
    [best, bestDistance] = [word, distance];
  }
  return best;
}

const edgesOf = (parts: readonly InkPart[]): Pick<StripWord, "left" | "top" | "right" | "bottom"> => ({
  left: Math.min(...parts.map(({ left }) => left)),
  right: Math.max(...parts.map(({ right }) => right)),
  top: Math.min(...parts.map(({ top }) => top)),
  bottom: Math.max(...parts.map(({ bottom }) => bottom)),
});

const isFigure = (text: string): boolean => /^[\p{L}\d.,/-]*[\d.,/-]$/u.test(text);
const touchesOne = (before: string, after: string): boolean =>
  isFigure(before) && isFigure(after) && (before.endsWith("1") || after.startsWith("1"));

/** Figures that were set apart only because one of them is narrow are one number again. */
function joinFigures(words: readonly StripWord[]): readonly StripWord[] {
  const joined: StripWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const nearest = last !== undefined && touchesOne(last.text, word.text) ? figureGapAtOne : figureGap;
    const isNear =
      last !== undefined &&
      last.segment === word.segment &&
      word.left - last.right < nearest * word.letterHeight;
    const isOneNumber = last !== undefined && /[\d.,]$/u.test(last.text) && /^[\d.,]/u.test(word.text);
    if (last === undefined || !isNear || !isOneNumber) joined.push(word);
    else joined[joined.length - 1] = joinWords(last, word);
  }
  return joined;
}

/** Where each letter has a cell of its own, narrow letters stand far apart without a space between them. */
function joinTyped(words: readonly StripWord[]): readonly StripWord[] {
  const joined: StripWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pitch = last === undefined || last.segment !== word.segment ? null : pitchOf(word.segment);
    if (last !== undefined && pitch !== null && cellsBetween(last.parts, word.parts, pitch) < cellsOfSpace)
      joined[joined.length - 1] = joinWords(last, word);
    else joined.push(word);
  }
  return joined;
}

const joinWords = (one: StripWord, other: StripWord): StripWord => ({
  ...one,
  text: one.text + other.text,
  right: Math.max(one.right, other.right),
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
  confidence: Math.min(one.confidence, other.confidence),
  parts: [...one.parts, ...other.parts],
});

/** The ink of a strip in the strip's own pixels. */
function partsInStrip({ pieces }: LineStrip): readonly InkPart[] {
  return pieces.flatMap((place) => place.parts.map((part) => partInStrip(place, part)));
}

function partInStrip(place: PlacedPiece, part: InkPart): InkPart {
  const across = (x: number): number => place.from + (x - place.left) * place.scale;
  const upper = topAt(place, (part.left + part.right) / 2);
  const down = (y: number): number => place.top + (y - upper) * place.scale;
  return {
    left: across(part.left),
    right: across(part.right),
    top: down(part.top),
    bottom: down(part.bottom),
    ink: part.ink,
  };
}
