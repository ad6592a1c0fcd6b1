import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { eraseRules, isCrumb } from "./drawn-rules.ts";
import type { DrawnRule } from "./drawn-rules.ts";
import type { EvenImage } from "./even-light.ts";
import { findInkParts } from "./ink-parts.ts";
import { partInks } from "./ink-tones.ts";
import type { InkPart } from "./ink-parts.ts";
import { findTextSegments, usualLetterHeight } from "./text-lines.ts";
import type { TextSegment } from "./text-lines.ts";
import { withPitches } from "./typewriter-pitch.ts";

/** What stands on a level page: an even picture of it, its lines of text from top to bottom, its drawn lines. */
export interface PageInk {
  readonly image: GrayImage;
  readonly threshold: number;
  /** Rows of segments, each row from left to right. */
  readonly rows: readonly (readonly TextSegment[])[];
  readonly rules: readonly DrawnRule[];
}

/** Share of its box that a solid bar fills. */
const solidShare = 0.55;
/** Letter heights from which a solid piece is a bar with light letters on it. */
const [barHeight, barWidth] = [1.7, 3];
/** Share of the smaller height that segments of one row have in common. */
const rowOverlap = 0.6;
const mostSizeRatio = 1.5;

/** Finds the text of a level page by its ink alone; the drawn lines are erased in the picture. */
export function findPageInk({ image, threshold }: EvenImage): PageInk {
  const rules = eraseRules(image, threshold);
  const side = Math.min(image.width, image.height);
  const withoutCrumbs = (parts: readonly InkPart[]): readonly InkPart[] =>
    parts.filter((part) => !isCrumb(part, rules, side));
  const found = withoutCrumbs(findInkParts(image, threshold));
  const usual = usualLetterHeight(found);
  // What hung together by the gray of a cell leaves crumbs of its frame as well.
  const bare = usual === 0 ? found : withoutCrumbs(partInks(image, threshold, found, usual));
  const parts = usual === 0 ? bare : turnBarsLight(image, threshold, bare, usual);
  return { image, threshold, rows: rowsOf(withPitches(findTextSegments(parts, usual))), rules };
}

/** Light letters on a dark bar become dark ones on light ground, in place; their parts take the bar's place. */
function turnBarsLight(
  image: GrayImage,
  threshold: number,
  parts: readonly InkPart[],
  usual: number,
): readonly InkPart[] {
  return parts.flatMap((part): readonly InkPart[] => {
    const [width, height] = [part.right - part.left, part.bottom - part.top];
    const isBar =
      height > barHeight * usual && width > barWidth * usual && part.ink > solidShare * width * height;
    if (!isBar) return [part];
    const bar = invertBox(image, part);
    return findInkParts(bar, threshold).map((inner) => ({
      left: inner.left + part.left,
      top: inner.top + part.top,
      right: inner.right + part.left,
      bottom: inner.bottom + part.top,
      ink: inner.ink,
    }));
  });
}

/** The box with its ground made white and its letters made black; also in the picture itself. */
function invertBox({ width, pixels }: GrayImage, { left, top, right, bottom }: InkPart): GrayImage {
  const box = { width: right - left, height: bottom - top };
  const inside = new Uint8Array(box.width * box.height);
  const histogram = new Uint32Array(256);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const value = pixels[y * width + x] ?? 255;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
  let rest = inside.length / 2;
  let ground = 0;
  while (ground < 255 && rest > (histogram[ground] ?? 0)) rest -= histogram[ground++] ?? 0;
  const span = Math.max(40, 255 - ground);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const value = pixels[y * width + x] ?? 255;
      const turned = Math.max(0, Math.min(255, Math.round(255 - ((value - ground) * 255) / span)));
      inside[(y - top) * box.width + x - left] = turned;
      pixels[y * width + x] = turned;
    }
  return { ...box, pixels: inside };
}

function rowsOf(segments: readonly TextSegment[]): readonly (readonly TextSegment[])[] {
  const rows: TextSegment[][] = [];
  const byHeight = segments.toSorted(
    (one, other) => one.top + one.bottom - other.top - other.bottom || one.left - other.left,
  );
  for (const segment of byHeight) {
    const row = rows.findLast((known) => known.every((other) => standBeside(segment, other)));
    if (row === undefined) rows.push([segment]);
    else row.push(segment);
  }
  return rows.map((row) => row.toSorted((one, other) => one.left - other.left));
}

function standBeside(one: TextSegment, other: TextSegment): boolean {
  if (one.left < other.right && other.left < one.right) return false;
  const common = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const smaller = Math.min(one.bottom - one.top, other.bottom - other.top);
  const [small, large] = [
    Math.min(one.letterHeight, other.letterHeight),
    Math.max(one.letterHeight, other.letterHeight),
  ];
  return common > rowOverlap * smaller && large < mostSizeRatio * small;
}
