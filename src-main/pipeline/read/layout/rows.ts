import type { Word } from "../../../../src-shared/model/index.ts";
import { compareText } from "../../../../src-shared/wording/index.ts";

/** Words of one printed line, from left to right. Heights and widths are in page fractions. */
export interface Row<W extends Word = Word> {
  readonly words: readonly W[];
  readonly top: number;
  readonly bottom: number;
}

/** Words whose text runs up or down the page do not join rows. */
export const isSideways = (word: Word, aspect: number): boolean =>
  word.text.length > 1 && word.box[3] > 2.2 * word.size && word.box[3] > word.box[2] * aspect;

/**
 * Words grouped into printed rows, top to bottom.
 *
 * A word joins the row that its height overlaps by half of the smaller height; words much taller than the page's
 * usual attach last, so that a title does not glue two rows. Ties: top, then left, then text.
 */
export function wordsToRows<W extends Word>(words: readonly W[]): Row<W>[] {
  const usual = medianHeight(words);
  const sorted = words.toSorted(
    (one, other) =>
      middleOf(one) - middleOf(other) || one.box[0] - other.box[0] || compareText(one.text, other.text),
  );
  const rows: OpenRow<W>[] = [];
  for (const word of sorted) if (word.box[3] <= 1.8 * usual) place(rows, word);
  const tall: OpenRow<W>[] = [];
  for (const word of sorted)
    if (word.box[3] > 1.8 * usual) {
      const home = rows.filter(
        (row) => overlapOf(row, word) >= 0.5 * Math.min(row.bottom - row.top, word.box[3]),
      );
      const [only] = home;
      if (home.length === 1 && only !== undefined) only.words.push(word);
      else place(tall, word);
    }
  return [...rows, ...tall]
    .map((row) => ({
      words: row.words.toSorted((one, other) => one.box[0] - other.box[0] || one.box[1] - other.box[1]),
      top: row.top,
      bottom: row.bottom,
    }))
    .toSorted(
      (one, other) =>
        one.top + one.bottom - (other.top + other.bottom) ||
        (one.words[0]?.box[0] ?? 0) - (other.words[0]?.box[0] ?? 0),
    );
}

interface OpenRow<W extends Word> {
  readonly words: W[];
  /** The row's words by the strips of the page that they touch: only neighbors can collide. */
  readonly byStrip: Map<number, W[]>;
  top: number;
  bottom: number;
}

/** About as wide as a word, so that most words touch one or two. */
const strips = 32;
const stripOf = (x: number): number => Math.min(strips - 1, Math.max(0, Math.floor(x * strips)));

function hasCollision<W extends Word>(row: OpenRow<W>, word: W): boolean {
  const last = stripOf(word.box[0] + word.box[2]);
  for (let strip = stripOf(word.box[0]); strip <= last; strip += 1)
    if (row.byStrip.get(strip)?.some((other) => collides(other, word)) === true) return true;
  return false;
}

function addWord<W extends Word>(row: OpenRow<W>, word: W): void {
  row.words.push(word);
  const last = stripOf(word.box[0] + word.box[2]);
  for (let strip = stripOf(word.box[0]); strip <= last; strip += 1) {
    const known = row.byStrip.get(strip);
    if (known === undefined) row.byStrip.set(strip, [word]);
    else known.push(word);
  }
}

function place<W extends Word>(rows: OpenRow<W>[], word: W): void {
  for (let back = 1; back <= 4; back += 1) {
    const row = rows.at(-back);
    if (row === undefined) break;
    if (overlapOf(row, word) < 0.5 * Math.min(row.bottom - row.top, word.box[3])) continue;
    if (hasCollision(row, word)) continue;
    addWord(row, word);
    // The core stays close to the first words: rows must not creep down a slope.
    const count = row.words.length;
    row.top += (word.box[1] - row.top) / count;
    row.bottom += (word.box[1] + word.box[3] - row.bottom) / count;
    return;
  }
  const row: OpenRow<W> = {
    words: [],
    byStrip: new Map(),
    top: word.box[1],
    bottom: word.box[1] + word.box[3],
  };
  addWord(row, word);
  rows.push(row);
}

/** Two words one over the other are in two rows, however tight the lines. */
function collides(one: Word, other: Word): boolean {
  const across =
    Math.min(one.box[0] + one.box[2], other.box[0] + other.box[2]) - Math.max(one.box[0], other.box[0]);
  if (across <= 0.3 * Math.min(one.box[2], other.box[2])) return false;
  return Math.abs(middleOf(one) - middleOf(other)) > 0.3 * Math.min(one.box[3], other.box[3]);
}

const overlapOf = (row: { top: number; bottom: number }, word: Word): number =>
  Math.min(row.bottom, word.box[1] + word.box[3]) - Math.max(row.top, word.box[1]);

const middleOf = (word: Word): number => word.box[1] + word.box[3] / 2;

/** Median height of the words of a page, as a fraction of it; zero for none. */
export function medianHeight(words: readonly Word[]): number {
  const heights = words.map((word) => word.box[3]).toSorted((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}
