import { describe, expect, it } from "vitest";
import { gridsOf } from "../../../../../../src-main/pipeline/normalize/sheets/document-grids.ts";
import { readBytes } from "../../../../../builders/read-bytes.ts";

const rowsOf = async (table: string): Promise<readonly string[] | undefined> =>
  gridsOf(await readBytes("t.csv", table))[0]?.rows.map((row) => row.map(({ text }) => text).join("|"));

describe("ditto marks in tables", () => {
  it("read what stands above them", async () => {
    expect(await rowsOf("Tag,Arbeit,Std\nMo,Putz,8\nDi,dto.,7\nMi,idem,6\n")).toEqual([
      "Tag|Arbeit|Std",
      "Mo|Putz|8",
      "Di|Putz|7",
      "Mi|Putz|6",
    ]);
  });

  it.each(["Mi,Do", "Mi.,Do.", "wo,do"])("take no Thursday for the day above it: %s", async (days) => {
    const [wednesday, thursday] = days.split(",");
    const rows = await rowsOf(`Tag,Arbeit,Std\n${wednesday},Putz,8\n${thursday},",,",7\n`);
    expect(rows?.slice(1)).toEqual([`${wednesday}|Putz|8`, `${thursday}|Putz|7`]);
  });
});
