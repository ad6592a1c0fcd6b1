import { describe, expect, it } from "vitest";
import { readAgreements } from "../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import type { DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { context, readBytes } from "../../../../../builders/read-bytes.ts";

const sidesOf = async (
  text: string,
  kind: DocumentKind = "agreement",
  name = "paper.txt",
): Promise<readonly (string | undefined)[]> => {
  const { agreements } = readAgreements(await readBytes(name, text), kind, context);
  return [agreements[0]?.seller?.name, agreements[0]?.buyer?.name];
};

const letter = (address: string, close: string): string =>
  `Larkspur Grounds Care Ltd\n8 Tannery Row, Kendal LA9 4DT\n\n${address}\n\n3 March 2026\n\nDear Mr Askew\n\nWe are pleased to confirm that we will mow the playing fields. We charge £ 410.00 per month.\n\nYours sincerely\n\nT. Birkett, Director\n\n${close}\n`;

describe("words beside a name", () => {
  it("say for whom a paper was prepared, without a colon", async () => {
    const sides = await sidesOf(
      `KELD STREET SIGNS LTD / 14 Keld Street, Kendal LA9 4AA\n\nStatement of Work KS-118: shop fascia\nPrepared for Wansfell Outfitters Limited ("the shop"), 40 Lake Road, Ambleside.\n\n1. Fee. A fixed fee of £2,400.00.\n`,
    );
    expect(sides).toEqual(["KELD STREET SIGNS LTD", "Wansfell Outfitters Limited"]);
  });

  it("are no company where a street begins with the letters of a legal form", async () => {
    const [seller] = await sidesOf(
      `MAINTENANCE AGREEMENT\nTarn Heating LLC · 18 NE Ash Ave, Gresham, OR 97030\nCustomer: Birker Credit Union, 640 SE Alder Street, Portland, OR 97214\n\nThe fee is $300.00 per month.\n`,
    );
    expect(seller).toBe("Tarn Heating LLC");
  });
});

describe("the head of an order", () => {
  it("is who buys, though it has no street of its own and whom it writes to has one", async () => {
    const order = `                                              BESTELLUNG
Pumpen Ehrlich GmbH · 72336 Balingen          Bestell-Nr.     4500990217
USt-IdNr. DE 123 456 789                      Datum           12.01.2026
                                              Ihr Angebot     AN25-118
Firma                                         Einkäufer/in    Fr. Lenz, -214
Zerspanung Kolb GmbH & Co. KG                 Lieferant       710334
Wiesenstraße 8
78564 Wehingen

Pos.  Bezeichnung                   Menge  ME     Preis EUR    je        Wert EUR
10    Ventilkolben                  5.000  ST        148,00   100        7.400,00
                                          Gesamtnettowert ohne USt  EUR   7.400,00
`;
    expect(await sidesOf(order, "purchase-order")).toEqual([
      "Zerspanung Kolb GmbH & Co. KG",
      "Pumpen Ehrlich GmbH",
    ]);
  });
});

describe("parties that only their places name", () => {
  it.each([
    [
      "the body under an office in a letter's address",
      letter("The Headmaster\nWansfell Hall\nAmbleside LA22 9AA", ""),
      "Wansfell Hall",
    ],
    [
      "the body under a person in a letter's address",
      letter("Mr Colin Askew\nEstates Manager\nWansfell Hall\nAmbleside LA22 9AA", ""),
      "Wansfell Hall",
    ],
    [
      "the body between an office without an article and the street",
      letter("Ms Ada Askew\nGrounds Lead\nWansfell Hall\nAmbleside LA22 9AA", ""),
      "Wansfell Hall",
    ],
    [
      "for whom somebody agrees",
      letter("Ambleside", "Agreed for Wansfell Hall: C. Askew, 9 March 2026"),
      "Wansfell Hall",
    ],
  ])("%s", async (_, text, buyer) => {
    expect(await sidesOf(text)).toEqual(["Larkspur Grounds Care Ltd", buyer]);
  });

  it("reads the name under a yes, with who signs for it behind", async () => {
    const text =
      "Ateliers Brunel SARL\n4 rue du Port, 44000 Nantes\n\nDEVIS n° 26-118\n\nPeinture des bureaux : 2 400,00 € HT\n\nRèglement à 30 jours.\n\nBon pour accord, le 6 mai 2026\nImprimeries Kervadec - M. P. Guillou, gérant\n";
    expect(await sidesOf(text, "estimate")).toEqual(["Ateliers Brunel SARL", "Imprimeries Kervadec"]);
  });

  it("reads a party by the colon before who signs for it", async () => {
    const text =
      "TUTORING CONTRACT TC-4\n\nContractor: Bright Oak Tutors, Inc.\n\nGroup session: $95 per session.\n\nThe District pays within 30 days.\n\nElm Creek School District 12: R. Vance, Superintendent, 7/2/2026\nBright Oak Tutors, Inc.: M. Lind, CEO, 7/3/2026\n";
    expect(await sidesOf(text)).toEqual(["Bright Oak Tutors, Inc.", "Elm Creek School District 12"]);
  });

  it("takes whom somebody acts for, and no place where a contract was written", async () => {
    const text =
      "CONTRATO DE OBRA\n\nEn Sagunto, a 4 de mayo de 2026\n\nCOMPARECEN\nDon Raúl Ferrís, en nombre de OBRAS PALANCIA, S.A., como contratista principal.\nDoña Inés Catalá, en nombre de FERRALLAS CAMP, S.L., como subcontratista.\n\nPRIMERA. Montaje de acero: 0,42 €/kg.\n";
    expect(await sidesOf(text)).toEqual(["FERRALLAS CAMP, S.L.", "OBRAS PALANCIA, S.A."]);
  });

  it("leaves out whom a subcontract's contractor builds for", async () => {
    const text =
      "SUBCONTRACT 77-2\n\nContractor:     Osage Builders, Inc.\nSubcontractor:  Flint Hills Glazing LLC\nOwner:          Chase County\nArchitect:      Moran Pell Architects\n\nGlazing is paid at $58.00 per hour.\n";
    expect(await sidesOf(text)).toEqual(["Flint Hills Glazing LLC", "Osage Builders, Inc."]);
  });

  it("knows a head contractor beside a subcontractor, and the principal beyond both", async () => {
    const text =
      "SHORT FORM SUBCONTRACT\n\nHead Contractor    Karri Build (WA) Pty Ltd\nSubcontractor      B & K Spark Electrical\nPrincipal          Department of Schools WA\n\nElectrician $92.00 per hour\n";
    expect(await sidesOf(text)).toEqual(["B & K Spark Electrical", "Karri Build (WA) Pty Ltd"]);
  });

  it("lets a station pay where its sentences say so", async () => {
    const text =
      'CAPTIONING ORDER\n\nThis order is between KLMN Public Radio, a nonprofit corporation ("Station"), and Inkline Captions, Inc. ("Inkline").\n\n1. Station pays $1.50 per minute. 2. Inkline bills monthly. 3. Station pays in thirty days.\n';
    expect(await sidesOf(text)).toEqual(["Inkline Captions, Inc.", "KLMN Public Radio"]);
  });

  it("lets an agency buy from a publisher", async () => {
    const text =
      "INSERTION ORDER 5-20\n\nPublisher       Dales Media Ltd\nAgency          Finch & Rowe Ltd, acting for Tarn Boats plc\nInvoice to      Finch & Rowe Ltd, 3 Mill Yard, York\n\nHomepage takeover     £ 900.00 per day\n";
    expect(await sidesOf(text, "purchase-order")).toEqual(["Dales Media Ltd", "Finch & Rowe Ltd"]);
  });

  it("reads a department and a community of communes beside their labels", async () => {
    expect(
      await sidesOf(
        "CALL-OFF CONTRACT\n\nThe Buyer: Department for Upland Rivers\nThe Supplier: Ninefold Digital Ltd\n\nDelivery manager: £ 700.00 per day\n",
      ),
    ).toEqual(["Ninefold Digital Ltd", "Department for Upland Rivers"]);
    expect(
      await sidesOf(
        "CONTRAT\n\nEntre :\nLa société Delmas Conseil SAS, 18 rue Haute, 59100 Roubaix, ci-après « le Titulaire »,\net\nLa Communauté de communes du Pays d'Aulne, 2 place du Marché, 59400 Aulne, ci-après « la Collectivité ».\n\nLa journée est facturée 900 € HT.\n",
      ),
    ).toEqual(["Delmas Conseil SAS", "La Communauté de communes du Pays d'Aulne"]);
  });

  it("reads a firm in a mail by the domain of its address", async () => {
    const text =
      "From: Amministrazione Fondazione Argine <ufficio@fondargine.example>\nTo: preventivi@traslochimoretti.example\nDate: Fri, 15 May 2026 11:27:40 +0200\nSubject: R: preventivo 233/26\n\nBuongiorno,\n\nconfermiamo l'accettazione del preventivo n. 233/26 alle condizioni seguenti:\n\nfacchini 23,00 € all'ora\n\nFondazione Argine ETS\n\n> Traslochi Moretti s.a.s. - Napoli\n";
    expect(await sidesOf(text, "message", "mail.eml")).toEqual([
      "Traslochi Moretti s.a.s.",
      "Fondazione Argine ETS",
    ]);
  });
});
