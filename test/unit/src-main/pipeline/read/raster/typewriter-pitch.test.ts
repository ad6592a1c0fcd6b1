import { expect, test } from "vitest";
import { piecesOf } from "../../../../../../src-main/pipeline/read/raster/strip-pieces.ts";
import { withPitches } from "../../../../../../src-main/pipeline/read/raster/typewriter-pitch.ts";
import { ink, segmentOf } from "./page-parts.ts";

/** Letters in cells of 24 pixels; "i" is narrow and stands in the middle of its cell. */
const typed = (text: string, cell = 24): ReturnType<typeof segmentOf> =>
  segmentOf(
    [...text].flatMap((sign, at) =>
      sign === " " ? [] : sign === "i" ? [ink(cell * (at + 0.33), cell / 3)] : [ink(cell * at + 1, cell - 2)],
    ),
  );
const pitchesOf = (...segments: ReturnType<typeof segmentOf>[]): readonly (number | null)[] =>
  withPitches(segments).map(({ pitch }) => pitch);

test("cells of one width are a typewriter's", () => {
  expect(pitchesOf(typed("amount invoiced so far"))[0]).toBeCloseTo(24, 0);
});

test("letters of other faces have none", () => {
  const widths = [18, 8, 14, 20, 6, 13, 17, 9, 21, 12, 7, 16];
  let left = 0;
  const parts = widths.map((width) => {
    const part = ink(left, width);
    left += width + 3;
    return part;
  });
  expect(pitchesOf(segmentOf(parts))).toEqual([null]);
});

test("a narrow letter of a typewriter opens no word of its own", () => {
  const [line] = withPitches([typed("billi iiiis omission")]);
  expect(piecesOf(line!).map(({ parts }) => parts.length)).toEqual([5, 5, 8]);
});

test("a dash between two spaces is a piece of its own, a comma is none", () => {
  const word = [ink(0, 12), ink(14, 12), ink(28, 12)];
  const after = word.map((part) => ({ ...part, left: part.left + 70, right: part.right + 70 }));
  const piecesWith = (mark: ReturnType<typeof ink>): readonly number[] =>
    piecesOf(segmentOf([...word, mark, ...after])).map(({ parts }) => parts.length);
  expect(piecesWith(ink(48, 14, 3, 92))).toEqual([3, 1, 3]);
  expect(piecesWith(ink(48, 4, 7, 103))).toEqual([4, 3]);
});

test("a short line has the cells of the longer ones of its size", () => {
  const pitches = pitchesOf(
    typed("amount invoiced so far"),
    typed("deposit already received"),
    typed("carried over once more"),
    typed("balance carried over", 27),
    typed("balance brought forward", 27),
    typed("balance carried forward", 27),
    typed("due ii"),
    typed("due ii", 27),
  );
  expect(pitches[6]).toBeCloseTo(24, 0);
  expect(pitches[7]).toBeCloseTo(27, 0);
});

test("narrow cells, as figures have in any face, are a typewriter's only where several lines share them", () => {
  const line = typed("amount as invoiced so far", 17);
  expect(pitchesOf(line)).toEqual([null]);
  expect(pitchesOf(line, line, line, typed("no", 17)).at(-1)).toBeCloseTo(17, 0);
});
