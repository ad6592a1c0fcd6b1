import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("packages that count as whole once they are begun", () => {
  test.each([
    [
      "La numérisation est facturée 12,00 € par tranche de 500 pages, toute tranche entamée étant due.",
      "500",
    ],
    ["Messages are sold in blocks of 500 at £9 per block, a started block counting as full.", "500"],
    ["Abgerechnet wird je angefangene 1.000 Seiten mit 14,00 EUR.", "1000"],
    ["Storage is charged at $6.00 per 100 GB or part thereof each month.", "100"],
    [
      "Los envíos se facturan en paquetes de 250 a 18 € por paquete, contando como entero el paquete iniciado.",
      "250",
    ],
  ])("%s", (clause, packageSize) => {
    expect(valuesOf("tiers", clause)).toMatchObject([{ method: "package", packageSize }]);
  });

  test("started time is no package", () => {
    expect(valuesOf("tiers", "Work is charged at £22 per 15 minutes or part thereof.")).toEqual([]);
  });
});

describe("bands that end in all the rest", () => {
  test.each([
    "Für die ersten 100 Sendungen gelten 4,20 EUR je Sendung, für die nächsten 400 Sendungen 3,80 EUR und für alle weiteren 3,10 EUR.",
    "Da 1 a 100 pezzi 4,20 € al pezzo, da 101 a 500 pezzi 3,80 €, oltre 3,10 €; ogni scaglione vale solo per i pezzi che vi rientrano.",
  ])("%s", (clause) => {
    expect(valuesOf("tiers", clause)).toMatchObject([
      { tiers: [{ upTo: "100" }, { upTo: "500" }, { upTo: null, price: "3.10" }] },
    ]);
  });
});
