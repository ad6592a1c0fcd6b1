import { describe, expect, test } from "vitest";
import { eraseRules } from "../../../../../../src-main/pipeline/read/raster/drawn-rules.ts";
import { evenLight } from "../../../../../../src-main/pipeline/read/raster/even-light.ts";
import { findPageInk } from "../../../../../../src-main/pipeline/read/raster/page-ink.ts";
import {
  findSkew,
  liesOnItsSide,
  rotate,
  rotateBack,
} from "../../../../../../src-main/pipeline/read/raster/deskew.ts";
import {
  findPageLetters,
  turnLetters,
} from "../../../../../../src-main/pipeline/read/raster/page-letters.ts";
import { enlarge, shrink, turnQuarters } from "../../../../../../src-main/pipeline/read/raster/gray-image.ts";
import type { GrayImage } from "../../../../../../src-shared/model/index.ts";

/** Lines of small dark blocks with gaps, as text looks from afar. */
const page = (width = 800, height = 1000): GrayImage => {
  const pixels = new Uint8Array(width * height).fill(255);
  for (let line = 60; line < height - 60; line += 40)
    for (let x = 80; x < width - 80; x += 1)
      if (x % 23 < 16) for (let y = line; y < line + 14; y += 1) pixels[y * width + x] = 20;
  return { width, height, pixels };
};

const lettersOf = (image: GrayImage) => findPageLetters({ image, threshold: 130 });

describe("skew", () => {
  test.each([-5.3, -2, -0.5, 0.7, 3.4, 6.2])("of %s degrees is found to a twentieth", (angle) => {
    expect(Math.abs(findSkew(lettersOf(rotate(page(), angle))) + angle)).toBeLessThanOrEqual(0.06);
  });

  test("is none on a straight page and on a blank one", () => {
    expect(findSkew(lettersOf(page()))).toBe(0);
    expect(findSkew(lettersOf({ width: 400, height: 400, pixels: new Uint8Array(160_000).fill(255) }))).toBe(
      0,
    );
  });

  test("a point goes back to where it stood", () => {
    const image: GrayImage = { width: 300, height: 200, pixels: new Uint8Array(60_000).fill(255) };
    for (let y = 49; y <= 51; y += 1) for (let x = 79; x <= 81; x += 1) image.pixels[y * 300 + x] = 0;
    const turned = rotate(image, 4);
    const dark = turned.pixels.findIndex((value) => value < 10);
    const [x, y] = rotateBack(dark % 300, Math.floor(dark / 300), image, 4);
    expect(Math.hypot(x - 80, y - 50)).toBeLessThan(3);
  });
});

test("a page on its side is told from an upright one, whatever lines and borders run down it", () => {
  const upright = page();
  for (let x = 0; x < 800; x += 1)
    if (x < 40 || x > 770 || x % 160 < 3) for (let y = 0; y < 1000; y += 1) upright.pixels[y * 800 + x] = 30;
  const lying = turnQuarters(upright, 1);
  expect(liesOnItsSide(lettersOf(lying))).toBe(true);
  expect(liesOnItsSide(lettersOf(upright))).toBe(false);
  expect(liesOnItsSide(turnLetters(lettersOf(lying)))).toBe(false);
});

test("four quarters are a whole turn, and each is its own inverse", () => {
  const image = page(90, 50);
  for (const [one, other] of [
    [1, 3],
    [2, 2],
    [3, 1],
  ] as const)
    expect(turnQuarters(turnQuarters(image, one), other)).toEqual(image);
});

test("enlarging and shrinking by the same factor keeps the picture", () => {
  const image: GrayImage = { width: 40, height: 30, pixels: new Uint8Array(1200).fill(128) };
  expect(shrink(enlarge(image, 2), 2)).toEqual(image);
});

describe("cleaning", () => {
  test("divides shading out", () => {
    const shaded = page();
    for (let y = 0; y < 1000; y += 1)
      for (let x = 0; x < 800; x += 1)
        shaded.pixels[y * 800 + x] = Math.round((shaded.pixels[y * 800 + x] ?? 0) * (1 - x / 1600));
    const { pixels } = evenLight(shaded).image;
    expect(pixels[500 * 800 + 790]).toBeGreaterThan(215);
    expect(pixels[65 * 800 + 700]).toBeLessThan(80);
  });

  test("erases drawn lines and keeps letters", () => {
    const ruled = page();
    for (let x = 0; x < 800; x += 1) for (let y = 20; y < 23; y += 1) ruled.pixels[y * 800 + x] = 0;
    for (let y = 0; y < 1000; y += 1) for (let x = 30; x < 33; x += 1) ruled.pixels[y * 800 + x] = 0;
    const { image, threshold } = evenLight(ruled);
    const rules = eraseRules(image, threshold);
    const { pixels } = image;
    expect(rules.map(({ orientation }) => orientation).toSorted()).toEqual(["horizontal", "vertical"]);
    expect(pixels[21 * 800 + 400]).toBe(255);
    expect(pixels[500 * 800 + 31]).toBe(255);
    expect(pixels[65 * 800 + 94]).toBeLessThan(80);
  });

  test("takes what is left of a broken line beside letters for no letter", () => {
    const boxed = page();
    // A frame that leans by a pixel, so that its runs end where none is long enough to be a line.
    for (let y = 200; y < 420; y += 1) boxed.pixels[y * 800 + (y < 330 ? 74 : 75)] = 0;
    const { rows } = findPageInk(evenLight(boxed));
    expect(Math.min(...rows.flat().map(({ left }) => left))).toBeGreaterThan(76);
  });

  test("parts dark letters from a pale stroke that runs through them", () => {
    const stamped = page();
    for (let x = 60; x < 760; x += 1)
      for (let y = 264 - Math.round(x / 20); y < 270 - Math.round(x / 20); y += 1)
        stamped.pixels[y * 800 + x] = Math.min(150, stamped.pixels[y * 800 + x] ?? 0);
    const heights = findPageInk(evenLight(stamped))
      .rows.flat()
      .map(({ letterHeight }) => letterHeight);
    expect(Math.max(...heights)).toBeLessThan(20);
    expect(heights).toHaveLength(findPageInk(evenLight(page())).rows.flat().length);
  });

  test("inverts light letters on a dark band", () => {
    const banded = page();
    for (let y = 480; y < 544; y += 1)
      for (let x = 80; x < 720; x += 1)
        banded.pixels[y * 800 + x] = x % 40 < 8 && y >= 500 && y < 512 ? 255 : 30;
    const { pixels } = findPageInk(evenLight(banded)).image;
    expect(pixels[485 * 800 + 300]).toBeGreaterThan(200);
    expect(pixels[504 * 800 + 324]).toBeLessThan(60);
  });
});
