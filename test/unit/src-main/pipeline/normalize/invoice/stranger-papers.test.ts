import { readTyped } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const rows = (invoice: Invoice): unknown =>
  invoice.lines.map((line) => [
    line.description,
    line.quantity?.value ?? null,
    line.unitPrice?.value ?? null,
    line.net?.value ?? null,
  ]);

describe("parties that nothing names", () => {
  it("takes the second of two addresses for the one who is billed, small particles and all", async () => {
    const invoice = await readTyped(`de Wit Dakwerken
Havenstraat 11
3417 AB Montfoort

Gebroeders Terpstra
Lindelaan 4
3442 GH Woerden

Factuur 26-114
Datum: 14-09-2026

Omschrijving                      Aantal     Prijs     Bedrag
Dakgoot vervangen                    12      38,00     456,00

Totaal excl. btw                                       456,00
21% btw                                                 95,76
Te betalen                                             551,76
`);
    expect(invoice.seller?.name).toBe("de Wit Dakwerken");
    expect(invoice.buyer?.name).toBe("Gebroeders Terpstra");
  });

  it("takes an address without a tax id beside a letterhead with one for the addressee, under a title too", async () => {
    const invoice = await readTyped(`TAX INVOICE                                Brolga Crane Hire Pty Ltd
Marlow Homes Pty Ltd                       ABN 16 612 345 786
Level 2, 9 Acacia Street                   4 Depot Road, Altona VIC 3018
Sunshine VIC 3020                          Invoice No: BC-771
                                           Date: 1 June 2026

Details                              Qty      Rate      Amount (ex GST)
20 t crane with operator               6    190.00          1,140.00

Total ex GST                                               $1,140.00
GST 10%                                                      $114.00
Total inc GST                                              $1,254.00
`);
    expect(invoice.seller?.name).toBe("Brolga Crane Hire Pty Ltd");
    expect(invoice.buyer?.name).toBe("Marlow Homes Pty Ltd");
    expect(rows(invoice)).toEqual([["20 t crane with operator", "6", "190.00", "1140.00"]]);
  });

  it("looks behind a trading name for the company", async () => {
    const invoice = await readTyped(`Invoice No: 88
Date: 3 March 2026

From: trading name of Pinewood Media LLC       Bill to: Acorn Stores Inc.

Video edit            2        400.00       800.00
Total due                                  $800.00
`);
    expect(invoice.seller?.name).toBe("Pinewood Media LLC");
    expect(invoice.buyer?.name).toBe("Acorn Stores Inc.");
  });
});

describe("numbers, dates and references in other words", () => {
  it("reads labels in two languages at once", async () => {
    const invoice = await readTyped(`Imprimerie Vandamme bv  -  Nijverheidsstraat 3  -  9300 Aalst

Factuur / Facture     Datum / Date     Vervaldag / Échéance
VF26/2207             18/06/2026       18/07/2026

Omschrijving / Description      Aantal / Quantité    Prijs / Prix    Totaal / Total
Affiches A2                                   500            0,86            430,00

Totaal excl. / Total HTVA                                       430,00 EUR
BTW / TVA 21%                                                    90,30 EUR
Te betalen / À payer                                            520,30 EUR
`);
    expect(invoice.number?.value).toBe("VF26/2207");
    expect(invoice.issueDate?.value).toBe("2026-06-18");
    expect(invoice.dueDate?.value).toBe("2026-07-18");
  });

  it("takes a bare sign for the number, an offer in a sentence for the agreement, a day in a sentence for the due date", async () => {
    const invoice = await readTyped(`Malerbetrieb Sander e.K.
Am Hang 2
48155 Münster

Rechnung

Nr.            Datum           Kunde
R-0588         07.10.2026      Kasten Immobilien GmbH

Treppenhaus, gemäß unserem Angebot AG-26-0417 vom 14.08.2026

Leistung                     Menge      Preis       Gesamt
Wände streichen             100,00       9,80       980,00

Nettobetrag                                         980,00
19 % MwSt.                                          186,20
Rechnungsbetrag                                   1.166,20 €

Bitte überweisen Sie den Betrag bis zum 21.10.2026 auf unser Konto.
`);
    expect(invoice.number?.value).toBe("R-0588");
    expect(invoice.agreementReference?.value).toBe("AG-26-0417");
    expect(invoice.dueDate?.value).toBe("2026-10-21");
  });

  it("knows a fee note by the number in its title", async () => {
    const bytes = new TextEncoder().encode(`Studio Legale Benedetti
Via Garibaldi 21
37121 Verona

Parcella n. 34/2026 del 30.09.2026

Assistenza stragiudiziale                       2.400,00
Imponibile                                      2.400,00
IVA 22%                                           528,00
Netto a pagare                                  2.928,00
`);
    const read = normalizeDocument(
      await readBytes("paper.txt", bytes),
      importedFile("paper.txt", bytes),
      context,
    );
    expect(read.kind).toBe("invoice");
    expect(read.invoices[0]?.number?.value).toBe("34/2026");
    expect(read.invoices[0]?.issueDate?.value).toBe("2026-09-30");
  });
});

describe("lines in other shapes", () => {
  it("names figures by the heading over them, and reads sums in one run", () => {
    const paper = new Paper(595, 842);
    ["Cloverfield Systems Ltd", "Invoice number: CL-5519", "Invoice date: 31/08/2026"].forEach((text, at) =>
      paper.set(text, 40, 60 + at * 14, { size: 10 }),
    );
    const row = (y: number, cells: readonly string[], bold: boolean): void =>
      cells.forEach((text, at) => paper.set(text, 40 + at * 180, y, { size: 10, bold }));
    row(160, ["Hours", "Rate", "Total"], true);
    row(178, ["Workstation support, August"], true);
    row(194, ["11.25", "€72.00", "€810.00"], false);
    row(212, ["Firewall replacement"], true);
    row(228, ["6.00", "€85.00", "€510.00"], false);
    paper.set("Net €1,320.00 VAT 23% €303.60 Total €1,623.60", 40, 270, { size: 10 });
    const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
    expect(rows(invoice!)).toEqual([
      ["Workstation support, August", "11.25", "72.00", "810.00"],
      ["Firewall replacement", "6.00", "85.00", "510.00"],
    ]);
    expect(invoice?.net?.value).toBe("1320.00");
    expect(invoice?.tax?.value).toBe("303.60");
    expect(invoice?.gross?.value).toBe("1623.60");
  });

  it("sees through dot leaders, counts before a sign, and a sum without a known name", async () => {
    const invoice = await readTyped(`FELL STREET MOTORS            VAT No 123 4567 82
Invoice: 8841
Date: 6 October 2026

Full service ................................ 189.00
2 x Front brake discs @ 48.50 ............... 97.00
1 x Pad set ................................. 39.95
Disposal of oil.............................. 5.00
                      Parts and labour       330.95
                      VAT @ 20%               66.19
                      TOTAL                 £397.14
`);
    expect(rows(invoice)).toEqual([
      ["Full service", null, null, "189.00"],
      ["Front brake discs", "2", "48.50", "97.00"],
      ["Pad set", "1", null, "39.95"],
      ["Disposal of oil", null, null, "5.00"],
    ]);
    expect(invoice.gross?.value).toBe("397.14");
  });

  it("takes money for a unit for a price, a unit for a quantity, and the base of a price from its name", async () => {
    const words = await readTyped(`Rechnung Nr. 10442
Datum: 12.10.2026

Leistung                       Wörter     CHF/Wort          CHF
Übersetzung Katalog            18'420         0.24     4'420.80
Expresszuschlag 25%                                    1'105.20

Zwischentotal                                          5'526.00
MWST 8.1%                                                447.61
Total CHF                                              5'973.61
`);
    expect(rows(words)).toEqual([
      ["Übersetzung Katalog", "18420", "0.24", "4420.80"],
      ["Expresszuschlag 25%", null, null, "1105.20"],
    ]);
    expect(words.lines[0]?.unit?.value).toBe("word");
    const screws = await readTyped(`TAX INVOICE GF-20881
Date: 19 Oct 2026

Code      Item                      Qty     Price per 100     Amount (ex GST)
TS1250    Roof screws              1500             18.40              276.00
WS14      Neo washers               400              4.25               17.00

Subtotal                                                              $293.00
GST 10%                                                                $29.30
Total                                                                 $322.30
`);
    expect(screws.lines.map((line) => [line.priceBase?.value, line.net?.value])).toEqual([
      ["100", "276.00"],
      ["100", "17.00"],
    ]);
  });

  it("leaves the sum of a section out of the sums of the paper", async () => {
    const invoice = await readTyped(`Rechnung Nr. 588
Datum: 07.10.2026

Pos.  Bezeichnung                    Menge      Preis       Gesamt
1.1   Wände streichen               100,00       9,80       980,00
2.1   Türen lackieren                12,00      46,00       552,00
      Zwischensumme Titel 1 und 2                         1.532,00
      3 % Nachlass auf Titel 1 und 2                        -45,96
3.1   Stunden Facharbeiter            9,50      54,50       517,75

Nettobetrag                                               2.003,79
19 % MwSt.                                                  380,72
Rechnungsbetrag                                           2.384,51 €
`);
    expect(invoice.subtotal).toBeNull();
    expect(invoice.net?.value).toBe("2003.79");
  });
});
