import { describe, expect, it } from "vitest";
import { readRows } from "../../../../../builders/typed-invoice.ts";

describe("rows without a header that open with the next number each", () => {
  it("are not described by it where their count is printed beside it", async () => {
    const { lines } = await readRows(`1     Boundary pegs       9.90     20 pcs     198.00
2     Marker plates       5.50     50 pcs     275.00

Total                                         473.00`);
    expect(lines.map(({ description, quantity }) => [description, quantity?.value])).toEqual([
      ["Boundary pegs", "20"],
      ["Marker plates", "50"],
    ]);
  });

  it("keep a number that goes on with none", async () => {
    const { lines } = await readRows(`2     Boundary pegs       9.90     20 pcs     198.00
7     Marker plates       5.50     50 pcs     275.00

Total                                         473.00`);
    expect(lines.map(({ description }) => description)).toEqual(["2 Boundary pegs", "7 Marker plates"]);
  });
});
