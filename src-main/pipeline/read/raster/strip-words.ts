import type { RecognizedLetter, RecognizedWord } from "../../../../src-shared/model/index.ts";
import { columnsOf } from "./ink-columns.ts";
import type { InkPart } from "./ink-parts.ts";
import { topAt } from "./line-strip.ts";
import type { LineStrip, PlacedPiece } from "./line-strip.ts";
import { mendWords } from "./mend-words.ts";
import type { TextSegment } from "./text-lines.ts";
import { cellsBetween } from "./typewriter-pitch.ts";

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

/** White that is no space, in letter heights: between any figures; beside a one and between two, where no cells are told. */
const figureGaps = [0.36, 0.46, 0.62] as const;
/** Cells from the middle of a figure to that of the next, and to that of a mark beside it, at most. */
const [nextFigure, nextMark] = [1.25, 1.13];
/** Letter heights that ink may stand off the word that is nearest to it: the recognizer's boxes are rough. */
const farthestInk = 0.5;
/** Cells of a typewriter's line between the last letter of a word and the first of the next, at least. */
const cellsOfSpace = 1.5;

/** Carries words from a strip back to the page; a word takes its edges from the ink under it. */
export function wordsOfStrip(strip: LineStrip, words: readonly RecognizedWord[]): readonly StripWord[] {
  const [first] = strip.pieces;
  if (first === undefined) return [];
  const height = first.segment.letterHeight * first.scale;
  const mended = mendWords(words.map(withPlainSigns), partsInStrip(strip), height);
  return joinTyped(joinFigures(wordsOnPage(strip, mended)));
}

/** Signs that none of the languages writes, and what they are: a comma as a low quote, an i whose dot was not seen. */
const plainSigns: Readonly<Record<string, string>> = { "‚": ",", ı: "i", ﬁ: "fi", ﬂ: "fl" };
const oddSign = new RegExp(`[${Object.keys(plainSigns).join("")}]`, "gu");
/** A bar before small letters is a capital without serifs. */
const barAsLetter = /^\|(?=\p{Ll}{2})/u;
/** No unit ends in a question. */
const raisedTwo = /^([mckd]?m)\?$/u;
const plain = (text: string): string =>
  text
    .replace(oddSign, (sign) => plainSigns[sign] ?? sign)
    .replace(barAsLetter, "I")
    .replace(raisedTwo, "$1²");

const withPlainSigns = (word: RecognizedWord): RecognizedWord =>
  plain(word.text) === word.text
    ? word
    : {
        ...word,
        text: plain(word.text),
        letters: word.letters.map((letter): RecognizedLetter => ({ ...letter, text: plain(letter.text) })),
      };

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

/** Figures that were set apart only because one of them is narrow are one number again. */
function joinFigures(words: readonly StripWord[]): readonly StripWord[] {
  const joined: StripWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && last.segment === word.segment && isOneNumber(last, word))
      joined[joined.length - 1] = joinWords(last, word);
    else joined.push(word);
  }
  return joined;
}

/**
 * Whether two words are one number: figures stand in cells of one width, so that the distance from middle to middle
 * tells a space, however narrow a one is in its cell.
 */
function isOneNumber(last: StripWord, word: StripWord): boolean {
  if (!/[\d.,]$/u.test(last.text) || !/^[\d.,]/u.test(word.text)) return false;
  const white = (word.left - last.right) / word.letterHeight;
  if (white < figureGaps[0]) return true;
  const cell = figureCell(last, word);
  const [before, after] = [columnsOf(last.parts).at(-1), columnsOf(word.parts)[0]];
  if (cell === null || before === undefined || after === undefined) {
    const ones = (last.text.endsWith("1") ? 1 : 0) + (word.text.startsWith("1") ? 1 : 0);
    return white < (figureGaps[ones] ?? 0);
  }
  const distance = (after[0] + after[1] - before[0] - before[1]) / 2;
  const areFigures = /\d$/u.test(last.text) && /^\d/u.test(word.text);
  return distance < (areFigures ? nextFigure : nextMark) * cell;
}

/** Width of the cell of a figure in these words; `null` where no two figures stand side by side. */
function figureCell(...words: readonly StripWord[]): number | null {
  const distances = words.flatMap(({ text, parts }) => {
    const columns = columnsOf(parts);
    if (columns.length !== text.length) return [];
    return columns.slice(1).flatMap(([left, right], at): readonly number[] => {
      const before = columns[at];
      const areFigures = /^\d\d$/u.test(text.slice(at, at + 2));
      return before === undefined || !areFigures ? [] : [(left + right - before[0] - before[1]) / 2];
    });
  });
  return distances.toSorted((one, other) => one - other)[Math.floor(distances.length / 2)] ?? null;
}

/** Where each letter has a cell of its own, narrow letters stand far apart without a space between them. */
function joinTyped(words: readonly StripWord[]): readonly StripWord[] {
  const joined: StripWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const pitch = last === undefined || last.segment !== word.segment ? null : word.segment.pitch;
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
