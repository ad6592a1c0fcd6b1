import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("so many of each load at least", () => {
  test.each([
    ["Splitt: 11,80 EUR je Tonne frei Baustelle. Je Anlieferung werden mindestens 20 t berechnet.", "20"],
    ["Gravel is sold at £14.20 per tonne. Each load is charged for no less than 18 tonnes.", "18"],
    ["Le béton est facturé 9,50 € par m3. Chaque livraison est facturée pour au moins 15 m3.", "15"],
    ["Zand kost € 8,20 per ton. Per levering wordt minimaal 10 ton in rekening gebracht.", "10"],
  ])("belongs to the price of one: %s", (clause, minimumQuantity) => {
    expect(valuesOf("rate", clause)).toMatchObject([{ minimumQuantity }]);
    expect(valuesOf("minimum", clause)).toEqual([]);
  });
});

describe("the least of a period", () => {
  test.each([
    ["El consumo mínimo mensual es de 1.200,00 €.", "1200.00", "month"],
    ["Un minimum de facturation de 3 000 € s'applique par trimestre.", "3000", "quarter"],
    ["Opdrachtgever neemt per kwartaal voor ten minste € 6.000,00 af.", "6000.00", "quarter"],
    ["Il Cliente si impegna a un fatturato minimo annuo di 24.000,00 €.", "24000.00", "year"],
  ])("%s", (clause, amount, per) => {
    expect(valuesOf("minimum", clause)).toMatchObject([{ amount, per }]);
  });
});

describe("what is filled up to a sum", () => {
  test.each([
    'If calls and data overage together come to less than $600.00 in a month, the difference is charged as "shortfall".',
    "Should a month's scans come to less than $600.00, we bill the shortfall.",
    "Liegen die Nutzungsentgelte eines Monats unter 600,00 €, wird die Differenz berechnet.",
    "Si les consommations d'un mois sont inférieures à 600,00 €, la différence est facturée.",
    "Si el consumo del mes es inferior a 600,00 €, se factura la diferencia.",
  ])("is the least, and no price: %s", (clause) => {
    expect(valuesOf("minimum", clause)).toMatchObject([{ amount: "600.00" }]);
    expect([
      ...valuesOf("overage", clause),
      ...valuesOf("rate", clause),
      ...valuesOf("fixed-fee", clause),
    ]).toEqual([]);
  });
});

describe("things that no list of units knows", () => {
  test.each([
    [
      "Das monatliche Grundentgelt beträgt 149,00 EUR. Darin sind fünf Schließfächer enthalten. Jedes weitere Schließfach kostet 12,50 EUR im Monat.",
      "5",
      "12.50",
    ],
    [
      "L'abonnement mensuel est de 220 € et comprend trois caisses. Chaque caisse supplémentaire est facturée 35 € par mois.",
      "3",
      "35",
    ],
  ])("are included and more of them priced: %s", (clause, quantity, price) => {
    expect(valuesOf("included", clause)).toMatchObject([{ quantity, per: "month" }]);
    expect(valuesOf("overage", clause)).toMatchObject([{ price }]);
  });
});

test("the article of English is no year that a least charge is for", () => {
  expect(valuesOf("minimum", "The minimum charge for an emergency dispatch is $250.00.")).toMatchObject([
    { amount: "250.00", per: null, scope: "dispatch" },
  ]);
});

test.each([
  "If the actual charges come to less than $600.00, the difference is refunded to the Customer.",
  "Sind die Kosten geringer als 600,00 €, wird die Differenz dem Kunden erstattet.",
])("a difference that goes back to the buyer makes no least: %s", (clause) => {
  expect(valuesOf("minimum", clause)).toEqual([]);
});

test("hours that are fewer than some are a case of a price, and only what is denied to be fewer is its least", () => {
  const least = (clause: string): unknown =>
    valuesOf("rate", clause).map(({ minimumQuantity }) => minimumQuantity ?? null);
  expect(least("Where fewer than four hours are booked, each hour is charged at £95.")).toEqual([null]);
  expect(least("The engineer is charged at £95 per hour, and no fewer than four hours are billed.")).toEqual([
    "4",
  ]);
});
