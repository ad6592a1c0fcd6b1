import { expect, test } from "vitest";
import { readFiguresAgain } from "../../../../../../src-main/pipeline/read/raster/second-reading.ts";
import type { CheckedWord } from "../../../../../../src-main/pipeline/read/raster/second-reading.ts";
import type { GrayImage, RecognizeWords } from "../../../../../../src-shared/model/index.ts";
import { ink, segmentOf } from "./page-parts.ts";

const white: GrayImage = { width: 200, height: 200, pixels: new Uint8Array(200 * 200).fill(255) };

/** What becomes of a word with these pieces of ink, which a first network reads in one way and a second in another. */
async function readTwice(
  first: string,
  second: string,
  parts: readonly ReturnType<typeof ink>[],
): Promise<CheckedWord> {
  const segment = segmentOf(parts);
  const { left, right, top, bottom, letterHeight } = segment;
  const word = { text: first, confidence: 0.95, left, right, top, bottom, letterHeight, segment, parts };
  const recognize: RecognizeWords = ({ width, height }) =>
    Promise.resolve([{ text: second, left: 0, top: 0, width, height, confidence: 0.9, letters: [] }]);
  const [checked] = (await readFiguresAgain(
    [word],
    { image: white, threshold: 128, rows: [], rules: [] },
    "eng",
    recognize,
  ))!;
  return checked!;
}

const figures = [ink(0, 12), ink(14, 12), ink(28, 12)];

test("what both networks say is nearly sure", async () => {
  expect(await readTwice("471", "471", figures)).toMatchObject({ certainty: 0.985, otherReading: null });
});

test("ink refutes a sign that one network saw in white, or passed over", async () => {
  const settled = { text: "471", certainty: 0.85, otherReading: null };
  expect(await readTwice("471", "3471", figures)).toMatchObject(settled);
  expect(await readTwice("47", "471", figures)).toMatchObject(settled);
});

test("figures that touch cannot be counted: both readings stay", async () => {
  const touching = [ink(0, 26), ink(28, 12)];
  expect(await readTwice("71", "471", touching)).toMatchObject({ text: "71", otherReading: "471" });
});

test("another figure in the same place is open between both", async () => {
  expect(await readTwice("471", "477", figures)).toMatchObject({ certainty: 0.6, otherReading: "477" });
});
