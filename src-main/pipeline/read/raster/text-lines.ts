import { findDottedLines } from "./dotted-lines.ts";
import type { InkPart } from "./ink-parts.ts";

/** Letters that stand side by side on one line, without a gap wide enough for a column. */
export interface TextSegment {
  /** Letters, then the marks that belong to them. */
  readonly parts: readonly InkPart[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Usual height of its letters. */
  readonly letterHeight: number;
  /** Pixels that its line falls for each pixel to the right. */
  readonly slope: number;
  /** Width of the cells that its letters stand in, in pixels; `null` in faces whose letters have widths of their own. */
  readonly pitch: number | null;
}

/** Ink that is taller than a letter may be, as a share of the usual letter, is a drawing, a bar or a stamp. */
const tallest = 4.5;
const smallestLetter = 0.45;
/** A piece that is taller than a usual letter and thinner than this share of its height is a drawn line. */
const thinnestLetter = 0.07;
/** Letter heights between two letters of one segment. */
const widestGap = 1.6;
/** Share of the smaller height that two neighbours have in common. */
const leastOverlap = 0.45;
const leastLetters = 5;

/** Usual height of letters in a picture; 0 where there are none. */
export function usualLetterHeight(parts: readonly InkPart[]): number {
  const heights: number[] = [];
  for (const { left, right, top, bottom, ink } of parts) {
    const [width, height] = [right - left, bottom - top];
    if (height < 6 || height > 160 || width > 3 * height || width < 0.15 * height) continue;
    if (ink < 0.12 * width * height) continue;
    heights.push(height);
  }
  if (heights.length < leastLetters) return 0;
  heights.sort((one, other) => one - other);
  // Specks are many and small: the middle is taken of what is not much smaller than the larger half.
  const upper = heights[Math.floor(heights.length * 0.75)] ?? 0;
  const plausible = heights.filter((height) => height > 0.4 * upper);
  return plausible[Math.floor(plausible.length / 2)] ?? 0;
}

interface OpenLine {
  readonly letters: InkPart[];
  right: number;
  /** Band of the last letters. */
  top: number;
  bottom: number;
  height: number;
}

/** Joins letters to segments of lines, from left to right, each following its own slope. */
export function findTextSegments(parts: readonly InkPart[], usual: number): readonly TextSegment[] {
  if (usual === 0) return [];
  const letters: InkPart[] = [];
  const marks: InkPart[] = [];
  for (const part of parts) {
    const [width, height] = [part.right - part.left, part.bottom - part.top];
    if (height > 1.5 * usual && width < thinnestLetter * height) continue;
    if (height > tallest * usual || width > 12 * Math.max(height, usual * 0.5)) continue;
    if (height >= smallestLetter * usual) letters.push(part);
    else marks.push(part);
  }
  letters.sort((one, other) => one.left - other.left || one.top - other.top);
  const joined = joinLetters(letters);
  const lines = joined.filter((line) => !isMarkAlone(line, usual));
  // A comma of a large face is as tall as a small letter, but stands alone at its line's foot.
  const alone = joined.filter((line) => isMarkAlone(line, usual));
  marks.push(...alone.flatMap((line) => line.letters));
  const byBand = bandsOf(lines, usual);
  const dotted = findDottedLines(marks, usual);
  const speck = Math.max(2, (usual / 14) ** 2);
  const apart = new Set<InkPart>();
  for (const mark of marks) {
    if (mark.ink < speck || dotted.has(mark)) continue;
    const line = lineAt(byBand, mark, usual);
    if (line === null) apart.add(mark);
    else line.marks.push(mark);
  }
  // Small print that belongs to no line is a line of its own: a lone "1" in a narrow column.
  lines.push(...alone.filter((line) => line.letters.every((letter) => apart.has(letter))));
  return lines.map(({ letters: own, marks: small }) => segmentOf(own, small)).filter(isText);
}

interface MarkedLine {
  readonly letters: readonly InkPart[];
  readonly marks: InkPart[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const isMarkAlone = ({ letters }: MarkedLine, usual: number): boolean =>
  letters.length <= 2 && letters.every(({ top, bottom }) => bottom - top < 0.9 * usual);

function joinLetters(letters: readonly InkPart[]): readonly MarkedLine[] {
  let open: OpenLine[] = [];
  const closed: OpenLine[] = [];
  for (const letter of letters) {
    const height = letter.bottom - letter.top;
    let best: OpenLine | null = null;
    let bestScore = 0;
    const still: OpenLine[] = [];
    for (const line of open) {
      if (letter.left - line.right > 3 * widestGap * Math.max(line.height, height)) {
        closed.push(line);
        continue;
      }
      still.push(line);
      if (letter.left - line.right > widestGap * Math.max(line.height, Math.min(height, 1.5 * line.height)))
        continue;
      const common = Math.min(line.bottom, letter.bottom) - Math.max(line.top, letter.top);
      const smaller = Math.min(line.bottom - line.top, height);
      if (common < leastOverlap * smaller) continue;
      if (height > 2.6 * line.height || line.height > 2.6 * height) continue;
      const away = Math.max(0, letter.left - line.right) / (widestGap * line.height);
      const score = common / Math.max(line.bottom - line.top, height) + 0.3 - 0.3 * away;
      if (score > bestScore) [best, bestScore] = [line, score];
    }
    open = still;
    if (best === null) {
      open.push({ letters: [letter], right: letter.right, top: letter.top, bottom: letter.bottom, height });
      continue;
    }
    best.letters.push(letter);
    best.right = Math.max(best.right, letter.right);
    // The band follows the line's slope slowly: one comma or one capital must not move it.
    best.top += 0.25 * (letter.top - best.top);
    best.bottom += 0.25 * (letter.bottom - best.bottom);
    best.height += 0.2 * (height - best.height);
  }
  return [...closed, ...open].map(({ letters: own }) => ({
    letters: own,
    marks: [],
    left: Math.min(...own.map(({ left }) => left)),
    right: Math.max(...own.map(({ right }) => right)),
    top: Math.min(...own.map(({ top }) => top)),
    bottom: Math.max(...own.map(({ bottom }) => bottom)),
  }));
}

function bandsOf(lines: readonly MarkedLine[], usual: number): ReadonlyMap<number, readonly MarkedLine[]> {
  const bands = new Map<number, MarkedLine[]>();
  for (const line of lines)
    for (let band = Math.floor((line.top - usual) / usual); band * usual < line.bottom + usual; band += 1) {
      const known = bands.get(band);
      if (known === undefined) bands.set(band, [line]);
      else known.push(line);
    }
  return bands;
}

/** The line that a dot, a comma or an accent belongs to: the nearest letter decides. */
function lineAt(
  bands: ReadonlyMap<number, readonly MarkedLine[]>,
  mark: InkPart,
  usual: number,
): MarkedLine | null {
  const [x, y] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2];
  let best: MarkedLine | null = null;
  let least = Infinity;
  for (const line of bands.get(Math.floor(y / usual)) ?? []) {
    if (x < line.left - 1.2 * usual || x > line.right + 1.2 * usual) continue;
    for (const letter of line.letters) {
      const across = Math.max(0, letter.left - x, x - letter.right);
      const height = letter.bottom - letter.top;
      if (across > 1.2 * Math.max(height, usual)) continue;
      const up = letter.top - 0.45 * height;
      const down = letter.bottom + 0.3 * height;
      if (y < up || y > down) continue;
      const outside = Math.max(0, letter.top - y, y - letter.bottom);
      const distance = across + 2 * outside;
      if (distance < least) [best, least] = [line, distance];
    }
  }
  return best;
}

function segmentOf(letters: readonly InkPart[], marks: readonly InkPart[]): TextSegment {
  const parts = [...letters, ...marks];
  const heights = letters.map(({ top, bottom }) => bottom - top).toSorted((one, other) => one - other);
  return {
    parts,
    left: Math.min(...parts.map(({ left }) => left)),
    top: Math.min(...parts.map(({ top }) => top)),
    right: Math.max(...parts.map(({ right }) => right)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
    letterHeight: heights[Math.floor(heights.length * 0.6)] ?? 0,
    slope: slopeOf(letters),
    pitch: null,
  };
}

/** Median of the slopes between letters that stand well apart, by their feet. Source: Theil and Sen. */
function slopeOf(letters: readonly InkPart[]): number {
  const [first] = letters;
  if (first === undefined || letters.length < 6) return 0;
  const half = Math.floor(letters.length / 2);
  const slopes: number[] = [];
  for (let at = 0; at + half < letters.length; at += 1) {
    const [one, other] = [letters[at], letters[at + half]];
    if (one === undefined || other === undefined || other.left - one.left < 2 * (one.bottom - one.top))
      continue;
    slopes.push((other.bottom - one.bottom) / (other.left - one.left));
  }
  slopes.sort((one, other) => one - other);
  return slopes.length < 3 ? 0 : (slopes[Math.floor(slopes.length / 2)] ?? 0);
}

/** A lone stroke or blot is no text; a lone letter or digit may be one. */
function isText({ parts, letterHeight, left, right, top, bottom }: TextSegment): boolean {
  const [width, height] = [right - left, bottom - top];
  if (parts.length > 1) return width > 0.5 * letterHeight;
  const ink = parts.reduce((sum, part) => sum + part.ink, 0);
  const isBar = width < 0.12 * height || width > 4 * height;
  const isSolid = ink > 0.9 * width * height && width > 0.6 * height;
  return !isBar && !isSolid;
}
