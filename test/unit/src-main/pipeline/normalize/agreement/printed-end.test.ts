import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../../../../../src-shared/model/index.ts";
import { agreementOf } from "./agreement-of.ts";

const lifeOf = (text: string, kind: DocumentKind): readonly (string | null)[] => {
  const { from, to } = agreementOf(text, kind);
  return [from, to];
};

describe("an end that stands alone", () => {
  it.each([
    [
      "agreement",
      "Rate schedule PX 9\n\nEffective January 1 2026. Cancels PX 8. Expires December 31 2026.\n\nLinehaul $2.10 per mile.",
      "2027-01-01",
    ],
    [
      "agreement",
      "Project agreement\n\n23 January 2026\n\nLabels 540 pounds each.\n\nThis agreement runs to 31 July 2026.",
      "2026-08-01",
    ],
    [
      "agreement",
      "Contrato de arrendamiento\n\nArriendos Norte, S.A. de C.V. da en renta un montacargas, a partir de la entrega y hasta el 31 de marzo de 2027.\n\nRenta $20,000.00 mensuales.",
      "2027-04-01",
    ],
    [
      "agreement",
      "Lettre de mission\n\nForfait 9 000 € HT.\n\nLa mission débute le 9 mars 2026 et prend fin à la réception, au plus tard le 18 décembre 2026.",
      "2026-12-19",
    ],
    ["estimate", "Angebot 12\n\nFenster außen 3,10 € je m².\n\nPreise gültig bis 31.12.2026.", "2027-01-01"],
    [
      "estimate",
      "Quotation Q 7\n\nWe quote the following, delivered, firm for pours through August 31, 2026:\n\nConcrete $150.00 per yard.",
      "2026-09-01",
    ],
    [
      "agreement",
      "Servizio di traduzione\n\nLe condizioni per tutto il 2026:\n\nTraduzione 0,09 € a parola.",
      "2027-01-01",
    ],
    [
      "agreement",
      "Tarieven\n\nDeze tarieven gelden voor heel 2026.\n\nMonteur € 62,50 per uur.",
      "2027-01-01",
    ],
    [
      "agreement",
      "Transporte escolar\n\nCurso 2025/2026 (8 de septiembre de 2025 a 19 de junio de 2026).\n\nRuta 1: 168,00 € al día.",
      "2026-06-20",
    ],
    [
      "agreement",
      "Wartungsvertrag\n\n11. Laufzeit\n\nDer Vertrag beginnt am 1. April 2026 und läuft fünf Jahre.\n\nWartung 420,00 € je Quartal.",
      "2031-04-01",
    ],
  ] as const)("%s %#", (kind, text, to) => {
    expect(lifeOf(text, kind)[1]).toBe(to);
  });

  it.each([
    [
      "estimate",
      "Quotation Q 7\n\nConcrete $150.00 per yard.\n\nThis quotation is valid until August 31, 2026.",
    ],
    ["agreement", "Rahmenvertrag\n\nStundensatz 92,00 EUR.\n\nDie Stundensätze sind bis 31.12.2026 fest."],
    [
      "agreement",
      "Agreement\n\nThe Client shall return the signed agreement by 31 March 2026.\n\nFee $900 per month.",
    ],
    ["agreement", "Agreement\n\nFee $900 per month.\n\nThe discount ends on 31 March 2026."],
  ] as const)("is none in %s %#", (kind, text) => {
    expect(lifeOf(text, kind)[1]).toBeNull();
  });
});
