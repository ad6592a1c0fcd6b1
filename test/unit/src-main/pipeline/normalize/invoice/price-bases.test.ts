import { describe, expect, it } from "vitest";
import { readRows, readTyped } from "../../../../../builders/typed-invoice.ts";

describe("a price for so many", () => {
  it("has its unit in one column and its base in another", async () => {
    const { lines } = await readTyped(`Dockside Carton Co.
781 Quay St, Stockton, CA 95203

Invoice 118-55
Date: 03/10/2026

Bill to
Valley Foods, Inc.
2200 Mill Rd
Modesto, CA 95351

Description              Qty      UOM    Price    Per     Amount
Carton 12 x 14         1,800      EA     86.50    100   1,557.00
Slip sheet               500      EA      2.15      1   1,075.00
Label 4 x 6           20,000      EA     14.75   1000     295.00

Total                                                   2,927.00
`);
    expect(lines.map(({ unit, priceBase }) => [unit?.value, priceBase?.value ?? "1"])).toEqual([
      ["each", "100"],
      ["each", "1"],
      ["each", "1000"],
    ]);
  });
});

describe("a price for a thousand", () => {
  it("is one by the name of its column", async () => {
    const { lines } = await readTyped(`Druckerei Hallgarten GmbH
Bahnhofstraße 8, 65618 Selters

Rechnung 26-88
Datum: 08.05.2026

Brennerei Ostwald
Hauptstraße 3
65343 Eltville

Pos.   Artikel                      Menge    Preis je 1.000    Betrag
1      Etiketten 90 x 110 mm        5.000          84,00       420,00
2      Rückenetiketten              4.800          52,00       249,60

Netto                                                          669,60
MwSt. 19 %                                                     127,22
Gesamt                                                         796,82
`);
    expect(lines.map(({ unitPrice, priceBase }) => [unitPrice?.value, priceBase?.value])).toEqual([
      ["84.00", "1000"],
      ["52.00", "1000"],
    ]);
  });

  it("is one where only so many make the amount", async () => {
    const { lines } = await readTyped(`Fennel Media Ltd
4 Quay Road, Hull HU1 1AA

Invoice FM-90
Date: 8 May 2026

To: Orchard Cycles Ltd

Placement              Delivered     Rate     Amount
Top banner               210,500    12.00    2,526.00
Side banner               98,000     5.50      539.00
Newsletter                     1   300.00      300.00

Total                                        3,365.00
`);
    expect(lines.map(({ priceBase, net }) => [priceBase?.value, net?.value, net?.contradictions])).toEqual([
      ["1000", "2526.00", undefined],
      ["1000", "539.00", undefined],
      [undefined, "300.00", undefined],
    ]);
  });

  it.each([
    ["one row alone errs by that factor and nothing says so", "2,000    14.00      28.00", "148.00"],
    ["its own figure is the only word for a hundred", "   40      100      40.00", "160.00"],
  ])("is none where %s", async (_, figures, total) => {
    const { lines } = await readRows(`Item              Delivered     Rate     Amount
Sand, washed          ${figures}
Sieve                     3    40.00     120.00

Total                                    ${total}
`);
    expect(lines.map(({ priceBase }) => priceBase)).toEqual([null, null]);
  });

  it("is one where a single row counts what is always priced so", async () => {
    const { lines } = await readRows(`Item                     Delivered     Rate     Amount
Banner impressions         210,500    12.00   2,526.00

Total                                         2,526.00
`);
    expect(lines.map(({ priceBase }) => priceBase?.value)).toEqual(["1000"]);
  });
});
