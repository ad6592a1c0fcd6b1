import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const papers: readonly (readonly [string, string, string])[] = [
  // A name of one's own choosing, in marks that keep a space, behind an article that runs into it.
  [
    `CONTRAT DE TONTE\n\nEntre la société Les Prés du Vexin, SARL, ci-après « l'Éleveur », et la société Parc Solaire Nord, SAS, ci-après « le Client ».\n\nLa tonte coûte 95 € par passage.`,
    "Les Prés du Vexin",
    "Parc Solaire Nord",
  ],
  // Neither has a form of law, and neither word is one for a side.
  [
    `AGREEMENT\n\nThis agreement is between Wessex Falconry, of Home Farm, Tisbury ("Falconer"), and Marina Quay Estates, of 2 Quay Street, Poole ("Estate").\n\nThe Estate pays £320 for each visit.`,
    "Wessex Falconry",
    "Marina Quay Estates",
  ],
  // A title names nobody, whatever kind of paper it calls itself.
  [
    `Order Form – Lighting & Rigging Hire\n\nCrane & Lantern Stage Limited (company no. 07112233), 4 Wharf Road, Hull HU3 4AA – "the Supplier"\n\nOrwell Players Ltd, 9 Quay Lane, Ipswich IP4 1AA – "the Client"\n\nHire costs £140.00 per day.`,
    "Crane & Lantern Stage Limited",
    "Orwell Players Ltd",
  ],
  // A comma within a name of three partners.
  [
    `Rates for transcripts\n\nQuill Court Reporting, Inc.\n\nFor: Alder, Finch & Moore LLP, 12 North Fifth Street, Dover. Good for work in 2026.\n\nTranscripts cost $4.10 per page.\n\nAgreed for Alder, Finch & Moore LLP: Ann Moore, 12/18/2025`,
    "Quill Court Reporting, Inc.",
    "Alder, Finch & Moore LLP",
  ],
  // The end of a line tears a name apart further down.
  [
    `QUOTATION Q/118\n\nHighgate Scaffolding Ltd\n\nTo:\n\nPrior & Wells (Roofing) Ltd\n\n3 Mill Lane, Durham DH1 3AA\n\nHire costs £115.00 per week.\n\nACCEPTANCE: We accept quotation Q/118. A. Wells for Prior\n& Wells (Roofing) Ltd, 25 February 2026`,
    "Highgate Scaffolding Ltd",
    "Prior & Wells (Roofing) Ltd",
  ],
  [
    `Reinigungsvertrag\n\nzwischen der Klinik am Park MVZ GmbH, Parkweg 2, 28195 Bremen – nachfolgend Auftraggeber –\n\nund der Blank Gebäudedienste GmbH, Ringstr. 8, 28207 Bremen – nachfolgend Auftragnehmer –\n\nDer Preis beträgt 29,50 EUR je Stunde.\n\nBremen, den 1. September 2026\n\nDr. Ida Vogt (Auftraggeber) Max Blank (Auftragnehmer)`,
    "Blank Gebäudedienste GmbH",
    "Klinik am Park MVZ GmbH",
  ],
  [
    `OVEREENKOMST VAN OPDRACHT\n\n1. Stichting Scholen Maasdal, gevestigd te Weert, te dezen rechtsgeldig vertegenwoordigd door de heer drs. P.L. Bakker, lid van het bestuur, hierna te noemen: "Opdrachtgever";\n\nen\n\n2. Vos & De Wit Interim B.V., gevestigd te Zwolle, vertegenwoordigd door mevrouw A. Smit, hierna te noemen: "Opdrachtnemer";\n\nHet tarief is € 88,00 per uur.`,
    "Vos & De Wit Interim B.V.",
    "Stichting Scholen Maasdal",
  ],
  [
    `AGREEMENT\n\nPARTIES\n\n(1) MOOR & DALE CARE LIMITED incorporated and registered in England and Wales with company number 01234567 whose registered office is at 9 High Street, Ripon (the Client); and\n\n(2) HARE STAFFING LIMITED incorporated and registered in England and Wales with company number 07654321 whose registered office is at 3 Mill Lane, Leeds (the Supplier).\n\nThe rate is £21.00 per hour.`,
    "HARE STAFFING LIMITED",
    "MOOR & DALE CARE LIMITED",
  ],
  [
    `ELM MECHANICAL LLC\n\nMaintenance Agreement\n\nAgreement no. MA-2611 Customer: Plains Dental PLLC, 720 Austin Ave, Waco, TX 76701\n\nLabor is $118.00 per hour.`,
    "ELM MECHANICAL LLC",
    "Plains Dental PLLC",
  ],
  [
    `SERVICE AGREEMENT\n\nThis Agreement is made on 4 May 2026 between St Oswald's Primary School of Church Lane, Whitby ("the School") and Kieran Doyle, trading as Doyle Tree Care, of 9 Moor View, Whitby ("the Contractor").\n\nThe Contractor shall be paid £32 per hour.`,
    "Kieran Doyle",
    "St Oswald's Primary School",
  ],
  [
    `AGREEMENT FOR CLEANING\n\nBETWEEN:\n(1) HALYARD COURT RESIDENTS ASSOCIATION of Halyard Court, Poole (the "Client"); and\n(2) BRIGHT & BREEZY of 4 Quay Street, Poole (the "Cleaner").\n\nThe Client pays £18.00 per hour.`,
    "BRIGHT & BREEZY",
    "HALYARD COURT RESIDENTS ASSOCIATION",
  ],
  [
    `Snow removal contract\n\nThis contract is entered into by Fergus Lake Condo Board, hereafter "Owner", and Big Ed's Plowing, hereafter "Contractor".\n\nOwner pays $90.00 per visit.`,
    "Big Ed's Plowing",
    "Fergus Lake Condo Board",
  ],
  [
    `Rahmenvertrag über Hausmeisterdienste\n\nZwischen der Wohnungsgenossenschaft Elbhang eG, Körnerplatz 3, 01326 Dresden (im Folgenden „Auftraggeberin“) und Herrn Uwe Tietze, Hausmeisterservice, Talstraße 8, 01279 Dresden (im Folgenden „Auftragnehmer“) wird folgender Vertrag geschlossen.\n\nDer Stundensatz beträgt 34,00 EUR.`,
    "Uwe Tietze",
    "Wohnungsgenossenschaft Elbhang eG",
  ],
  [
    `Honorarvertrag\n\nzwischen\n\nMusikschule Allegro\nvertreten durch die Leiterin Frau Hanna Spieß\nRosenweg 4, 79098 Freiburg\n\nund\n\nFrau Ljuba Petrowa\nSchillerstr. 12, 79102 Freiburg\n(Honorarkraft)\n\nDas Honorar beträgt 38,00 € je Unterrichtsstunde.`,
    "Ljuba Petrowa",
    "Musikschule Allegro",
  ],
  [
    `Dienstleistungsvertrag\n\nAuftraggeber: Hotel Seeblick, Inhaber Karl Möhn, Uferweg 1, 88131 Lindau\nAuftragnehmer: Wäscherei Frisch, Inh. D. Yılmaz, Gewerbepark 7, 88131 Lindau\n\n1. Preis: 2,40 EUR je kg.`,
    "Wäscherei Frisch",
    "Hotel Seeblick",
  ],
  [
    `Vertrag über Winterdienst\n\nZwischen Eheleute Brandt, Birkenallee 9, 29221 Celle, – Auftraggeber –\nund Garten- und Winterdienst Kuhn, Hauptstr. 5, 29223 Celle, – Auftragnehmer –\n\nPro Einsatz 45,00 EUR.`,
    "Garten- und Winterdienst Kuhn",
    "Eheleute Brandt",
  ],
  [
    `Contrat de sous-traitance\n\nEntre : Menuiserie Delorme, 3 rue du Bois, 21000 Dijon, donneur d'ordre,\net : Atelier Kessler, 9 rue du Lac, 21000 Dijon, sous-traitant.\n\nTarif : 41,00 € de l'heure.`,
    "Atelier Kessler",
    "Menuiserie Delorme",
  ],
  [
    `CONTRATO DE MANTENIMIENTO\n\nEntre la Comunidad de Propietarios Edificio Mirador, con CIF H29888777, representada por su presidenta Dña. Carmen Ruiz (en adelante, "el Cliente"), y Ascensores Costa Sur, S.A., con CIF A29111222 (en adelante, "la Empresa").\n\nEl Cliente abonará 95 € al mes.`,
    "Ascensores Costa Sur, S.A.",
    "Comunidad de Propietarios Edificio Mirador",
  ],
  [
    `CONTRATO\n\nDe una parte, Dña. Lucía Peña Gil, mayor de edad, con DNI 44555666T (la arrendataria), y de otra, Mudanzas Pepe, con domicilio en calle Sol 3, Murcia (el transportista).\n\nPrecio: 45 euros la hora.`,
    "Mudanzas Pepe",
    "Lucía Peña Gil",
  ],
  [
    `CONTRATTO DI MANUTENZIONE\n\nTRA\nScuola Materna Arcobaleno, Via dei Tigli 2, 25121 Brescia, nella persona della direttrice Anna Conti, di seguito denominata "la Committente"\nE\nTermoidraulica Ferri, Via Po 9, 25128 Brescia, di seguito denominata "la Ditta"\n\nIl canone è di € 90,00 al mese.`,
    "Termoidraulica Ferri",
    "Scuola Materna Arcobaleno",
  ],
  [
    `Lettera d'incarico\n\nCon la presente il sig. Ettore Vinci, Via Appia 30, Roma (committente), affida all'arch. Giulia Testa, Via Cavour 8, Roma (professionista), i lavori seguenti.\n\nCompenso: € 70,00 all'ora.`,
    "Giulia Testa",
    "Ettore Vinci",
  ],
  [
    `Overeenkomst van opdracht\n\nTussen Vereniging van Eigenaars Kadehuis, Kade 12, Gouda, verder te noemen "opdrachtgever", en Schoonmaak Team Gouda, Markt 3, Gouda, verder te noemen "opdrachtnemer".\n\nHet uurtarief is € 31,50.`,
    "Schoonmaak Team Gouda",
    "Vereniging van Eigenaars Kadehuis",
  ],
  [
    `Opdrachtovereenkomst\n\nOpdrachtgever: Bakkerij Smit, Dorpsplein 4, Ede\nOpdrachtnemer: Boekhouding Bos, Laan 8, Ede\n\nTarief: € 55,00 per uur.`,
    "Boekhouding Bos",
    "Bakkerij Smit",
  ],
  [
    `Contract onderhoud\n\nDe ondergetekenden: mevrouw A. van den Berg, wonende te Breda (opdrachtgeefster) en Tuinbedrijf Groenrijk, gevestigd te Breda (opdrachtnemer)\n\nPrijs per beurt € 60,00.`,
    "Tuinbedrijf Groenrijk",
    "A. van den Berg",
  ],
  [
    `CONTRATO DE PRESTAÇÃO DE SERVIÇOS\n\nEntre o Lar de São Roque, IPSS, com sede em Évora, na Rua da República 5, 7000-656 Évora, como primeiro outorgante (Cliente), e Lavandaria Branca, de Maria João Pinto, com sede em Évora, como segundo outorgante (Prestador).\n\nPreço: 1,90 € por kg.`,
    "Lavandaria Branca",
    "Lar de São Roque",
  ],
  [
    `INDEPENDENT CONTRACTOR AGREEMENT\n\nThis Agreement is between Red Barn Brewing Co., an Ohio corporation ("Company"), and Maya Ortiz, an individual ("Contractor").\n\nCompany shall pay Contractor $70 per hour.`,
    "Maya Ortiz",
    "Red Barn Brewing Co.",
  ],
  [
    `MAINTENANCE AGREEMENT\n\nThis maintenance agreement (the "Agreement") is by and between the Town of Ellery, a municipal corporation, and Upstate Lift Service, Inc.\n\nThe Town shall pay Upstate Lift Service, Inc. $120.00 per hour.`,
    "Upstate Lift Service, Inc",
    "Town of Ellery",
  ],
  [
    `Gardening terms\n\n1. Rate £22 per hour, invoiced monthly.\n2. From 1 March 2026 until 31 October 2026.\n\nSigned on behalf of the customer: Fairholme Nursing Home\n\nSigned on behalf of the contractor: Len Tapper Gardens`,
    "Len Tapper Gardens",
    "Fairholme Nursing Home",
  ],
  [
    `Vereinbarung Büroreinigung\n\nDie Stunde kostet 27,00 EUR.\n\nFür den Auftraggeber (Zahnarztpraxis Dr. Kolb):  ____________\n\nFür den Auftragnehmer (Putzteufel Mainz):  ____________`,
    "Putzteufel Mainz",
    "Zahnarztpraxis Dr. Kolb",
  ],
  // The rest of the first party's address stands before the second party, on whose line it does not belong.
  [
    `GRAIN STORAGE AGREEMENT\n\nParties\n\nMurray Silo Handlers Limited ("Murray"), 14 Quay Street, Nelson\n\nOtway Flour Mills Limited ("Customer"), 201 Mill Road, Alexandra\n\nMurray stores grain at $3.10 per tonne.`,
    "Murray Silo Handlers Limited",
    "Otway Flour Mills Limited",
  ],
];

describe("who an agreement is between", () => {
  it.each(papers)(
    "%#: persons, trade names and bodies by the words that introduce them",
    (text, seller, buyer) => {
      const agreement = agreementOf(text);
      expect([agreement.seller?.name, agreement.buyer?.name]).toEqual([seller, buyer]);
    },
  );

  it("means the company through which a person is introduced", () => {
    const { seller, buyer } = agreementOf(
      'HOSTING AGREEMENT\n\nThis Agreement is entered into by and between Nora Blythe, director of Fernside Cafe Ltd (hereinafter "Client"), and Owen Marsh, director of Marsh Web, LLC (hereinafter "Provider").\n\nProvider is paid $80 per hour.',
    );
    expect([seller?.name, buyer?.name]).toEqual(["Marsh Web, LLC", "Fernside Cafe Ltd"]);
  });

  it.each([
    "Dienstleistungsvertrag\n\n(Honorarkraft)\n\nDas Honorar beträgt 38,00 € je Stunde.",
    "Lettera d'incarico\n\n(committente)\n\nCompenso: € 70,00 all'ora.",
    "Service terms\n\nRate: $40 per hour.\n\nSignature (Customer): ____________",
    "Terms of work\n\nRate: £30 per hour.\n\nFor the client: 12 May 2026\n\nFor the contractor: 13 May 2026",
  ])("takes no sentence, title, label or date for a party: %#", (text) => {
    const { seller, buyer, parties } = agreementOf(text);
    expect([seller, buyer, ...parties]).toEqual([null, null]);
  });
});
