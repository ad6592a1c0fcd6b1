import { describe, expect, it } from "vitest";
import { sheetTree } from "../../../../../../src-main/pipeline/normalize/keyed/sheet-tree.ts";
import { gridsOf } from "../../../../../../src-main/pipeline/normalize/sheets/document-grids.ts";
import type { Grid } from "../../../../../../src-main/pipeline/normalize/sheets/grid.ts";
import { readBytes } from "../../../../../builders/read-bytes.ts";

const sheet = async (lines: readonly string[]): Promise<Grid> => {
  const [grid] = gridsOf(await readBytes("sheet.csv", lines.join("\n")));
  return grid ?? expect.fail("There is a sheet.");
};
const head = sheet([
  "Invoice number,E-1",
  "Invoice date,2026-09-30",
  "Supplier,Aspen Ltd",
  "Currency,EUR",
  "Total,550.00",
]);
const linesBeside = async (others: readonly (readonly string[])[]): Promise<number | null> => {
  const found = sheetTree(await head, await Promise.all(others.map(sheet)));
  return found?.tree.children.find(({ name }) => name === "lines")?.children.length ?? null;
};

const detail = ["Description,Quantity,Unit price", "Survey,4,100.00", "Report,1,150.00"];

describe("a sheet of named values without lines", () => {
  it("takes those of another sheet that tells what things come to", async () => {
    expect(await linesBeside([detail, ["Notes", "Thank you"]])).toBe(2);
  });

  it("takes none from a list of prices, nor one of two", async () => {
    const prices = ["Description,Unit price", "Survey,100.00", "Report,150.00"];
    expect(await linesBeside([prices])).toBeNull();
    expect(await linesBeside([detail, detail])).toBeNull();
    expect(await linesBeside([prices, detail])).toBe(2);
  });
});
