import type { InkPart } from "./ink-parts.ts";
import type { TextSegment } from "./text-lines.ts";
import { cellsBetween } from "./typewriter-pitch.ts";

/** Letter heights of white that are taken for a space. */
const narrowSpace = 0.3;
/** Usual white between letters, in letter heights, from which they are those of a typewriter. */
const typewriterGap = 0.22;
/** White between any two letters of a short line of one. */
const leastTypewriterGap = 0.16;
/** Gaps that tell a usual one, and those of which all must be as wide: in "VAT 20 %" most are spaces. */
const [leastGaps, fewestGaps] = [8, 3];
/** In a typewriter's face letters stand up to this far apart without a space, in letter heights. */
const widestLetterGap = 0.9;
/** Cells from letter to letter that hold a space between them. */
const cellsOfSpace = 1.55;
/** A one stands in its place with white on both sides: less than this, in letter heights, is no space beside it. */
const besideNarrow = 0.52;
const betweenNarrow = 0.62;
/** Heights that a dash is wide at least. */
const dashShape = 2;

/** Ink between two spaces. */
export interface Piece {
  readonly segment: TextSegment;
  readonly parts: readonly InkPart[];
  readonly left: number;
  readonly right: number;
}

/** Cuts a segment at what looks like spaces. */
export function piecesOf(segment: TextSegment): readonly Piece[] {
  const sorted = segment.parts.toSorted((one, other) => one.left - other.left);
  const columns: InkPart[][] = [];
  const gaps: number[] = [];
  let end = -Infinity;
  for (const part of sorted) {
    if (part.left <= end) columns.at(-1)?.push(part);
    else {
      if (columns.length > 0) gaps.push(part.left - end);
      columns.push([part]);
    }
    end = Math.max(end, part.right);
  }
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
  const height = segment.letterHeight;
  const isTypewritten =
    gaps.length >= leastGaps
      ? usual > typewriterGap * height
      : gaps.length >= fewestGaps && Math.min(...gaps) > leastTypewriterGap * height;
  const least = (isTypewritten ? widestLetterGap : narrowSpace) * height;
  const { pitch } = segment;
  const pieces: InkPart[][] = [];
  for (const [index, column] of columns.entries()) {
    if (pitch !== null && index > 0) {
      if (cellsBetween(columns[index - 1] ?? [], column, pitch) < cellsOfSpace)
        pieces.at(-1)?.push(...column);
      else pieces.push([...column]);
      continue;
    }
    const narrow = [columns[index - 1] ?? [], column].filter((parts) => isNarrow(parts, height)).length;
    const needed = isLow(column, height)
      ? widestLetterGap * height
      : Math.max(least, narrow === 0 ? 0 : (narrow === 1 ? besideNarrow : betweenNarrow) * height);
    if (index > 0 && (gaps[index - 1] ?? 0) < needed) pieces.at(-1)?.push(...column);
    else pieces.push([...column]);
  }
  return pieces.map((parts) => ({
    segment,
    parts,
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
  }));
}

/** A point or a comma: it follows what stands before it without a space. A dash, which is wide, may stand between two. */
function isLow(parts: readonly InkPart[], letterHeight: number): boolean {
  const height = Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top));
  const width = Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left));
  return height < 0.4 * letterHeight && width < dashShape * height;
}

/** A column of ink as narrow as a figure one. */
function isNarrow(parts: readonly InkPart[], letterHeight: number): boolean {
  const width = Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left));
  const height = Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top));
  return width < 0.45 * letterHeight && height > 0.7 * letterHeight;
}
