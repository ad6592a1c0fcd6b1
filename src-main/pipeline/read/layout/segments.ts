import type { Word } from "../../../../src-shared/model/index.ts";
import type { Row } from "./rows.ts";

/** Words of a row without a wide gap between them. Positions are in page fractions. */
export interface Segment<W extends Word = Word> {
  readonly words: readonly W[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Parts of a row at its wide gaps: wider than 1.5 heights and than 3 of the row's usual spaces.
 *
 * `aspect` is the page's width by its height, since gaps are measured against heights.
 */
export function rowToSegments<W extends Word>(row: Row<W>, aspect: number): Segment<W>[] {
  const heights = row.words.map((word) => word.box[3]).toSorted((one, other) => one - other);
  const height = heights[Math.floor(heights.length / 2)] ?? 0;
  const gaps: number[] = [];
  for (let index = 1; index < row.words.length; index += 1) {
    const gap = gapBetween(row.words[index - 1], row.words[index]) * aspect;
    if (gap > 0 && gap <= 1.5 * height) gaps.push(gap);
  }
  gaps.sort((one, other) => one - other);
  const space = gaps[Math.floor(gaps.length / 2)] ?? height * 0.3;
  const limit = Math.max(1.5 * height, Math.min(3 * space, 2.5 * height)) / aspect;
  const segments: Segment<W>[] = [];
  let words: W[] = [];
  for (const word of row.words) {
    const last = words.at(-1);
    if (last !== undefined && gapBetween(last, word) > limit) {
      segments.push(wordsToSegment(words));
      words = [];
    }
    words.push(word);
  }
  if (words.length > 0) segments.push(wordsToSegment(words));
  return segments;
}

/** The box around words in order. */
export function wordsToSegment<W extends Word>(words: readonly W[]): Segment<W> {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { box } of words) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[0] + box[2]);
    bottom = Math.max(bottom, box[1] + box[3]);
  }
  return { words, left, right, top, bottom };
}

const gapBetween = (left: Word | undefined, right: Word | undefined): number =>
  left === undefined || right === undefined ? 0 : right.box[0] - (left.box[0] + left.box[2]);
