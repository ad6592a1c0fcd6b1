import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const head = (title: string): string => `Gumtree Gardens Pty Ltd
ABN 51 824 753 556
8 Creek Road
Nambour QLD 4560

Bill to: Coast Holiday Units Pty Ltd, 2 Bay Street, Noosa QLD 4567
${title} 118
Date: 4 May 2026
`;

describe("rates of lines that no percentage tells", () => {
  it("follow from the only tax of a paper whose prices include it", async () => {
    const invoice = await readTyped(`${head("Tax Invoice")}
Item                        Quantity   Price (inc GST)   Total (inc GST)
Monthly mowing                     1            660.00            660.00
Hedge trimming                     1            330.00            330.00

Total inc GST                                                    990.00
Includes GST of                                                   90.00
Amount due AUD                                                   990.00
`);
    expect(invoice.lines.map(({ net, taxRate }) => [net?.value, taxRate?.value])).toEqual([
      ["600.00", "10"],
      ["300.00", "10"],
    ]);
  });

  it("stay open where the tax is on a part of the paper only", async () => {
    const invoice = await readTyped(`${head("Tax Invoice")}
Item                        Quantity   Price (inc GST)   Total (inc GST)
Monthly mowing                     1            660.00            660.00
Council permit                     1            330.00            330.00

Total inc GST                                                    990.00
Includes GST of                                                   60.00
Amount due AUD                                                   990.00
`);
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual([null, null]);
  });

  it("follow from the taxes in the rows, where these are all of the tax of the paper", async () => {
    const invoice = await readTyped(`${head("Tax Invoice")}
Item                     Qty      Unit $       GST $     Line total $
Tree removal               1    1,400.00      140.00         1,540.00
Council permit             1       85.00        0.00            85.00

Subtotal (ex GST)                                            1,485.00
GST                                                            140.00
Amount due AUD                                               1,625.00
`);
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual(["10", "0"]);
  });
});

describe("rates of one tax under each other", () => {
  it("are taxes each, though only the first row names the tax", async () => {
    const invoice = await readTyped(`Harrow Tree Care Ltd
Mill Lane, Ludlow SY8 1QT
VAT No. 655 8810 02

Bill to: Teme Estates Ltd, 9 Quay Street, Ludlow SY8 2BB
Invoice No. 931
Date: 3 May 2026

Description                 Qty      Price      VAT       Amount
Stump grinding                4     100.00        S       400.00
Logs, seasoned                2      50.00        R       100.00

Goods and services                                        500.00
VAT: S = 20%                                               80.00
R = 5%                                                      5.00
TOTAL GBP                                                 585.00
`);
    expect([invoice.net?.value, invoice.tax?.value, invoice.gross?.value]).toEqual([
      "500.00",
      "85.00",
      "585.00",
    ]);
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value)).toEqual(["20", "5"]);
  });
});
