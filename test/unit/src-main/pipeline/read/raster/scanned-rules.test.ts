import { expect, test } from "vitest";
import { readFile } from "../../../../../../src-main/pipeline/read/index.ts";
import { importedFile, loadAsset } from "../../../../../builders/read-bytes.ts";
import { makePng } from "../../../../../golden/formats/make-picture-inputs.ts";
import type { RecognizeWords } from "../../../../../../src-shared/model/index.ts";

const [width, height] = [1800, 1200];

/** A picture with a row of four bars as high as letters on each side of a drawn line. */
function ruledPicture(): Uint8Array {
  const pixels = new Uint8Array(width * height).fill(255);
  const fill = (left: number, top: number, right: number, bottom: number): void => {
    for (let y = top; y < bottom; y += 1) pixels.fill(0, y * width + left, y * width + right);
  };
  for (const left of [160, 190, 220, 250, 280, 1060, 1090, 1120, 1150, 1180]) fill(left, 180, left + 14, 212);
  fill(900, 180, 903, 1020);
  return makePng(width, height, pixels, 300);
}

const recognize: RecognizeWords = (image) =>
  Promise.resolve([
    { text: "word", left: 0, top: 0, width: image.width, height: image.height, confidence: 0.9, letters: [] },
  ]);

test("lines that are drawn in a picture part its columns as those of a printed page do", async () => {
  const bytes = ruledPicture();
  const read = await readFile(
    importedFile("page.png", bytes),
    bytes,
    { loadAsset, recognize },
    new AbortController().signal,
  );
  const [rule, ...others] = read.pages[0]!.rules;
  expect(others).toEqual([]);
  expect(rule?.orientation).toBe("vertical");
  expect(rule!.box[0]).toBeCloseTo(0.5, 1);
  expect(rule!.box[3]).toBeCloseTo(0.7, 1);
});
