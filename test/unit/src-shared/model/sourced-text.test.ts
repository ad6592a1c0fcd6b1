import { describe, expect, test } from "vitest";
import {
  evidenceFor,
  evidenceForWords,
  evidencePiecesFor,
  joinSourcedTexts,
  mergeBoxesByLine,
  sliceSourcedText,
} from "../../../../src-shared/model/index.ts";
import type { Box, DocumentId, SourcedText, Word } from "../../../../src-shared/model/index.ts";

const documentId = "doc-000000000001" as DocumentId;
const paged = { documentId, text: null };

/** One run for each word; `|` starts a new line, a page number in braces a new page. */
function onPages(lines: readonly { page: number; y: number; words: string }[]): SourcedText {
  let text = "";
  const runs: SourcedText["runs"][number][] = [];
  for (const line of lines)
    for (const [index, word] of line.words.split(" ").entries()) {
      if (text !== "") text += " ";
      const box: Box = [0.1 + index * 0.1, line.y, 0.08, 0.01];
      runs.push({ start: text.length, end: text.length + word.length, at: { page: line.page, box } });
      text += word;
    }
  return { text, runs };
}

const fee = onPages([
  { page: 1, y: 0.5, words: "The monthly fee is" },
  { page: 1, y: 0.52, words: "($150) per seat." },
]);

describe("evidence of a part of a text", () => {
  test("takes whole words of a page, one box for each line", () => {
    const start = fee.text.indexOf("is");
    expect(evidenceFor(fee, start, fee.text.indexOf("150") + 3, paged, "term")).toEqual({
      documentId,
      role: "term",
      quote: "is ($150)",
      at: {
        page: 1,
        boxes: [
          [0.4, 0.5, 0.08, 0.01],
          [0.1, 0.52, 0.08, 0.01],
        ],
      },
    });
  });

  test("merges the words of one line to one box", () => {
    expect(evidenceFor(fee, 0, 15, paged, "term").at).toEqual({ page: 1, box: [0.1, 0.5, 0.28, 0.01] });
  });

  test("splits at a page, and the longest piece stands for all", () => {
    const over = onPages([
      { page: 1, y: 0.95, words: "payable within" },
      { page: 2, y: 0.05, words: "thirty days of receipt" },
    ]);
    expect(evidencePiecesFor(over, 0, over.text.length, paged, "term").map((piece) => piece.quote)).toEqual([
      "payable within",
      "thirty days of receipt",
    ]);
    expect(evidenceFor(over, 0, over.text.length, paged, "term").quote).toBe("thirty days of receipt");
  });

  test("quotes a hyphenated word as it is printed", () => {
    const joined: SourcedText = {
      text: "this agreement binds",
      runs: [
        { start: 0, end: 4, at: { page: 1, box: [0.1, 0.1, 0.1, 0.01] } },
        { start: 5, end: 10, at: { page: 1, box: [0.3, 0.1, 0.1, 0.01] }, raw: "agree-" },
        { start: 10, end: 14, at: { page: 1, box: [0.1, 0.12, 0.1, 0.01] } },
        { start: 15, end: 20, at: { page: 1, box: [0.3, 0.12, 0.1, 0.01] } },
      ],
    };
    expect(evidenceFor(joined, 5, 14, paged, "term").quote).toBe("agree- ment");
  });

  test("is exactly the slice of the document's text where there is one", () => {
    const text = "Fee:\r\n   EUR 1.234,56\r\n   per month";
    const source: SourcedText = {
      text: "Fee: EUR 1.234,56 per month",
      runs: [
        { start: 0, end: 4, at: { start: 0, end: 4 } },
        { start: 5, end: 17, at: { start: 9, end: 21 } },
        { start: 18, end: 27, at: { start: 26, end: 35 } },
      ],
    };
    const amount = evidenceFor(source, 9, 17, { documentId, text }, "term");
    expect(amount).toMatchObject({ quote: "1.234,56", at: { start: 13, end: 21 } });
    const whole = evidenceFor(source, 0, 27, { documentId, text }, "term");
    expect(whole).toMatchObject({ quote: text, at: { start: 0, end: 35 } });
  });

  test("does not swallow another column that lies between in the text", () => {
    const text = "Line one    right\nline two";
    const source: SourcedText = {
      text: "Line one line two",
      runs: [
        { start: 0, end: 8, at: { start: 0, end: 8 } },
        { start: 9, end: 17, at: { start: 18, end: 26 } },
      ],
    };
    expect(
      evidencePiecesFor(source, 0, 17, { documentId, text }, "invoice").map((piece) => piece.quote),
    ).toEqual(["Line one", "line two"]);
  });

  test("of nothing is a defect", () => {
    expect(() => evidenceFor(fee, 3, 4, paged, "term")).toThrow("No words between 3 and 4");
  });
});

test("a slice keeps its sources", () => {
  const slice = sliceSourcedText(fee, 4, 15);
  expect(slice.text).toBe("monthly fee");
  expect(evidenceFor(slice, 8, 11, paged, "term")).toEqual(evidenceFor(fee, 12, 15, paged, "term"));
});

test("joined texts keep their sources", () => {
  const joined = joinSourcedTexts([fee, fee], "; ");
  const offset = fee.text.length + 2;
  expect(joined.text).toBe(`${fee.text}; ${fee.text}`);
  expect(evidenceFor(joined, offset + 12, offset + 15, paged, "term").quote).toBe("fee");
});

test("words become evidence in the order given", () => {
  const word = (text: string, x: number): Word => ({
    text,
    box: [x, 0.2, 0.05, 0.01],
    at: { page: 3, box: [x, 0.2, 0.05, 0.01] },
    size: 0.01,
    bold: false,
    source: "text",
    confidence: 1,
    visible: true,
  });
  expect(evidenceForWords([word("Total", 0.1), word("12.00", 0.2)], paged, "invoice")).toEqual({
    documentId,
    role: "invoice",
    quote: "Total 12.00",
    at: { page: 3, box: [0.1, 0.2, 0.15, 0.01] },
  });
});

test("boxes of one line merge even when their heights differ", () => {
  expect(
    mergeBoxesByLine([
      [0.1, 0.1, 0.1, 0.02],
      [0.25, 0.105, 0.1, 0.01],
      [0.1, 0.13, 0.1, 0.01],
    ]),
  ).toEqual([
    [0.1, 0.1, 0.25, 0.02],
    [0.1, 0.13, 0.1, 0.01],
  ]);
});
