import type { Page, Rule, Word } from "../../../../src-shared/model/index.ts";
import { isSideways, wordsToRows } from "./rows.ts";
import type { Segment } from "./segments.ts";
import { rowToSegments } from "./segments.ts";

/** A printed row with its measures, in page fractions. */
export interface Line {
  readonly page: number;
  readonly words: readonly Word[];
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Median height of its words. */
  readonly height: number;
  /** Median font size of its words. */
  readonly size: number;
  readonly bold: boolean;
  readonly text: string;
}

/** A stretch of a page that is read from top to bottom: the whole page, or one column of it. */
export interface Region {
  readonly page: number;
  readonly aspect: number;
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  readonly rules: readonly Rule[];
}

/** Visible upright words of a page as lines, top to bottom. */
export function pageToLines(page: Page): Line[] {
  const words = page.words.filter((word) => word.visible && !isSideways(word, page.aspect));
  return wordsToLines(words, page);
}

/** Words of one region as lines. */
export function wordsToLines(words: readonly Word[], page: Pick<Page, "number" | "aspect">): Line[] {
  return wordsToRows(words).map((row) => {
    const segments = rowToSegments(row, page.aspect);
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (const segment of segments) {
      left = Math.min(left, segment.left);
      right = Math.max(right, segment.right);
      top = Math.min(top, segment.top);
      bottom = Math.max(bottom, segment.bottom);
    }
    return {
      page: page.number,
      words: row.words,
      segments,
      left,
      right,
      top,
      bottom,
      height: medianOf(row.words.map((word) => word.box[3])),
      size: medianOf(row.words.map((word) => word.size)),
      bold: row.words.filter((word) => word.bold).length > row.words.length * 0.7,
      text: row.words.map((word) => word.text).join(" "),
    };
  });
}

/** The upper median; zero for nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Distance from one line to the next, between their middles. */
export const pitchBetween = (above: Line, below: Line): number =>
  (below.top + below.bottom - above.top - above.bottom) / 2;

/** Usual distance between lines that follow each other; three heights for single lines. */
export function usualPitch(lines: readonly Line[]): number {
  const distances: number[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1];
    const below = lines[index];
    if (above === undefined || below === undefined) continue;
    const distance = pitchBetween(above, below);
    if (distance > 0.5 * below.height && distance < 3 * Math.max(above.height, below.height))
      distances.push(distance);
  }
  if (distances.length === 0) return 1.3 * medianOf(lines.map((line) => line.height));
  return distances.toSorted((one, other) => one - other)[Math.floor(distances.length * 0.4)] ?? 0;
}
