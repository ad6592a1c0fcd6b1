import { expect, test } from "vitest";
import { spreadColumn, valueAbove } from "../../../../src-renderer/workspaces/review/column-of-value.ts";
import type { ValueGroup } from "../../../../src-renderer/workspaces/review/value-rows.ts";

const lines: readonly (readonly [string, Readonly<Record<string, string | null>>])[] = [
  ["", { number: "A-1" }],
  ["lines/1/", { quantity: "7", unit: "hour" }],
  ["lines/2/", { quantity: "9" }],
  ["lines/3/", { quantity: null, unit: null }],
];
const groups: readonly ValueGroup[] = lines.map(([prefix, values]) => ({
  title: prefix,
  rows: Object.entries(values).map(([name, value]) => ({
    field: `${prefix}${name}`,
    label: name,
    shape: "text",
    printed: value === null ? null : { value, evidence: [], basis: "rule", confidence: 1 },
    text: value,
  })),
}));

test("the value above is the same value of the line above, and the head has none", () => {
  expect(valueAbove("lines/2/quantity", groups)).toBe("7");
  expect(valueAbove("lines/3/unit", groups)).toBe("hour");
  expect(valueAbove("lines/1/quantity", groups)).toBeNull();
  expect(valueAbove("number", groups)).toBeNull();
});

test("a pasted column goes down line by line and never past the last one; empty cells leave what is there", () => {
  const spread = (text: string, field: string) =>
    spreadColumn(text, field, groups).map(({ row, text: value }) => [row.field, value]);
  expect(spread("1\r\n\r\n3\r\n4\r\n", "lines/1/quantity")).toEqual([
    ["lines/1/quantity", "1"],
    ["lines/3/quantity", "3"],
  ]);
  expect(spread("5\tx\n6", "lines/2/quantity")).toEqual([
    ["lines/2/quantity", "5"],
    ["lines/3/quantity", "6"],
  ]);
  expect(spread("B-2\nB-3", "number")).toEqual([["number", "B-2"]]);
});
