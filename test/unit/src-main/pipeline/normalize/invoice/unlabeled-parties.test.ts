import { readTyped } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";

const sums = `
Mantenimiento de caldera                 2        140,00        280,00

Base imponible                                                  280,00
IVA 21 %                                                         58,80
Total factura                                                   338,80 €
`;

describe("parties that no label names", () => {
  it("takes no words of address for a name", async () => {
    const invoice = await readTyped(`Pflasterbau Drexler OG          An die
Auweg 9, 8430 Leibnitz          Marktgemeinde Wagna
UID ATU66120984                 Marktplatz 4
                                8435 Wagna

Rechnung 26-31
Datum: 04.05.2026

Leistung                        Menge      Preis      Betrag
Randsteine setzen                  20      38,00      760,00

Netto                                                 760,00
20 % USt                                              152,00
Gesamtbetrag EUR                                      912,00
`);
    expect(invoice.buyer?.name).toBe("Marktgemeinde Wagna");
    expect(invoice.seller?.name).toBe("Pflasterbau Drexler OG");
  });

  it("begins somebody else behind an address with its tax id, and passes over who takes the letter in", async () => {
    const invoice = await readTyped(`Hausservice Binder e.U.
Mühlgasse 2, 4600 Wels
UID ATU51230047
WEG Lindenhof 12
p.A. Traun Immobilien GmbH
Ringstraße 8
4600 Wels

Rechnung 2026-41
vom 03.06.2026

Leistung                        Menge      Preis      Betrag
Stiegenhausreinigung                4      55,00      220,00

Netto                                                 220,00
20 % USt                                               44,00
Gesamtbetrag EUR                                      264,00
`);
    expect(invoice.seller?.name).toBe("Hausservice Binder e.U.");
    expect(invoice.buyer?.name).not.toContain("Traun Immobilien");
  });

  it("joins a name over the legal form that opens the next line", async () => {
    const invoice = await readTyped(`COORONG TOURS
Pty Ltd ABN 64 120 334 880
9 Main St, Meningie SA 5264

Goolwa Primary School Council Inc
12 Cutting Road
Goolwa SA 5214

Tax invoice CT-118
Date: 2 March 2026

Details                         Qty       Rate      Amount
Bus with driver                   2     640.00    1,280.00

Total before GST                                  1,280.00
GST 10%                                             128.00
Total including GST AUD                           1,408.00
`);
    expect(invoice.seller?.name).toBe("COORONG TOURS Pty Ltd");
    expect(invoice.buyer?.name).toBe("Goolwa Primary School Council Inc");
  });

  it("takes the writer of a mail for who bills, and a name beside its label for who is billed", async () => {
    const invoice = await readTyped(
      `From: Magdalena Wirth-Kos <mwk@uebersetzen.example>
To: Jens Adler <adler@pumpen.example>
Date: Mon, 14 Sep 2026 10:12:00 +0200
Subject: Rechnung MWK-2026-12
Content-Type: text/plain; charset=utf-8

Sehr geehrter Herr Adler,

Rechnungsnummer  MWK-2026-12
Rechnungsdatum   14.09.2026
Kunde            Pumpenwerk Adler AG, Lange Str. 8, 49565 Bramsche

- Dolmetschen, 2 x 820,00 EUR: 1.640,00 EUR
- Reisezeit, 4,5 x 44,00 EUR: 198,00 EUR

Netto zusammen: 1.838,00 EUR
19 % Umsatzsteuer: 349,22 EUR
Bitte überweisen Sie 2.187,22 EUR bis zum 05.10.2026.

Magdalena Wirth-Kos, Lotter Weg 4, 49078 Osnabrück
`,
      "rechnung.eml",
    );
    expect(invoice.seller?.name).toBe("Magdalena Wirth-Kos");
    expect(invoice.buyer?.name).toBe("Pumpenwerk Adler AG");
    expect(invoice.net?.value).toBe("1838.00");
  });

  it("reads a house that writes its name in small letters at the top, and no sentence", async () => {
    const paper = (head: string): string => `${head}
4 Elm Row, Edinburgh EH7 4AH

For: Cairn Coffee Ltd

Bill 131
Dated 25 May 2026

Wholesale price list                             420.00
Tiles (3.5 x 48.00)                              168.00
Total (no VAT)                                  £588.00
`;
    expect((await readTyped(paper("mora kell design"))).seller?.name).toBe("mora kell design");
    expect((await readTyped(paper("please pay within 14 days of this bill"))).seller).toBeNull();
  });

  it("reads nobody where two others might be meant", async () => {
    const invoice = await readTyped(`CALDERAS PONIENTE, S.L.
Calle Mayor 4, 30001 Murcia
CIF B30112233

Factura 26/118
Fecha: 04/05/2026

Obra en Hotel Marina, S.A.
Administra Fincas Segura, S.L.
${sums}`);
    expect(["Hotel Marina, S.A.", null, undefined]).toContain(invoice.buyer?.name);
  });
});

describe("currencies that stand in words or follow from a tax number", () => {
  it("reads euros by their name and pesos by the tax number", async () => {
    const euro = await readTyped(`Tischlerei Moosmann KG
Rechnung 26-40
Datum: 02.04.2026

Leistung                        Menge      Preis       Euro
Türblatt tauschen                   2     310,00     620,00

Netto                                                620,00
20 % USt                                             124,00
Rechnungssumme                                       744,00
`);
    expect(euro.currency?.value).toBe("EUR");
    const peso = await readTyped(`Ensayos del Valle, S.C.   RFC EVA130822RT6
Factura EV 220
Fecha: 06/05/2026

Descripción                     Cant.    P. unitario      Importe
Análisis de agua                   24        $370.00    $8,880.00

Subtotal                                                $8,880.00
IVA 16 %                                                $1,420.80
Total M.N.                                             $10,300.80
`);
    expect(peso.currency?.value).toBe("MXN");
  });

  it("asks which dollars where nothing says so", async () => {
    const invoice = await readTyped(`Pine Services
Invoice 88
Date: 3 March 2026

Item                              Qty      Rate      Amount
Lawn care                           2    400.00     $800.00

Total due                                           $800.00
`);
    expect(invoice.currency?.value ?? null).toBeNull();
  });
});

describe("days and references of the head", () => {
  it("opens a line of particulars with the day of the paper", async () => {
    const invoice = await readTyped(`Studio Nordkap
Deichstr. 4, 24939 Flensburg

Rechnung 2026-1051
1. Mai 2026 · Agenturvertrag AV 2026-012 · Betreuung Mai

Monatshonorar                     1 Monat      900,00       900,00

Netto                                                       900,00
zzgl. USt. 19 %                                             171,00
Brutto EUR                                                1.071,00
`);
    expect(invoice.issueDate?.value).toBe("2026-05-01");
    expect(invoice.agreementReference?.value).toBe("AV 2026-012");
  });

  it("reads two whole days as what is billed, and no day of payment", async () => {
    const invoice = await readTyped(`Tidemark Software Inc.
Invoice TW-0411
Date: 2 March 2026
Due by 1 April 2026

Portal rebuild, time and materials, 8 December 2025 to 28 February 2026

Description               Rate       Qty      Line Total
Developer               125.00        40        5,000.00

Total before tax                                5,000.00
GST 5%                                            250.00
Amount due CAD                                  5,250.00
`);
    expect(invoice.periodStart?.value).toBe("2025-12-08");
    expect(invoice.periodEnd?.value).toBe("2026-03-01");
    const other = await readTyped(`Tidemark Software Inc.
Invoice TW-0412
Date: 2 March 2026
Prices are valid 1 January 2026 to 30 June 2026

Description               Rate       Qty      Line Total
Developer               125.00        40        5,000.00

Amount due CAD                                  5,000.00
`);
    expect(other.periodStart).toBeNull();
  });

  it("takes the writer's own sign for the matter where nothing else is named", async () => {
    const invoice = await readTyped(`Pellow Marsh LLP
3 Bridge Chambers, Totnes TQ9 5JR

Fee account 26/0688
30 June 2026
Our ref PM/3307/ow

Partner, 5 hours at £190.00                         £950.00
Mileage, 22 miles at £0.45                            £9.90

Sub-total                                           £959.90
VAT at 20%                                          £191.98
Total now due                                     £1,151.88
`);
    expect(invoice.number?.value).toBe("26/0688");
    expect(invoice.agreementReference?.value).toBe("PM/3307/ow");
  });
});

describe("bills that do not call themselves one", () => {
  it("knows a bill by the sum that is due on a day", async () => {
    const invoice = await readTyped(`From      Keystone Net LLC, 16 Market Street, Harrisburg PA 17103
To        Dauphin Dental, P.C., 22 S 2nd Street, Harrisburg PA 17101
Issued    July 1, 2026
Due       July 16, 2026
Covers    June 1 – June 30, 2026
Agreement KL-0330

Helpdesk and device care              24 @ $85.00      $2,040.00
On-site work June 16                1.75 @ $140.00       $245.00

Total due, USD                                         $2,285.00
`);
    expect(invoice.kind).toBe("invoice");
    expect(invoice.seller?.name).toBe("Keystone Net LLC");
    expect(invoice.buyer?.name).toBe("Dauphin Dental, P.C.");
    expect(invoice.dueDate?.value).toBe("2026-07-16");
    expect(invoice.periodStart?.value).toBe("2026-06-01");
    expect(invoice.gross?.value).toBe("2285.00");
  });
});

describe("sums of deposits and of papers without tax", () => {
  it("takes the sum that is asked for as a deposit for the whole, and its only item for the net", async () => {
    const invoice = await readTyped(`Zimmerei Oberhofer GmbH, Dorf 3, 6874 Bizau, UID ATU44120955

Hotel Krone Betriebs GmbH
Platz 1
6870 Bezau

Bizau, 11. Februar 2026
Anzahlungsrechnung 26-0039

40 % der Auftragssumme von 20.000,00 Euro laut AB 260044      8.000,00
20 % USt.                                                     1.600,00
Anzahlung                                                     9.600,00

Zahlbar bis 4. März 2026.
`);
    expect(invoice.net?.value).toBe("8000.00");
    expect(invoice.tax?.value).toBe("1600.00");
    expect(invoice.gross?.value).toBe("9600.00");
    expect(invoice.prepaid).toBeNull();
  });

  it("takes one sum without tax for net and gross, and a charge on a value for no tax", async () => {
    const bill = await readTyped(`Isla Reid Design Ltd
Bill 117
Dated 27 January 2026

For: Cairn Coffee Ltd

Payment on signing                             1,500.00
Total (no VAT)                                £1,500.00
`);
    expect(bill.net?.value).toBe("1500.00");
    expect(bill.gross?.value).toBe("1500.00");
    const freight = await readTyped(`Transportes Serra Ltda.
Fatura nº 4418
Emissão: 17/04/2026

Serviço                        Qtd.      Preço        Total
Frete Ribeirão                    2     800,00     1.600,00
Coleta                            5      45,00       225,00
Ad valorem 0,30% sobre 77.950,00                     233,85
Total da fatura                                   R$ 2.058,85
`);
    expect(freight.tax).toBeNull();
    expect(freight.gross?.value).toBe("2058.85");
  });
});
