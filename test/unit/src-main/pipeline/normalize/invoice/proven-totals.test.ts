import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const head = `Kestrel Works Ltd
9 Foundry Lane
Sheffield S1 2AA

Bill to: Alder Brewing plc
Invoice No: 8812
Date: 3 March 2026
`;

const totals = async (body: string): Promise<readonly unknown[]> => {
  const { net, tax, gross, payable } = await readTyped(`${head}${body}`);
  return [net, tax, gross, payable].map((field) => field?.value ?? null);
};

const items = `
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00
Fitting                                2     26.00      52.00
`;

describe("totals by what they are", () => {
  it("reads the only total that a page prints, though its lines make another", async () => {
    expect(
      await totals(`${items}
Total due                                              110.00
`),
    ).toEqual(["110.00", null, "110.00", "110.00"]);
  });

  it("takes what net total and tax make for the gross one, whatever it is called", async () => {
    expect(
      await totals(`${items}
Net                                                    100.00
VAT 20%                                                 20.00
In your favor                                          120.00
`),
    ).toEqual(["100.00", "20.00", "120.00", "120.00"]);
  });

  it("takes what the lines come to for the net total, though a page calls it something of its trade", async () => {
    expect(
      await totals(`${items}
Goods ex works                                         100.00
VAT 20%                                                 20.00
Invoice total                                          120.00
`),
    ).toEqual(["100.00", "20.00", "120.00", "120.00"]);
  });

  it("reads the last row of a table of taxes by its columns, under any names", async () => {
    expect(
      await totals(`
Description                                            Amount
8 nights                                               513.60 A
8 breakfasts                                            95.20 B

All in all                                             608.80

Band        Base       Duty      Sum
A 7%        480.00     33.60     513.60
B 19%        80.00     15.20      95.20
together    560.00     48.80     608.80
`),
    ).toEqual(["560.00", "48.80", "608.80", "608.80"]);
  });

  it.each([
    ["Includes GST", "(20.00)"],
    ["GST included", "(20.00)"],
    ["Total includes VAT of", "(20.00)"],
    ["This amount includes GST of", "20.00"],
    ["Im Betrag enthaltene Umsatzsteuer", "(20.00)"],
    ["Le total comprend la TVA de", "20.00"],
    ["El total incluye IVA", "(20.00)"],
    ["waarvan btw", "(20.00)"],
  ])("reads a tax that the total holds, in brackets or in a sentence: %s %s", async (label, amount) => {
    expect(
      await totals(`${items}
Something more                         1     20.00      20.00

Total                                                  120.00
${label.padEnd(55)}${amount}
`),
    ).toEqual(["100.00", "20.00", "120.00", "120.00"]);
  });

  // 19/119 of 220.00 is 35.13; what was open before is no tax of this bill.
  it.each([
    [
      "Vierteljahresbeitrag inklusive 19 % Versicherungsteuer",
      "in diesem Beitrag enthaltene Versicherungsteuer",
      "Ausstehende Forderung",
    ],
    ["Prima trimestral con 19 % de IVA", "IVA incluido en esta prima", "Pendiente anterior"],
  ])("takes a sum that holds its tax for no tax: %s", async (whole, held, open) => {
    const row = (label: string, amount: string): string => `${label.padEnd(62)}${amount}\n`;
    const [net, tax] = await totals(
      [
        row("\nDescription", " Amount"),
        row("Liability, class 9", "80.00"),
        row("Comprehensive cover, class 4", "140.00"),
        row(whole, "220.00"),
        row(held, "(35.13)"),
        row(open, "220.00"),
        row("Amount to pay", "440.00"),
      ].join(""),
    );
    expect(["35.13", null]).toContain(tax);
    expect(["184.87", null]).toContain(net);
  });

  it("keeps the brackets of a credit", async () => {
    expect(
      await totals(`${items.replaceAll(/(\d\d\.\d\d)$/gm, "($1)")}
Net                                                   (100.00)
VAT 20%                                                (20.00)
Total                                                 (120.00)
`),
    ).toEqual(["-100.00", "-20.00", "-120.00", "-120.00"]);
  });

  it.each([
    [
      "Shipping & handling        5.00\nSales tax 9%        9.00\nTotal        114.00",
      "105.00",
      "9.00",
      "114.00",
    ],
    ["Tax 9%        9.00\nFreight        5.00\nTotal        114.00", "105.00", "9.00", "114.00"],
    [
      "Discount        -10.00\nShipping        5.00\nTax 10%        9.00\nTotal        104.00",
      "95.00",
      "9.00",
      "104.00",
    ],
    [
      "Less 10% discount        10.00\nState tax 6%        5.40\nCounty tax 1%        0.90\nTotal        96.30",
      "90.00",
      "6.30",
      "96.30",
    ],
  ])(
    "computes a net total that is not printed between subtotal, charges, tax and total: %s",
    async (rows, ...sums) => {
      const read = await totals(`${items}\nSubtotal        100.00\n${rows}\n`);
      expect(read.slice(0, 3)).toEqual(sums);
    },
  );

  it("leaves a net total open where subtotal, charges and tax do not make the total", async () => {
    const [net] = await totals(`${items}
Subtotal                                               100.00
Shipping                                                 5.00
Tax 9%                                                   9.00
Total                                                  115.00
`);
    expect(net).toBeNull();
  });

  it("takes the registration in brackets behind a tax for no base of it", async () => {
    expect(
      await totals(`${items}
Subtotal                                               100.00
GST 5% (R123456789)                                      5.00
QST 9.975% (1234567890)                                  9.98
Total CAD                                              114.98
`),
    ).toEqual(["100.00", "14.98", "114.98", "114.98"]);
  });

  it("computes what a tax leaves of the total that holds it", async () => {
    expect(
      await totals(`
Rewire the pump room                                   $121.00
Callout                                                 $79.20

Total including GST                                    $200.20
GST included                                            $18.20
`),
    ).toEqual(["182.00", "18.20", "200.20", "200.20"]);
  });

  it("takes a dash between two sums of a line for no minus", async () => {
    expect(
      await totals(`${items}
VAT 20% on 100.00: 20.00 — Total 120.00
`),
    ).toEqual(["100.00", "20.00", "120.00", "120.00"]);
  });
});

describe("totals that contradict each other", () => {
  it("are read as they are printed: tax that no total could include is added to what stands above it", async () => {
    expect(
      await totals(`${items}
Subtotal                                               100.00
VAT 20%                                                 20.00
Total                                                  100.00
`),
    ).toEqual(["100.00", "20.00", "100.00", "100.00"]);
  });

  it("keep a payment between the total and what is due, though what is due leaves it out", async () => {
    const invoice = await readTyped(`${head}${items}
Net                                                    100.00
VAT 20%                                                 20.00
Total                                                  120.00
Less payment received                                  -50.00
Amount due                                             120.00
`);
    expect([invoice.prepaid?.value, invoice.payable?.value]).toEqual(["50.00", "120.00"]);
  });
});
