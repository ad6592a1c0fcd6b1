import { expect, test } from "vitest";
import { piecesOf } from "../../../../../../src-main/pipeline/read/raster/strip-pieces.ts";
import { pitchOf } from "../../../../../../src-main/pipeline/read/raster/typewriter-pitch.ts";
import { ink, segmentOf } from "./page-parts.ts";

/** Letters in cells of 24 pixels; "i" is narrow and stands in the middle of its cell. */
const typed = (text: string): ReturnType<typeof segmentOf> =>
  segmentOf(
    [...text].flatMap((sign, at) =>
      sign === " " ? [] : sign === "i" ? [ink(24 * at + 8, 8)] : [ink(24 * at + 1, 22)],
    ),
  );

test("cells of one width are a typewriter's", () => {
  expect(pitchOf(typed("amount invoiced so far"))).toBeCloseTo(24, 0);
});

test("letters of other faces have none", () => {
  const widths = [18, 8, 14, 20, 6, 13, 17, 9, 21, 12, 7, 16];
  let left = 0;
  const parts = widths.map((width) => {
    const part = ink(left, width);
    left += width + 3;
    return part;
  });
  expect(pitchOf(segmentOf(parts))).toBeNull();
});

test("a narrow letter of a typewriter opens no word of its own", () => {
  expect(piecesOf(typed("billi iiiis omission")).map(({ parts }) => parts.length)).toEqual([5, 5, 8]);
});
