import { describe, expect, test } from "vitest";
import {
  boxesOnPage,
  markAtPoint,
  segmentBlock,
  segmentText,
  strongestTone,
} from "../../../../src-renderer/components/document-view/marks.ts";
import type { DocumentMark } from "../../../../src-renderer/components/document-view/marks.ts";

const mark = (id: string, at: DocumentMark["at"], tone: DocumentMark["tone"] = "term"): DocumentMark => ({
  id,
  at,
  tone,
  label: id,
});
const shape = (segments: readonly { readonly text: string; readonly marks: readonly DocumentMark[] }[]) =>
  segments.map(({ text, marks }) => [text, marks.map(({ id }) => id).join("+")]);

describe("marks in running text", () => {
  test("cut the text where they begin and end, also when they overlap", () => {
    const marks = [mark("a", { start: 4, end: 11 }), mark("b", { start: 8, end: 15 })];
    expect(shape(segmentText("The rate is 150.00.", 0, marks))).toEqual([
      ["The ", ""],
      ["rate", "a"],
      [" is", "a+b"],
      [" 150", "b"],
      [".00.", ""],
    ]);
  });

  test("keep all of the text, whatever is marked", () => {
    const text = "a b c d e f";
    const marks = [mark("x", { start: 0, end: 99 }), mark("y", { start: 3, end: 3 }), mark("z", { page: 1 })];
    expect(
      segmentText(text, 0, marks)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text);
  });

  test("follow the runs of a block back to the document", () => {
    const block = {
      text: "Rate 150.00 per hour",
      runs: [
        { start: 0, end: 4, at: { start: 100, end: 104 } },
        { start: 5, end: 20, at: { start: 120, end: 135 } },
      ],
    };
    expect(shape(segmentBlock(block, [mark("a", { start: 100, end: 126 })]))).toEqual([
      ["Rate 150.00", "a"],
      [" per hour", ""],
    ]);
  });

  test("take a whole run where it is no plain copy of its source", () => {
    const block = {
      text: "½ hour",
      runs: [
        { start: 0, end: 1, at: { start: 10, end: 13 } },
        { start: 2, end: 6, at: { start: 14, end: 18 } },
      ],
    };
    expect(shape(segmentBlock(block, [mark("a", { start: 11, end: 12 })]))).toEqual([
      ["½", "a"],
      [" hour", ""],
    ]);
  });
});

describe("marks on a page", () => {
  const wide = mark("wide", { page: 2, box: [0.1, 0.1, 0.8, 0.1] });
  const narrow = mark("narrow", {
    page: 2,
    boxes: [
      [0.2, 0.12, 0.1, 0.02],
      [0.2, 0.3, 0.1, 0.02],
    ],
  });

  test("are found under a point, the most precise one first", () => {
    expect(markAtPoint([wide, narrow], 2, 0.25, 0.13)?.id).toBe("narrow");
    expect(markAtPoint([wide, narrow], 2, 0.6, 0.13)?.id).toBe("wide");
    expect(markAtPoint([wide, narrow], 2, 0.25, 0.31)?.id).toBe("narrow");
    expect(markAtPoint([wide, narrow], 1, 0.25, 0.13)).toBeNull();
    expect(markAtPoint([wide, narrow], 2, 0.6, 0.9)).toBeNull();
  });

  test("have one box for each line of their quote", () => {
    expect(boxesOnPage(narrow, 2)).toHaveLength(2);
    expect(boxesOnPage(narrow, 3)).toEqual([]);
  });
});

test("the gravest tone wins where marks lie on each other", () => {
  const at = { start: 0, end: 1 };
  expect(strongestTone([mark("a", at, "term"), mark("b", at, "over"), mark("c", at, "line")])).toBe("over");
  expect(strongestTone([])).toBeNull();
});
