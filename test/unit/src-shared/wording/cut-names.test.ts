import { describe, expect, it } from "vitest";
import {
  asksForAcceptance,
  compareNames,
  isCutName,
  readsLikeExtraWork,
} from "../../../../src-shared/wording/index.ts";

describe("a name of which words were lost", () => {
  it.each([
    ["Treuhand AG", "Lutz & Aebischer Treuhand AG"],
    ["Autohaus Strothmann GmbH & Co. KG", "An Autohaus Strothmann GmbH & Co. KG"],
    ["S.A. de C.V.", "Renta y Maniobras del Norte, S.A. de C.V."],
    ["Bakkerij", "Bakkerij Van Zanten B.V."],
    ["SCAFFOLDING LTD", "Trent Vale Scaffolding Ltd"],
  ])("%s of %s", (short, long) => {
    expect(isCutName(short, long)).toBe(true);
    expect(isCutName(long, short)).toBe(true);
  });

  it.each([
    ["Acme Ltd", "Acme UK Ltd"],
    ["Acme Ltd", "Acme Holding Ltd"],
    ["Acme GmbH", "Acme AG"],
    ["Acme GmbH", "Nacme GmbH"],
    ["Hollin Holding GmbH", "Hollin GmbH"],
    ["Müller Bau GmbH", "Müller Tiefbau GmbH"],
    ["Асme Ltd", "North Acme Ltd"],
  ])("never %s of %s", (one, other) => {
    expect(isCutName(one, other)).toBe(false);
  });
});

describe("the same words in another order", () => {
  it("are one company under one legal form, and a question under another", () => {
    expect(compareNames("Moosbrugger Tischlerei GmbH & Co KG", "Tischlerei Moosbrugger GmbH & Co KG")).toBe(
      "same",
    );
    expect(compareNames("Moosbrugger Tischlerei GmbH", "Tischlerei Moosbrugger AG")).not.toBe("same");
    expect(compareNames("Berg Bau Holz GmbH", "Holz Berg GmbH")).not.toBe("same");
  });
});

describe("work that was added", () => {
  it.each([
    "Variation order VO-1, niche",
    "Nachtrag 1: zwei Weinregale",
    "Avenant n° 2",
    "Trabajos adicionales en cubierta",
    "Lavori extra bagno",
    "Trabalhos a mais",
    "Meerwerk badkamer",
    "CO-3 added outlets",
  ])("%s", (text) => {
    expect(readsLikeExtraWork(text)).toBe(true);
  });

  it.each([
    "Extra large skip",
    "Variable costs",
    "Additional user seats",
    "Supplément meia-pensão",
    "VO2 measurement",
    "CO2 monitoring",
  ])("not %s", (text) => {
    expect(readsLikeExtraWork(text)).toBe(false);
  });
});

describe("a stage that somebody must accept", () => {
  it.each([
    "Handover, signed by client",
    "Proyecto ejecutivo visado y aceptado",
    "Entwurf freigegeben",
    "Avant-projet validé",
    "Après approbation du plan",
    "Progetto approvato",
    "Design goedgekeurd",
    "Estudo aprovado",
  ])("%s", (text) => {
    expect(asksForAcceptance(text)).toBe(true);
  });

  it.each([
    "On confirmation",
    "Carpentry installed on site",
    "Bei Auftragserteilung",
    "Genehmigungsplanung",
    "A la firma",
  ])("not %s", (text) => {
    expect(asksForAcceptance(text)).toBe(false);
  });
});
