import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { decodePng } from "../../../../../../src-main/pipeline/read/raster/decode-png.ts";
import { makePng } from "../../../../../golden/formats/make-picture-inputs.ts";

/** A PNG with raw rows (filter byte first), without valid checksums: the decoder leans on none. */
const png = (
  width: number,
  height: number,
  depth: number,
  type: number,
  rows: readonly (readonly number[])[],
  palette?: readonly number[],
): Uint8Array => {
  const chunk = (name: string, content: readonly number[]): number[] => [
    ...[24, 16, 8, 0].map((shift) => (content.length >>> shift) & 0xff),
    ...new TextEncoder().encode(name),
    ...content,
    0,
    0,
    0,
    0,
  ];
  const side = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  return new Uint8Array([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk("IHDR", [...side(width), ...side(height), depth, type, 0, 0, 0]),
    ...(palette === undefined ? [] : chunk("PLTE", palette)),
    ...chunk("IDAT", [...zlibSync(new Uint8Array(rows.flat()))]),
    ...chunk("IEND", []),
  ]);
};

describe("a PNG", () => {
  test("in gray comes back as it was", () => {
    const pixels = Uint8Array.from({ length: 12 }, (_zero, index) => index * 20);
    expect(decodePng(makePng(4, 3, pixels))).toEqual({ width: 4, height: 3, pixels });
  });

  test.each([
    ["left", [1, 10, 10, 10]],
    ["above", [2, 10, 20, 30]],
    ["mean", [3, 10, 15, 20]],
    ["nearest", [4, 10, 10, 10]],
  ])("with rows filtered by %s is unfiltered", (_name, row) => {
    expect([...(decodePng(png(3, 1, 8, 0, [row]))?.pixels ?? [])]).toEqual([10, 20, 30]);
  });

  test("in two colors, by palette, in color and with transparency is gray over paper", () => {
    expect([...(decodePng(png(8, 1, 1, 0, [[0, 0b10100000]]))?.pixels ?? [])].slice(0, 3)).toEqual([
      255, 0, 255,
    ]);
    expect([...(decodePng(png(2, 1, 8, 3, [[0, 0, 1]], [0, 0, 0, 255, 255, 255]))?.pixels ?? [])]).toEqual([
      0, 255,
    ]);
    expect(decodePng(png(1, 1, 8, 2, [[0, 255, 0, 0]]))?.pixels[0]).toBe(76);
    expect(decodePng(png(1, 1, 8, 6, [[0, 0, 0, 0, 0]]))?.pixels[0]).toBe(255);
    expect(decodePng(png(1, 1, 16, 0, [[0, 128, 7]]))?.pixels[0]).toBe(128);
  });

  test("that is cut off or absurd is refused, and one that holds more than it says is cut", () => {
    expect(decodePng(png(3, 1, 8, 0, [[0, 1, 2, 3, 4, 5, 6, 7]]))?.pixels.length).toBe(3);
    expect(decodePng(makePng(4, 3, new Uint8Array(12)).subarray(0, 50))).toBeNull();
    expect(decodePng(png(1_000_000, 1_000_000, 8, 0, [[0]]))).toBeNull();
    expect(decodePng(png(3, 1, 8, 0, [[9, 1, 2, 3]]))).toBeNull();
  });
});
