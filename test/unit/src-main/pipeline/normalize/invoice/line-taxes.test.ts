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
