import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Kestrel Works Ltd
9 Foundry Lane
Sheffield S1 2AA

Bill to: Alder Brewing plc
Invoice No: 8812
Date: 3 March 2026
`;

const rates = async (body: string): Promise<readonly (string | null)[]> =>
  (await readTyped(`${head}${body}`)).lines.map(({ taxRate }) => taxRate?.value ?? null);

describe("the tax of a line that prints none", () => {
  it("is the one that is on the whole total", async () => {
    expect(
      await rates(`
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00
Fitting                                2     26.00      52.00

Net                                                    100.00
VAT 20%                                                 20.00
Total                                                  120.00
`),
    ).toEqual(["20", "20"]);
  });

  it("is the sum of the taxes that are all on the whole total", async () => {
    expect(
      await rates(`
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00
Fitting                                2     26.00      52.00

Taxable value                                          100.00
CGST 9%                                                  9.00
SGST 9%                                                  9.00
Total                                                  118.00
`),
    ).toEqual(["18", "18"]);
  });

  it("follows the legend of its code, in a column of its own or behind the amount", async () => {
    expect(
      await rates(`
Description                          Qty     Price     Amount   VAT
Kettle valve                           4     12.00      48.00    1
Malt                                   2     26.00      52.00    2

Net                                                    100.00
1=20%  on 48.00                                          9.60
2=5%   on 52.00                                          2.60
VAT                                                     12.20
Total                                                  112.20
`),
    ).toEqual(["20", "5"]);
  });

  it("is dealt out where only one way makes what each tax is on", async () => {
    expect(
      await rates(`
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00
Malt                                   2     26.00      52.00
Hops                                   1     31.00      31.00

Net                                                    131.00
VAT 20% on 48.00                                         9.60
VAT 5% on 83.00                                          4.15
Total                                                  144.75
`),
    ).toEqual(["20", "5", "5"]);
  });

  it("stays open where two ways make it", async () => {
    expect(
      await rates(`
Description                          Qty     Price     Amount
Malt                                   2     25.00      50.00
Hops                                   1     50.00      50.00

Net                                                    100.00
VAT 20% on 50.00                                        10.00
VAT 5% on 50.00                                          2.50
Total                                                  112.50
`),
    ).toEqual([null, null]);
  });
});

describe("prices that include their tax", () => {
  it("leave each line its net amount, to the cent, where its rate is known", async () => {
    const invoice = await readTyped(`${head}
Description                                   Amount incl. GST
Rewire the pump room                                    $121.00
Callout after hours                                      $79.95

Total including GST                                     $200.95
GST 10% included in the above                            $18.27
`);
    expect(invoice.lines.map(({ net, printedAmount }) => [net?.value, printedAmount?.value])).toEqual([
      ["110.00", "121.00"],
      ["72.68", "79.95"],
    ]);
  });
});

describe("figures in a column of taxes that are no rates", () => {
  const bill = (foot: string): Promise<readonly (string | null | undefined)[]> =>
    rates(`
Description                          Qty     Price     Amount    VAT
Malt                                   2     25.00      50.00      1
Hops                                   1     40.00      40.00      2
${foot}
`);

  it("stand for the rates that a list of bases without percent signs gives them", async () => {
    expect(
      await bill(`
Code        Base      Rate      Tax
1          50.00     20.00    10.00
2          40.00      5.50     2.20

Net                                                     90.00
VAT                                                     12.20
Total                                                  102.20`),
    ).toEqual(["20.00", "5.50"]);
  });

  it("leave the one rate that the whole bill bears", async () => {
    expect(
      await bill(`
Net                                                     90.00
VAT 20%                                                 18.00
Total                                                  108.00`),
    ).toEqual(["20", "20"]);
  });
});

it("a printed rate stays what it is beside another one under the lines", async () => {
  expect(
    await rates(`
Description                          Qty     Price     Amount    VAT
Malt                                   2     25.00      50.00     20
Hops                                   1     40.00      40.00      0

Net                                                     90.00
VAT 21%                                                 18.90
Total                                                  108.90
`),
  ).toEqual(["20", "0"]);
});

describe("a column by the name of a tax that holds amounts", () => {
  it("is no rate where each makes the amount of its row of the price times the count", async () => {
    const invoice = await readTyped(`${head}
Item                            Qty    Unit $     GST $    Line total $
Fence panels                      4     90.00     36.00          396.00
Post holes                        6     25.00     15.00          165.00

Subtotal (ex GST)                                               $510.00
GST                                                              $51.00
Amount due AUD                                                  $561.00
`);
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual(["10", "10"]);
    expect(invoice.lines.map(({ taxAmount }) => taxAmount?.value)).toEqual(["36.00", "15.00"]);
    expect(invoice.lines.map(({ net }) => net?.value)).toEqual(["360.00", "150.00"]);
  });

  it("is no rate where the row prints its amount with the tax and without", async () => {
    const invoice = await readTyped(`${head}
Work                                        Net        VAT       Gross
Workshop                                 180.00      36.00      216.00
Guidelines                               245.00      49.00      294.00

Totals                                   425.00      85.00      510.00
`);
    expect(invoice.lines.map(({ taxRate }) => taxRate?.value ?? null)).toEqual(["20", "20"]);
    expect(invoice.lines.map(({ taxAmount }) => taxAmount?.value)).toEqual(["36.00", "49.00"]);
  });

  it("stays a column of rates where the figures are none of that", async () => {
    expect(
      await rates(`
Item                            Qty     Price       VAT       Amount
Fence panels                      4     90.00     20.00       360.00
Post holes                        6     25.00      5.00       150.00

Net                                                           510.00
VAT                                                            79.50
Total                                                         589.50
`),
    ).toEqual(["20.00", "5.00"]);
  });
});
