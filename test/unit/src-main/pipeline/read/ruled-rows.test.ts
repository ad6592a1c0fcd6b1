import { describe, expect, test } from "vitest";
import { pagesToBlocks } from "../../../../../src-main/pipeline/read/layout/index.ts";
import type { Box, Word } from "../../../../../src-shared/model/index.ts";
import { leading, setTable, size, tables } from "./set-table.ts";
import type { Cell, Placed } from "./set-table.ts";

const hours: readonly (readonly Cell[])[] = [
  [["Date"], ["Engineer"], ["Work done"], ["Hours", "worked", "(approved)"]],
  [
    ["2 Nov"],
    ["Priya Nair"],
    ["Draft of the papers for the", "tender and a talk with both", "firms on site"],
    ["6.50"],
  ],
  [["3 Nov"], ["Priya Nair"], ["Visit"], ["4.00"]],
  [["3 Nov"], ["Tom Ashby"], ["Check of drawings A-101 to A-", "118 for the talk"], ["7.25"]],
  [["6 Nov"], ["Priya Nair"], ["Update of the list of risks", "for the client"], ["5.75"]],
];

const expected = [
  ["Date", "Engineer", "Work done", "Hours worked (approved)"],
  ["2 Nov", "Priya Nair", "Draft of the papers for the tender and a talk with both firms on site", "6.50"],
  ["3 Nov", "Priya Nair", "Visit", "4.00"],
  ["3 Nov", "Tom Ashby", "Check of drawings A-101 to A-118 for the talk", "7.25"],
  ["6 Nov", "Priya Nair", "Update of the list of risks for the client", "5.75"],
];

describe("rows between rules across", () => {
  test.each<Placed>(["top", "middle", "bottom"])(
    "have the titles above the first rule, also where these wrap: %s",
    (placed) => {
      expect(tables(setTable(hours, { placed, padding: 0.006, isRuled: true }))).toEqual([
        { isParted: true, rows: expected },
      ]);
    },
  );

  test("end where a text follows the last rule", () => {
    const page = setTable([...hours, [[""], [""], [""], [""]]], {
      placed: "top",
      padding: 0.006,
      isRuled: true,
    });
    const top = Math.max(...page.words.map(({ box }) => box[1]));
    const text =
      "These hours were worked at the site of the client and are billed with the next invoice".split(" ");
    const words = text.map((part, at): Word => {
      const box: Box = [0.08 + at * 0.05, top + 2.2 * leading, 0.045, size];
      return {
        text: part,
        box,
        at: { page: 1, box },
        size,
        bold: false,
        source: "text",
        confidence: 1,
        visible: true,
      };
    });
    const blocks = pagesToBlocks([
      { ...page, words: [...page.words.filter((word) => word.text !== ""), ...words] },
    ]);
    expect(blocks.map(({ type }) => type)).toEqual(["table", "paragraph"]);
  });

  test("have no titles in a line of figures or of a sentence above them", () => {
    const above: readonly Cell[] = [
      ["Week 45"],
      ["Oldbury 2026"],
      ["one line of a longer sentence that stands here"],
      ["88"],
    ];
    const [table] = tables(
      setTable([above, ...hours.slice(1)], { placed: "top", padding: 0.006, isRuled: true }),
    ) as { rows: string[][] }[];
    expect(table?.rows[0]?.[0]).not.toContain("Week 45");
  });
});
