import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const paper = (table: string): string => `Harrow Press Ltd
Invoice 4471
Date: 9 June 2026
To: Quillon Bakery Ltd

${table}`;

const countsOf = async (table: string): Promise<readonly unknown[]> =>
  (await readTyped(paper(table))).lines.map(({ quantity, unit, unitPrice, priceBase }) => [
    quantity?.value ?? null,
    unit?.value ?? null,
    unitPrice?.value ?? null,
    priceBase?.value ?? null,
  ]);

describe("counts in hundreds and thousands", () => {
  it("are a unit where they make the amount without the base that their column names", async () => {
    expect(
      await countsOf(`Description             Qty (1,000)    Price      Amount
Bag labels 60 mm                 24    31.50      756.00
Cake boards, printed              6    82.00      492.00
Courier                           1    22.00       22.00

Total                                           1,270.00
`),
    ).toEqual([
      ["24", "1000 each", "31.50", null],
      ["6", "1000 each", "82.00", null],
      ["1", null, "22.00", null],
    ]);
  });

  it("stay a price base where both make the amount", async () => {
    expect(
      await countsOf(`Description             Qty    Price per 1,000      Amount
Bag labels 60 mm     24,000              31.50      756.00
Cake boards, printed  6,000              82.00      492.00

Total                                             1,248.00
`),
    ).toEqual([
      ["24000", null, "31.50", "1000"],
      ["6000", null, "82.00", "1000"],
    ]);
  });

  it("are told by the words of a line", async () => {
    expect(
      await countsOf(`Description                          Qty    Price      Amount
Till rolls (thousands)                 4    18.20       72.80
Order lookups, May 2026 (51,000)      51     0.90       45.90
Paper bags, kraft                    300     0.11       33.00

Total                                                  151.70
`),
    ).toEqual([
      ["4", "1000 each", "18.20", null],
      ["51", "1000 each", "0.90", null],
      ["300", null, "0.11", null],
    ]);
  });
});
