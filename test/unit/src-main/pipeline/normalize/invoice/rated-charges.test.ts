import { expect, test } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const sumsOf = async (row: string): Promise<readonly unknown[]> => {
  const { charges, net, tax, gross } = await readTyped(`Three Rivers Haulage Ltd
900 Neville Road, Leeds LS1 4AB

Invoice 551
Date: 1 July 2026

To: Allegheny Print Works Ltd

Service              Qty     Rate     Amount
Large bin, emptied     2   148.00     296.00
Small bin, emptied     1    72.00      72.00
Extra emptying         2    65.00     130.00

Subtotal                              498.00
${row}
Total due                             527.88
`);
  return [charges, net, tax, gross].map((sum) => sum?.value ?? null);
};

test.each(["Fuel surcharge 6%     ", "Energy surcharge (6%) ", "Service charge at 6%  "])(
  "what is put on at a rate and says what it is, is no tax: %s",
  async (words) => {
    expect(await sumsOf(`${words}                29.88`)).toEqual(["29.88", "527.88", null, "527.88"]);
  },
);

test("a tax with its rate stays one", async () => {
  expect(await sumsOf("VAT 6%                                 29.88")).toEqual([
    null,
    "498.00",
    "29.88",
    "527.88",
  ]);
});
