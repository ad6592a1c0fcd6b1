import { expect, test } from "vitest";
import { printedGrid } from "../../../../../../src-main/pipeline/normalize/agreement/structure/printed-grid.ts";
import type { Block, SourcedText } from "../../../../../../src-shared/model/index.ts";

/** A cell printed from an edge on, its letters as wide as said; all as fractions of the page. */
const cell = (text: string, left: number, line: number, letter: number): SourcedText => ({
  text,
  runs: [
    {
      start: 0,
      end: text.length,
      at: { page: 1, box: [left, 0.2 + line * 0.02, text.length * letter, 0.012] },
    },
  ],
});

test("cells under one edge stand under each other, whatever letters they have", () => {
  const table: Block = {
    type: "table",
    zone: "body",
    page: 1,
    rows: [
      [cell("Boom lift", 0.1, 0, 0.008), cell("$310.00", 0.4, 0, 0.009), cell("day", 0.7, 0, 0.007)],
      [
        cell("Plate compactor", 0.1, 1, 0.0085),
        cell("$1,095.00", 0.4, 1, 0.009),
        cell("week", 0.7, 1, 0.0095),
      ],
    ],
  };
  const edges = printedGrid([table], null).map(({ segments }) => segments.map(({ left }) => left));
  expect(edges).toHaveLength(2);
  expect(edges[1]).toEqual(edges[0]);
});
