import { readTyped, totalsOf } from "../../../../../builders/typed-invoice.ts";
import { describe, expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";

const parties = ({ seller, buyer }: Invoice): unknown => [seller?.name, buyer?.name];

describe("who bills and who is billed", () => {
  it("parts a name from the address behind it on the same line", async () => {
    const irish = await readTyped(`                    Shannon Window Care Ltd
          Unit 3, Raheen Business Park, Limerick, V94 F2X8
          VAT Reg. IE 3628739OH     Tel 061 555 120

Client: Casey & Nolan Solicitors, 9 Lower Mallow Street, Dublin 7      Invoice No: SW/26/114
Account: CAS-02                                                        Date: 30/09/2026

Service                             Visits     Per visit €      Total €
Windows, outside                         4          55.00        220.00

Net                                                              220.00
VAT @ 13.5%                                                       29.70
Total due                                                       €249.70
`);
    expect(parties(irish)).toEqual(["Shannon Window Care Ltd", "Casey & Nolan Solicitors"]);
    const careOf = await readTyped(`Elmvale Grounds Ltd.                              Invoice
12 County Road 9
Barrie ON L4N 9A2

To: Tollgate Plaza Holdings Inc., c/o Ann Moretti, 77 Bay Street, Barrie ON
Our number G26-19   Dated January 31, 2026   Please pay by February 21, 2026

Snow clearing                  3 × $185.00          $555.00
Before tax                                          $555.00
HST 13%                                              $72.15
To pay, CAD                                         $627.15
`);
    expect(parties(careOf)).toEqual(["Elmvale Grounds Ltd.", "Tollgate Plaza Holdings Inc."]);
    expect(careOf.number?.value).toBe("G26-19");
    expect(careOf.issueDate?.value).toBe("2026-01-31");
    expect(careOf.dueDate?.value).toBe("2026-02-21");
    expect(careOf.net?.value).toBe("555.00");
  });

  it("drops what letters put before a name, and takes two names of one label for one", async () => {
    const invoice = await readTyped(`Tungabhadra Systems Private Limited              TAX INVOICE
No. 4, Residency Road                            Invoice No: TS/26-27/31
Bengaluru 560025                                 Dated: 05-Nov-2026
GSTIN: 29AAGCK1234L1Z5

Buyer (Bill to)
M/s. Godavari Traders
44, Nehru Road, Vile Parle East
Mumbai 400057

Particulars                      Qty        Rate        Amount
Support                      10 Hrs      1,450.00     14,500.00

Taxable Value                                         14,500.00
IGST @ 18%                                             2,610.00
Total                                                 17,110.00
`);
    expect(parties(invoice)).toEqual(["Tungabhadra Systems Private Limited", "Godavari Traders"]);
  });

  it("takes a block with a bare telephone number for the one who bills, a county for no company", async () => {
    const invoice = await readTyped(`Invoice

Donal Keane Plastering              Blackwater Homes DAC
Kilmeaden                           Mill House
Co. Waterford X91 P2K7              Clonmel
086 555 1212                        Co. Tipperary E91 W6F4

Invoice no. 118       Date 3.10.2026

Work                         m²        €/m²              €
Skim and float              310       13.50       4,185.00

Total before VAT                                  4,185.00
VAT reverse charge                                    0.00
Total                                            €4,185.00
`);
    expect(parties(invoice)).toEqual(["Donal Keane Plastering", "Blackwater Homes DAC"]);
  });

  it("takes the address with a line for somebody's attention for the one who is billed, a slip for the payer's", async () => {
    const invoice =
      await readTyped(`TAX INVOICE                     Invoice Date        Ironbark Consulting Pty Ltd
                                4 Nov 2026          Suite 2, 90 Lime Ave
  Lachlan Pumps                 Invoice Number      MILDURA VIC 3500
  Attention: Glenys Hart        INV-3307
  22 Deakin Ave
  MILDURA VIC 3500
  ABN: 11 222 333 444

Description                         Quantity    Unit Price    Amount AUD
Irrigation design                      12.00        160.00      1,920.00

Subtotal                                                        1,920.00
TOTAL GST 10%                                                     192.00
TOTAL AUD                                                       2,112.00

Due Date: 18 Nov 2026

PAYMENT ADVICE

To: Ironbark Consulting Pty Ltd
    Suite 2, 90 Lime Ave
    MILDURA VIC 3500
`);
    expect(parties(invoice)).toEqual(["Ironbark Consulting Pty Ltd", "Lachlan Pumps"]);
  });

  it("takes the second of two addresses on one line for the one who is billed, a line with dots for the sender's", async () => {
    const american =
      await readTyped(`Concord Roll-Off LLC, 9 Industrial Park Dr, Concord NH 03301 · EIN 02-0611873
INVOICE CR-7742 / May 22, 2026 / please pay by June 1, 2026

Merriam & Sons Roofing Inc, 220 Route 106, Loudon NH 03307

30 yd haul charge                    2 × 595.00      $1,190.00
Days over 14                         3 × 12.00          $36.00
Amount due                                           $1,226.00
`);
    expect(parties(american)).toEqual(["Concord Roll-Off LLC", "Merriam & Sons Roofing Inc"]);
    expect(american.number?.value).toBe("CR-7742");
    const german = await readTyped(`Telefon 0341 998 123
Blitz Service GmbH · Lindenallee 4 · 04109 Leipzig
Hausverwaltung Kern
Markt 3
04103 Leipzig

Rechnung RE-26-1188 vom 02.11.2026

Glasreinigung          120 m²      2,10      252,00
Nettobetrag                                  252,00 €
19 % MwSt.                                    47,88 €
Rechnungsbetrag                              299,88 €
`);
    expect(parties(german)).toEqual(["Blitz Service GmbH", "Hausverwaltung Kern"]);
  });

  it("takes no address that a label names for the sender's line", async () => {
    const invoice = await readTyped(`INVOICE

Fenmoor Green Services Ltd
Wood Farm, Chatteris PE16 6LT

Invoice no     Date                 Payment due        Contract
3371           1 September 2026     1 October 2026     RM/GM/2025

To: Ramsey Parish Council, 4 Oilmills Road, Ramsey Mereside PE26 2UA

Mowing                       2 @ £121.54      £243.08
Hedge cutting                1 @ £350.20      £350.20
Net                                           £593.28
VAT at 20%                                    £118.66
Total payable                                 £711.94
`);
    expect(parties(invoice)).toEqual(["Fenmoor Green Services Ltd", "Ramsey Parish Council"]);
  });

  it("takes a name over a line of care for the one who is billed, and a house named by its address", async () => {
    const club = await readTyped(`Pier Kitchen Ltd · Pier Road, Kinsale · VAT IE 3520914GH

Inchydoney Rowing Club CLG
c/o Donal Hurley, Treasurer

Bill PK-2604/F dated 20 April 2026 · due 27 April 2026

Hot buffet                  94 at €42.50     €3,995.00
Net                                          €3,995.00
VAT 13.5%                                      €539.33
Total                                        €4,534.33
`);
    expect(parties(club)).toEqual(["Pier Kitchen Ltd", "Inchydoney Rowing Club CLG"]);
    expect(club.issueDate?.value).toBe("2026-04-20");
    const house = await readTyped(`Elektro Zumstein AG                        STWEG Rebhalde 7
Allmendstrasse 33, 3600 Thun               c/o Keller Verwaltungen
MWST-Nr. CHE-105.664.201 MWST              Bälliz 50
                                           3600 Thun

Rechnung 26/1894
Datum        31. August 2026

Elektroinstallateur         13 Std     112.00     1'456.00
Nettobetrag                                       1'456.00
MWST 8.1 %                                          117.94
Rechnungstotal CHF                                1'573.94
`);
    expect(parties(house)).toEqual(["Elektro Zumstein AG", "STWEG Rebhalde 7"]);
  });

  it("reads a person over a street of another language", async () => {
    const invoice = await readTyped(`Reformas Ribera e Hijos SL                       FACTURA 2026/0098
B-66778899                                       Fecha de expedición 20/10/2026
Carrer de Sants 201                              Vencimiento 19/11/2026
08028 Barcelona

Sra. Carme Vidal Soler
NIF 38765432L
Passeig de Gràcia 12, 2n 1a
08007 Barcelona

Descripción                  Cantidad      Precio      Importe
Alicatado de baño            22,40 m2       28,00       627,20

Base imponible                                          627,20
10% IVA                                                  62,72
TOTAL FACTURA                                         689,92 €
`);
    expect(parties(invoice)).toEqual(["Reformas Ribera e Hijos SL", "Sra. Carme Vidal Soler"]);
  });

  it("keeps a name that ends in a year and a legal form", async () => {
    const invoice = await readTyped(`Waimea Access Scaffolding Limited
41 Birmingham Drive, Middleton
Christchurch 8024

Tax Invoice 20388
Awatere Roofing 2014 Limited               Invoice date: 8 June 2026
PO Box 31-208                              Due: 20 July 2026
Christchurch

Description                     Qty       Price     Total (excl. GST)
Erect edge protection             1    1,850.00              1,850.00

Total excl. GST                                              1,850.00
GST 15%                                                        277.50
Amount due NZD                                              $2,127.50
`);
    expect(parties(invoice)).toEqual(["Waimea Access Scaffolding Limited", "Awatere Roofing 2014 Limited"]);
  });
});

describe("numbers, dates and periods without a place of their own", () => {
  it("reads names of columns that run together", async () => {
    const invoice = await readTyped(`Schildersbedrijf Jansma
Havenstraat 9
1781 BA Den Helder

Klant: VvE Zeezicht

Factuurnummer Factuurdatum Vervaldatum
2026-0203     11-10-2026   25-10-2026

Conform uw opdracht en onze offerte 2026-77 brengen wij in rekening:
Omschrijving            Aantal     Prijs      Bedrag
Schilder                    10     46,50      465,00
Totaal excl. btw                              465,00
btw 21%                                        97,65
Te betalen                                    562,65
`);
    expect(invoice.number?.value).toBe("2026-0203");
    expect(invoice.issueDate?.value).toBe("2026-10-11");
    expect(invoice.dueDate?.value).toBe("2026-10-25");
    expect(invoice.agreementReference?.value).toBe("2026-77");
  });

  it("takes the period of the work from a sentence, and none from one about something else", async () => {
    const paper = (sentence: string): string => `Plomberie Guivarc'h SARL
8 rue des Acacias
69003 LYON

FACTURE N° FA-044
Lyon, le 15 octobre 2026 – échéance le 14/11/2026

${sentence}

Désignation                 Qté     P.U. HT     Montant HT
Main d'œuvre                  2       52,00         104,00
Total HT                                            104,00
TVA 20 %                                             20,80
Total TTC                                           124,80
`;
    const worked = await readTyped(paper("Travaux réalisés du 8 au 10 octobre 2026 – 18 rue du Port"));
    expect([worked.periodStart?.value, worked.periodEnd?.value]).toEqual(["2026-10-08", "2026-10-11"]);
    expect(worked.issueDate?.value).toBe("2026-10-15");
    const warranted = await readTyped(paper("Travaux garantis, garantie valable octobre 2027"));
    expect(warranted.periodStart).toBeNull();
  });

  it("takes a date alone in its line, not that of an offer in a sentence", async () => {
    const invoice = await readTyped(`Banksia Electrical                                TAX INVOICE
ABN 53 004 085 616                                Invoice # 10432
                                                  14 Oct 2026

Attention
Cooinda Body Corporate
Unit 4, 18 Marine Parade
Kingscliff NSW 2487

As per our quotation Q-221 of 3 May 2026.

Item                                 Qty         Rate       Amount
Call out                         2.5 hrs      $145.00      $362.50
Subtotal                                                   $362.50
GST (10%)                                                   $36.25
Total AUD                                                  $398.75
Payment by 28 Oct 2026
`);
    expect(invoice.issueDate?.value).toBe("2026-10-14");
    expect(invoice.dueDate?.value).toBe("2026-10-28");
    expect(invoice.agreementReference?.value).toBe("Q-221");
    expect(invoice.buyer?.name).toBe("Cooinda Body Corporate");
  });

  it("takes the offer that items name for the agreement, unless they name several", async () => {
    const paper = (second: string): string => `Isabel Moreno Traducciones
C/ Mayor 15
28013 Madrid

Cliente: Bodegas Altozano, S.L.
Factura F26-031
Fecha: 2 de noviembre de 2026

Concepto                                           Importe
Traducción s/ presupuesto P-114                     760,50
${second}
Base imponible                                      865,50
IVA 21 %                                            181,76
Total                                             1.047,26
`;
    const one = await readTyped(paper("Revisión de etiquetas                               105,00"));
    expect(one.agreementReference?.value).toBe("P-114");
    const two = await readTyped(paper("Revisión s/ presupuesto P-120                       105,00"));
    expect(two.agreementReference).toBeNull();
  });

  it("reads the number of an order behind its date, and a contract by the end of a compound", async () => {
    const invoice = await readTyped(`Termoidraulica Galli
Via Roma 48
40069 Zola Predosa

Spett.le
Condominio I Tigli
Via dei Tigli, 12
40026 Imola

Fattura n. 87/2026 del 12/10/2026
Vs. ordine del 02/09/2026 n. 14/B

Descrizione                       Q.tà    Prezzo    Importo
Manodopera                       16,00     38,00     608,00
Imponibile                                           608,00
IVA 10%                                               60,80
Totale fattura                                       668,80
`);
    expect(invoice.orderReference?.value).toBe("14/B");
    const german = await readTyped(`Aare Systeme AG
Bahnhofplatz 2
3011 Bern

Rechnung 2026-0915
Bern, 30. September 2026
Wartungsvertrag WV-88

Wartung Serverraum                                CHF 2'400.00
Total exkl. MWST                                  CHF 2'400.00
MWST 8.1 %                                        CHF 194.40
Total inkl. MWST                                  CHF 2'594.40
`);
    expect(german.agreementReference?.value).toBe("WV-88");
  });
});

describe("sums in other words", () => {
  it("adds two taxes of one amount, with the rounding that makes the total whole", async () => {
    const invoice = await readTyped(`Ashlesha Facility Services
Plot 9, MIDC Bhosari, Pune - 411026
GSTIN 27AAPFA9876B1Z2

Billed To: Sahyadri Components Pvt. Ltd.
Bill No: AFS-0342
Bill Date: 31.10.2026

Description                        Qty        Rate        Amount
Security guards                    124      850.00    1,05,400.00
Housekeeping staff                  78      620.00      48,360.00
Taxable Value                                         1,53,760.00
CGST @ 9%                                               13,838.40
SGST @ 9%                                               13,838.40
Round off                                                    0.20
Invoice Total                                         1,81,437.00
`);
    expect(totalsOf(invoice)).toEqual(["153760.00", "27676.80", "181437.00"]);
  });

  it("reads a tax of nothing where it is printed, a rate before its tax, and sums by the word behind", async () => {
    const exempt = await readTyped(`Rebocos do Ave, Unipessoal Lda.
Lugar da Igreja 12, 4730-450 Vila Verde
NIF 515208991

Exmos. Senhores
Construções Lima & Serra, S.A.
Rua da Bélgica 2001, 4400-044 Vila Nova de Gaia

Fatura FT A/31
Data: 02-04-2026

Chapisco e reboco exterior       420 m²      11,80     4.956,00
Valor dos trabalhos                                    4.956,00
IVA – autoliquidação                                       0,00
Total do documento                                     4.956,00
`);
    expect([exempt.tax?.value, exempt.gross?.value]).toEqual(["0.00", "4956.00"]);
    const spanish = await readTyped(`Ingeniería Montsant, S.L.P.
NIF B61448832
Carrer de Girona 88, 08009 Barcelona

Cooperativa San Isidro, S.C.A.
Polígono La Estrella, 23640 Torredelcampo

Factura 26-108
15 de junio de 2026

Hito 2, proyecto ejecutivo                        12.420,00 €
Tasa de visado                                       486,30 €
Suma                                              12.906,30 €
21 % IVA                                           2.710,32 €
Importe líquido                                   15.616,62 €
`);
    expect([spanish.net?.value, spanish.tax?.value, spanish.gross?.value]).toEqual([
      "12906.30",
      "2710.32",
      "15616.62",
    ]);
    expect(spanish.lines).toHaveLength(2);
    const austrian = await readTyped(`Tischlerei Moosmann GmbH & Co KG, Oberdorf 31, 6874 Bizau

Gasthof Adler Betriebs GmbH
Platz 12
6870 Bezau

Bizau, 4. Mai 2026
Schlussrechnung 26-0128
Auftragsbestätigung AB 260044 vom 9.2.2026

A Wirtsstube                                       14.800,00
B Theke mit Rückwand                                9.350,00
Abrechnungssumme netto                             24.150,00
20 % USt.                                           4.830,00
Abrechnungssumme brutto                            28.980,00
`);
    expect([austrian.net?.value, austrian.gross?.value]).toEqual(["24150.00", "28980.00"]);
    expect(austrian.agreementReference?.value).toBe("AB 260044");
  });
});
