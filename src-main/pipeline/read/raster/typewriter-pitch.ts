import type { InkPart } from "./ink-parts.ts";
import { columnsOf } from "./ink-columns.ts";
import type { TextSegment } from "./text-lines.ts";

/** Letter heights that a typewriter's cell is wide at least: figures of other faces have cells too, but narrower ones. */
const [narrowest, widest] = [0.92, 1.9];
/** Distances between letters that are looked at, at least. */
const leastDistances = 8;
/** How far a letter may stand from the middle of its cell, as a share of the cell. */
const tolerance = 0.14;
/** Share of letters that stand in the middle of their cells. */
const leastShare = 0.82;

const known = new WeakMap<TextSegment, number | null>();

/** Width of the cells in pixels where each letter of a segment has one of the same width; `null` in other faces. */
export function pitchOf(segment: TextSegment): number | null {
  const found = known.get(segment);
  if (found !== undefined) return found;
  const pitch = findPitch(segment);
  known.set(segment, pitch);
  return pitch;
}

function findPitch({ parts, letterHeight }: TextSegment): number | null {
  const middles = columnsOf(parts)
    .filter(([left, right]) => right - left < widest * letterHeight)
    .map(([left, right]) => (left + right) / 2);
  const distances = middles.slice(1).map((middle, at) => middle - (middles[at] ?? 0));
  const near = distances
    .filter((distance) => distance > narrowest * letterHeight && distance < widest * letterHeight)
    .toSorted((one, other) => one - other);
  const first = near[Math.floor(near.length / 2)];
  if (distances.length < leastDistances || first === undefined) return null;
  const fits = (pitch: number): readonly number[] =>
    distances.filter((distance) => {
      const cells = distance / pitch;
      return Math.round(cells) >= 1 && Math.abs(cells - Math.round(cells)) < tolerance;
    });
  const fitting = fits(first);
  if (fitting.length < leastShare * distances.length) return null;
  const cells = fitting.reduce((sum, distance) => sum + Math.round(distance / first), 0);
  return fitting.reduce((sum, distance) => sum + distance, 0) / cells;
}

/** Cells from the last letter of one piece of ink to the first of the next; 1 for neighbors. */
export function cellsBetween(before: readonly InkPart[], after: readonly InkPart[], pitch: number): number {
  const [left = 0, right = 0] = columnsOf(before).at(-1) ?? [];
  const [nextLeft = 0, nextRight = 0] = columnsOf(after)[0] ?? [];
  // Letters that touch are one piece of ink over several cells.
  const last = right - left > 1.4 * pitch ? right - pitch / 2 : (left + right) / 2;
  const next = nextRight - nextLeft > 1.4 * pitch ? nextLeft + pitch / 2 : (nextLeft + nextRight) / 2;
  return (next - last) / pitch;
}
