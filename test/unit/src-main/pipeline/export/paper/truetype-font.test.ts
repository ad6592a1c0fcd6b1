import { describe, expect, test } from "vitest";
import { parseFont, subsetFont } from "../../../../../../src-main/pipeline/export/paper/truetype-font.ts";
import { paperFonts } from "../../../../../builders/paper-fonts.ts";

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A table of a font file, by its tag. */
function tableOf(bytes: Uint8Array, tag: string): Uint8Array {
  const file = viewOf(bytes);
  for (let entry = 12; entry < 12 + file.getUint16(4) * 16; entry += 16) {
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = file.getUint32(entry + 8);
    if (name === tag) return bytes.subarray(start, start + file.getUint32(entry + 12));
  }
  throw new Error(`no table ${tag}`);
}

const advanceOf = (bytes: Uint8Array, glyph: number): number =>
  viewOf(tableOf(bytes, "hmtx")).getUint16(glyph * 4);

/** The outline of a glyph as it stands in a font. */
function outlineOf(bytes: Uint8Array, glyph: number): DataView {
  const [head, loca, glyf] = [tableOf(bytes, "head"), tableOf(bytes, "loca"), tableOf(bytes, "glyf")];
  const start = (index: number): number =>
    viewOf(head).getInt16(50) === 1
      ? viewOf(loca).getUint32(index * 4)
      : viewOf(loca).getUint16(index * 2) * 2;
  return viewOf(glyf.subarray(start(glyph), start(glyph + 1)));
}

describe("a subset of a font", () => {
  const font = parseFont(paperFonts.plain);
  const [letter, accented, unused] = ["O", "Ö", "Q"].map((text) => font.glyphOf(text.codePointAt(0) ?? 0));
  if (letter === undefined || accented === undefined || unused === undefined) throw new Error("no glyphs");
  const subset = subsetFont(font, [accented]);

  test("keeps the outline of a letter, point for point, without its instructions", () => {
    const own = outlineOf(paperFonts.plain, letter);
    const kept = outlineOf(subset, letter);
    const contours = own.getInt16(0);
    const lengthAt = 10 + contours * 2;
    const instructions = own.getUint16(lengthAt);
    expect(instructions).toBeGreaterThan(0);
    expect(kept.getUint16(lengthAt)).toBe(0);
    const points = (outline: DataView, from: number, length: number): readonly number[] =>
      Array.from({ length }, (_, index) => outline.getUint8(from + index));
    const size = own.byteLength - lengthAt - 2 - instructions;
    expect(points(kept, lengthAt + 2, size)).toEqual(points(own, lengthAt + 2 + instructions, size));
  });

  test("brings the parts of a letter with a mark along, and announces no instructions after them", () => {
    const kept = outlineOf(subset, accented);
    expect(kept.getInt16(0)).toBeLessThan(0);
    expect(kept.getUint16(12)).toBe(letter);
    for (const at of [10, 16]) expect(kept.getUint16(at) & 0x100).toBe(0);
    expect(outlineOf(subset, letter).byteLength).toBeGreaterThan(10);
  });

  test("is empty where nothing was used, and tells the width of what was", () => {
    expect(outlineOf(subset, unused).byteLength).toBe(0);
    expect(advanceOf(subset, accented)).toBe(font.advanceOf(accented));
    expect(advanceOf(subset, unused)).toBe(0);
    expect(subset.length).toBeLessThan(subsetFont(font, [accented, unused]).length);
  });
});
