import { describe, expect, test } from "vitest";
import { pagesToBlocks } from "../../../../../src-main/pipeline/read/layout/index.ts";
import type { Word } from "../../../../../src-shared/model/index.ts";
import { leading, setTable, size, tables, wordAt } from "./set-table.ts";
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
    // The words run into the white between the columns, but leave some of it free by chance.
    const places = [
      [0.08, 0.05],
      [0.15, 0.17],
      [0.345, 0.25],
      [0.605, 0.2],
    ] as const;
    const words = places.map(([left, wide]): Word =>
      wordAt("lorem", [left, top + 2.2 * leading, wide, size]),
    );
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
