import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("a share of each bill that is kept back", () => {
  test.each([
    ["Von jeder Abschlagsrechnung behält der Besteller 4 % als Sicherheit ein.", "4"],
    ["Der Bauherr behält bis zur Abnahme 10 % jeder Rechnung zurück.", "10"],
    ["De opdrachtgever houdt op elke factuur 6% in tot de oplevering.", "6"],
    ["Six percent of each claim stays with the Client until final completion.", "6"],
    ["Le Client conserve 5 % de chaque situation jusqu'à la réception.", "5"],
    ["El Cliente se queda con el 8 % de cada certificación hasta la recepción definitiva.", "8"],
    ["Il Cliente trattiene il 5% di ogni SAL fino al collaudo.", "5"],
  ])("%s", (clause, percent) => {
    expect(valuesOf("retention", clause)).toMatchObject([{ percent }]);
  });

  test("what is kept without an end, or for the state, is none", () => {
    expect(valuesOf("retention", "The agency keeps 15% of the media spend as its fee.")).toEqual([]);
    expect(valuesOf("retention", "Do valor da fatura serão retidos 11% a título de INSS.")).toEqual([]);
  });
});

describe("a row that says what a fee covers and what each one above costs", () => {
  const table = `| Product | Metric | Committed | Price |
|---|---|---|---|
| Care line | Flat | 1 | $310.00 per month |
| Outbound texts | Text sent | 2,500 per month included | $0.04 per text above the included volume |`;

  test("is an included quantity and an overage", () => {
    expect(valuesOf("included", table)).toMatchObject([
      { item: "Outbound texts", quantity: "2500", unit: "text", per: "month" },
    ]);
    expect(valuesOf("overage", table)).toMatchObject([{ price: "0.04", unit: "text" }]);
    expect(termsOf(table).map(({ type }) => type)).not.toContain("rate");
  });

  test("a flat price that says its month is due each month", () => {
    expect(valuesOf("fixed-fee", table)).toMatchObject([
      { item: "Care line", amount: "310.00", per: "month" },
    ]);
  });
});

test.each([
  ["4% will be held against each payment and released in two equal parts.", "4"],
  ["Retention. 3% will be held from every application until practical completion.", "3"],
])("what is held against each payment is kept back: %s", (clause, percent) => {
  expect(valuesOf("retention", clause)).toMatchObject([{ percent }]);
});

test.each([
  ["Die Migration dauert 10 Stunden gemäss Offerte. Der Stundensatz beträgt CHF 150.00.", []],
  ["De migratie kost 10 uur volgens offerte. Het uurtarief is € 90,00.", []],
  ["Les deux premières heures sont offertes. Le taux horaire est de 80 €.", ["2"]],
])("what an offer says is given free by no word for the offer: %s", (clause, quantities) => {
  expect(valuesOf("included", clause).map(({ quantity }) => quantity)).toEqual(quantities);
});
