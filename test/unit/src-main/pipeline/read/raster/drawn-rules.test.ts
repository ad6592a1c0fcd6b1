import { describe, expect, test } from "vitest";
import { eraseRules, isCrumb } from "../../../../../../src-main/pipeline/read/raster/drawn-rules.ts";
import { findPageInk } from "../../../../../../src-main/pipeline/read/raster/page-ink.ts";
import { findInkParts } from "../../../../../../src-main/pipeline/read/raster/ink-parts.ts";
import type { GrayImage } from "../../../../../../src-shared/model/index.ts";

const [width, height] = [1800, 1700];
const threshold = 128;

/** A white picture with black boxes of `[left, top, width, height]`. */
function drawn(...boxes: readonly (readonly [number, number, number, number])[]): GrayImage {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [left, top, wide, high] of boxes)
    for (let y = top; y < top + high; y += 1) pixels.fill(0, y * width + left, y * width + left + wide);
  return { width, height, pixels };
}

/** What is left of a picture without its drawn lines and their crumbs. */
function leftOver(image: GrayImage): readonly (readonly [number, number])[] {
  const rules = eraseRules(image, threshold);
  return findInkParts(image, threshold)
    .filter((part) => !isCrumb(part, rules, Math.min(width, height)))
    .map(({ left, top }) => [left, top]);
}

describe("drawn lines", () => {
  const frame = [
    [300, 200, 900, 3],
    [300, 320, 900, 3],
    [300, 200, 3, 123],
    [600, 200, 3, 123],
    [1197, 200, 3, 123],
  ] as const;

  test("leave nothing where they cross, thick as they are there", () => {
    expect(leftOver(drawn(...frame))).toEqual([]);
  });

  test("leave nothing of a blot where two cross", () => {
    const rules = eraseRules(drawn(...frame), threshold);
    const blot = { left: 600, top: 196, right: 607, bottom: 201, ink: 20 };
    expect(isCrumb(blot, rules, height)).toBe(true);
  });

  test("leave letters and dots between them", () => {
    const letter = [620, 215, 14, 26] as const;
    const dot = [640, 237, 4, 4] as const;
    expect(leftOver(drawn(...frame, letter, dot))).toEqual([
      [620, 215],
      [640, 237],
    ]);
  });

  test("leave nothing of a crossing under a pale stain either", () => {
    const letters = Array.from({ length: 12 }, (_, at) => [612 + at * 24, 210, 14, 26] as const);
    const image = drawn(...frame, ...letters, [597, 199, 3, 5]);
    // A pale stroke runs from the crossing around the cell on its left.
    const stain = (left: number, top: number, wide: number, high: number): void => {
      for (let y = top; y < top + high; y += 1)
        for (let x = left; x < left + wide; x += 1)
          image.pixels[y * width + x] = Math.min(image.pixels[y * width + x] ?? 255, 110);
    };
    stain(320, 204, 279, 9);
    stain(320, 204, 9, 110);
    stain(320, 305, 240, 9);
    const parts = findPageInk({ image, threshold }).rows.flatMap((row) =>
      row.flatMap((segment) => segment.parts),
    );
    expect(parts.filter(({ left, right }) => left > 590 && right < 610)).toEqual([]);
    expect(parts.filter(({ left }) => left >= 612)).toHaveLength(12);
  });

  test("leave what is thicker than a line where they cross: a letter that touches both", () => {
    const rules = eraseRules(drawn(...frame), threshold);
    expect(isCrumb({ left: 602, top: 202, right: 616, bottom: 228, ink: 200 }, rules, height)).toBe(false);
  });
});
