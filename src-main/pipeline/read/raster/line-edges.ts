import type { TextSegment } from "./text-lines.ts";

/** Where a line of print runs: its foot at the left end of a segment, and how high its tall letters are. */
export interface LineEdges {
  readonly foot: number;
  readonly height: number;
}

/** Share of the usual letter from which a piece of ink tells where the line stands. */
const tallShare = 0.6;
/** Share of a line's letters that are no higher than its tall ones: one bracket is not its height. */
const tallRank = 0.85;
/** How far letters hang below their line, as a share of the tall ones. */
const hanging = 0.25;

/** The line of a segment by most of its letters. */
export function edgesOfLine({ parts, left, letterHeight, slope, top, bottom }: TextSegment): LineEdges {
  const tall = parts.filter((part) => part.bottom - part.top >= tallShare * letterHeight);
  const rankOf = (values: readonly number[], rank: number): number | undefined =>
    values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * rank)];
  const footOf = (part: (typeof parts)[number]): number =>
    part.bottom - slope * ((part.left + part.right) / 2 - left);
  const foot = rankOf(tall.map(footOf), 0.5) ?? bottom;
  const height = rankOf(
    tall.map((part) => foot - footOf(part) + part.bottom - part.top),
    tallRank,
  );
  return { foot, height: height ?? bottom - top };
}

/**
 * Upper and lower edge that a word of a line has in print, however low its letters are: a dash or a comma is as high as
 * the words beside it, as in a text layer.
 */
export function edgesInLine(
  { foot, height }: LineEdges,
  { left, slope }: TextSegment,
  middle: number,
): readonly [top: number, bottom: number] {
  const here = foot + slope * (middle - left);
  return [here - height, here + hanging * height];
}
