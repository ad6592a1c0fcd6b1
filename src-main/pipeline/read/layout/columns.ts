import type { Page, Word } from "../../../../src-shared/model/index.ts";
import type { Line, Region } from "./lines.ts";
import { medianOf, wordsToLines } from "./lines.ts";

/** Steps across the page at which a gutter is looked for. */
const steps = 120;
const fewestLines = 8;
/** Share of a stretch's lines that must have text on a side. */
const filledShare = 0.6;
const deepest = 3;

interface Gutter {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Lines of a page as regions in reading order: where a gutter runs through a stretch of prose, its left column comes
 * before its right one. Tables and side-by-side blocks have gaps too, but no prose on both sides: they stay whole.
 */
export function linesToRegions(lines: readonly Line[], page: Page): Region[] {
  return splitRegion(lines, page, 0);
}

function splitRegion(lines: readonly Line[], page: Page, depth: number): Region[] {
  if (lines.length === 0) return [];
  const gutter = depth < deepest ? findGutter(lines, page) : null;
  if (gutter === null) return [regionOf(lines, page)];
  const inside = lines.slice(gutter.from, gutter.to);
  const words = inside.flatMap((line) => line.words);
  const side = (isMine: (word: Word) => boolean): Region[] =>
    splitRegion(wordsToLines(words.filter(isMine), page), page, depth + 1);
  return [
    ...splitRegion(lines.slice(0, gutter.from), page, depth + 1),
    ...side((word) => middleOf(word) < gutter.at),
    ...side((word) => middleOf(word) >= gutter.at),
    ...splitRegion(lines.slice(gutter.to), page, depth + 1),
  ];
}

function regionOf(lines: readonly Line[], page: Page): Region {
  return {
    page: page.number,
    aspect: page.aspect,
    lines,
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    rules: page.rules,
  };
}

/** The gutter that the longest stretch of lines leaves free; between equal ones the most central. */
function findGutter(lines: readonly Line[], page: Page): Gutter | null {
  if (lines.length < fewestLines || !lines.some((line) => line.segments.length > 1)) return null;
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const candidates: Gutter[] = [];
  for (let step = Math.ceil(steps * 0.2); step <= steps * 0.8; step += 1) {
    const at = left + ((right - left) * step) / steps;
    const run = longestFreeRun(lines, at);
    if (run !== null) candidates.push(run);
  }
  const middle = (left + right) / 2;
  candidates.sort(
    (one, other) =>
      other.to - other.from - (one.to - one.from) || Math.abs(one.at - middle) - Math.abs(other.at - middle),
  );
  const stretches = new Set<string>();
  for (const candidate of candidates) {
    const stretch = `${candidate.from} ${candidate.to}`;
    if (stretches.has(stretch)) continue;
    stretches.add(stretch);
    if (stretches.size > 4) break;
    if (mayBeProse(lines, candidate) && isBetweenProse(lines, candidate, page)) return candidate;
  }
  return null;
}

function longestFreeRun(lines: readonly Line[], at: number): Gutter | null {
  let best: Gutter | null = null;
  let from = 0;
  const close = (to: number): void => {
    let first = from;
    let last = to;
    while (first < last && !straddles(lines[first], at)) first += 1;
    while (last > first && !straddles(lines[last - 1], at)) last -= 1;
    // A last line that stands in one column alone belongs to it.
    while (last < to && isClose(lines[last - 1], lines[last])) last += 1;
    while (first > from && isClose(lines[first - 1], lines[first])) first -= 1;
    if (last - first >= fewestLines && (best === null || last - first > best.to - best.from))
      best = { at, from: first, to: last };
  };
  for (const [index, line] of lines.entries()) {
    if (!line.segments.some((segment) => segment.left < at && segment.right > at)) continue;
    close(index);
    from = index + 1;
  }
  close(lines.length);
  return best;
}

const straddles = (line: Line | undefined, at: number): boolean =>
  line !== undefined && line.left < at && line.right > at;

const isClose = (above: Line | undefined, below: Line | undefined): boolean =>
  above !== undefined && below !== undefined && below.top - above.bottom < 0.8 * below.height;

/** A cheap first look: enough words at both sides, and not mostly numbers. */
function mayBeProse(lines: readonly Line[], gutter: Gutter): boolean {
  let left = 0;
  let right = 0;
  let numbers = 0;
  for (const line of lines.slice(gutter.from, gutter.to))
    for (const word of line.words) {
      if (middleOf(word) < gutter.at) left += 1;
      else right += 1;
      if (/\d/u.test(word.text)) numbers += 1;
    }
  const fewest = (gutter.to - gutter.from) * filledShare * 3;
  return left > fewest && right > fewest && numbers < (left + right) * 0.3;
}

function isBetweenProse(lines: readonly Line[], gutter: Gutter, page: Page): boolean {
  const words = lines.slice(gutter.from, gutter.to).flatMap((line) => line.words);
  const count = gutter.to - gutter.from;
  const sides = [
    wordsToLines(
      words.filter((word) => middleOf(word) < gutter.at),
      page,
    ),
    wordsToLines(
      words.filter((word) => middleOf(word) >= gutter.at),
      page,
    ),
  ];
  return sides.every((side) => side.length >= Math.min(count, fewestLines) * filledShare && isProse(side));
}

/** Lines of several words that fill their column, few of them broken by wide gaps, few of them numbers. */
function isProse(lines: readonly Line[]): boolean {
  const words = lines.flatMap((line) => line.words);
  const numbers = words.filter((word) => /\d/u.test(word.text)).length;
  if (numbers > words.length * 0.3) return false;
  if (medianOf(lines.map((line) => line.words.length)) < 4) return false;
  const broken = lines.filter((line) => line.segments.length > 1 && !startsWithLabel(line)).length;
  if (broken > lines.length * 0.3) return false;
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  return medianOf(lines.map((line) => line.right - line.left)) >= (right - left) * 0.6;
}

const startsWithLabel = (line: Line): boolean =>
  line.segments.length === 2 && (line.segments[0]?.words.length ?? 0) === 1;

const middleOf = (word: Word): number => word.box[0] + word.box[2] / 2;
