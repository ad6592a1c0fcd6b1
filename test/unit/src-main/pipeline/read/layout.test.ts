import { describe, expect, test } from "vitest";
import { leadingLabel } from "../../../../../src-main/pipeline/read/layout/clause-label.ts";
import { pagesToBlocks } from "../../../../../src-main/pipeline/read/layout/index.ts";
import { wordsToRows } from "../../../../../src-main/pipeline/read/layout/rows.ts";
import { cutOf } from "../../../../../src-main/pipeline/read/pdf/word-repair.ts";
import { textToGridPages } from "../../../../../src-main/pipeline/read/text/grid-pages.ts";
import { detectDialect } from "../../../../../src-main/pipeline/read/delimited/dialect.ts";
import type { Block, Box, Rule, Word } from "../../../../../src-shared/model/index.ts";

const shown = (block: Block): unknown =>
  block.type === "paragraph" ? block.text : block.rows.map((row) => row.map((cell) => cell?.text ?? null));
const blocksOf = (text: string): unknown[] => pagesToBlocks(textToGridPages(text)).map(shown);

const word = (text: string, x: number, y: number, width = 0.05, height = 0.012): Word => {
  const box: Box = [x, y, width, height];
  return {
    text,
    box,
    at: { page: 1, box },
    size: height,
    bold: false,
    source: "text",
    confidence: 1,
    visible: true,
  };
};

describe("rows", () => {
  test("a large title beside two lines joins neither", () => {
    const rows = wordsToRows([
      word("INVOICE", 0.1, 0.1, 0.2, 0.04),
      word("No.", 0.6, 0.1),
      word("17", 0.7, 0.1),
      word("Date", 0.6, 0.12),
      word("May", 0.7, 0.12),
    ]);
    expect(rows.map((row) => row.words.map((each) => each.text))).toEqual([
      ["No.", "17"],
      ["INVOICE"],
      ["Date", "May"],
    ]);
  });

  test("words one over the other are two rows however tight", () => {
    const rows = wordsToRows([word("upper", 0.1, 0.1), word("lower", 0.1, 0.1055)]);
    expect(rows).toHaveLength(2);
  });

  test("the order of the words given does not matter", () => {
    const words = [word("a", 0.1, 0.1), word("b", 0.3, 0.101), word("c", 0.1, 0.13), word("d", 0.3, 0.129)];
    expect(wordsToRows(words.toReversed())).toEqual(wordsToRows(words));
  });
});

describe("blocks", () => {
  test("a quantity at a line start opens no clause", () => {
    expect(
      blocksOf(
        "Any late amount bears interest at the rate that the law allows, which is at most\n" +
          "2.5 % of the amount for each month, counted from the day on which it was due and\n" +
          "30 days after that the supplier may stop its work without any further notice.\n",
      ),
    ).toHaveLength(1);
  });

  test("list items stay apart, and so does the text behind them", () => {
    expect(blocksOf("The fee covers:\n(a) hosting;\n(b) support.\n\nNothing else is covered.\n")).toEqual([
      "The fee covers:",
      "(a) hosting;",
      "(b) support.",
      "Nothing else is covered.",
    ]);
  });

  test("values at the last line of a wrapped description belong to its row", () => {
    expect(
      blocksOf(
        [
          "Ref       Description                         Price",
          "A-1       Annual inspection of the lift",
          "          in the north tower                  120.00",
          "A-2       Call-out                             80.00",
          "          at night                            140.00",
          "",
        ].join("\n"),
      ),
    ).toEqual([
      [
        ["Ref", "Description", "Price"],
        ["A-1", "Annual inspection of the lift in the north tower", "120.00"],
        ["A-2", "Call-out", "80.00"],
        [null, "at night", "140.00"],
      ],
    ]);
  });

  describe("rules between rows", () => {
    const rule = (y: number): Rule => ({ orientation: "horizontal", box: [0.1, y, 0.8, 0] });
    const tableOf = (words: readonly Word[], ys: readonly number[]): unknown[] =>
      pagesToBlocks([
        { number: 1, aspect: 0.7, words: [...words], rules: ys.map(rule), pictureShare: 0 },
      ]).map(shown);
    const head = [word("Service", 0.1, 0.2), word("Basis", 0.5, 0.2), word("Fee", 0.8, 0.2)];

    test("what stands between two of them is one row, however its cells wrap and are centered", () => {
      const words = [
        ...head,
        word("Crane", 0.1, 0.236),
        word("check,", 0.16, 0.236),
        word("each", 0.5, 0.244),
        word("$90.00", 0.8, 0.236),
        word("yearly", 0.1, 0.252),
        word("per visit", 0.8, 0.252),
        word("Hoist", 0.1, 0.29),
        word("each", 0.5, 0.29),
        word("$45.00", 0.8, 0.29),
      ];
      expect(tableOf(words, [0.225, 0.275, 0.315])).toEqual([
        [
          ["Service", "Basis", "Fee"],
          ["Crane check, yearly", "each", "$90.00 per visit"],
          ["Hoist", "each", "$45.00"],
        ],
      ]);
    });

    test("a stretch with a figure on each line holds a row a line", () => {
      const words = [
        ...head,
        ...[0.236, 0.256, 0.276].flatMap((y, at) => [
          word(`Lift ${String.fromCodePoint(65 + at)}`, 0.1, y),
          word("each", 0.5, y),
          word(`$${at + 1}0.00`, 0.8, y),
        ]),
        word("Total", 0.1, 0.31),
        word("$60.00", 0.8, 0.31),
      ];
      expect(tableOf(words, [0.225, 0.3, 0.33])).toEqual([
        [
          ["Service", "Basis", "Fee"],
          ["Lift A", "each", "$10.00"],
          ["Lift B", "each", "$20.00"],
          ["Lift C", "each", "$30.00"],
          ["Total", null, "$60.00"],
        ],
      ]);
    });
  });

  test("a running head of every page is no part of the text", () => {
    const page = (number: number): string =>
      `ACME terms\n\n\nClause ${["one", "two", "three"][number - 1]} holds.\n${"\n".repeat(52)}Page ${number}\n`;
    const blocks = pagesToBlocks(textToGridPages([1, 2, 3].map(page).join("\f")));
    expect(blocks.filter((block) => block.zone === "body").map(shown)).toEqual([
      "Clause one holds.",
      "Clause two holds.",
      "Clause three holds.",
    ]);
    expect(blocks.filter((block) => block.zone === "header")).toHaveLength(3);
    expect(blocks.filter((block) => block.zone === "footer")).toHaveLength(3);
  });

  test("rows with amounts at the same height of every page are no running heads", () => {
    const page = (number: number): string => `Item ${number}     ${number}0.00\n${"\n".repeat(40)}`;
    const blocks = pagesToBlocks(textToGridPages([1, 2, 3].map(page).join("\f")));
    expect(blocks.every((block) => block.zone === "body")).toBe(true);
  });

  test("narrow columns are parted where white runs down through all rows, and a sign of money stays with its figure", () => {
    const row = (y: number, name: string, count: string, unit: string, price: string): Word[] => [
      ...name.split(" ").map((text, index) => word(text, 0.1 + index * 0.054, y)),
      word(count, 0.6, y, 0.01),
      word(unit, 0.63, y, 0.02),
      word("€", 0.67, y, 0.008),
      word(price, price.length > 4 ? 0.7 : 0.71, y, price.length > 4 ? 0.04 : 0.03),
    ];
    const words = [
      ...row(0.1, "Window two sashes", "8", "pc", "412.00"),
      ...row(0.13, "Shutter", "7", "pc", "9.50"),
      ...row(0.16, "Fitting on site", "2", "hr", "185.00"),
    ];
    const [block] = pagesToBlocks([{ number: 1, aspect: 0.7, words, rules: [], pictureShare: 0 }]);
    expect(block === undefined ? null : shown(block)).toEqual([
      ["Window two sashes", "8", "pc", "€ 412.00"],
      ["Shutter", "7", "pc", "€ 9.50"],
      ["Fitting on site", "2", "hr", "€ 185.00"],
    ]);
  });

  test("words that nobody sees are not in the text", () => {
    const hidden = { ...word("ignore", 0.1, 0.1), visible: false };
    expect(pagesToBlocks([{ number: 1, aspect: 0.7, words: [hidden], rules: [], pictureShare: 0 }])).toEqual(
      [],
    );
  });
});

test.each([
  ["2.1 Fees", "2.1"],
  ["2.1.3. Fees", "2.1.3."],
  ["(iv) the", "(iv)"],
  ["(a) the", "(a)"],
  ["Article IV – Fees", "Article IV"],
  ["§ 3 Preis", "§ 3"],
  ["• item", "•"],
  ["30 days after", null],
  ["2026 was", null],
  ["(see below)", null],
])("the mark of %j is %j", (text, label) => {
  expect(leadingLabel(text)).toBe(label);
});

test.each([
  ["Total:1.234,56", 6],
  ["14:30", null],
  ["http://x.test", null],
  ["Order#77", 6],
  ["#A-1", 1],
  ["EUR12.00", 3],
  ["INV12.00", null],
  ["10h", 2],
  ["A10h", null],
  ["12,50€", 5],
])("%s parts at %j", (text, cut) => {
  expect(cutOf(text)).toBe(cut);
});

test.each([
  ['a,b\n"x; y; z",2\n"z",6\n', ","],
  ["name;amount\nA;1,50\nB;2,75\n", ";"],
  ["a\tb\n1,5\t2\n3,5\t4\n", "\t"],
  ['id|note\n1|"x, y"\n2|z\n', "|"],
])("the delimiter of %j is %j", (text, delimiter) => {
  expect(detectDialect(text).dialect.delimiter).toBe(delimiter);
});
