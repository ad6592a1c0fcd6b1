import type { Line } from "./lines.ts";
import { medianOf } from "./lines.ts";
import type { Segment } from "./segments.ts";
import { wordsToSegment } from "./segments.ts";

/** White between two columns: no word of any line stands in it. In page fractions. */
export interface Corridor {
  readonly left: number;
  readonly right: number;
}

/** Font sizes that a corridor is wide at least; a space between words is a quarter of one. */
const narrowest = 0.6;
/** Usual spaces between words that it is wide at least: in type of one width a space is as wide as a letter. */
const spaces = 1.8;
const fewestLines = 3;
/** Lines that must run over a corridor: one wide space is no column. */
const fewestParted = 2;

/**
 * Lines of one table with their parts split where white runs down through all of them.
 *
 * A gap in a single line must be wide to part columns. Narrow columns stand closer, but their gaps stand under each
 * other, which the spaces between words do not. A sign of money before figures set flush stays with them.
 */
export function partAtCorridors(lines: readonly Line[], aspect: number): readonly Line[] {
  if (lines.length < fewestLines) return lines;
  const corridors = corridorsIn(lines, aspect).filter(
    (corridor) => lines.filter((line) => isParted(line, corridor)).length >= fewestParted,
  );
  return partedAt(lines, corridors);
}

/** Lines with their parts split at white that runs down elsewhere, where they leave it free. */
export function partedAt(lines: readonly Line[], corridors: readonly Corridor[]): readonly Line[] {
  if (corridors.length === 0) return lines;
  return lines.map((line) => ({
    ...line,
    segments: line.segments.flatMap((segment) => partsAt(segment, corridors)),
  }));
}

/** Where white runs down through all lines, wide enough to part columns, from left to right. */
export const corridorsIn = (lines: readonly Line[], aspect: number): readonly Corridor[] =>
  corridorsOf(lines, narrowestOf(lines, aspect));

/** How wide a corridor must be, as a fraction of the page's width. */
function narrowestOf(lines: readonly Line[], aspect: number): number {
  const gaps = lines
    .flatMap(({ segments }) => segments.flatMap(gapsOf))
    .filter((gap) => gap > 0)
    .toSorted((one, other) => one - other);
  const space = gaps[Math.floor(gaps.length / 4)] ?? 0;
  const size = medianOf(lines.map((line) => line.size));
  return Math.max((narrowest * size) / aspect, spaces * space);
}

const gapsOf = ({ words }: Segment): number[] =>
  words.slice(1).map((word, index) => {
    const before = words[index]?.box ?? word.box;
    return word.box[0] - before[0] - before[2];
  });

/** Stretches across the page that are free in every line, wide enough, from left to right. */
function corridorsOf(lines: readonly Line[], width: number): readonly Corridor[] {
  const spans = lines
    .flatMap(({ words }) => words.map(({ box: [left, , wide] }) => ({ left, right: left + wide })))
    .toSorted((one, other) => one.left - other.left);
  const found: Corridor[] = [];
  let end = Infinity;
  for (const { left, right } of spans) {
    if (left - end >= width) found.push({ left: end, right: left });
    end = end === Infinity ? right : Math.max(end, right);
  }
  return found;
}

/** Whether a part of a line goes on over the corridor, and not only a sign of money before its figure. */
const isParted = ({ segments }: Line, corridor: Corridor): boolean =>
  segments.some(({ words }) => {
    const at = words.findIndex(({ box }) => box[0] >= corridor.right);
    const before = words[at - 1];
    return before !== undefined && !/^(?:\p{Sc}|[A-Z]{3})$/u.test(before.text);
  });

function partsAt(segment: Segment, corridors: readonly Corridor[]): readonly Segment[] {
  const parts: Segment[] = [];
  let from = 0;
  for (const [index, { box }] of segment.words.entries()) {
    const before = segment.words[index - 1];
    if (before === undefined) continue;
    const end = before.box[0] + before.box[2];
    if (!corridors.some(({ left, right }) => end <= left && box[0] >= right)) continue;
    parts.push(wordsToSegment(segment.words.slice(from, index)));
    from = index;
  }
  return from === 0 ? [segment] : [...parts, wordsToSegment(segment.words.slice(from))];
}
