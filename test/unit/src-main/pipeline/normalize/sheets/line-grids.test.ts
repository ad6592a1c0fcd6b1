import { describe, expect, it } from "vitest";
import { lineGrids } from "../../../../../../src-main/pipeline/normalize/sheets/line-grids.ts";
import { readBytes } from "../../../../../builders/read-bytes.ts";

const gridsOf = async (text: string): Promise<readonly (readonly (readonly string[])[])[]> =>
  lineGrids(await readBytes("log.txt", text)).map(({ rows }) =>
    rows.map((row) => row.map((cell) => cell.text)),
  );

describe("tables in lines of text", () => {
  it("have their columns under their titles, whatever the letterhead above is like", async () => {
    const text = [
      "NORTHWICK LIFTS LTD                                   STORES SHEET 12",
      "Site: Quay House     Week 14",
      "",
      "Ln  Part no    Description            Drawn   Back",
      "--  ---------  ---------------------  -----  -----",
      " 1  RP-8       Wire rope 8 mm            20      -",
      " 2  GK-115     Brake lining                       4",
      "Checked: M. Orr",
    ].join("\n");
    expect(await gridsOf(text)).toEqual([
      [
        ["Ln", "Part no", "Description", "Drawn", "Back"],
        ["1", "RP-8", "Wire rope 8 mm", "20", "-"],
        ["2", "GK-115", "Brake lining", "", "4"],
      ],
    ]);
  });

  it("part what runs into the place of a free title, and keep a column without a title", async () => {
    const text = [
      "          Shape      Lot   Pieces",
      "press 1   BR-2 REV C 10    47",
      "press 2   FL-9       20    12",
    ].join("\n");
    expect(await gridsOf(text)).toEqual([
      [
        ["", "Shape", "Lot", "Pieces"],
        ["press 1", "BR-2 REV C", "10", "47"],
        ["press 2", "FL-9", "20", "12"],
      ],
    ]);
  });

  it("are not made of labels with their values or of prose", async () => {
    const text = "Client: Dock 4     Date: 03/06/2026\nDear all,  the 4 of us  came at 8.\nWe  were  late\n";
    expect(await gridsOf(text)).toEqual([]);
  });

  it("point into the text", async () => {
    const text = "Day   Who    Hours\nMon   Amis   7.5\n";
    const [grid] = lineGrids(await readBytes("log.txt", text));
    const hours = grid?.rows[1]?.[2]?.prove("delivery");
    expect(hours).toMatchObject({ quote: "7.5", at: { start: 32, end: 35 } });
  });
});
