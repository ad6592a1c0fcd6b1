import { expect, test } from "vitest";
import { setDotsApart } from "../../../../../../src-main/pipeline/read/raster/separator-dots.ts";
import { ink, segmentOf } from "./page-parts.ts";

const letters = [ink(0, 12), ink(14, 12), ink(50, 12), ink(64, 12)];

test("a dot at half height with white on both sides parts a line", () => {
  const dot = ink(36, 4, 4, 92);
  const { letters: left, dots } = setDotsApart(segmentOf([...letters, dot]));
  expect([left.parts, dots]).toEqual([letters, [dot]]);
});

test.each([
  ["a full stop", ink(36, 4, 4, 100)],
  ["a dash", ink(34, 12, 3, 92)],
  ["a short hyphen between two dates", ink(34, 8, 4, 92)],
  ["a hyphen between two letters", ink(27, 4, 4, 92)],
  ["dirt", ink(36, 1, 1, 92)],
])("%s does not", (_name, mark) => {
  const segment = segmentOf([...letters, mark]);
  expect(setDotsApart(segment)).toEqual({ letters: segment, dots: [] });
});

test("a hyphen in a typewriter's cell does not", () => {
  const segment = { ...segmentOf([...letters, ink(36, 4, 4, 92)]), pitch: 16 };
  expect(setDotsApart(segment).dots).toEqual([]);
});
