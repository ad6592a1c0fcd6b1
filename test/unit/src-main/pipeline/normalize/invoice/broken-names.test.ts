import { describe, expect, it } from "vitest";
import { goesOnBelow, isHouseOf } from "../../../../../../src-main/pipeline/normalize/invoice/name-below.ts";
import type { Segment } from "../../../../../../src-main/pipeline/normalize/invoice/layout.ts";
import { readRows, readTyped } from "../../../../../builders/typed-invoice.ts";

/** Lines of an address under each other, each with the size of its letters. */
const linesOf = (...texts: readonly (readonly [text: string, size: number])[]): readonly Segment[] =>
  texts.map(([text, size], row) => ({
    text,
    size,
    row,
    page: 1,
    bold: false,
    left: 0.1,
    right: 0.4,
    top: row * 0.02,
    bottom: row * 0.02 + size,
    tokens: text.split(" ").map((word) => ({ text: word }) as never),
  }));

const joins = (lines: readonly Segment[]): boolean =>
  goesOnBelow(lines[0] as Segment, lines[1] as Segment, lines);

describe("names over two lines", () => {
  it("go on in the large print that the address below does not have", () => {
    expect(
      joins(linesOf(["Alder & Rowan Landscape", 0.02], ["Gardeners", 0.02], ["4 Mill Lane", 0.011])),
    ).toBe(true);
  });

  it("end where a department follows in the print of the address", () => {
    expect(joins(linesOf(["Alder Homes", 0.011], ["Property Team", 0.011], ["4 Mill Lane", 0.011]))).toBe(
      false,
    );
  });

  it("go on behind a hyphen, in small letters", () => {
    expect(joins(linesOf(["Schilders-", 0.011], ["bedrijf Kuiper", 0.011], ["Dorpsweg 4", 0.011]))).toBe(
      true,
    );
    expect(joins(linesOf(["Schilders-", 0.011], ["Dorpsweg 4", 0.011], ["1234 AB Edam", 0.011]))).toBe(false);
  });

  it("belong to who lives in a house that is named, and to a firm at a numbered street", () => {
    const home = linesOf(
      ["Mrs A. Fenwick", 0.011],
      ["The Old Forge", 0.011],
      ["Church Lane", 0.011],
      ["Ludlow SY8 1AA", 0.011],
    );
    const firm = linesOf(
      ["Mr A. Fenwick", 0.011],
      ["The Bread Shop", 0.011],
      ["44 Church Lane", 0.011],
      ["Ludlow SY8 1AA", 0.011],
    );
    expect([isHouseOf(home, home), isHouseOf(firm, firm)]).toEqual([true, false]);
  });
});

const rest = `
Description                     Qty       Rate       Amount
Window cleaning                   2      90.00       180.00

Total due                                            $180.00
`;

describe("what stands beside a name", () => {
  it("takes a street in a quarter of an American town for no Dutch town", async () => {
    const invoice = await readTyped(`Bright Panes LLC
1400 SE Alder Street
Portland, OR 97214

Bill To
Cascadia Book Shop
2200 NW Lovejoy Ave
Portland, OR 97210

Invoice No. 5517
Invoice Date: 10/05/2026
${rest}`);
    expect(invoice.issueDate?.value).toBe("2026-10-05");
    expect(invoice.buyer?.country).toBe("US");
  });

  it("gives an id to the name above it in its block, though the other party stands in the same row", async () => {
    const invoice = await readTyped(`Jardins do Cabo, Lda                 Exmo.(s) Sr.(s)
Rua da Fonte 4, 2750-100 Cascais     Clube de Vela da Baía, S.A.
Contribuinte: 509442013              Marina, 2750-800 Cascais

Fatura FT A/118
Data: 2026-05-29     Vencimento: 2026-06-28

Descrição                  Qtd.     Preço      Valor
Rega                          1    200,00     200,00

Total sem IVA                                 200,00
IVA 23%                                        46,00
Total a pagar EUR                             246,00
`);
    expect([invoice.seller?.taxId, invoice.buyer?.taxId]).toEqual(["509442013", null]);
  });

  it("reads an account that the end of a line parts from its name", async () => {
    const invoice = await readTyped(`Bright Panes Ltd
4 Mill Lane, Ludlow SY8 1AA

Bill to: Teme Books Ltd, 9 Quay Street, Ludlow SY8 2BB
Invoice No. 5518
Invoice date: 4 June 2026
${rest.replace("$", "£")}
Please pay Bright Panes by bank transfer, sort code 20-11-43, account number
81720033 within 14 days.
`);
    expect(invoice.bankAccount?.value).toBe("81720033");
  });
});

describe("who is named beside another", () => {
  it("is billed as the house under a person, and not as the person", async () => {
    const invoice = await readTyped(`Moth & Maple Design LLC
12 Pine Street
Portland, OR 97214

Bill To
Anna Delgado
Harborview Analytics
77 Pier Ave
San Diego, CA 92101

Invoice No. 214
Invoice Date: July 19, 2026
${rest}`);
    expect(invoice.buyer?.name).toBe("Harborview Analytics");
  });

  it("bills by the name of the company that the foot registers, before its capital", async () => {
    const invoice = await readTyped(`SOLEIL & BOIS
8 rue du Port
35000 Rennes

                                       Mairie de Bruz
                                       Place de la Mairie
                                       35170 Bruz

Facture N° F-88 du 04/06/2026

Désignation              Quantité     Prix unitaire HT     Total HT
Pose de parquet                10                42,00       420,00

Total HT                                                     420,00 €
TVA 20 %                                                      84,00 €
Total TTC                                                    504,00 €

SARL Menuiserie Lebreton au capital de 8 000 € — RCS Rennes 482 107 737 — TVA FR67482107737
`);
    expect(invoice.seller?.name).toBe("SARL Menuiserie Lebreton");
  });
});

describe("who is billed under a name like a street", () => {
  it("is an association that goes by the address of its house", async () => {
    const invoice = await readTyped(`Pinturas Robles 2012 SLU               FACTURA: 2026/31
CIF B88102371                          FECHA: 27/05/2026
C/ Industria 14
50014 Zaragoza

                                       Comunidad de Vecinos Avda. Luna 7
                                       NIF H44177202
                                       Avda. Luna 7
                                       50006 Zaragoza

Descripción                   Cantidad      Precio       Importe
Pintura de fachada                  40       10,00        400,00

Base imponible                                            400,00
IVA 10 %                                                   40,00
TOTAL FACTURA                                             440,00 €
`);
    expect([invoice.buyer?.name, invoice.buyer?.taxId]).toEqual([
      "Comunidad de Vecinos Avda. Luna 7",
      "H44177202",
    ]);
  });

  it("is a house, and not whoever is addressed within its address", async () => {
    const invoice = await readTyped(`Advokatur Renner
Pilatusstrasse 2, 6003 Luzern
CHE-112.008.747 MWST, Tel. 041 555 01 10

                                       Seegarten Garage AG
                                       Frau Monika Abt
                                       Seestrasse 11
                                       6052 Hergiswil

Honorarrechnung Nr. 2026-27
Datum: 30. Mai 2026

Beratung                    4.25 Std.    320.00     1'360.00

MWST 8.1 %                                            110.16
Total CHF                                           1'470.16
`);
    expect(invoice.buyer?.name).toBe("Seegarten Garage AG");
  });
});

describe("accounts without check digits", () => {
  const paidTo = async (payment: string): Promise<string | null | undefined> =>
    (
      await readTyped(`Bright Panes Ltd
4 Mill Lane, Ludlow SY8 1AA

Bill to: Teme Books Ltd, 9 Quay Street, Ludlow SY8 2BB
Invoice No. 5518
Invoice date: 4 June 2026
${rest.replace("$", "£")}
${payment}
`)
    ).bankAccount?.value;

  it.each([
    ["behind a sort code", "Terms 28 days. Wye Savings 20-13-34 / 70418852.", "70418852"],
    [
      "behind a routing number in the line below",
      "Remit by ACH, routing\n053000196, account 8837 2201 45",
      "8837220145",
    ],
    ["of a giro", "Bankgiro 5527-8814", "5527-8814"],
  ])("are read %s", async (_, payment, account) => {
    expect(await paidTo(payment)).toBe(account);
  });

  it("are none behind a date", async () => {
    expect(await paidTo("Delivered 04-06-26, 70418852 units")).toBeFalsy();
  });
});

describe("days before what was done", () => {
  it("are those of the lines, and no part of what they describe", async () => {
    const invoice = await readTyped(`Praxis Lorenz
Am Markt 3
4020 Linz

Gemeinde Walding
Hauptplatz 1
4111 Walding

Honorarnote Nr. 31
Datum: 2. Oktober 2026
Leistungszeitraum: September 2026

03.09. Erstgespräch                 2,5 Std à € 140,00        350,00
10.09. Mediation                    3 Std à € 160,00          480,00

Summe netto                                                   830,00
20 % USt                                                      166,00
Gesamtbetrag EUR                                              996,00
`);
    expect(invoice.lines.map(({ description, serviceDate }) => [description, serviceDate?.value])).toEqual([
      ["Erstgespräch", "2026-09-03"],
      ["Mediation", "2026-09-10"],
    ]);
  });

  it("are none where no month has them: gradings of gravel stay part of the name", async () => {
    const { lines } = await readRows(`16/32 Gravel              4 t     100.00      400.00
32/63 Ballast             4 t      90.00      360.00

Total                                         760.00
`);
    expect(lines.map(({ description }) => description)).toEqual(["16/32 Gravel", "32/63 Ballast"]);
  });
});
