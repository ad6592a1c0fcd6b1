import { expect, it } from "vitest";
import { blankCell, type GridCell } from "../../../../../../src-main/pipeline/normalize/sheets/grid.ts";
import { summingRows } from "../../../../../../src-main/pipeline/normalize/sheets/summing-rows.ts";

const rowOf = (line: string): { readonly all: readonly GridCell[] } => ({
  all: line
    .split("|")
    .map((text) => (text.trim() === "" ? blankCell : { ...blankCell, text: text.trim(), valueType: "text" })),
});
const summingIn = (...lines: readonly string[]): readonly string[] => {
  const rows = lines.map(rowOf);
  const found = summingRows(rows);
  return lines.filter((_, index) => found.has(rows[index] ?? rowOf("")));
};

it("finds rows that add up those above them, by their figures, whatever they say", () => {
  expect(summingIn("4 May|Ida|2,5", "5 May|Ida|3,75", "6 May|Ola|1", "Ensemble||7,25")).toEqual([
    "Ensemble||7,25",
  ]);
  expect(
    summingIn(
      "4 May|Ida|2|10",
      "5 May|Ida|3|20",
      "so far||5|30",
      "6 May|Ola|1|5",
      "7 May|Ola|2|5",
      "later||3|10",
      "||8|40",
    ),
  ).toEqual(["so far||5|30", "later||3|10", "||8|40"]);
});

it("keeps records that a sum meets by chance", () => {
  // A day of its own, a blank day that is inherited, and two rows of which the third is the sum.
  expect(summingIn("4 May|Ida|2", "5 May|Ola|3", "6 May|Ida|5")).toEqual([]);
  expect(summingIn("4 May|Ida|2", "|Ola|3", "|Uwe|5")).toEqual([]);
  expect(summingIn("4 May|Ida|2", "5 May|Ola|3", "|Uwe|5")).toEqual([]);
  expect(summingIn("1", "2", "3")).toEqual([]);
});

it("adds exactly: a tenth and two tenths are three tenths", () => {
  expect(summingIn("a|x|0.1", "b|x|0.2", "c|x|0.3", "||0.6")).toEqual(["||0.6"]);
  expect(summingIn("a|x|0.1", "b|x|0.2", "c|x|0.3", "||0.61")).toEqual([]);
});
