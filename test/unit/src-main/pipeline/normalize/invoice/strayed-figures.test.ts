import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const bill = (rows: string): string => `Quillane Accounting Ltd
6 Mews Lane, York YO1 7HH

Invoice 1189
Date: 2 November 2026
Bill to: Drumcarra Dairy Ltd

Person                                     Time       Rate       Amount
${rows}
`;

describe("a figure of the description that ends right before the count", () => {
  it("is no count where the one behind it multiplies out", async () => {
    const { lines } = await readTyped(
      bill(`Niamh Corless, Director, October 2026 10.00 hours   240.00    2,400.00
Joan Meade, Analyst, October         20.50 hours    95.00    1,947.50

Total                                                        4,347.50`),
    );
    expect(lines.map(({ quantity, net }) => [quantity?.value, net?.value])).toEqual([
      ["10.00", "2400.00"],
      ["20.50", "1947.50"],
    ]);
  });

  it("leaves a count alone that is wrong by itself", async () => {
    const { lines } = await readTyped(
      bill(`Niamh Corless, Director              12.00 hours   240.00    2,400.00
Joan Meade, Analyst                  20.50 hours    95.00    1,947.50

Total                                                        4,347.50`),
    );
    expect(lines.map(({ quantity }) => quantity?.value)).toEqual(["12.00", "20.50"]);
  });
});
