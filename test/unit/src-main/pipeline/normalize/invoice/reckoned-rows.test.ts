import { describe, expect, it } from "vitest";
import { figuresOf, netsOf, readTyped, rowsOf, totalsOf } from "../../../../../builders/typed-invoice.ts";

describe("rows that add up", () => {
  it("are items under headers of their own and under none, whatever the sums between are called", async () => {
    const invoice = await readTyped(`Mill Lane Cycles Ltd
Invoice 3391
Date: 4 May 2026
Bill to: Fernhill School

WORKSHOP                           Hrs      Rate           £
Strip and rebuild hub             1.50     40.00       60.00
True both wheels                  0.75     40.00       30.00
                            Workshop in all            90.00
SPARES                             Qty      Each           £
Bearing set                          2      8.25       16.50
Brake cable                          3      4.10       12.30
                             Spares in all             28.80
Courier collection                                      9.20
Together                                              128.00
VAT 20%                                                25.60
To pay by 18 May 2026                                 153.60
`);
    expect(rowsOf(invoice)).toEqual([
      ["Strip and rebuild hub", "1.50", "hour", "40.00", "60.00"],
      ["True both wheels", "0.75", "hour", "40.00", "30.00"],
      ["Bearing set", "2", null, "8.25", "16.50"],
      ["Brake cable", "3", null, "4.10", "12.30"],
      ["Courier collection", null, null, null, "9.20"],
    ]);
    expect(totalsOf(invoice)).toEqual(["128.00", "25.60", "153.60"]);
  });

  it("give way to rows under a header that make the gross total with the tax, where some bear none", async () => {
    const invoice = await readTyped(`Dehesa Sanidad Vegetal SL
Factura 18/407
Fecha: 04/05/2026
Cliente: Cooperativa La Encina

Concepto                        Cant.    Precio     IVA    Importe
Cuota mensual de control            1    210,00    21 %     210,00
Visita de urgencia                  2     60,00    21 %     120,00
Tasa municipal pagada               1     25,00     0 %      25,00

Base imponible      IVA 21 %      No sujeto      TOTAL
330,00                 69,30          25,00      424,30 EUR
`);
    expect(netsOf(invoice)).toEqual([
      ["Cuota mensual de control", "210.00"],
      ["Visita de urgencia", "120.00"],
      ["Tasa municipal pagada", "25.00"],
    ]);
    expect([invoice.tax?.value, invoice.gross?.value]).toEqual(["69.30", "424.30"]);
  });

  it("hold what is taken off and put on between two sums, and a tax under a name that is not known", async () => {
    const invoice = await readTyped(`Hallertau Rundfunk GmbH
Rechnung 77-204
Datum: 30.06.2026
An: Gartenmarkt Pfaffenhofen

Sendeplatz                   Anzahl     Preis      Betrag
Morgenband                       12     40,00      480,00
Abendband                         5     36,00      180,00
Sendeumsatz                                        660,00
Mittlervergütung 15 %                              -99,00
Verbleiben                                         561,00
Spot-Herstellung                                   139,00
Rechnungsnetto                                     700,00
Ausgangssteuer 19 %                                133,00
Endsumme                                           833,00
Zahlbar bis 14.07.2026
`);
    expect(netsOf(invoice)).toEqual([
      ["Morgenband", "480.00"],
      ["Abendband", "180.00"],
      ["Mittlervergütung 15 %", "-99.00"],
      ["Spot-Herstellung", "139.00"],
    ]);
    expect(totalsOf(invoice)).toEqual(["700.00", "133.00", "833.00"]);
  });

  it("bill what was done this time where columns before, now and in all make each other", async () => {
    const invoice = await readTyped(`Ridgeway Masonry Inc.
Invoice No: RM-4
Date: 04/30/2026
To: Alder Creek School District

Item                      Contract      Previous     This time     In all       To come
Foundations              50,000.00     20,000.00     10,000.00   30,000.00    20,000.00
Walls                    80,000.00          0.00     24,000.00   24,000.00    56,000.00
Chimneys                 12,000.00     12,000.00          0.00   12,000.00         0.00
All work                142,000.00     32,000.00     34,000.00   66,000.00    76,000.00

Payment due: $34,000.00
Net 30 days
`);
    expect(rowsOf(invoice)).toEqual([
      ["Foundations", null, null, null, "10000.00"],
      ["Walls", null, null, null, "24000.00"],
    ]);
  });

  it("are no items where the last of them may be the tax of the others", async () => {
    const invoice = await readTyped(`Brunnenbau Kessler
Rechnung 2026-71
Datum: 02.02.2026

Leistung                     Menge     Preis      Betrag
Bohrung                         40     25,00    1.000,00

Netto                                           1.000,00
zuzüglich 19 %
                                                  190,00
Gesamt                                          1.190,00
`);
    expect(rowsOf(invoice)).toEqual([["Bohrung", "40", null, "25.00", "1000.00"]]);
  });

  it("are all items where one is as large as those above it and the total holds it", async () => {
    const invoice = await readTyped(`Norr Glazing Ltd
Invoice 4473
Date: 4 May 2026
To: Fernhill School

Item                                                   Amount
Hall panes                                             100.00
Stair panes                                            150.00
Fitting                                                 70.00
Scaffold                                               320.00
Removal                                                 30.00
Total                                                  670.00
`);
    expect(netsOf(invoice)).toEqual([
      ["Hall panes", "100.00"],
      ["Stair panes", "150.00"],
      ["Fitting", "70.00"],
      ["Scaffold", "320.00"],
      ["Removal", "30.00"],
    ]);
    expect(invoice.gross?.value).toBe("670.00");
  });

  it("read hundredths of the currency as such", async () => {
    const invoice = await readTyped(`Talwerke GmbH
Rechnung 88120
Datum: 09.07.2026

Preisbestandteil          Menge            Preis              Betrag
Arbeitspreis              1.200 kWh        31,50 ct/kWh       378,00
Grundpreis                3 Monate         12,00 €/Monat       36,00
Summe netto                                                   414,00
19 % Umsatzsteuer                                              78,66
Rechnungsbetrag                                               492,66
`);
    expect(rowsOf(invoice)).toEqual([
      ["Arbeitspreis", "1200", "kilowatt-hour", "0.3150", "378.00"],
      ["Grundpreis", "3", "month", "12.00", "36.00"],
    ]);
  });

  it("make a bill of a paper that names its job card", async () => {
    const invoice = await readTyped(`Station Road Motors Ltd
Quay Street, Falmouth TR11 3XX
VAT no. 284 6613 09

Customer                        Invoice     Date
Harbour Taxis Ltd               S8814       11/03/2026
Van LK19 TVM, mileage 71,204, job card 8814

LABOUR                                  Hrs       Rate           £
Replace clutch                         3.50      60.00      210.00
PARTS                                   Qty       Each           £
Clutch kit                                1     145.00      145.00
Gear oil                                  2      12.50       25.00
Sub total                                                   380.00
VAT 20%                                                      76.00
Total                                                       456.00
`);
    expect([invoice.number?.value, invoice.gross?.value, invoice.lines.length]).toEqual([
      "S8814",
      "456.00",
      3,
    ]);
  });

  it("say nothing of an amount to pay that differs from the total they prove", async () => {
    const invoice = await readTyped(`Ridgeway Masonry Inc.
Invoice No: RM-9
Date: 04/30/2026

Description                 Qty       Rate        Amount
Lay block                    10     100.00      1,000.00
Point joints                  5      80.00        400.00
Total                                           1,400.00
Amount due                                      1,277.00
`);
    expect(invoice.gross?.value).toBe("1400.00");
    expect(invoice.payable?.confidence ?? 0).toBeLessThan(0.95);
  });

  it("take the rate of each person from where the rates stand, if it makes all entries of that person", async () => {
    const invoice = await readTyped(`Hollis & Wren LLP
Invoice No. 55102
Date: April 30, 2026
To: Tidewater Shipping Corp.

Date          Atty       Description of Services            Hours       Amount
04/02/26      RWN        Review charter agreement             1.40       560.00
04/06/26      ACL        Draft notice of claim                3.10       899.00
04/09/26      RWN        Call with underwriters               0.60       240.00

TOTAL FEES                                                    5.10    $1,699.00

Robert Wren              Partner          2.00       400.00       800.00
Anna Cole                Associate        3.10       290.00       899.00

BALANCE DUE                                                          $1,699.00
`);
    expect(figuresOf(invoice)).toEqual([
      ["1.40", "hour", "400.00", "560.00"],
      ["3.10", "hour", "290.00", "899.00"],
      ["0.60", "hour", "400.00", "240.00"],
    ]);
  });

  it("print no factors where the count and price are those of the whole of which a part is billed", async () => {
    const invoice = await readTyped(`Plâtrerie Vernet SARL
Facture F26/0420
Date : 31/07/2026
Client : OPH Valdor Habitat

Désignation                    U     Qté    P.U. HT     Fait avant   Fait à ce jour    Situation HT
Dépose faux-plafond            m²    400      15,00           60 %            100 %        2.400,00
Cloison double peau            m²    300      60,00           30 %             80 %        9.000,00
Plafond suspendu               m²    400      40,00            0 %             50 %        8.000,00

Total HT                                                                                 19.400,00
TVA 20 %                                                                                  3.880,00
Total TTC                                                                                23.280,00
`);
    expect(figuresOf(invoice)).toEqual([
      [null, null, null, "2400.00"],
      [null, null, null, "9000.00"],
      [null, null, null, "8000.00"],
    ]);
  });

  it("are no items where rates of parts of them are taxes, whatever word stands before the name", async () => {
    const invoice = await readTyped(`Heizungsbau Nordtal
Rechnung 107564
Datum: 27.07.2026

Bezeichnung              Anzahl        EP     USt. %       Gesamtpreis
Wartung                       9     95,00      19 %             855,00
Schulung                     24    424,25       7 %          10.182,00
Summe netto:                                                 11.037,00
zzgl. 19 % MwSt.:                                               162,45
zzgl. 7 % MwSt.:                                                712,74
Endbetrag:                                                   11.912,19
`);
    expect(invoice.lines).toHaveLength(2);
    expect([invoice.net?.value, invoice.tax?.value]).toEqual(["11037.00", "875.19"]);
  });
});
