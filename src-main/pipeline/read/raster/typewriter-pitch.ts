import type { InkPart } from "./ink-parts.ts";
import { columnsOf } from "./ink-columns.ts";
import type { TextSegment } from "./text-lines.ts";

/** Letter heights that a typewriter's cell is wide. */
const [narrowest, widest] = [0.92, 1.9];
/** Figures of any face stand in cells as narrow as this: they are a typewriter's where several lines share them. */
const narrowestShared = 0.72;
const leastShared = 3;
/** Spaces as wide as a cell that such a line has: beside figures of other faces a space is half as wide. */
const leastSpaces = 2;
/** How much the cells of two lines may differ to be the same. */
const sameCells = 0.03;
/** Distances between letters that tell cells, at least; a shorter line may only share those of typed ones. */
const leastDistances = 8;
/** How much larger letters may be than those of a line whose cells they share: small ones may hold no capital. */
const likeHeight = 1.45;
/** How far a letter may stand from the middle of its cell, as a share of the cell. */
const tolerance = 0.14;
/** Share of letters that stand in the middle of their cells. */
const leastShare = 0.82;

/** Segments of a page with the width of the cells in which their letters stand, where each has one of the same width. */
export function withPitches(segments: readonly TextSegment[]): readonly TextSegment[] {
  const lines = segments.map((segment) => ({ segment, distances: distancesIn(segment) }));
  const found = lines.flatMap(({ segment: { letterHeight }, distances }) => {
    const pitch = findPitch(distances, letterHeight, narrowestShared);
    if (pitch === null) return [];
    const spaces = fitting(distances, pitch).filter((distance) => distance > 1.5 * pitch).length;
    return pitch < narrowest * letterHeight && spaces < leastSpaces ? [] : [{ letterHeight, pitch }];
  });
  const shared = found.filter(
    ({ pitch }) =>
      found.filter((other) => Math.abs(other.pitch / pitch - 1) < sameCells).length >= leastShared,
  );
  return lines.map(({ segment, distances }) => {
    const { letterHeight } = segment;
    if (distances.length >= leastDistances) {
      const own = findPitch(distances, letterHeight, narrowest);
      if (own !== null) return { ...segment, pitch: own };
    }
    const likely = shared
      .filter(
        (other) =>
          other.letterHeight < likeHeight * letterHeight && letterHeight < likeHeight * other.letterHeight,
      )
      .map(({ pitch }) => pitch);
    return { ...segment, pitch: closestPitch(distances, likely) };
  });
}

/** The one of the pitches that letters so far apart fit best; `null` where they fit none. */
function closestPitch(distances: readonly number[], pitches: readonly number[]): number | null {
  let [best, least]: [number | null, number] = [null, Infinity];
  if (distances.length === 0) return best;
  for (const pitch of pitches) {
    // One letter of a short line may stand off: an "r" is not drawn in the middle of its cell.
    const needed = Math.min(leastShare * distances.length, Math.max(3, distances.length - 1));
    if (fitting(distances, pitch).length < needed) continue;
    const off = distances.reduce(
      (sum, distance) => sum + Math.abs(distance / pitch - Math.round(distance / pitch)),
      0,
    );
    if (off < least) [best, least] = [pitch, off];
  }
  return best;
}

/** Distances from middle to middle of neighboring letters. */
function distancesIn({ parts, letterHeight }: TextSegment): readonly number[] {
  const middles = columnsOf(parts)
    .filter(([left, right]) => right - left < widest * letterHeight)
    .map(([left, right]) => (left + right) / 2);
  return middles.slice(1).map((middle, at) => middle - (middles[at] ?? 0));
}

const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** Distances that are whole numbers of cells. */
const fitting = (distances: readonly number[], pitch: number): readonly number[] =>
  distances.filter((distance) => {
    const cells = distance / pitch;
    return Math.round(cells) >= 1 && Math.abs(cells - Math.round(cells)) < tolerance;
  });

function findPitch(distances: readonly number[], letterHeight: number, least: number): number | null {
  const first = middleOf(
    distances.filter((distance) => distance > least * letterHeight && distance < widest * letterHeight),
  );
  if (distances.length < leastDistances || first === undefined) return null;
  const whole = fitting(distances, first);
  if (whole.length < leastShare * distances.length) return null;
  const cells = whole.reduce((sum, distance) => sum + Math.round(distance / first), 0);
  return whole.reduce((sum, distance) => sum + distance, 0) / cells;
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
