import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

describe("papers of the north and of Poland", () => {
  it("reads a Swedish bill by its labels, its giro and the foot", async () => {
    const invoice = await readTyped(`Björkens Måleri AB                       Faktura

                                         Fakturanr: 70118
                                         Fakturadatum: 2026-06-12
                                         Förfallodatum: 2026-07-12
                                         Ert ordernr: 5521

Faktureringsadress
Bostadsföreningen Lärkan
Box 41
411 03 Göteborg

Benämning              Antal   Enhet    Á-pris    Moms      Belopp
Målning trapphus          16   tim      620,00     25 %    9 920,00
Färg och material          1   st     1 480,00     25 %    1 480,00

                                          Exkl. moms      11 400,00
                                          Moms 25 %        2 850,00
                                          Att betala SEK  14 250,00

Björkens Måleri AB, Vågen 3, 416 70 Göteborg    Org.nr 556702-1187    Bankgiro 5810-2237
`);
    expect([invoice.number?.value, invoice.dueDate?.value, invoice.orderReference?.value]).toEqual([
      "70118",
      "2026-07-12",
      "5521",
    ]);
    expect([invoice.seller?.name, invoice.buyer?.name]).toEqual([
      "Björkens Måleri AB",
      "Bostadsföreningen Lärkan",
    ]);
    expect([invoice.net?.value, invoice.tax?.value, invoice.gross?.value]).toEqual([
      "11400.00",
      "2850.00",
      "14250.00",
    ]);
    expect(invoice.lines.map(({ quantity, unit }) => [quantity?.value, unit?.value])).toEqual([
      ["16", "hour"],
      ["1", "piece"],
    ]);
  });

  it("reads a Danish bill whose labels stand over no English or German word", async () => {
    const invoice = await readTyped(`Kystens Vinduesservice ApS
Strandvej 2, 9900 Frederikshavn
CVR-nr. 30117726

Nordhavn Kontorhus A/S
Kajen 14
9900 Frederikshavn

FAKTURA

Fakturanr.:    F-118            Rekvisition:   K-77
Dato:          31-05-2026       Forfald:       14-06-2026

Beskrivelse                  Antal   Enhed    Stk. pris       Beløb
Polering af facade               2   stk       1.250,00    2.500,00

                                     Subtotal               2.500,00
                                     Moms 25 %                625,00
                                     Total DKK              3.125,00
`);
    expect([invoice.issueDate?.value, invoice.dueDate?.value]).toEqual(["2026-05-31", "2026-06-14"]);
    expect([invoice.number?.value, invoice.orderReference?.value]).toEqual(["F-118", "K-77"]);
    expect([invoice.tax?.value, invoice.gross?.value]).toEqual(["625.00", "3125.00"]);
    expect(invoice.seller?.taxId).toBe("30117726");
  });

  it("tells who sells and who buys on a Polish bill", async () => {
    const invoice = await readTyped(`Faktura nr 7/05/2026

Data wystawienia: 2026-05-29
Data sprzedaży: 2026-05-27
Termin płatności: 2026-06-12

Sprzedawca                            Nabywca
Zielony Dach Sp. z o.o.               Osiedle Brzozowe S.A.
ul. Klonowa 8                         ul. Leśna 12
30-001 Kraków                         31-442 Kraków

Lp.  Nazwa usługi          Ilość   J.m.   Cena netto   Wartość netto
1    Koszenie trawników        4   szt.       350,00        1 400,00

                                 Razem netto               1 400,00
                                 VAT 23%                     322,00
                                 Do zapłaty PLN            1 722,00
`);
    expect([invoice.seller?.name, invoice.buyer?.name]).toEqual([
      "Zielony Dach Sp. z o.o.",
      "Osiedle Brzozowe S.A.",
    ]);
    expect([invoice.issueDate?.value, invoice.dueDate?.value]).toEqual(["2026-05-29", "2026-06-12"]);
    expect([invoice.net?.value, invoice.gross?.value ?? invoice.payable?.value]).toEqual([
      "1400.00",
      "1722.00",
    ]);
  });
});
