import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const offers = {
  en: "QUOTATION Q-118\n\nTo: Hollin Dairy Ltd\n\nFrom: Marsh Electrical Ltd\n\nCall-out: £ 65.00 each. Labour: £ 42.00 per hour.\n\n",
  de: "ANGEBOT A-118\n\nAn: Molkerei Hollin GmbH\n\nVon: Elektro Marsch GmbH\n\nDie Stunde kostet 58,00 €. Anfahrt 35,00 € je Einsatz.\n\n",
  fr: "DEVIS D-118\n\nClient : Laiterie Hollin SARL\n\nPrestataire : Marais Électricité SARL\n\nL'heure est facturée 52,00 €.\n\n",
  es: "PRESUPUESTO P-118\n\nPara: Lácteos Hollín, S.L.\n\nDe: Electricidad Marisma, S.L.\n\nLa hora cuesta 38,00 €.\n\n",
  it: "PREVENTIVO P-118\n\nPer: Latteria Hollin S.r.l.\n\nDa: Elettrica Palude S.r.l.\n\nL'ora costa 36,00 €.\n\n",
  pt: "ORÇAMENTO O-118\n\nPara: Lacticínios Hollin, Lda.\n\nDe: Eletro Paul, Lda.\n\nA hora custa 30,00 €.\n\n",
  nl: "OFFERTE O-118\n\nAan: Zuivel Hollin B.V.\n\nVan: Moeras Elektra B.V.\n\nHet uurtarief bedraagt € 48,00 per uur.\n\n",
} as const;

const accepted: readonly (readonly [keyof typeof offers, string])[] = [
  ["en", "Confirmed: Ruth Hollin, Director, 8 January 2026"],
  ["en", "Accepted by R. Hollin on 8 January 2026"],
  ["en", "Order confirmed, R. Hollin, 8 January 2026"],
  ["de", "Auftrag erteilt ab 01.02.2026: S. Hollin"],
  ["de", "Angenommen lt. Beschluss des Vorstands vom 08.01.2026"],
  ["de", "Angebot angenommen am 08.01.2026, gez. S. Hollin"],
  ["fr", "Acceptée le 8 janvier 2026 : Rose Hollin, directrice générale"],
  ["fr", "Devis approuvé, le 8 janvier 2026, R. Hollin"],
  ["es", "Aceptada 08-01-2026"],
  ["es", "Conforme: Rosa Hollín, 8/1/2026"],
  ["it", "Confermato: R. Hollin, 08/01/2026"],
  ["it", "Per accettazione: R. Hollin, 8 gennaio 2026"],
  ["pt", "Aceite: Rosa Hollin – 08/01/2026"],
  ["pt", "Proposta aprovada em 08/01/2026, R. Hollin"],
  ["nl", "Voor akkoord:   R. Hollin     Uithoorn, 08-01-2026"],
  ["nl", "Goedgekeurd door R. Hollin, 8 januari 2026"],
  // Whoever pays signs beside whoever offers.
  ["pt", "Pela prestadora: não aplicável. Pelo prestador: E. Paul    Pelo cliente: Rosa Hollin"],
  ["nl", "Voor de leverancier: T. Moeras    Voor de klant: R. Hollin"],
  ["en", "For the Supplier: T. Marsh\n\nFor the Customer: Ruth Hollin"],
  ["it", "Per il fornitore: T. Palude    Per il cliente: R. Hollin"],
  // The yes that ends a paragraph of conditions.
  [
    "es",
    "Los materiales se guardan en la nave del cliente. Los plazos se cuentan desde el pedido. No incluye obra civil ni permisos. La garantía es de dos años. Aceptado por Lácteos Hollín, S.L.: Rosa Hollín, gerente, 8 de enero de 2026. Pedido LH-20.",
  ],
];

const open: readonly (readonly [keyof typeof offers, string])[] = [
  ["en", "Confirmed: ____________________ Date: __________"],
  ["en", "Prices are confirmed until 8 March 2026."],
  ["en", "To be accepted before 8 March 2026 by the customer."],
  ["de", "Auftrag erteilt: ______________ Datum: __________"],
  ["de", "Das Angebot gilt als angenommen, wenn Sie es bis 08.03.2026 unterschreiben."],
  ["fr", "Devis à retourner accepté avant le 8 mars 2026."],
  ["es", "Conforme: ______________"],
  ["it", "Per accettazione: ______________"],
  ["pt", "Aceite: ______________"],
  ["nl", "Voor akkoord: ______________"],
  ["pt", "Pelo prestador: E. Paul    Pelo cliente: ____________"],
  ["en", "For the Supplier: T. Marsh\n\nFor the Customer: ____________"],
];

describe("an offer that somebody said yes to", () => {
  it.each(accepted)("holds (%s): %s", (language, line) => {
    expect(agreementOf(offers[language] + line, "estimate")?.standing).toBe("in-force");
  });

  it.each(open)("is only offered (%s): %s", (language, line) => {
    expect(agreementOf(offers[language] + line, "estimate")?.standing).not.toBe("in-force");
  });
});
