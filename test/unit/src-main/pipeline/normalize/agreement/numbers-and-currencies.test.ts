import { describe, expect, it } from "vitest";
import { agreementOf, contractWith, termsOf, valuesOf } from "./agreement-of.ts";

const papers: readonly (readonly ["agreement" | "estimate" | "purchase-order", string, string | null])[] = [
  [
    "agreement",
    "Accord-cadre de services de traduction\n\nRéférence : AC-DLV-2026\n\nEntre A SRL et B SA",
    "AC-DLV-2026",
  ],
  [
    "purchase-order",
    "ASSURANCES DELVAUX SA | BON DE COMMANDE / BESTELBON\n\nNo | 4500081133\n\nDate | 03.09.2026\n\nFournisseur : 70118 PLUMEVERTE SRL Contrat : AC-DLV-2026",
    "4500081133",
  ],
  ["agreement", "PÓLIZA DE SOPORTE Y MANTENIMIENTO\n\nFolio PS-0771\n\nQue celebran", "PS-0771"],
  [
    "agreement",
    "ASSIGNMENT DETAILS FORM - supply of temporary workers\n\nIssued under our Terms of Business (v9, Jan 2026) Ref LHR/A/30712",
    "LHR/A/30712",
  ],
  [
    "agreement",
    "Schedule of Rates 2025-26\n\nAmber Road ABN 84 612 330 917\n\nAgreement AR-CC-25 • 1 July 2025 to 30 June 2026",
    "AR-CC-25",
  ],
  ["agreement", "Winter Service Contract 2025/26\n\nContract ref. HG-W25-21", "HG-W25-21"],
  ["agreement", "Lettre de mission\n\nRéf. LM 2210/2026", "LM 2210/2026"],
  ["agreement", "CONTRATO DE SUBEMPREITADA N.º 2026/31\n\nEntre A", "2026/31"],
  ["agreement", "TARIFFARIO 2026 n. VT-26/044 | riservato a: | Latteria", "VT-26/044"],
  ["estimate", "Angebot 1188 / 26\n\nSehr geehrte Damen und Herren", "1188 / 26"],
  ["estimate", "PRESUPUESTO | P-26/093\n\nFecha | 11/05/2026", "P-26/093"],
  [
    "estimate",
    "Lindenstraße 31\n\nHausverwaltung Kolb Unser Zeichen: wb/ks\n\nz. Hd. Frau Kolb Angebot Nr. 26-0771",
    "26-0771",
  ],
  ["estimate", "AUTOCARES LA SIERRA Presupuesto 25/R-0102\n\nCtra. 12", "25/R-0102"],
  ["agreement", "Agenturvertrag AV 2026-033\n\nzwischen", "AV 2026-033"],
  ["agreement", "Service Order\n\nRef. KD-77 Date: 14 April 2026", "KD-77"],
  ["agreement", "CONTRATTO DI APPALTO\n\nProt. 88/2026\n\nTra il Condominio", "88/2026"],
  ["agreement", "Wartungsvertrag\n\nVertragsnummer: WV 2026-17", "WV 2026-17"],
  ["estimate", "QUOTATION BW 518 - one production borehole, 165 mm", "BW 518"],
  ["estimate", "Offerte Nr. 26.0412: Ersatz Zimmertüren", "26.0412"],
  [
    "agreement",
    "ORDER FORM NO. | EFFECTIVE DATE\n\nOF-SG-2230 | 1 February 2026\n\n71 Anson Crescent #04-21",
    "OF-SG-2230",
  ],
  ["agreement", "Bestellformular\n\nAbo-Nr. ABO-61277\n\nKunde: X AG", "ABO-61277"],
  ["agreement", "CONTRATO DE ALQUILER DE GRÚA\n\nNúm. ALQ-2026/0077\n\nEn Huesca", "ALQ-2026/0077"],
  [
    "agreement",
    "Wartungsvertrag\n\nAufzugsanlagen – GZ. 212/2025-BAU\n\nabgeschlossen zwischen",
    "212/2025-BAU",
  ],
  [
    "agreement",
    "OVEREENKOMST VAN OPDRACHT\n\nkenmerk FIN/2026/0318\n\nStichting De Linde, ingeschreven onder nummer 40112233",
    "FIN/2026/0318",
  ],
  ["agreement", "SERVICES AGREEMENT\n\nBETWEEN\n\nHALTON CONDOMINIUM CORPORATION NO. 2210", null],
  [
    "estimate",
    "LETTER PROPOSAL\n\nMarten Geo Ltd.\n\n#310 - 88 Wharf St, Victoria BC\n\nFile 25-4410",
    "25-4410",
  ],
  ["agreement", "Hire rates\n\nPrice list PL-ACC-9 | good until 30 June 2026", "PL-ACC-9"],
  ["agreement", "Hoja de encargo\n\nNº de encargo: EG-208", "EG-208"],
  ["purchase-order", "PURCHASE ORDER\n\nYour quotation no. Q-7741\n\nAccount 20993", null],
  ["agreement", "Maintenance agreement\n\nCastle Lifts Ltd, 4 Mill Road, Portland, ME 04101", null],
  ["agreement", "Service agreement\n\nTel. 0171 555 0117\n\nVAT no. GB 123 4567 89", null],
  ["agreement", "Service agreement\n\nInvoices quote our PO number. Price 1,250.00", null],
  ["agreement", "Rates 2026/27\n\nMowing £30 per hour", null],
];

const bare = (text: string | null): string | null => text?.replace(/[^a-z\d]/gi, "").toLowerCase() ?? null;

describe("the number of a paper", () => {
  it.each(papers)("%s: %s", (kind, text, number) => {
    expect(bare(agreementOf(`${text}\n\nWork is paid by the hour.`, kind).number)).toBe(bare(number));
  });
});

describe("the currency of a paper", () => {
  it.each([
    ["RFC FXB9803126T8\n\nEL CLIENTE pagará $18,500.00 cada mes.", "MXN"],
    ["Rush Couriers Inc., Mississauga\n\nOne run $8.75. HST 13 % extra.", "CAD"],
    ["Facility Services, GSTIN 27AAKFN5521B1Z6\n\nRs. 18,500 per month.", "INR"],
    ["Boorwerke CC\n\nDrilling R 480.00 per metre, rig R 4 800.00.", "ZAR"],
    ["Schreinerei Gerber\n\nAnpassung 6 Std à Fr. 98.–", "CHF"],
    ["Service | Unit | Rate (AUD ex GST)\n\nMowing | visit | 180.00", "AUD"],
    ["Fournisseur TVA BE 0642.118.907\n\nConditions générales 9.400 mots à 0,13", "EUR"],
    ["Scaffolding Ltd, NZBN 9429 0412 55118\n\nHire $204.80 per week.", "NZD"],
    ["Order R 480.00 of the shop in Leeds\n\nCleaning per hour.", null],
    ["Garden work\n\nMowing 30.00 per hour.", null],
  ])("%s", (text, currency) => {
    expect(agreementOf(`Service agreement\n\n${text}`).currency).toBe(currency);
  });
});

describe("a table of figures that nobody can tell apart", () => {
  const rows = Array.from({ length: 9 }, (_, at) => `Licence ${10 + at}.00 EUR each`);

  it("leaves one contradiction to ask by, and not one for each row", () => {
    const fees = agreementOf(
      contractWith(rows.map((row) => row.replace("Licence", "The licence is")).join("\n")),
    ).terms;
    expect(fees.filter(({ type }) => type === "rate" || type === "fixed-fee")).toHaveLength(1);
  });

  it("reads ports and revisions beside a slash for no soles", () => {
    expect(termsOf("Rack 4 holds switch E/1 and S/6.")).toEqual([]);
    expect(valuesOf("rate", "The rate is S/ 48.50 per hour.")).toEqual([
      expect.objectContaining({ price: "48.50" }),
    ]);
  });
});
