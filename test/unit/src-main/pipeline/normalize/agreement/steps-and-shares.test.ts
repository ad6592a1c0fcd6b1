import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const tiersOf = (clause: string): readonly string[] =>
  valuesOf("tiers", clause, "2. Prices").map(
    ({ method, tiers }) =>
      `${method ?? "?"} ${tiers.map(({ upTo, price }) => `${upTo ?? "*"}:${price}`).join(" ")}`,
  );

describe("a price that changes from the nth thing on", () => {
  test.each([
    [
      "Waschen und Legen: 21,50 € je Person.\n\nAb der 11. Person an einem Tag berechnen wir für Waschen und Legen nur noch 18,00 €.",
      "graduated 10:21.50 *:18.00",
    ],
    [
      "Course en ville : 7,50 €.\n\nDès la 51e course du mois, la course en ville passe à 6,75 €.",
      "graduated 50:7.50 *:6.75",
    ],
    [
      "Análisis de agua: 410,00 € por muestra.\n\nA partir de 20 muestras en el mes, el análisis de agua baja a 370,00 € para todas.",
      "volume 19:410.00 *:370.00",
    ],
    [
      "Pallet storage: £4.00 per pallet.\n\nFrom the 101st pallet storage costs only £3.50.",
      "graduated 100:4.00 *:3.50",
    ],
  ])("%s", (clause, wanted) => {
    expect(tiersOf(clause)).toEqual([wanted]);
    expect(valuesOf("fixed-fee", clause, "2. Prices")).toEqual([]);
  });

  test.each([
    "Cleaning: £30.00 per hour.\n\nFrom the 15th day of the month interest of £5.00 is charged.",
    "Reinigung: 30,00 € je Stunde.\n\nAb dem 1. Januar kostet die Reinigung 31,00 € je Stunde.",
  ])("other changes make none: %s", (clause) => expect(tiersOf(clause)).toEqual([]));
});

describe("bands in a sentence", () => {
  test.each([
    [
      "Las 10 primeras bolsas se cobran a 4,50 € cada una; a partir de la undécima, a 3,90 €.",
      "10:4.50 *:3.90",
    ],
    ["Poda: até 10 árvores, 35 € cada; de 11 a 30, 30 € cada; acima de 30, 26 € cada.", "10:35 30:30 *:26"],
    ["Le prime 5 consegne costano 12 € ciascuna, le successive 9 €: oltre 5 consegne, 9 €.", ""],
  ])("%s", (clause, wanted) => {
    const read = tiersOf(clause).map((tiers) => tiers.replace(/^\S+ /u, ""));
    expect(read).toEqual(wanted === "" ? [] : [wanted]);
  });
});

test.each([
  ["30 % du TTC à la commande, soit 1 552,32 €.", "deposit"],
  ["Zahlungsplan: 20 % (5.520,00 €) bei Auftragserteilung, 80 % (22.080,00 €) nach Abnahme.", "milestone"],
] as const)("what a share comes to stays with it: %s", (clause, type) => {
  const [value] = valuesOf(type, clause, "Payment");
  expect(value?.percent).toBeDefined();
  expect(value?.amount).toBeDefined();
});

describe("prices past what is included", () => {
  test.each([
    [
      "La cuota incluye 60 horas al mes.\n\nLas horas que excedan de las incluidas se facturarán a 19,50 €/hora.",
      "19.50",
    ],
    [
      "In het abonnement zitten 6 supporturen per maand.\n\nUren boven de bundel rekenen wij tegen € 98,00 per uur.",
      "98.00",
    ],
  ])("%s", (clause, price) =>
    expect(valuesOf("overage", clause)).toEqual([expect.objectContaining({ unit: "hour", price })]),
  );
});
