import { describe, expect, it } from "vitest";
import { netsOf, readTyped, rowsOf, totalsOf } from "../../../../../builders/typed-invoice.ts";

/** An invoice of a store of boxes with a table of its own. */
const readArchived = (table: string): ReturnType<typeof readTyped> =>
  readTyped(`Kestrel Archive Services Ltd
Invoice 88-41
Date: 3 June 2026
To: Ashdown Registry

${table}`);

describe("a column of the tax on another one", () => {
  it("is the tax by its sum, though no row of sums has a name", async () => {
    const invoice = await readTyped(`Tussock Crane Hire Ltd
Tax Invoice 5518
Date: 12 May 2026
To: Pauatahi Builders Ltd

Day          Docket                     Hrs     Rate ex GST     Ex GST       GST
4/5/26       Crane 25t, roof trusses    6.5          180.00   1,170.00    175.50
5/5/26       Crane 25t, wall panels       8          180.00   1,440.00    216.00
7/5/26       Dogman                       8           62.00     496.00     74.40
All days                                                      3,106.00    465.90

                            Please pay, GST included   $ 3,571.90
`);
    expect(rowsOf(invoice).map(([, quantity, , price, net]) => [quantity, price, net])).toEqual([
      ["6.5", "180.00", "1170.00"],
      ["8", "180.00", "1440.00"],
      ["8", "62.00", "496.00"],
    ]);
    expect([invoice.net?.value, invoice.tax?.value, invoice.payable?.value]).toEqual([
      "3106.00",
      "465.90",
      "3571.90",
    ]);
  });

  it("bills nothing beside the columns without and with it", async () => {
    const invoice = await readArchived(`Service                        Excl VAT        VAT      Incl VAT
Boxes collected                  240.00      48.00        288.00
Storage, second quarter        1,310.00     262.00      1,572.00
Certified shredding               95.00      19.00        114.00
Everything                     1,645.00     329.00      1,974.00
Pay within 14 days
`);
    expect(netsOf(invoice)).toEqual([
      ["Boxes collected", "240.00"],
      ["Storage, second quarter", "1310.00"],
      ["Certified shredding", "95.00"],
    ]);
    expect(totalsOf(invoice)).toEqual(["1645.00", "329.00", "1974.00"]);
  });

  it("makes a row a sum of its own, and no two items", async () => {
    const invoice =
      await readArchived(`Service                    Qty    Price        Net       VAT       Gross
Boxes collected             12    20.00     240.00     48.00      288.00
Storage, second quarter                   1,310.00    262.00    1,572.00
Certified shredding          5    19.00      95.00     19.00      114.00
Total                                     1,645.00    329.00    1,974.00
`);
    expect(rowsOf(invoice).map(([, quantity, , price, net]) => [quantity, price, net])).toEqual([
      ["12", "20.00", "240.00"],
      [null, null, "1310.00"],
      ["5", "19.00", "95.00"],
    ]);
    expect(totalsOf(invoice)).toEqual(["1645.00", "329.00", "1974.00"]);
  });

  it("is none where what it makes with the other one is printed nowhere", async () => {
    const invoice = await readTyped(`Lowfield Plant Ltd
Invoice 417
Date: 3 June 2026
To: Marsh Lane Estates

Plant                Weeks      Rate      Charge      VAT code
Mixer                    2     55.00      110.00          1.00
Dumper                   3    240.00      720.00          2.00
Charges                                   830.00
`);
    expect(netsOf(invoice)).toEqual([
      ["Mixer", "110.00"],
      ["Dumper", "720.00"],
    ]);
    expect(invoice.tax?.value ?? null).toBeNull();
  });
});
