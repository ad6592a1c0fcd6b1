import { readTyped, rowsOf } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";

describe("rows of items in other layouts", () => {
  it("reads amounts with the letter of their tax, and counts in words", async () => {
    const taxed = await readTyped(`Gulf Comfort Air, LLC
7714 Harrisburg Blvd
Houston, TX 77012

INVOICE # 3196          DATE 05/29/2026

DESCRIPTION                    QTY      RATE       AMOUNT
Journeyman labor               3.5    128.00      448.00T
Truck charge                     2     65.00      130.00T
SUBTOTAL                                           578.00
TAX (8.25%)                                         47.69
TOTAL                                              625.69
`);
    expect(rowsOf(taxed)).toEqual([
      ["Journeyman labor", "3.5", null, "128.00", "448.00"],
      ["Truck charge", "2", null, "65.00", "130.00"],
    ]);
    const worded = await readTyped(`Invoice 26/771
Supplier: Blackwater Marine Ltd

Work done                        Units          @ £      Net £
Antifoul, two coats              2 days      340.00     680.00
Lift and launch                  one         295.00     295.00
Rigging check                    three hours  65.00     195.00
Total net                                             1,170.00
VAT at 20%                                              234.00
Total payable                                        £1,404.00
`);
    expect(rowsOf(worded)).toEqual([
      ["Antifoul, two coats", "2", "day", "340.00", "680.00"],
      ["Lift and launch", "1", null, "295.00", "295.00"],
      ["Rigging check", "3", "hour", "65.00", "195.00"],
    ]);
  });

  it("reads a price for one of what its column names, and for a thousand by the unit", async () => {
    const visits = await readTyped(`Invoice No: LB/0917
Date: 30/09/2026
Supplier: Liffey Care Ltd

Service                       Visits    Per visit €      Total €
Office clean                      22          48.00     1,056.00
Window clean                       1         130.00       130.00
Net                                                     1,186.00
VAT @ 13.5%                                               160.11
Total due                                              €1,346.11
`);
    expect(rowsOf(visits)).toEqual([
      ["Office clean", "22", "visit", "48.00", "1056.00"],
      ["Window clean", "1", "visit", "130.00", "130.00"],
    ]);
    const labels = await readTyped(`VAT INVOICE
Document No: IN104477
Date: 2026/10/19

Description                 Qty      Unit        Price        Total
Wine labels               15000      per 1000   480.00     7 200.00
Cutting forme                 1      each     1 250.00     1 250.00
Sub Total (excl)                                           8 450.00
VAT 15%                                                    1 267.50
Total (incl)                                             R 9 717.50
`);
    expect(labels.lines[0]?.priceBase?.value).toBe("1000");
    expect(labels.lines[0]?.net?.value).toBe("7200.00");
  });

  it("takes a tax among the items for a tax, and a phrase that tells its figures as a whole", async () => {
    const indian = await readTyped(`TAX INVOICE
Invoice No: TM/0037
Dated: 4-May-26
GSTIN 29AAJFT2290M1ZK

Particulars                    Quantity      Rate         Amount
Java developer, April 2026        20 MD  9,500.00    1,90,000.00
QA engineer, April 2026         12.5 MD  6,200.00      77,500.00
Output CGST 9%                                         24,075.00
Output SGST 9%                                         24,075.00
Total                                               ₹ 3,15,650.00
`);
    expect(indian.lines.map((line) => line.net?.value)).toEqual(["190000.00", "77500.00"]);
    const swiss = await readTyped(`Aare Systeme AG
Bahnhofplatz 2
3011 Bern

Rechnung 2026-0915
Bern, 30. September 2026

Wartung Serverraum                              CHF 2'400.00
Techniker vor Ort, 6 Std. zu CHF 145.00         CHF 870.00
Total exkl. MWST                                CHF 3'270.00
MWST 8.1 %                                      CHF 264.87
Total inkl. MWST                                CHF 3'534.87
`);
    expect(rowsOf(swiss)).toEqual([
      ["Wartung Serverraum", null, null, null, "2400.00"],
      ["Techniker vor Ort, 6 Std. zu CHF 145.00", "6", "hour", "145.00", "870.00"],
    ]);
  });

  it("takes no step of a reckoning for an item", async () => {
    const invoice = await readTyped(`Tischlerei Moosmann GmbH & Co KG, Oberdorf 31, 6874 Bizau

Schlussrechnung 26-0128
Bizau, 4. Mai 2026

A Wirtsstube                                       14.800,00
B Theke mit Rückwand                                9.350,00
Abrechnungssumme netto                             24.150,00
20 % USt.                                           4.830,00
Abrechnungssumme brutto                            28.980,00
abzüglich Anzahlung 26-0039 brutto                −12.542,40
Schlusszahlung Euro                                16.437,60
`);
    expect(invoice.lines.map((line) => line.net?.value)).toEqual(["14800.00", "9350.00"]);
    expect(invoice.gross?.value).toBe("28980.00");
  });
});

describe("how sure a reading is", () => {
  const letter = (reference: string): string => `Malerbetrieb Sander GmbH · Am Hang 2 · 48155 Münster

Kasten Immobilien GmbH
Ring 4
48149 Münster

Rechnung R-0588 vom 07.10.2026, zahlbar bis 21.10.2026. Vielen Dank.
Wir berechnen gemäß unserem Angebot ${reference} vom 14.08.2026:

Anstrich Treppenhaus          120 m²      12,50      1.500,00
Nettobetrag                                          1.500,00 €
19 % MwSt.                                             285,00 €
Rechnungsbetrag                                      1.785,00 €
`;

  it("trusts a number that its name and its shape tell, less one that is a bare figure", async () => {
    const shaped = await readTyped(letter("AG-26-0417"));
    expect(shaped.number?.value).toBe("R-0588");
    expect(shaped.number?.confidence).toBeGreaterThan(0.8);
    expect(shaped.issueDate?.value).toBe("2026-10-07");
    expect(shaped.issueDate?.confidence).toBeGreaterThan(0.8);
    expect(shaped.agreementReference?.value).toBe("AG-26-0417");
    expect(shaped.agreementReference?.confidence).toBeGreaterThan(0.8);
    const bare = await readTyped(letter("4417"));
    expect(bare.agreementReference?.confidence ?? 0).toBeLessThan(0.8);
  });
});
