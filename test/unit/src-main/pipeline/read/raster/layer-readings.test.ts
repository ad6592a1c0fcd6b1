import { expect, test } from "vitest";
import { withLayerReadings } from "../../../../../../src-main/pipeline/read/raster/layer-readings.ts";
import type { Box, Word } from "../../../../../../src-shared/model/index.ts";
import { recognized } from "../../normalize/invoice/recognized-tokens.ts";

const at = (word: Word, box: Box): Word => ({ ...word, box, at: { page: 1, box } });
const place: Box = [0.4, 0.2, 0.08, 0.012];
/** The same place as another program boxes it. */
const nearly: Box = [0.402, 0.199, 0.079, 0.014];
const elsewhere: Box = [0.6, 0.2, 0.08, 0.012];

const readBeside = (word: Word, layer: string, box: Box = nearly): Word =>
  withLayerReadings([at(word, place)], [at({ ...recognized(layer), confidence: 0.9 }, box)])[0]!;

test("what both programs read alike is sure", () => {
  const word = { ...recognized("Brookwater"), confidence: 0.7 };
  expect(readBeside(word, "Brookwater")).toMatchObject({ text: "Brookwater", confidence: 0.985 });
});

test("a figure that they read otherwise keeps both readings and is never sure", () => {
  expect(readBeside(recognized("1,280.00"), "1,230.00")).toMatchObject({
    text: "1,280.00",
    otherReading: "1,230.00",
    confidence: 0.85,
  });
});

test("of three readings two win", () => {
  const word = readBeside(recognized("471.50", "477.50"), "477.50");
  expect(word).toMatchObject({ text: "477.50", otherReading: "471.50", confidence: 0.95 });
  const kept = readBeside(recognized("471.50", "477.50"), "471.50");
  expect(kept).toMatchObject({ text: "471.50", confidence: 0.95 });
  expect(kept.otherReading).toBeUndefined();
});

test("dirt, words without figures and words elsewhere dispute nothing", () => {
  for (const [text, layer, box] of [
    ["40.00", "|40.06}", nearly],
    ["Rate", "Ratc", nearly],
    ["40.00", "46.00", elsewhere],
  ] as const)
    expect(readBeside(recognized(text), layer, box)).toEqual(at(recognized(text), place));
});

test("printed text is no second reading", () => {
  const printed: Word = { ...recognized("1,230.00"), source: "text", confidence: 1 };
  const word = at(recognized("1,280.00"), place);
  expect(withLayerReadings([word], [at(printed, nearly)])).toEqual([word]);
});
