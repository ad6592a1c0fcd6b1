import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const sidesOf = (
  text: string,
  kind: "agreement" | "estimate" | "amendment",
): readonly (string | undefined)[] => {
  const { seller, buyer } = agreementOf(text, kind);
  return [seller?.name, buyer?.name];
};

describe("the sides of letters and offers", () => {
  it.each([
    [
      "estimate",
      "VELDT WATERBORE CC\n\n3 March 2026\n\nBergview Guest Farm (Pty) Ltd\n\nQUOTATION VW 77\n\nDrilling R 480.00 per metre.\n\nPayment within 14 days.\n\nAccepted: L. Jacobs, for Bergview Guest Farm (Pty) Ltd, 9 March 2026",
      "VELDT WATERBORE CC",
      "Bergview Guest Farm (Pty) Ltd",
    ],
    [
      "agreement",
      "Schedule of Rates\n\nAmber Road Services Pty Ltd ABN 84 612 330 917 for Inland Civil (QLD) Pty Ltd\n\nTraffic controller $64.50 per hour.\n\nAgreed: M. Farr, Inland Civil, 18/06/2025",
      "Amber Road Services Pty Ltd",
      "Inland Civil (QLD) Pty Ltd",
    ],
    [
      "agreement",
      "Contract no. HC 9\n\nOwner: Southland Access Limited, 4 Mill Road\nHirer: Rakaia Homes Limited, 9 Hill Street\n\nTower $95.00 per week.",
      "Southland Access Limited",
      "Rakaia Homes Limited",
    ],
    [
      "agreement",
      "CONTRATO DE SUBEMPREITADA\n\nEntre Construções Avelar, S.A. (NIPC 501 774 331), empreiteiro, e Rebocos do Lima, Unipessoal Lda. (NIPC 515 208 992), subempreiteiro, para a obra.\n\nReboco 9,40 € por m2.",
      "Rebocos do Lima, Unipessoal Lda.",
      "Construções Avelar, S.A.",
    ],
    [
      "agreement",
      "Vertrag über die Unterhaltsreinigung\n\nzwischen der Pensionskasse Valära, Steinweg 12, 7000 Chur und der Zingg Facility AG, Ringstrasse 31, 7001 Chur\n\nZingg erbringt die Reinigung. Geräte stellt Zingg.\n\nPreis CHF 62.– pro Reinigung.",
      "Zingg Facility AG",
      "Pensionskasse Valära",
    ],
    [
      "estimate",
      "Oferta O-31\n\nPara: Cooperativa San Mateo, S.C.A., Polígono 4\nDe: Ingeniería Turó, S.L.P., Carrer Major 8\n\nVisita de obra 390 € cada una.",
      "Ingeniería Turó, S.L.P.",
      "Cooperativa San Mateo, S.C.A.",
    ],
  ] as const)("%s %#", (kind, text, seller, buyer) => {
    expect(sidesOf(text, kind)).toEqual([seller, buyer]);
  });

  it("takes who signs for both sides for neither", () => {
    expect(
      sidesOf(
        "Terms\n\nMowing £30 per hour.\n\nNet 14 days.\n\nAgreed for Birch Lawn Ltd: A. Bell, 4 May 2026\n\nAgreed for Alder Inn Ltd: C. Dunn, 5 May 2026",
        "agreement",
      ).filter((name) => name !== undefined).length,
    ).not.toBe(1);
  });

  it("guesses the sides of two parties that nothing else tells apart, and says that it does", () => {
    const { seller, buyer, parties, areSidesGuessed } = agreementOf(
      "Agreement\n\nThis Agreement is made between Birch Holdings Ltd and Alder Trading Ltd on 4 May 2026.\n\nThe price is £30.00 per hour.",
      "agreement",
    );
    expect(new Set([seller?.name, buyer?.name])).toEqual(
      new Set(["Birch Holdings Ltd", "Alder Trading Ltd"]),
    );
    expect(parties).toEqual([]);
    expect(areSidesGuessed).toBe(true);
  });

  it("guesses nothing where words give the sides", () => {
    expect(
      agreementOf(
        "Agreement\n\nSupplier: Birch Holdings Ltd\nCustomer: Alder Trading Ltd\n\nThe price is £30.00 per hour.",
        "agreement",
      ).areSidesGuessed,
    ).toBeUndefined();
  });

  it("tells the sides of a mail by the mailboxes of its firms", () => {
    const { seller, buyer } = agreementOf(
      "From: Compras <compras@harina-sur.example>\n\nTo: Comercial <comercial@transporte-andino.example>\n\nSubject: contrato 19\n\nDe acuerdo Harina Sur S.A. con lo hablado con Transporte Andino S.L.: el flete cuesta 48,00 € por tonelada.",
      "message",
    );
    expect([seller?.name, buyer?.name]).toEqual(["Transporte Andino S.L.", "Harina Sur S.A."]);
  });

  it("takes who buys for a firm on its order for no party", () => {
    const { seller, buyer } = agreementOf(
      "OFFICINE ZANI S.p.A.\n\nORDINE DI ACQUISTO N. 4501-26\n\nBuyer: Ivana Sarto\n\nSpett.le METRICA BRENTA S.r.l.\n\nTaratura manometro € 41,00 cadauno.",
      "purchase-order",
    );
    expect([seller?.name, buyer?.name]).not.toContain("Ivana Sarto");
  });

  it("guesses the side of who writes an offer to nobody that is found", () => {
    const { seller, areSidesGuessed } = agreementOf(
      "KESTREL OAK ARCHITECTS, P.C.\n1220 Walnut Street\n\nDear Renee\n\nWe are pleased to offer our services. Our fee is $140.00 per hour.",
      "agreement",
    );
    expect([seller?.name, areSidesGuessed]).toEqual(["KESTREL OAK ARCHITECTS, P.C.", true]);
  });
});
