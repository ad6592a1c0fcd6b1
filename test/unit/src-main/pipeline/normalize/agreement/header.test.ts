import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of.ts";

/** Opening words of a contract and what they say: number, who is paid, who pays, and the law where it is chosen. */
const openings: readonly (readonly [
  title: string,
  text: string,
  expected: { number?: string | null; seller: string | null; buyer: string | null; law?: string | null },
])[] = [
  [
    "English, with states and offices",
    'CONSULTING AGREEMENT\n\nThis Consulting Agreement (the "Agreement"), reference no. TW/2025/031, is entered into as of the 4th day of May, 2025 by and between Tarn & Wolds Advisory LLC, a Vermont limited liability company having its principal office at 12 Mill Street, Montpelier, VT 05602 ("Consultant") and Lakeshore Transit Authority, a political subdivision of the State of Michigan ("Client").\n\nThis Agreement is governed by the laws of the State of Michigan.',
    {
      number: "TW/2025/031",
      seller: "Tarn & Wolds Advisory LLC",
      buyer: "Lakeshore Transit Authority",
      law: "Michigan",
    },
  ],
  [
    "English, numbered parties",
    'FRAMEWORK SUPPLY AGREEMENT\n\nAgreement No: FS-0092\n\nBETWEEN\n\n(1) OAKHAM JOINERY LIMITED (Company No. 05513377) whose registered office is at 4 Dock Lane, Hull HU1 2AB (the "Supplier"); and\n\n(2) BRENT SCHOOLS TRUST of 9 Park Road, London NW10 7AA (the "Customer").',
    { number: "FS-0092", seller: "OAKHAM JOINERY LIMITED", buyer: "BRENT SCHOOLS TRUST" },
  ],
  [
    "English, a part of the name in brackets",
    'SERVICES AGREEMENT\n\nMade on 3 June 2025 between (1) Corvane Asset Partners, L.P. a Delaware limited partnership of 10 Main Street, Boston, MA 02110 ("Corvane US"); and (2) Corvane Asset Partners (Europe) Limited, a private limited company registered in England and Wales ("Service Provider").',
    { seller: "Corvane Asset Partners (Europe) Limited", buyer: "Corvane Asset Partners, L.P." },
  ],
  [
    "English, short names that do not tell, but deeds do",
    'SUPPLY AGREEMENT\n\nThis agreement is made by and between Pellgrove Mills, Inc. ("Pellgrove") and Ansty Bakers LLC ("Ansty").\n\nPellgrove shall deliver flour weekly. Ansty shall pay Pellgrove within 30 days. Ansty orders in writing.',
    { seller: "Pellgrove Mills, Inc.", buyer: "Ansty Bakers LLC" },
  ],
  [
    'English, "Company" beside a client is who performs',
    'HOSTING AGREEMENT\n\nentered into by and between Marta Ruel (hereinafter referred to as "Client") and Webcroft Hosting, PLC (hereinafter referred to as "Company").',
    { seller: "Webcroft Hosting, PLC", buyer: "Marta Ruel" },
  ],
  [
    'English, "Company" beside a consultant is who pays',
    'CONSULTING AGREEMENT\n\nby and between Fennimore Labs, Inc. (the "Company") and Ines Calder, an individual ("Consultant").',
    { seller: "Ines Calder", buyer: "Fennimore Labs, Inc." },
  ],
  [
    "English, behind a cover and a table of contents",
    `MAINTENANCE AGREEMENT\n\n${Array.from({ length: 70 }, (_, index) => `${String(index + 1)}.1 Clause ${String(index)} ........ ${String(index)}`).join("\n\n")}\n\nThis Maintenance Agreement is entered into as of the 31 day of July, 2024 by and between Brackwater Wireless, LLC, an Ohio limited liability company ("Vendor") and Tollgate Mobility LLC ("TGM").`,
    { seller: "Brackwater Wireless, LLC", buyer: "Tollgate Mobility LLC" },
  ],
  [
    "English, made by, below a title without a full stop",
    'MANAGED PRINT AGREEMENT\n\nAgreement No. MP-311\n\nThis Managed Print Agreement is entered into on May 2, 2025 by Inkwell Systems, Inc. ("Inkwell") and Harrow Dental PLLC ("Customer").',
    { number: "MP-311", seller: "Inkwell Systems, Inc.", buyer: "Harrow Dental PLLC" },
  ],
  [
    "English, trading under another name",
    'DISTRIBUTION AGREEMENT\n\nbetween HARLAND METALS COMPANY, INC., an Ohio corporation, d/b/a SILVERLINE ("SILVERLINE") and Quillon Powders Corporation, a Delaware corporation ("QPC").\n\nQPC shall supply powders. SILVERLINE shall pay QPC monthly.',
    { seller: "Quillon Powders Corporation", buyer: "HARLAND METALS COMPANY, INC" },
  ],
  [
    "German, dashes around the short names, a legal form of three words",
    "Wartungsvertrag Nr. WV-2024-77\n\nzwischen\n\nAufzüge Reichlmair GmbH & Co. KG, Werkstraße 3, 93049 Regensburg\n\n– nachfolgend „Auftragnehmer“ –\n\nund\n\nWohnbau Donauwald eG, Am Ring 8, 94469 Deggendorf\n\n– nachfolgend „Auftraggeber“ –\n\nEs gilt deutsches Recht.",
    {
      number: "WV-2024-77",
      seller: "Aufzüge Reichlmair GmbH & Co. KG",
      buyer: "Wohnbau Donauwald eG",
      law: "deutsches",
    },
  ],
  [
    "German, brackets, represented by",
    "Dienstleistungsvertrag\n\nzwischen der Lindhorst Software AG, Hafenweg 2, 20457 Hamburg, vertreten durch den Vorstand (im Folgenden „Dienstleister“ genannt) und der Stadtwerke Aue GmbH, Marktplatz 1, 08280 Aue (im Folgenden „Kunde“ genannt)",
    { seller: "Lindhorst Software AG", buyer: "Stadtwerke Aue GmbH" },
  ],
  [
    "French, capital and register",
    "CONTRAT DE MAINTENANCE n° CM-2025-118\n\nEntre les soussignés :\n\nLa société CLIMATISATION DU VEXIN SAS, au capital de 50 000 €, immatriculée au RCS de Pontoise sous le n° 412 556 980, dont le siège social est situé 3 rue du Moulin, 95300 Pontoise, ci-après dénommée « le Prestataire »,\n\nEt\n\nLa société LES TROIS CHÊNES SCI, 14 avenue Foch, 95000 Cergy, ci-après dénommée « le Client ».\n\nLe présent contrat est régi par le droit français.",
    {
      number: "CM-2025-118",
      seller: "CLIMATISATION DU VEXIN SAS",
      buyer: "LES TROIS CHÊNES SCI",
      law: "français",
    },
  ],
  [
    "Spanish, one part and the other",
    "CONTRATO DE PRESTACIÓN DE SERVICIOS N.º CS-77/2025\n\nEn Sevilla, a 3 de marzo de 2025\n\nREUNIDOS\n\nDe una parte, LIMPIEZAS TRIANA, S.L., con CIF B41888777 y domicilio en calle Betis 4, 41010 Sevilla (en adelante, «el Prestador»).\n\nDe otra parte, HOTELES GIRALDA, S.A., con CIF A41555222 y domicilio en avenida de la Palmera 20, 41012 Sevilla (en adelante, «el Cliente»).",
    { number: "CS-77/2025", seller: "LIMPIEZAS TRIANA, S.L.", buyer: "HOTELES GIRALDA, S.A." },
  ],
  [
    "Italian, in seguito",
    "CONTRATTO DI APPALTO DI SERVIZI n. 14/2025\n\nTra\n\nServizi Adige S.r.l., con sede legale in Verona, via Roma 8, 37121 Verona, P. IVA 03344550231 (di seguito «Fornitore»)\n\ne\n\nCantine Valpolicella S.p.A., con sede in via Monti 2, 37029 San Pietro in Cariano (di seguito «Committente»)",
    { number: "14/2025", seller: "Servizi Adige S.r.l.", buyer: "Cantine Valpolicella S.p.A." },
  ],
  [
    "Dutch, hierna",
    'RAAMOVEREENKOMST DIENSTVERLENING\n\nNummer: RO-2024-12\n\nDe ondergetekenden:\n\n1. Veldkamp Installatie B.V., gevestigd te Deventer aan de Snipperlingsdijk 10 (7417 BJ), KvK 08112233, hierna: "Opdrachtnemer";\n\n2. Stichting Woonzorg Salland, gevestigd te Raalte, Markt 1 (8102 CK), hierna: "Opdrachtgever";\n\nkomen overeen:',
    { number: "RO-2024-12", seller: "Veldkamp Installatie B.V.", buyer: "Stichting Woonzorg Salland" },
  ],
  [
    "Portuguese, adiante designada",
    "CONTRATO DE PRESTAÇÃO DE SERVIÇOS n.º 31/2025\n\nEntre:\n\nJardins do Tejo, Lda., com sede na Rua da Alegria 5, 1250-006 Lisboa, NIPC 509111222, adiante designada por «Prestador»;\n\ne\n\nCondomínios Alvorada, S.A., com sede na Avenida da Liberdade 90, 1250-145 Lisboa, adiante designada por «Cliente»;",
    { number: "31/2025", seller: "Jardins do Tejo, Lda.", buyer: "Condomínios Alvorada, S.A." },
  ],
];

describe("who makes an agreement", () => {
  it.each(openings)("%s", (_, text, expected) => {
    const agreement = agreementOf(text);
    expect({
      seller: agreement.seller?.name ?? null,
      buyer: agreement.buyer?.name ?? null,
      ...("number" in expected ? { number: agreement.number } : {}),
      ...("law" in expected ? { law: agreement.governingLaw } : {}),
    }).toEqual(expected);
  });

  it("takes a doctor who signs behind the word for a side for no party", () => {
    const agreement = agreementOf(
      "CLEANING CONTRACT\n\nPROVIDER: Bright Sill LLC, 4 Pond Road, Bath, ME 04530\nCLIENT: Sorrel Eye Care, P.A., 9 High St, Bath, ME 04530\n\nTERMS\n1. RATES: Night cleaning: $41 / hour\n2. PAYMENT TERMS: Net 15 days from invoice date.\n3. TERMINATION: 30 days written notice.\n\nSIGNATURES\nPROVIDER: Joan Tully, Owner    CLIENT: Dr. Luis Marr, Managing Partner",
    );
    expect([agreement.seller?.name, agreement.buyer?.name]).toEqual([
      "Bright Sill LLC",
      "Sorrel Eye Care, P.A.",
    ]);
  });

  it("takes defined words of other things for no party", () => {
    const agreement = agreementOf(
      'AGREEMENT\n\nbetween Ansel Tools, Inc. ("Seller") and Rowe Farms LLC ("Buyer"). Seller owns the mower line (the "Products") and the platform ("Software") sold through Dane Parts Corporation ("Dane").',
    );
    expect([
      agreement.seller?.name,
      agreement.buyer?.name,
      agreement.parties.map(({ name }) => name),
    ]).toEqual(["Ansel Tools, Inc.", "Rowe Farms LLC", []]);
  });

  it("reads labels and names in turn along a row, and names below labels that share a row", () => {
    const inTurn = agreementOf(
      "ORDER FORM\n\n| Provider | Quayside Apps, Inc. 9 Pier Road, Salem, MA 01970 | Customer | Merrin Outdoor, LLC |\n| Subscription start | March 1, 2026 | Subscription term | 12 months |",
    );
    const below = agreementOf(
      "ORDER FORM\n\n| Provider | Customer |\n| Quayside Apps, Inc. | Merrin Outdoor, LLC |",
    );
    for (const agreement of [inTurn, below])
      expect([agreement.seller?.name, agreement.buyer?.name]).toEqual([
        "Quayside Apps, Inc.",
        "Merrin Outdoor, LLC",
      ]);
  });

  it("ends a labeled name where a wide gap begins another column", () => {
    const agreement = agreementOf(
      "ESTIMATE\n\nHollis Fencing LLC\n\nPrepared for: Alder Court HOA                 Good through June 30",
      "estimate",
    );
    expect(agreement.buyer?.name).toBe("Alder Court HOA");
  });
});

describe("the number of an agreement", () => {
  it.each([
    ["Statement of Work No. 2\n\nSOW reference: QC-SOW-2", "QC-SOW-2"],
    ["SERVICE AGREEMENT\n\nCompany No. 0998877\n\nContract number 4711-A", "4711-A"],
    ["CONTRATTO\n\nContratto n. 88/B del 3 marzo 2025", "88/B"],
    ["OFFERTE\n\nOffertenummer: 2025-0031", "2025-0031"],
    ["SERVICE AGREEMENT\n\nDate: 2025-03-04", null],
  ])("%s", (text, number) => {
    expect(agreementOf(text).number).toBe(number);
  });
});

describe("whether an agreement is signed", () => {
  const closing = (lines: string): string =>
    agreementOf(
      `SERVICE AGREEMENT\n\nbetween Ansel Tools, Inc. ("Seller") and Rowe Farms LLC ("Buyer").\n\n1. Fees are $90 per hour.\n\n2. Invoices are due in 30 days.\n\n${lines}`,
    ).standing;

  it.each([
    ["Signed for Ansel Tools, Inc.: ____________________  Date: ____________"],
    ["Signed for and on behalf of Rowe Farms LLC: ________"],
    ["Für den Auftraggeber: ______________"],
    ["Pour le client : ______________"],
    ["Por el cliente: ____________"],
    ["Getekend namens Rowe Farms LLC: __________"],
    ["By: ______________"],
  ])("%s is not", (line) => {
    expect(closing(line)).toBe("unsigned");
  });

  it.each([
    ["Signed for Ansel Tools, Inc.: M. Ansel  Date: 3 March 2026"],
    ["Für den Auftraggeber: gez. K. Rowe"],
    ["Pour le client : J. Rowe"],
    ["By: /s/ K. Rowe"],
  ])("%s is", (line) => {
    expect(closing(line)).toBe("in-force");
  });
});
