import type { RecognizedWord } from "../../../../src-shared/model/index.ts";
import { columnsOf } from "./ink-columns.ts";
import type { InkPart } from "./ink-parts.ts";

/** Letter heights of white in a strip that are a space in any case: strips show the clear ones this wide. */
const lostSpace = 0.62;
/** Less white is a space between two letters, and between a letter and a figure. */
const [betweenLetters, besideFigure] = [0.31, 0.42];
/** How much wider than the word's usual gap such a space is: letters of a typewriter stand far apart. */
const wider = 2.2;
/** Share of a letter's height that a comma or a point is at most high. */
const markHeight = 0.5;

interface Gap {
  /** Letters before it. */
  readonly before: number;
  readonly width: number;
}

/**
 * Words as the ink under them says: cut where a space was lost, without words of white, with marks that were passed over.
 *
 * `parts` are in the same pixels as the words; `letterHeight` is the usual one of the line.
 */
export function mendWords(
  words: readonly RecognizedWord[],
  parts: readonly InkPart[],
  letterHeight: number,
): readonly RecognizedWord[] {
  const sorted = parts.toSorted((one, other) => one.left - other.left);
  return words.flatMap((word) => {
    const under = sorted.filter(({ left, right }) => right > word.left && left < word.left + word.width);
    if (under.length === 0) return [];
    if (word.letters.length < 2) return [word];
    return cutAtGaps(withLostMarks(word, under, letterHeight), under, letterHeight);
  });
}

/**
 * White between columns of ink, each with the number of letters before it.
 *
 * As many columns as letters: they are counted. Otherwise the recognizer's own places decide, where they are clear.
 */
function gapsOf(word: RecognizedWord, parts: readonly InkPart[]): readonly Gap[] {
  const columns = columnsOf(parts);
  const isCounted = columns.length === word.letters.length;
  return columns.slice(1).flatMap(([left], index): readonly Gap[] => {
    const end = columns[index]?.[1] ?? left;
    const middle = (left + end) / 2;
    const before = isCounted
      ? index + 1
      : word.letters.filter((letter) => (letter.left + letter.right) / 2 < middle).length;
    const [last, next] = [word.letters[before - 1], word.letters[before]];
    if (last === undefined || next === undefined) return [];
    const slack = Math.max(2, 0.6 * (left - end));
    const isClear = last.right <= left + slack && next.left >= end - slack;
    return isCounted || isClear ? [{ before, width: left - end }] : [];
  });
}

/** Letter heights of white that are a space between these two; `null` where a mark or a figure keeps them together. */
function leastSpace(before: string, after: string): number | null {
  const letters = [before, after].filter((text) => /\p{L}/u.test(text)).length;
  const figures = [before, after].filter((text) => /\d/u.test(text)).length;
  if (letters === 2) return betweenLetters;
  return letters === 1 && figures === 1 ? besideFigure : null;
}

function cutAtGaps(
  word: RecognizedWord,
  under: readonly InkPart[],
  letterHeight: number,
): readonly RecognizedWord[] {
  const gaps = gapsOf(word, under);
  const widths = gaps.map(({ width }) => width).toSorted((one, other) => one - other);
  const usual = widths[Math.floor((widths.length - 1) / 2)] ?? 0;
  const cuts = gaps
    .filter(({ before, width }) => {
      if (width >= lostSpace * letterHeight) return true;
      const least = leastSpace(word.letters[before - 1]?.text ?? "", word.letters[before]?.text ?? "");
      return least !== null && gaps.length > 2 && width >= Math.max(least * letterHeight, wider * usual);
    })
    .map(({ before }) => before);
  if (cuts.length === 0) return [word];
  return [0, ...cuts].map((from, index) => {
    const letters = word.letters.slice(from, cuts[index]);
    const left = Math.min(...letters.map((letter) => letter.left));
    const right = Math.max(...letters.map((letter) => letter.right));
    return { ...word, text: letters.map(({ text }) => text).join(""), left, width: right - left, letters };
  });
}

/**
 * Points and commas between digits that the recognizer passed over: ink at the foot of the line that no letter claims.
 *
 * It reads "80,5" as "805" with full confidence; the comma is still on the page.
 */
function withLostMarks(
  word: RecognizedWord,
  under: readonly InkPart[],
  letterHeight: number,
): RecognizedWord {
  if (!/\d\d/u.test(word.text)) return word;
  const tall = under.filter(({ top, bottom }) => bottom - top > 0.7 * letterHeight);
  const marks = under.filter((part) => {
    const [width, height] = [part.right - part.left, part.bottom - part.top];
    if (
      height > markHeight * letterHeight ||
      width > markHeight * letterHeight ||
      height < 0.06 * letterHeight
    )
      return false;
    const neighbours = tall.filter(
      ({ left, right }) => Math.abs((left + right) / 2 - (part.left + part.right) / 2) < 2 * letterHeight,
    );
    const feet = neighbours.map(({ bottom }) => bottom).toSorted((one, other) => one - other);
    const foot = feet[Math.floor(feet.length / 2)];
    const isBetween = tall.every(({ left, right }) => right <= part.left + 1 || left >= part.right - 1);
    return foot !== undefined && isBetween && part.bottom > foot - 0.12 * letterHeight && part.top < foot;
  });
  const letters = [...word.letters];
  let isChanged = false;
  for (const mark of marks) {
    const middle = (mark.left + mark.right) / 2;
    const at = letters.filter(({ left, right }) => (left + right) / 2 < middle).length;
    const [before, after] = [letters[at - 1], letters[at]];
    if (!/^\d$/u.test(before?.text ?? "") || !/^\d$/u.test(after?.text ?? "")) continue;
    letters.splice(at, 0, { text: markOf(mark), left: mark.left, right: mark.right });
    isChanged = true;
  }
  return isChanged ? { ...word, text: letters.map(({ text }) => text).join(""), letters } : word;
}

/** A comma is taller than wide. */
const markOf = ({ left, top, right, bottom }: InkPart): string =>
  bottom - top > 1.35 * (right - left) ? "," : ".";
