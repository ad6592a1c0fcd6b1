import { describe, expect, it } from "vitest";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const names = async (paper: string): Promise<readonly unknown[]> => {
  const { seller, buyer } = await readTyped(paper);
  return [seller?.name ?? null, buyer?.name ?? null];
};

const items = `
Description                          Qty     Price     Amount
Kettle valve                           4     12.00      48.00

Total due                                               48.00
`;

describe("parties by where they stand", () => {
  it("takes the one-line address under a letterhead for who is billed, though its tax id stands in it", async () => {
    expect(
      await names(`Dorp Vertalers CommV
Kapelstraat 61, 3000 Leuven

Nordwind Medizin AG, Rather Str. 12, D-40213 Düsseldorf, btw DE119447120

Factuur 2026/0311
Factuurdatum 13 maart 2026
${items}`),
    ).toEqual(["Dorp Vertalers CommV", "Nordwind Medizin AG"]);
  });

  it("takes the number behind a company's name in its letterhead for no part of the name", async () => {
    expect(
      await names(`Tallow Creek Lifts Pty Ltd ABN 11 222 333 444           TAX INVOICE 18-204

Invoice date: 2 March 2026

Mullum Health Centre Ltd
14 River Terrace
Mullumbimby NSW 2482
${items}`),
    ).toEqual(["Tallow Creek Lifts Pty Ltd", "Mullum Health Centre Ltd"]);
  });

  it("takes the house and not its owner for the name", async () => {
    expect(
      await names(`Malerei Hintersee
Inh. Josef Hintersee e.K.
Kirchweg 118
4656 Kirchham

Rechnung an: Traunland GmbH
Rechnung Nr. 2026/058
Datum: 22.05.2026
${items}`),
    ).toEqual(["Malerei Hintersee", "Traunland GmbH"]);
  });

  it("takes the one other name for the issuer where a label names the buyer", async () => {
    expect(
      await names(`Invoice
Invoice number 8C41-0022
Date of issue January 1, 2026

Loomwork Studio              Bill to
548 Market St                Harbor Brokers LLC
San Francisco, CA 94104      PO Box 2277
EIN 84-3310077               Mobile, AL 36652
${items}`),
    ).toEqual(["Loomwork Studio", "Harbor Brokers LLC"]);
  });

  it("takes the name of the company for the short one of the letterhead, where the page prints it once", async () => {
    const paper = (below: string): string => `Kade Drie
${below}

Bakkerij Zonneveld B.V.
Dorpsweg 12
2671 AB Naaldwijk

Factuur nr. 2026-114
Datum: 22-05-2026
${items}`;
    expect(await names(paper("Loodgieters Kade Drie B.V. | Havenkade 40 | 4542 Hoek"))).toEqual([
      "Loodgieters Kade Drie B.V.",
      "Bakkerij Zonneveld B.V.",
    ]);
    expect(
      (await names(paper("Verhuur Kade Drie B.V. | Loodgieters Kade Drie B.V. | 4542 Hoek")))[0],
    ).not.toBe("Loodgieters Kade Drie B.V.");
  });

  it("takes who writes a bill that a customer issues for the buyer", async () => {
    expect(
      await names(`Agrar Hohenlohe GmbH
Lagerstr. 2
74653 Künzelsau

Gutschrift Nr. G-700551
Datum: 30.09.2026
Abrechnung durch den Leistungsempfänger gem. § 14 Abs. 2 UStG

Hof Blumenstock KG
Steinbach 4
74677 Dörzbach
${items}`),
    ).toEqual(["Hof Blumenstock KG", "Agrar Hohenlohe GmbH"]);
  });

  it("takes no site for who is billed beside the one whom a label names", async () => {
    expect(
      await names(`Schreinerei Arnold
Dorfplatz 3
07743 Jena
Tel. 03641 55 81 90

Rechnung an                       Baustelle
Stadtwerke Kahla                  Kindergarten Regenbogen
Am Ring 1                         Schulweg 12
07768 Kahla                       07743 Jena

Rechnung Nr. 2026-114
Datum: 22.05.2026
${items}`),
    ).toEqual(["Schreinerei Arnold", "Stadtwerke Kahla"]);
  });

  it("takes somebody for who is billed where their house goes by a name", async () => {
    expect(
      await names(`Ackroyd Heating Ltd
9 Mill Street
Hebden Bridge HX7 8AD

Mrs J Pemberley
The Old Rectory
Heptonstall HX7 7LT

Invoice no: 217
Date: 11 March 2026
${items}`),
    ).toEqual(["Ackroyd Heating Ltd", "Mrs J Pemberley"]);
  });
});
