import { figuresOf, readTyped, rowsOf } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";

describe("tables with names that say little", () => {
  it("takes what stands left of the first name for the description", async () => {
    const invoice = await readTyped(`Seilbahnen Kogler GmbH
Talweg 3, 6020 Innsbruck

Rechnung 2026-77
Datum: 02.06.2026

                                        Einheiten      Satz       Betrag
Wartung Umlenkrolle, Stunden                  6,5     84,00       546,00
Seilprüfung                                     2    310,00       620,00

Netto                                                           1.166,00
20 % USt                                                          233,20
Gesamtbetrag EUR                                                1.399,20
`);
    expect(rowsOf(invoice)).toEqual([
      ["Wartung Umlenkrolle, Stunden", "6.5", "hour", "84.00", "546.00"],
      ["Seilprüfung", "2", null, "310.00", "620.00"],
    ]);
  });

  it("takes a last name that may mean amounts for them, and no sum or foot of a page for an item", async () => {
    const invoice = await readTyped(`Northgate Parcels Ltd
Invoice NP-5502
Date: 3 July 2026

Docket    Date      Drop                   Zone    Charge
70011     01 Jun    Abbey Dental             A       9.25
70018     02 Jun    Crown Optics             B      12.00
70025     02 Jun    Abbey Dental             A       9.25
NP-5502 - page 1 of 1
Parcels                                             30.50
Fuel 10% of parcels                                  3.05

Total ex VAT                                        33.55
VAT 20%                                              6.71
Total due                                          £40.26
`);
    expect(rowsOf(invoice)).toEqual([
      ["Abbey Dental", null, null, null, "9.25"],
      ["Crown Optics", null, null, null, "12.00"],
      ["Abbey Dental", null, null, null, "9.25"],
      ["Fuel 10% of parcels", null, null, null, "3.05"],
    ]);
    expect(invoice.net?.value).toBe("33.55");
  });

  it("keeps a figure of a long description out of the count", async () => {
    const invoice = await readTyped(`Copiadoras Mora S.L.
Factura 2026/81
Fecha: 06/07/2026

Concepto                              Cant.     Precio     Importe
Alquiler equipo abril-junio           3 mes      80,00      240,00
Páginas en negro                       7420     0,0090       66,78
Complemento hasta el mínimo de 320,00                        13,22

Base imponible                                              320,00
IVA 21 %                                                     67,20
Total factura                                               387,20 €
`);
    expect(rowsOf(invoice)).toEqual([
      ["Alquiler equipo abril-junio", "3", "month", "80.00", "240.00"],
      ["Páginas en negro", "7420", "page", "0.0090", "66.78"],
      ["Complemento hasta el mínimo de 320,00", null, null, null, "13.22"],
    ]);
  });
});

describe("counts that the words of a line tell", () => {
  it("reads them under the description, with their unit", async () => {
    const invoice = await readTyped(`Karoo Pump Services (Pty) Ltd
Tax invoice KP0331
Date: 4 May 2026

Description                                       Amount
Pump technician, 11 to 13 April               R 7,650.00
17 h @ R 450.00
Submersible pump hire                         R 2,700.00
3 days at R 900.00
Call out                                        R 650.00

Excl. VAT                                    R 11,000.00
VAT 15%                                       R 1,650.00
Total due                                    R 12,650.00
`);
    expect(figuresOf(invoice)).toEqual([
      ["17", "hour", "450.00", "7650.00"],
      ["3", "day", "900.00", "2700.00"],
      [null, null, null, "650.00"],
    ]);
    expect(invoice.net?.value).toBe("11000.00");
  });

  it("reads them in brackets, and parts a count from the price that its space seems to group", async () => {
    const invoice = await readTyped(`Grafica Luna di Rossi
Fattura n. 44
Data: 25/05/2026

Modifiche ai file (2,5 x 46,00)                        115,00
Volantini (2 x 540,00)                               1.080,00
Prove colore                    4 118,00               472,00

Totale imponibile                                    1.667,00
IVA 22%                                                366,74
Totale fattura                                       2.033,74 €
`);
    expect(
      invoice.lines.map((line) => [
        line.quantity?.value ?? null,
        line.unitPrice?.value ?? null,
        line.net?.value ?? null,
      ]),
    ).toEqual([
      ["2.5", "46.00", "115.00"],
      ["2", "540.00", "1080.00"],
      ["4", "118.00", "472.00"],
    ]);
  });

  it("takes no count from words that do not make the amount", async () => {
    const invoice = await readTyped(`Fensterbau Lenz KG
Rechnung R-902
Datum: 12.05.2026

Leistung                                      Betrag
Fenster 2 x 120 cm, inkl. Montage             840,00
Rollläden, 3 Stück zu günstigem Preis         510,00

Nettobetrag                                 1.350,00
19 % MwSt.                                    256,50
Rechnungsbetrag                             1.606,50 €
`);
    expect(
      invoice.lines.map((line) => [
        line.quantity?.value ?? null,
        line.unitPrice?.value ?? null,
        line.net?.value ?? null,
      ]),
    ).toEqual([
      [null, null, "840.00"],
      [null, null, "510.00"],
    ]);
  });

  it("reads the unit behind the last comma, behind per, and first of all", async () => {
    const invoice = await readTyped(`Nettoyage Belmont Sàrl
Facture F-210
Date : 30.06.2026

Désignation                              Qté        PU      Montant
Kilomètres                               120      0,70        84,00
Vitres extérieures, par m²                45      3,20       144,00
Équipe de nuit, heures                    16     41,00       656,00
Produits                                   2     18,00        36,00

Total HT                                                     920,00
TVA 8,1 %                                                     74,52
Total TTC CHF                                                994,52
`);
    expect(invoice.lines.map((line) => line.unit?.value ?? null)).toEqual([
      "kilometre",
      "square-metre",
      "hour",
      null,
    ]);
  });
});

describe("lines without a header", () => {
  it("reads words and amounts over a sentence that tells their sum", async () => {
    const invoice = await readTyped(`Atelier Web Kerlo
12 rue du Port, 56100 Lorient

Facture AW-118 du 01/08/2026 pour Boulangerie Le Gall SARL

Maintenance du site, août 2026 : 310,00 €
Nom de domaine : 24,00 €

Soit 334,00 € hors taxes, plus 66,80 € de TVA à 20 %, ce qui fait 400,80 € toutes taxes comprises.
`);
    expect(rowsOf(invoice)).toEqual([
      ["Maintenance du site, août 2026 :", null, null, null, "310.00"],
      ["Nom de domaine :", null, null, null, "24.00"],
    ]);
    expect(invoice.gross?.value).toBe("400.80");
  });

  it("reads one item of one at a price, and no day as a part of the count beside it", async () => {
    const invoice = await readTyped(`Tonstudio Hafen
Rechnung 2026-14
Datum: 01.06.2026

Honorar Mai 2026                 1 Monat       2.400,00       2.400,00
Fahrt nach Kiel 19.05.             36 km           0,42          15,12

Netto                                                         2.415,12
zzgl. USt. 19 %                                                 458,87
Brutto EUR                                                    2.873,99
`);
    expect(figuresOf(invoice)).toEqual([
      ["1", "month", "2400.00", "2400.00"],
      ["36", "kilometre", "0.42", "15.12"],
    ]);
  });
});

describe("numbers that look like something else", () => {
  it("reads a number that is no day, and no period from the digits of a number", async () => {
    const invoice = await readTyped(`Cabinet Morel & Fils
Note d'honoraires 26-09-1440
Émise le 30/09/2026

Honoraires de conseil                              430,00

Hors taxes                                         430,00
TVA 20 %                                            86,00
Toutes taxes comprises                             516,00 €
`);
    expect(invoice.number?.value).toBe("26-09-1440");
    expect(invoice.periodStart).toBeNull();
    expect(invoice.gross?.value).toBe("516.00");
  });

  it("leaves the head of the paper above the first item, however many cells its last row has", async () => {
    const invoice = await readTyped(`Bureau Hallwyl Revision
Seestrasse 40, 5616 Meisterschwanden
Meisterschwanden, 4. Mai 2026
Rechnung 2026-318
Auftrag 88                     Arbeiten im April 2026


6.5 Std. Revision Hauptbuch                165.00   1 072.50
4.0 Std. Abstimmung Debitoren              120.00     480.00
MWST-Beratung (Pauschale)                             250.00
Auslagen, Porti                                        18.40

Zwischentotal CHF                                   1 820.90
MWST 8.1 %                                            147.49
Total CHF                                           1 968.39
`);
    expect([invoice.number?.value, invoice.issueDate?.value]).toEqual(["2026-318", "2026-05-04"]);
    expect(rowsOf(invoice)[0]).toEqual(["Revision Hauptbuch", "6.5", "hour", "165.00", "1072.50"]);
  });

  it("takes the factor with a currency for the price, however few decimals it has", async () => {
    const invoice = await readTyped(`Jonas Ebert, Tonmeister
Rechnung 2026-31
Datum: 9. Juni 2026

Mischung Hörspiel pauschal                    640,00 €
2,5 Std. Nachschnitt (je 48 €)                120,00 €
3 Sprecherplätze, je 150 €                    450,00 €

Gesamt                                      1.210,00 €
`);
    expect(rowsOf(invoice).map((row) => row.slice(1))).toEqual([
      [null, null, null, "640.00"],
      ["2.5", "hour", "48", "120.00"],
      ["3", null, "150", "450.00"],
    ]);
  });
});
