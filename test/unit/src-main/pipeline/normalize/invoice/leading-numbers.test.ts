import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Larkhill Surveyors Ltd
9 Tannery Row, Exeter EX1 1AA

Invoice 2207
Date: 31 July 2026
Bill to: Penhallow Estates Ltd
`;

describe("rows without a header that open with the next number each", () => {
  it("are not described by it where their count is printed beside it", async () => {
    const { lines } = await readTyped(`${head}
1     Boundary pegs       9.90     20 pcs     198.00
2     Marker plates       5.50     50 pcs     275.00

Total                                         473.00`);
    expect(lines.map(({ description, quantity }) => [description, quantity?.value])).toEqual([
      ["Boundary pegs", "20"],
      ["Marker plates", "50"],
    ]);
  });

  it("keep a number that goes on with none", async () => {
    const { lines } = await readTyped(`${head}
2     Boundary pegs       9.90     20 pcs     198.00
7     Marker plates       5.50     50 pcs     275.00

Total                                         473.00`);
    expect(lines.map(({ description }) => description)).toEqual(["2 Boundary pegs", "7 Marker plates"]);
  });
});
