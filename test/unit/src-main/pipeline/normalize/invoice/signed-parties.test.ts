import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const rows = `
Item                                  Qty      Price      Amount
Inspection of the mooring               2      60.00      120.00

Subtotal                                                  120.00
VAT 20%                                                    24.00
Total                                                     144.00
`;

describe("parties that other signs of the paper name", () => {
  it("takes the company that opens the text of a foot for the issuer, and leaves the text out of its name", async () => {
    const invoice = await readTyped(`Gannet Harbour Trust
The Net Loft
4 Quay Street
Whitby YO21 3PU

Invoice 5519
12 March 2026
${rows}

Ropewalk Divers Ltd, registered in England 07110924. Registered office: 8 Sandgate Lane, Scarborough YO11 1PE. VAT no. GB 218 4471 09
`);
    expect(invoice.seller?.name).toBe("Ropewalk Divers Ltd");
    expect(invoice.seller?.address).toEqual(["8 Sandgate Lane", "Scarborough YO11 1PE"]);
    expect(invoice.buyer?.name).toBe("Gannet Harbour Trust");
    expect(invoice.buyer?.address).toEqual(["The Net Loft", "4 Quay Street", "Whitby YO21 3PU"]);
  });

  it("cuts an address behind a name with letters that count for two at its first letter", async () => {
    const invoice = await readTyped(`Gannet Harbour Trust
The Net Loft
4 Quay Street
Whitby YO21 3PU

Rechnung 5519
12.03.2026
${rows}

Großmann Weißputz Fußboden GmbH, Ahornweg 3, 01067 Dresden. USt-IdNr. DE136695976
`);
    expect(invoice.seller?.name).toBe("Großmann Weißputz Fußboden GmbH");
    expect(invoice.seller?.address).toEqual(["Ahornweg 3", "01067 Dresden"]);
  });

  it("leaves the bill with the one whose mail address the foot prints, though the other one shows a tax id", async () => {
    const invoice = await readTyped(`Pillar Joinery                         Overdale Care Ltd
Wharf 6                                14 Elm Road
Leeds LS1 4AB                          York YO1 7HH
                                       VAT no. GB 218 4471 09

Invoice 331
Date: 3 May 2026
${rows}

Questions? Write to hello@pillarjoinery.test
`);
    expect(invoice.seller?.name).toBe("Pillar Joinery");
    expect(invoice.buyer?.name).toBe("Overdale Care Ltd");
    expect(invoice.buyer?.taxId).toBe("GB218447109");
  });

  it("finds the one who is billed on the part that goes back with the payment", async () => {
    const invoice = await readTyped(`Alder & Voss LLP
900 Pine Street, Suite 4
Tacoma, WA 98402

Statement for legal services                     Bill No. 7714
                                                 May 31, 2026

Services                              Hours      Rate      Amount
Review of the lease                     2.0     60.00      120.00

Total                                                     $120.00

Please detach and return

Orchard Family Trust                             Bill No. 7714
52 Creek Lane
Yelm, WA 98597
`);
    expect(invoice.seller?.name).toBe("Alder & Voss LLP");
    expect(invoice.buyer?.name).toBe("Orchard Family Trust");
  });

  it("reads both sides of a form whose words for one of them are unknown, each with its tax id", async () => {
    const invoice = await readTyped(`Factura

Número           77/2026
Fecha            04/05/2026
Perito           Leire Otxoa Ibarra
NIF              44618392K
Domicilio        c/ Mayor 18, 31001 Pamplona
Cliente          Obras Aralar, S.L.
CIF              B31774412
Dirección        c/ Sol 7, 31620 Huarte

Concepto                              Cant.      Precio    Importe
Informe pericial                        1       100,00     100,00

Base imponible                                             100,00
IVA 21 %                                                    21,00
Total                                                      121,00
`);
    expect([invoice.seller?.name, invoice.seller?.taxId]).toEqual(["Leire Otxoa Ibarra", "44618392K"]);
    expect([invoice.buyer?.name, invoice.buyer?.taxId]).toEqual(["Obras Aralar, S.L.", "B31774412"]);
    expect(invoice.buyer?.address).toEqual(["c/ Sol 7, 31620 Huarte"]);
  });

  it("takes the mailbox that bills are sent to for no sign of who sends them", async () => {
    const invoice = await readTyped(`Signwright Interpreters
Signwright Communications Ltd                        Invoice SW-0418
9 Chapel Brow, Leyland PR25 3NE                      Date: 5 May 2026
VAT no. GB 218 4471 09

Fyldeside Borough Council
payables@fyldeside.example
Civic Centre, Poulton FY6 0AA

${rows}
`);
    expect(invoice.seller?.name).toBe("Signwright Communications Ltd");
    expect(invoice.buyer?.name).toBe("Fyldeside Borough Council");
  });

  it("begins the next address behind a line that says town and tax id at once", async () => {
    const invoice = await readTyped(`Lernhaus Seefeld AG
Hardstrasse 76 · 8005 Zürich · CHE-114.882.301 MWST
Kantonale Versicherung Aarwil
Kreditorenbuchhaltung
Bahnhofplatz 3
5000 Aarau
Zürich, 21. April 2026
Rechnung Nr. 26-0119

Leistung                         Menge      Ansatz    Betrag CHF
Schulungstage                        2      600.00      1'200.00

Total CHF                                               1'200.00
`);
    expect(invoice.seller?.name).toBe("Lernhaus Seefeld AG");
    expect(invoice.buyer?.name).toBe("Kantonale Versicherung Aarwil");
  });

  it("names nobody by an address with a company number, and somebody by a name that ends with a short word", async () => {
    const invoice = await readTyped(`EASTGATE ACCESS SCAFFOLDING LTD
Unit 6, Tofts Farm East, Hartlepool TS25 2BQ. Company 06418833. VAT no. GB 218 4471 09

Bill to: Maple Grove Condominiums Assn.
         1 Maple Drive, York YO1 7HH

Invoice 7754
Date: 3 June 2026
${rows}
`);
    expect(invoice.seller?.name).toMatch(/Eastgate Access Scaffolding Ltd/i);
    expect(invoice.buyer?.name).toBe("Maple Grove Condominiums Assn.");
  });

  it("leaves the words for who is billed out of the name that they stand right before", async () => {
    const invoice = await readTyped(`Dockside Regional Freight, Inc.
1200 Harbor Road, Toledo, OH 43605

BILL TO Maumee Bay Tile & Stone, LLC
915 Warehouse Row, Perrysburg, OH 43551

Invoice 41552
Date: 3 June 2026
${rows}
`);
    expect(invoice.buyer?.name).toBe("Maumee Bay Tile & Stone, LLC");
  });
});
