import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { bodyNames } from "../../../../../../src-main/pipeline/normalize/agreement/header/body-names.ts";
import { agreementOf } from "./agreement-of.ts";

const sidesOf = (text: string, kind: DocumentKind): readonly (string | undefined)[] => {
  const { seller, buyer } = agreementOf(text, kind);
  return [seller?.name, buyer?.name];
};

describe("who writes and who signs", () => {
  it.each([
    [
      "a letter of award",
      "agreement",
      "Thorney Fen Parish Council\n\nThe Clerk, 4 Mill Road, PE26 2UA\n\n6 March 2025\n\nWash Green Services Ltd, Wood Farm, March\n\nDear Mr Peck\n\nGROUNDS CONTRACT TF/2025 – AWARD\n\nI am pleased to say that the Council resolved to accept your tender.\n\nMowing £118.00 per visit.",
      "Wash Green Services Ltd",
      "Thorney Fen Parish Council",
    ],
    [
      "people who sign for both sides",
      "agreement",
      "GREAT BASIN CARRIERS INC        MC-120114\n\nElko NV\n\nCONTRACT RATE SCHEDULE for LAMOILLE FEED CO, Wells NV\n\nLinehaul $2.30 per mile\n\nStop-off $70.00 per stop\n\nCharges are due 30 days from date of freight bill.\n\nClaims within 180 days.\n\nShipper: K. Ames 12-11-25   Carrier: D. Orr 12-10-25",
      "GREAT BASIN CARRIERS INC",
      "LAMOILLE FEED CO",
    ],
    [
      "a firm with its calling and street below",
      "agreement",
      "DUNNE & RYAN LLP\n\nSolicitors\n\n14 Glentworth Street, Limerick\n\n11 February 2026\n\nMs Aoife Daly\n\nSionna Bakeries Limited\n\nDock Road, Limerick\n\nThank you for instructing us.\n\nWe charge for time at €290 per hour.",
      "DUNNE & RYAN LLP",
      "Sionna Bakeries Limited",
    ],
    [
      "a yes by mail for a body",
      "message",
      "From: Verwaltung Seestrasse <info@verwaltung.example>\nTo: Urs Graf <urs@elektro.example>\nSubject: AW: Offerte 311\n\nGuten Tag Herr Graf\n\nIm Namen der Stockwerkeigentümergemeinschaft Seestrasse 9 erteilen wir Ihnen den Auftrag.\n\nFreundliche Grüsse\nVera Huber\n\nAm 17.08.2026 um 16:44 schrieb Urs Graf:\n\n> Offerte 311\n>\n> Elektroinstallateur CHF 112.00 pro Stunde\n> Servicewagen CHF 35.00 pro Tag\n>\n> Urs Graf, Elektro Graf AG, Thun",
      "Elektro Graf AG",
      "Stockwerkeigentümergemeinschaft Seestrasse 9",
    ],
    [
      "a freelancer who offered by mail",
      "message",
      "From: Marketing Cavas Ribera <marketing@cavas.example>\nTo: Elena Prats <hola@prats.example>\nSubject: RE: Presupuesto\n\nHola Elena:\n\nNos encaja, adelante.\n\nBerta Soler\nCavas Ribera, S.A.\n\nEl vie, 28 ago 2026 a las 10:05, Elena Prats Molina escribió:\n> Hola Berta, te paso números:\n>\n> Jornada completa: 640 € cada jornada\n>\n> Elena",
      "Elena Prats Molina",
      "Cavas Ribera, S.A.",
    ],
  ] as const)("%s", (_, kind, text, seller, buyer) => {
    expect(sidesOf(text, kind)).toEqual([seller, buyer]);
  });

  it.each([
    ["A la atención del Colegio Virgen del Prado", "Colegio Virgen del Prado"],
    ["pour Coopérative horticole des Moulins, Terrebonne", "Coopérative horticole des Moulins"],
    ["Cabinet dentaire Ozon & Associés", "Cabinet dentaire Ozon & Associés"],
    ["Tra il Condominio Le Magnolie, via Emilia 90", "Condominio Le Magnolie"],
    ["SRI GANESH TRAVELS", "SRI GANESH TRAVELS"],
    ["J Nowak Plumbing & Heating, 19 Nile Road", "J Nowak Plumbing & Heating"],
  ])("knows a body by its noun: %s", (text, name) => {
    expect(bodyNames(text).map(({ start, end }) => text.slice(start, end))).toContain(name);
  });

  it.each(["The Council may ask for fewer visits.", "Additional Services", "Master Services Agreement"])(
    "takes no body from %s",
    (text) => {
      expect(bodyNames(text)).toEqual([]);
    },
  );
});
