import { expect, test } from "vitest";
import type { InkPart } from "../../../../../../src-main/pipeline/read/raster/ink-parts.ts";
import { mendWords } from "../../../../../../src-main/pipeline/read/raster/mend-words.ts";
import type { RecognizedWord } from "../../../../../../src-shared/model/index.ts";

const height = 20;
const letter = (left: number, width = 12): InkPart => ({
  left,
  top: 0,
  right: left + width,
  bottom: height,
  ink: 90,
});
const comma = (left: number): InkPart => ({ left, top: 16, right: left + 3, bottom: 24, ink: 12 });

/** A word as the recognizer gives it, its letters over these pieces of ink. */
const word = (text: string, under: readonly InkPart[]): RecognizedWord => ({
  text,
  left: under[0]!.left,
  top: 0,
  width: under.at(-1)!.right - under[0]!.left,
  height,
  confidence: 0.95,
  letters: [...text].map((each, at) => ({ text: each, left: under[at]!.left, right: under[at]!.right })),
});

const textsOf = (words: readonly RecognizedWord[]): readonly string[] => words.map(({ text }) => text);

test("a comma that the recognizer passed over is put back between its figures", () => {
  const figures = [letter(0), letter(14), letter(34)];
  expect(textsOf(mendWords([word("805", figures)], [...figures, comma(28)], height))).toEqual(["80,5"]);
});

test("figures without ink at their foot stay as they are", () => {
  const figures = [letter(0), letter(14), letter(28)];
  expect(textsOf(mendWords([word("805", figures)], figures, height))).toEqual(["805"]);
});

test("a lost space is seen in the white between letters, not between figures", () => {
  const letters = [0, 13, 26, 46, 59].map((left) => letter(left));
  expect(textsOf(mendWords([word("abcde", letters)], letters, height))).toEqual(["abc", "de"]);
  expect(textsOf(mendWords([word("12345", letters)], letters, height))).toEqual(["12345"]);
});

test("a word over white paper is none", () => {
  expect(mendWords([word("—", [letter(200)])], [letter(0)], height)).toEqual([]);
});
