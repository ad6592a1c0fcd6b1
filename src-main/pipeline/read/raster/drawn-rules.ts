import type { GrayImage } from "../../../../src-shared/model/index.ts";
import type { InkPart } from "./ink-parts.ts";

/** A straight line that was drawn, in pixels; right and bottom exclusive. */
export interface DrawnRule {
  readonly orientation: "horizontal" | "vertical";
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A run of ink at least this long, as a share of the picture's shorter side, is drawn and no letter. */
const shortestShare = 0.045;
const shortestRun = 60;
/** Share of the picture's shorter side that a line is at most thick. */
const thickestShare = 0.004;
/** Share of a run that must be thin: letters that stand on a line make it thick where they touch it. */
const thinShare = 0.6;
const mostRules = 4_000;

/** Takes drawn lines out of a picture, in place, and tells where they were. What stands on them stays. */
export function eraseRules(image: GrayImage, threshold: number): readonly DrawnRule[] {
  const rules: DrawnRule[] = [];
  const side = Math.min(image.width, image.height);
  const longest = Math.max(shortestRun, Math.round(side * shortestShare));
  const thickest = Math.max(3, Math.round(side * thickestShare));
  const erased: number[] = [];
  const judge = (start: number, length: number, along: number, across: number): void => {
    let thin = 0;
    for (let step = 0; step < length; step += 2)
      if (isThin(image.pixels, start + step * along, across, thickest, threshold)) thin += 1;
    if (thin * 2 < thinShare * length) return;
    for (let step = 0; step < length; step += 1)
      if (isThin(image.pixels, start + step * along, across, thickest, threshold))
        erased.push(start + step * along);
    const [left, top] = [start % image.width, Math.floor(start / image.width)];
    if (rules.length < mostRules)
      rules.push(
        along === 1
          ? { orientation: "horizontal", left, top, right: left + length, bottom: top + 1 }
          : { orientation: "vertical", left, top, right: left + 1, bottom: top + length },
      );
  };
  findRows(image, threshold, longest, (start, length) => judge(start, length, 1, image.width));
  findColumns(image, threshold, longest, (start, length) => judge(start, length, image.width, 1));
  for (const at of erased) image.pixels[at] = 255;
  eraseFringes(image, erased, threshold);
  return joinRules(rules);
}

/** Pixels beside a line within which its crumbs lie. */
const crumbsBeside = 3;

/**
 * Whether a piece of ink is what is left of an erased line: where a line hardly leans or is half printed, its runs
 * break off before its end. Letters that stand on the line are thicker.
 */
export function isCrumb(part: InkPart, rules: readonly DrawnRule[], side: number): boolean {
  const beyond = Math.max(shortestRun, Math.round(side * shortestShare));
  const thickest = Math.max(3, Math.round(side * thickestShare));
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  const liesOn = (isHorizontal: boolean, beside: number): boolean => {
    if ((isHorizontal ? height : width) > thickest) return false;
    const [across, down] = isHorizontal ? [beyond, beside] : [beside, beyond];
    return rules.some(
      ({ orientation, left, top, right, bottom }) =>
        (orientation === "horizontal") === isHorizontal &&
        part.left >= left - across &&
        part.right <= right + across &&
        part.top >= top - down &&
        part.bottom <= bottom + down,
    );
  };
  // Where two lines cross they are thick, and more of them stays.
  const aroundCrossing = Math.max(crumbsBeside, Math.round(thickest / 2));
  return (
    liesOn(true, crumbsBeside) ||
    liesOn(false, crumbsBeside) ||
    (liesOn(true, aroundCrossing) && liesOn(false, aroundCrossing))
  );
}

type Found = (start: number, length: number) => void;

function findRows(
  { width, height, pixels }: GrayImage,
  threshold: number,
  longest: number,
  found: Found,
): void {
  for (let y = 0; y < height; y += 1) {
    let run = 0;
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      if ((pixels[row + x] ?? 255) < threshold) run += 1;
      else {
        if (run >= longest) found(row + x - run, run);
        run = 0;
      }
    }
    if (run >= longest) found(row + width - run, run);
  }
}

/** All columns at once, row by row: memory is read in its order. */
function findColumns(
  { width, height, pixels }: GrayImage,
  threshold: number,
  longest: number,
  found: Found,
): void {
  const runs = new Uint16Array(width);
  for (let y = 0; y <= height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      if (y < height && (pixels[row + x] ?? 255) < threshold) runs[x] = (runs[x] ?? 0) + 1;
      else {
        const run = runs[x] ?? 0;
        if (run >= longest) found(row + x - run * width, run);
        runs[x] = 0;
      }
    }
  }
}

function isThin(
  pixels: Uint8Array,
  at: number,
  across: number,
  thickest: number,
  threshold: number,
): boolean {
  let thickness = 1;
  for (let other = at + across; thickness <= thickest && (pixels[other] ?? 255) < threshold; other += across)
    thickness += 1;
  for (let other = at - across; thickness <= thickest && (pixels[other] ?? 255) < threshold; other -= across)
    thickness += 1;
  return thickness <= thickest;
}

/** The half-dark edge of an erased line would be read as a row of dots. */
function eraseFringes({ width, pixels }: GrayImage, erased: readonly number[], threshold: number): void {
  for (const at of erased)
    for (const beside of [at - width, at + width, at - 1, at + 1])
      if ((pixels[beside] ?? 0) >= threshold) pixels[beside] = 255;
}

/** Runs in neighbouring rows or columns are one line. */
function joinRules(runs: readonly DrawnRule[]): readonly DrawnRule[] {
  const joined: DrawnRule[] = [];
  for (const run of runs) {
    const at = joined.findIndex(
      (rule) =>
        rule.orientation === run.orientation &&
        run.left <= rule.right + 2 &&
        run.right >= rule.left - 2 &&
        run.top <= rule.bottom + 2 &&
        run.bottom >= rule.top - 2,
    );
    const known = joined[at];
    if (known === undefined) joined.push(run);
    else
      joined[at] = {
        orientation: run.orientation,
        left: Math.min(known.left, run.left),
        top: Math.min(known.top, run.top),
        right: Math.max(known.right, run.right),
        bottom: Math.max(known.bottom, run.bottom),
      };
  }
  return joined;
}
