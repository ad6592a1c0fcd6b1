import { expect, test } from "vitest";
import { fitColumns, trackOf } from "../../../../src-renderer/components/data-grid/fit-columns.ts";

interface Column {
  readonly id: string;
  readonly least: number;
  readonly leavesAt?: number;
}

const columns: readonly Column[] = [
  { id: "amount", least: 100 },
  { id: "risk", least: 60, leavesAt: 1 },
  { id: "state", least: 80, leavesAt: 5 },
  { id: "finding", least: 200 },
  { id: "owner", least: 70, leavesAt: 3 },
];
const fitting = (width: number): readonly string[] =>
  fitColumns(columns, ({ least }) => least, width).map(({ id }) => id);

test("all columns stay where they fit to the pixel, and while the width is not known", () => {
  const all = ["amount", "risk", "state", "finding", "owner"];
  expect(fitting(510)).toEqual(all);
  expect(fitting(0)).toEqual(all);
});

test("what does not fit leaves by its rank, and what stays keeps its order", () => {
  expect(fitting(509)).toEqual(["amount", "risk", "finding", "owner"]);
  expect(fitting(429)).toEqual(["amount", "risk", "finding"]);
  expect(fitting(359)).toEqual(["amount", "finding"]);
});

test("a column without a rank never leaves, however small the window is", () => {
  expect(fitting(40)).toEqual(["amount", "finding"]);
});

test("a column is as wide as the widest of its words, and never narrower than its title", () => {
  const sizes = { text: 10, small: 10 };
  const track = (words: readonly string[], title: string, limits = {}) =>
    trackOf({ title, width: { words, ...limits } }, sizes).least;
  expect(track(["1", "12,345.00"], "")).toBeGreaterThan(track(["1", "12.00"], ""));
  expect(track(["1"], "A long title of a column")).toBe(track([], "A long title of a column"));
  expect(track(["12,345.00"], "", { beside: 15 })).toBe(track(["12,345.00"], "") + 15);
  expect(track(["a customer of many words"], "", { most: 60 })).toBe(76);
});

test("the column that takes what is left says so to the grid", () => {
  const sizes = { text: 13, small: 12 };
  expect(trackOf({ title: "Finding", width: "fill" }, sizes)).toEqual({
    least: 190,
    css: "minmax(190px, 1fr)",
  });
  expect(trackOf({ title: "Customer", width: { share: 0.7, least: 120 } }, sizes).css).toBe(
    "minmax(120px, 0.7fr)",
  );
});
