import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

describe("sums with something else beside their names", () => {
  it("takes the digits of an id in brackets for no base of the tax", async () => {
    const invoice = await readTyped(`Gravel Pit Haulage Ltd
12 Pit Road, Guelph ON N1H 6J2

Invoice No: 771
Date: 2026-03-04

Description                     Qty      Price       Amount
Clear stone, delivered           10      50.00       500.00

Subtotal                                             500.00
GST 5% (81422 7718 RT0001)                            25.00
QST 9.975%                                            49.88
Total CAD                                            574.88
`);
    expect([invoice.tax?.value, invoice.gross?.value]).toEqual(["74.88", "574.88"]);
  });

  it("reads no phrase over the bracket of an aside", async () => {
    const invoice = await readTyped(`Praktijk Wilg
Singel 4, 3311 PK Dordrecht

Factuurnummer: 26-19
Factuurdatum: 30-09-2026

Omschrijving                    Uren     Tarief      Bedrag
Gesprek                            3     110,00      330,00
Verslag                            2      85,00      170,00

Totaal (btw-vrijgesteld)                             500,00
`);
    expect([invoice.gross?.value, invoice.lines.length]).toEqual(["500.00", 2]);
    expect(invoice.tax?.value ?? "0.00").toBe("0.00");
  });

  it("ends the items above names of sums with rates, though rates stand where counts and prices do", async () => {
    const invoice = await readTyped(`Autohaus Kranz e. K.
Ringstr. 9, 06112 Halle

Rechnung Nr. 6177
Datum: 17.09.2026

Pos   Beschreibung           Menge     Preis      %      Betrag
1     Inspektion              2,00    118,00     19      236,00
2     Gebühr, durchlaufend    1,00    152,00      0      152,00

steuerfrei      netto 19 %      MwSt 19 %       Endbetrag EUR
152,00          236,00          44,84           432,84
`);
    expect(invoice.lines).toHaveLength(2);
    expect([invoice.tax?.value, invoice.gross?.value]).toEqual(["44.84", "432.84"]);
  });

  it("takes what a bare word for reference announces for the number where no other is printed", async () => {
    const invoice = await readTyped(`Ledger Software Limited
40 Corn Street, Bristol BS1 1HQ

VAT invoice

Reference            Issued
LDG-118830           3 October 2026

Description                     Qty      Price       Amount
Plan, monthly                    2       50.00       100.00

Subtotal                                             100.00
VAT 20%                                               20.00
Total                                                120.00
`);
    expect(invoice.number?.value).toBe("LDG-118830");
    expect(invoice.number?.confidence).toBeLessThan(0.95);
    expect(invoice.buyerReference).toBeNull();
  });
});
