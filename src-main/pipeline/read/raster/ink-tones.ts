import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { findInkParts } from "./ink-parts.ts";
import type { InkPart } from "./ink-parts.ts";

/** Letter heights from which a piece of ink may be print under a stamp or in the ring of a cup. */
const [leastHeight, leastWidth] = [1.6, 4];
/** Share of its box that such a piece fills at most: more is a picture or a bar. */
const mostFilled = 0.5;
/** Gray levels between the two inks, on average. */
const leastApart = 60;
/** Share of a piece that one of its dark parts covers where it is one letter with soft edges. */
const sameSize = 0.75;

/** Parts the print from paler ink that runs through it: a stamp, a stain, a stroke of a marker. */
export function partInks(
  image: GrayImage,
  threshold: number,
  parts: readonly InkPart[],
  usual: number,
): readonly InkPart[] {
  return parts.flatMap((part): readonly InkPart[] => {
    const [width, height] = [part.right - part.left, part.bottom - part.top];
    const isLarge = height > leastHeight * usual || width > leastWidth * usual;
    if (!isLarge || part.ink > mostFilled * width * height) return [part];
    const box = cutOut(image, part);
    const inks = inksOf(box.pixels, threshold);
    if (inks === null) return [part];
    const dark = findInkParts(box, inks.split);
    const isOneLetter = dark.some(
      ({ left, top, right, bottom }) => right - left > sameSize * width && bottom - top > sameSize * height,
    );
    if (isOneLetter) return [part];
    const print = dark.map(({ left, top, right, bottom, ink }) => ({
      left: left + part.left,
      top: top + part.top,
      right: right + part.left,
      bottom: bottom + part.top,
      ink,
    }));
    for (const each of print) makeGroundWhite(image, each, inks.pale);
    return print;
  });
}

/** Pixels around print in which its ground is made white too. */
const around = 3;

function makeGroundWhite({ width, height, pixels }: GrayImage, part: InkPart, pale: number): void {
  for (let y = Math.max(0, part.top - around); y < Math.min(height, part.bottom + around); y += 1)
    for (let x = Math.max(0, part.left - around); x < Math.min(width, part.right + around); x += 1) {
      const at = y * width + x;
      pixels[at] = Math.min(255, Math.round(((pixels[at] ?? 255) * 255) / pale));
    }
}

function cutOut({ width, pixels }: GrayImage, { left, top, right, bottom }: InkPart): GrayImage {
  const box = { width: right - left, height: bottom - top };
  const inside = new Uint8Array(box.width * box.height);
  for (let y = top; y < bottom; y += 1)
    inside.set(pixels.subarray(y * width + left, y * width + right), (y - top) * box.width);
  return { ...box, pixels: inside };
}

interface Inks {
  /** Darker is print. */
  readonly split: number;
  /** Mean shade of the paler ink. */
  readonly pale: number;
}

/** The two inks of a piece; `null` where there is but one. Source: Otsu 1979, over the ink alone. */
function inksOf(pixels: Uint8Array, threshold: number): Inks | null {
  const histogram = new Uint32Array(256);
  let [total, weighted] = [0, 0];
  for (const value of pixels)
    if (value < threshold) {
      histogram[value] = (histogram[value] ?? 0) + 1;
      total += 1;
      weighted += value;
    }
  let [below, sumBelow, best] = [0, 0, -1];
  let found: Inks | null = null;
  for (let value = 0; value < threshold; value += 1) {
    below += histogram[value] ?? 0;
    sumBelow += value * (histogram[value] ?? 0);
    if (below === 0 || below === total) continue;
    const [print, pale] = [sumBelow / below, (weighted - sumBelow) / (total - below)];
    const score = below * (total - below) * (pale - print) ** 2;
    if (score <= best) continue;
    best = score;
    found = pale - print < leastApart ? null : { split: value + 1, pale };
  }
  return found;
}
