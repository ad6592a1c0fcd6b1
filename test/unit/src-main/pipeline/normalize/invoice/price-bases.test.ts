import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

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
});
