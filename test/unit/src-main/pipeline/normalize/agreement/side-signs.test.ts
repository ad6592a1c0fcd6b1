import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { agreementOf } from "./agreement-of.ts";

const sidesOf = (text: string, kind: DocumentKind = "agreement"): readonly (string | undefined)[] => {
  const { seller, buyer } = agreementOf(text, kind);
  return [seller?.name, buyer?.name];
};

describe("sides that no word names", () => {
  it.each([
    [
      "who does the work for whom, in one sentence",
      "Office cleaning contract 2207\n\nSandia Janitorial LLC will clean the Nob Hill office of Rio Alto Credit Union five nights a week.\n\nThe price is $1,980.00 a month.",
      "Sandia Janitorial LLC",
      "Rio Alto Credit Union",
    ],
    [
      "who transports for whom, behind an address and a number",
      "Convention tarifaire PM-2026-02\n\nPédale Mosane SC, rue du Pont 8, 4000 Liège (BE 0701.553.208) transporte les prélèvements de Laboratoire Ourthe SPRL, quai Churchill 4, 4000 Liège.\n\nCourse en ville : 8,20 €\n\nPlafond : 700 € par mois, sauf accord écrit du laboratoire.",
      "Pédale Mosane SC",
      "Laboratoire Ourthe SPRL",
    ],
    [
      "a trade that is the paper's own",
      "Acordo de alojamento 2026\n\nContrato n.º SM/26/4 entre Hotel Serra Morena, S.A. (Évora, NIPC 501 888 123) e Andorinha Viagens, Lda. (Porto, NIPC 509 111 222)\n\nQuarto duplo 68,00 € por noite.",
      "Hotel Serra Morena, S.A.",
      "Andorinha Viagens, Lda.",
    ],
    [
      "both who sign side by side, of whom neither serves the other",
      "Avenant 2\n\nEntre Voirie du Golfe, SAS, Vannes, ci-après « le Balayeur »\n\net CHANTIER NAVAL DREAN, SARL, Auray, ci-après « l'Armateur »\n\nLe balayage est facturé 84,00 € par passage.\n\nPour l'Armateur J. Drean      Pour le Balayeur P. Le Gal",
      "Voirie du Golfe",
      "CHANTIER NAVAL DREAN",
    ],
    [
      "a body that buys",
      "Mowing agreement\n\nBetween Harrow Vale Parish Council, The Old School, and Whitmore Contractors Ltd, Mill Farm\n\nMowing £74.00 per visit.",
      "Whitmore Contractors Ltd",
      "Harrow Vale Parish Council",
    ],
    [
      "a verb before its subject",
      "Contract KC-11\n\nNeteland Computing BV, Kerkstraat 1, 2200 Herentals, en Kartonnage Peeters NV, Dijk 4, 2300 Turnhout, komen overeen:\n\nWerkpost € 31,00 per maand.\n\nBij uitval crediteert Neteland 10 %. Kartonnage Peeters betaalt binnen 30 dagen.",
      "Neteland Computing BV",
      "Kartonnage Peeters NV",
    ],
    [
      "a statement of work for somebody",
      "Statement of Work SOW-3\n\nClaims portal – Quillwater Software Inc. for Upper Island Growers Association\n\nDeveloper $120.00 per hour.",
      "Quillwater Software Inc.",
      "Upper Island Growers Association",
    ],
    [
      "sides taken in words behind the names",
      "Vereinbarung\n\nabgeschlossen zwischen der WEG Lindenstraße 8–12, 5020 Salzburg, vertreten durch die Hausverwaltung Tauern Immobilien GmbH, als Auftraggeberin und Maier Hausservice e.U., Gasse 4, 5020 Salzburg, als Auftragnehmer.\n\nRäumung 58,00 Euro pro Einsatz.",
      "Maier Hausservice e.U.",
      "WEG Lindenstraße 8–12",
    ],
    [
      "the capacity in which somebody signs, in French",
      "Contrat\n\nEntre Verrerie du Lac SA, 2 quai Sud, 1800 Vevey, agissant en qualité de client, et Optima Maintenance Sàrl, 9 rue Haute, 1800 Vevey, agissant en qualité de prestataire.\n\nForfait 300 CHF par mois.",
      "Optima Maintenance Sàrl",
      "Verrerie du Lac SA",
    ],
    [
      "labels without a colon",
      "Vertrag\n\nAuftraggeber Kanzlei Ortler Pichler OG, Herrengasse 1, 9020 Klagenfurt\n\nAuftragnehmer Bürohaus Sattler GmbH, Ring 4, 9020 Klagenfurt\n\nMiete 80,00 € monatlich.",
      "Bürohaus Sattler GmbH",
      "Kanzlei Ortler Pichler OG",
    ],
    [
      "numbers of a register behind the names",
      'SERVICE AGREEMENT\n\nbetween Thula Guarding (Pty) Ltd, Reg. 2011/004455/07, VAT 4720255001 ("the Company") and Umgeni Cold Rooms (Pty) Ltd, Reg. 1999/011310/07 ("the Client")\n\nOfficer R 590.00 per shift. The Company bills shifts actually worked.',
      "Thula Guarding (Pty) Ltd",
      "Umgeni Cold Rooms (Pty) Ltd",
    ],
    [
      "a contractor above a sub-contractor",
      "SUB-CONTRACT ORDER 77\n\nContractor: Killeen Homes Ltd, Naas\nSub-contractor: Foley Bros Plastering Ltd, Athy\n\nSkim and float €9,000.00.",
      "Foley Bros Plastering Ltd",
      "Killeen Homes Ltd",
    ],
    [
      "a sole trader who writes",
      "Project agreement MR-26-02\n\nBetween Mairi Reid Design (sole trader, 2 Leith Walk, Edinburgh EH6 5DT) and Firth Tea Merchants Ltd, 7 Shore, Leith EH6 6QN. 3 February 2026.\n\nThe fee: 2,900 pounds for six labels. My bills are due 21 days after their date.",
      "Mairi Reid Design",
      "Firth Tea Merchants Ltd",
    ],
    [
      "a rate schedule for a shipper",
      "HIGH PLAINS CARRIERS INC        MC-220114\n\nCONTRACT RATE SCHEDULE for LODGEPOLE GRAIN CO, Sidney NE\n\nLinehaul $2.30 per mile.",
      "HIGH PLAINS CARRIERS INC",
      "LODGEPOLE GRAIN CO",
    ],
    [
      "an offer to a school",
      "AUTOCARES BUITRÓN\n\nPresupuesto 25/R-12\n\nA la atención de la dirección del Colegio Virgen del Prado\n\nRuta 1: 150,00 € al día.",
      "AUTOCARES BUITRÓN",
      "Colegio Virgen del Prado",
    ],
    [
      "an Italian condominium and its gardener",
      "Contratto di manutenzione del verde\n\nTra il Condominio Le Magnolie, via Emilia 90, Modena, e Giardini Estensi S.r.l., via Giardini 12, Modena\n\nTaglio erba 95,00 € a passaggio.",
      "Giardini Estensi S.r.l.",
      "Condominio Le Magnolie",
    ],
  ] as const)("%s", (_, text, seller, buyer) => {
    expect(sidesOf(text, text.includes("Presupuesto") ? "estimate" : "agreement")).toEqual([seller, buyer]);
  });

  it.each([
    [
      "two names and nothing that tells",
      "Agreement\n\nbetween Northgate Ltd, 4 Mill Road, and Southgate Ltd, 9 Hill Street\n\nThe fee is £400.00 per month.",
    ],
    [
      "both of the trade",
      "Cleaning agreement\n\nbetween Alba Cleaning Ltd, 4 Mill Road, and Brava Cleaning Ltd, 9 Hill Street\n\nThe fee is £400.00 per month.",
    ],
    [
      "signs that speak against each other",
      "Catering agreement\n\nbetween Alba Catering Ltd, 4 Mill Road, and Brava Foods Ltd, 9 Hill Street\n\nThe fee is £400.00 per month. Alba Catering pays within 30 days.",
    ],
  ])("asks where it cannot tell: %s", (_, text) => {
    expect(agreementOf(text).areSidesGuessed).toBe(true);
  });

  it("takes no service for a party", () => {
    expect(
      sidesOf(
        "Schedule of Rates\n\nDalby Security Ltd for Ormond Mills Ltd\n\nMobile Patrol Services, £18.00 per visit\n\nKeyholding Services, £30.00 per month",
      ),
    ).toEqual(["Dalby Security Ltd", "Ormond Mills Ltd"]);
  });
});
