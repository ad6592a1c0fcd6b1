import { expect, test } from "vitest";
import { edgesInLine, edgesOfLine } from "../../../../../../src-main/pipeline/read/raster/line-edges.ts";
import { ink, segmentOf } from "./page-parts.ts";

const letters = [ink(0, 12), ink(14, 12), ink(28, 12, 14), ink(60, 12), ink(74, 12)];

test("a dash is as high as the words beside it", () => {
  const segment = segmentOf([...letters, ink(45, 10, 2, 92)]);
  const edges = edgesOfLine(segment);
  expect(edges).toEqual({ foot: 100, height: 20 });
  expect(edgesInLine(edges, segment, 50)).toEqual([80, 105]);
});

test("the edges of a line that falls fall with it", () => {
  const segment = {
    ...segmentOf(
      letters.map((part) => ({
        ...part,
        top: part.top + part.left / 10,
        bottom: part.bottom + part.left / 10,
      })),
    ),
    slope: 0.1,
  };
  const [top] = edgesInLine(edgesOfLine(segment), segment, 80);
  expect(top).toBeCloseTo(87.4, 0);
});
