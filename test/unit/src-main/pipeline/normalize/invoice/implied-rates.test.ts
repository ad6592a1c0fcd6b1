import { describe, expect, it } from "vitest";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";
import { context } from "../../../../../builders/read-bytes.ts";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Gumtree Gardens Pty Ltd
ABN 51 824 753 556
8 Creek Road
Nambour QLD 4560

Bill to: Coast Holiday Units Pty Ltd, 2 Bay Street, Noosa QLD 4567
Tax Invoice 118
Date: 4 May 2026
`;

const british = `Harrow Tree Care Ltd
Mill Lane, Ludlow SY8 1QT
VAT No. 655 8810 02

Bill to: Teme Estates Ltd, 9 Quay Street, Ludlow SY8 2BB
Invoice No. 931
Date: 3 May 2026
`;

describe("rates of lines that no percentage tells", () => {
  const inclusive = (tax: string): string => `${head}
Item                        Quantity   Price (inc GST)   Total (inc GST)
Monthly mowing                     1            660.00            660.00
Hedge trimming                     1            330.00            330.00

Total inc GST                                                    990.00
Includes GST of                                                   ${tax}
Amount due AUD                                                   990.00
`;

  it("follow from the only tax of a paper whose prices include it", async () => {
    const invoice = await readTyped(inclusive("90.00"));
    expect(invoice.lines.map(({ net, taxRate }) => [net?.value, taxRate?.value])).toEqual([
      ["600.00", "10"],
      ["300.00", "10"],
    ]);
  });

  it("stay open where the tax is on a part of the paper only", async () => {
    const invoice = await readTyped(inclusive("60.00"));
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual([null, null]);
  });

  it.each([
    [
      "stay open where a line of a higher rate and one of none may make it",
      `Books                         1     400.00      400.00

Net                                             800.00
VAT                                              80.00
Total                                           880.00`,
      [null, null],
    ],
    [
      "are the highest of the country where the whole bears that",
      `Root grinding                 1     400.00      400.00

Net                                             800.00
VAT                                             160.00
Total                                           960.00`,
      ["20", "20"],
    ],
    [
      "stay open where something is taken off the lines",
      `Less stock kept               1    -100.00     -100.00

Net                                             300.00
VAT                                              60.00
Total                                           360.00`,
      [null, null],
    ],
  ])("%s", async (_, rows, rates) => {
    const { lines } = await readTyped(`${british}
Description                 Qty      Price      Amount
Stump grinding                1     400.00      400.00
${rows}
`);
    expect(lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual(rates);
  });

  it("are the percentage that is printed in the row above the tax", () => {
    const paper = new Paper();
    for (const [text, x, y] of [
      ["Saltbox Studio Inc.", 40, 40],
      ["Invoice 551", 40, 60],
      ["Date: 2026-06-05", 40, 74],
      ["Bill to: Tidal Bean Ltd.", 40, 100],
      ...["Description", "Workshop", "Signage"].map((one, at) => [one, 40, 320 + 16 * at] as const),
      ...["Qty", "1", "4"].map((one, at) => [one, 300, 320 + 16 * at] as const),
      ...["Price", "1,400.00", "220.00"].map((one, at) => [one, 390, 320 + 16 * at] as const),
      ...["Amount", "1,400.00", "880.00"].map((one, at) => [one, 480, 320 + 16 * at] as const),
      ["Subtotal", 390, 400],
      ["2,280.00", 480, 400],
      ["HST (14%)", 390, 420],
      ["319.20", 480, 427],
      ["#81204 5577 RT0001", 390, 434],
      ["Total", 390, 450],
      ["2,599.20", 480, 450],
    ] as const)
      paper.set(text, x, y);
    const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
    expect(invoice?.taxes.map(({ rate }) => rate)).toEqual([null]);
    expect(invoice?.lines.map(({ taxRate }) => taxRate?.value)).toEqual(["14", "14"]);
  });

  it("are that of the tax where one line is the whole paper", async () => {
    const { lines } = await readTyped(`${british}
Description                 Qty      Price      Amount
Logs, seasoned                4     100.00      400.00

Net                                             400.00
VAT                                              20.00
Total                                           420.00
`);
    expect(lines.map(({ taxRate }) => taxRate?.value)).toEqual(["5"]);
  });

  it("follow from the taxes in the rows, where these are all of the tax of the paper", async () => {
    const invoice = await readTyped(`${head}
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
    const invoice = await readTyped(`${british}
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
