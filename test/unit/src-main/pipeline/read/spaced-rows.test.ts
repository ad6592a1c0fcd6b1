import { describe, expect, test } from "vitest";
import { pagesToBlocks } from "../../../../../src-main/pipeline/read/layout/index.ts";
import type { Box, Word } from "../../../../../src-shared/model/index.ts";
import { leading, setTable, size, tables, wordAt } from "./set-table.ts";
import type { Cell, Placed } from "./set-table.ts";

const services: readonly (readonly Cell[])[] = [
  [["No."], ["Service"], ["What it is"], ["Fee per", "month"]],
  [
    ["A1"],
    ["Cleaning"],
    ["Cleaning of all offices on", "the two upper floors and", "of the stairs"],
    ["1,109.00"],
  ],
  [["A2"], ["Mail and", "reception"], ["Taking and sorting of mail"], ["2,155.00"]],
  [["A3"], ["Plants"], ["Care for plants"], ["92.00"]],
  [["A4"], ["Small repairs"], ["Repairs of doors, locks and", "lights up to one hour each"], ["573.00"]],
];

const expected = [
  ["No.", "Service", "What it is", "Fee per month"],
  ["A1", "Cleaning", "Cleaning of all offices on the two upper floors and of the stairs", "1,109.00"],
  ["A2", "Mail and reception", "Taking and sorting of mail", "2,155.00"],
  ["A3", "Plants", "Care for plants", "92.00"],
  ["A4", "Small repairs", "Repairs of doors, locks and lights up to one hour each", "573.00"],
];

describe("rows that white parts", () => {
  test.each<Placed>(["top", "middle", "bottom"])(
    "are told wherever a word stands in its cell: %s",
    (placed) => {
      expect(tables(setTable(services, { placed, padding: 0.006 }))).toEqual([
        { isParted: true, rows: expected },
      ]);
    },
  );

  test("keep titles in smaller letters close above the first row apart from it", () => {
    const page = setTable(services, { placed: "top", padding: 0.006, titleSize: 0.0105 });
    // The first row moves up to its titles.
    const titles = 2 * leading;
    const moved = page.words.map((word): Word => {
      const [left, top, wide, high] = word.box;
      if (top < 0.1 + titles) return word;
      const box: Box = [left, top - 0.006, wide, high];
      return { ...word, box, at: { page: 1, box } };
    });
    expect(tables({ ...page, words: moved })).toEqual([{ isParted: true, rows: expected }]);
  });

  test("are no guess where all lines stand equally far apart", () => {
    const [table] = tables(setTable(services, { placed: "top", padding: 0 })) as { isParted: boolean }[];
    expect(table?.isParted ?? false).toBe(false);
  });

  test("are not groups of rows: two figures in one column are two rows", () => {
    const group = (names: readonly string[], sums: readonly string[]): readonly Cell[] => [
      names.map(() => "—"),
      names,
      names.map(() => "each"),
      sums,
    ];
    const page = setTable(
      [
        group(["Spade", "Rake"], ["12.00", "9.00"]),
        group(["Saw", "Axe"], ["22.00", "31.00"]),
        group(["Rope", "Net"], ["5.00", "7.00"]),
      ],
      { placed: "top", padding: 0.008 },
    );
    const [table] = tables(page) as { isParted: boolean; rows: string[][] }[];
    expect(table?.isParted).toBe(false);
    expect(table?.rows).toHaveLength(6);
  });

  test("leave numbered clauses below a short table to the text", () => {
    const page = setTable(
      [
        [["a."], ["Beams"], [""], ["138,200.00"]],
        [["b."], ["Slab"], [""], ["201,900.00"]],
        [["c."], ["Site"], [""], ["72,500.00"]],
      ],
      { placed: "top", padding: 0.012 },
    );
    const clause = (from: number, lines: number): Word[] =>
      Array.from({ length: lines }, (_, line) =>
        "3. Extra work is paid at the rates below and needs an order that was signed before"
          .split(" ")
          .map((part, at): Word => wordAt(part, [0.08 + at * 0.052, from + line * leading, 0.05, size])),
      ).flat();
    // Clauses stand closer to the last row than the rows to each other.
    const foot = Math.max(...page.words.map(({ box }) => box[1])) + leading + 0.008;
    const words = [
      ...page.words.filter(({ text }) => text !== ""),
      ...clause(foot, 2),
      ...clause(foot + 3 * leading, 3),
    ];
    const [table] = tables({ ...page, words }) as { rows: (string | null)[][] }[];
    expect(table?.rows.flat().join(" ")).not.toContain("Extra work");
  });

  test("end where a text follows", () => {
    const page = setTable(services, { placed: "top", padding: 0.006 });
    const below = Math.max(...page.words.map(({ box }) => box[1])) + leading + 0.012;
    const text = "All fees are due within thirty days of the date of the invoice and bear no interest".split(
      " ",
    );
    const prose = text.map((part, at): Word => wordAt(part, [0.08 + at * 0.05, below, 0.045, size]));
    const blocks = pagesToBlocks([{ ...page, words: [...page.words, ...prose] }]);
    expect(blocks.map(({ type }) => type)).toEqual(["table", "paragraph"]);
  });
});
