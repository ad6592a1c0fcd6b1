import type { EvenImage } from "./even-light.ts";
import { shrink } from "./gray-image.ts";
import { findInkParts } from "./ink-parts.ts";
import type { InkPart } from "./ink-parts.ts";
import { usualLetterHeight } from "./text-lines.ts";

/** What looks like single letters on a page, however the page lies. Edges are pixels of a smaller picture of it. */
export interface PageLetters {
  readonly letters: readonly InkPart[];
  /** Usual height of a letter; 0 where there are none. */
  readonly usual: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the shorter side at which letters are still seen one by one. */
const comparedSide = 1200;
/** A letter's longer side, in usual heights; bars, borders, stamps and specks are none. */
const [smallest, largest] = [0.5, 2.2];
const longestShape = 3;

/** Finds letters by their size alone: neither drawn lines nor dark borders nor bars may tell how a page lies. */
export function findPageLetters({ image, threshold }: EvenImage): PageLetters {
  const factor = Math.max(1, Math.round(Math.min(image.width, image.height) / comparedSide));
  const small = factor === 1 ? image : shrink(image, factor);
  const parts = findInkParts(small, threshold);
  const usual = usualLetterHeight(parts);
  const letters = parts.filter(({ left, top, right, bottom }) => {
    const [shorter, longer] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)];
    return longer >= smallest * usual && longer <= largest * usual && longer <= longestShape * shorter + 2;
  });
  return { letters: usual === 0 ? [] : letters, usual, width: small.width, height: small.height };
}

/** The letters of the page turned by a quarter, clockwise. */
export const turnLetters = ({ letters, usual, width, height }: PageLetters): PageLetters => ({
  letters: letters.map(({ left, top, right, bottom, ink }) => ({
    left: height - bottom,
    top: left,
    right: height - top,
    bottom: right,
    ink,
  })),
  usual,
  width: height,
  height: width,
});
