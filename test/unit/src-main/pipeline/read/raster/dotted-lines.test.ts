import { expect, test } from "vitest";
import { findDottedLines } from "../../../../../../src-main/pipeline/read/raster/dotted-lines.ts";
import { ink } from "./page-parts.ts";

const dots = (count: number, step: number): readonly ReturnType<typeof ink>[] =>
  Array.from({ length: count }, (_zero, at) => ink(300 + step * at, 3, 3, 100 + (at % 2)));

test("a leader belongs to no word", () => {
  const stop = ink(40, 3, 3);
  const leader = dots(12, 7);
  expect([...findDottedLines([stop, ...leader], 20)].toSorted((one, other) => one.left - other.left)).toEqual(
    leader,
  );
});

test.each([
  ["three dots of a sentence", dots(3, 7)],
  ["points of figures that stand apart", dots(8, 60)],
])("%s stay", (_name, marks) => {
  expect(findDottedLines(marks, 20).size).toBe(0);
});
