import { expect, it } from "vitest";
import { glyphsToWords } from "../../../../../../src-main/pipeline/read/pdf/glyph-words.ts";
import type { Glyph } from "../../../../../../src-main/pipeline/read/pdf/page-glyphs.ts";

/** Glyphs at these places on one line; those of one number are drawn by one text object. */
function lineOf(
  glyphs: readonly (readonly [text: string, left: number, right: number, object?: number])[],
): readonly Glyph[] {
  return glyphs.map(([text, left, right, object], index) => ({
    text,
    left,
    right,
    baseline: 100,
    top: 92,
    bottom: 102,
    startsWord: index === 0,
    followsGap: false,
    style: {
      object: object ?? 1,
      size: 10,
      bold: false,
      renderMode: 0,
      color: null,
      turns: 0,
      oblique: false,
    },
  }));
}

const wordsOf = (glyphs: readonly Glyph[]): readonly string[] =>
  glyphsToWords(glyphs).map(({ text }) => text);

it("keeps a word whole whose letters share the box of a ligature", () => {
  const ligature = lineOf([
    ["O", 61.5, 69.5],
    ["f", 69.4, 76.3],
    ["f", 69.4, 76.3],
    ["i", 69.4, 76.3],
    ["c", 76.4, 81.5],
    ["e", 81.5, 86],
  ]);
  expect(wordsOf(ligature)).toEqual(["Office"]);
});

it("parts what was drawn twice by two objects in one place", () => {
  const overprint = lineOf([
    ["f", 69.4, 76.3, 1],
    ["f", 69.4, 76.3, 2],
  ]);
  expect(wordsOf(overprint)).toEqual(["f", "f"]);
});

it("parts letters that jump back further than any ligature", () => {
  const jump = lineOf([
    ["t", 69.4, 72.3],
    ["i", 50, 53],
  ]);
  expect(wordsOf(jump)).toEqual(["t", "i"]);
});
