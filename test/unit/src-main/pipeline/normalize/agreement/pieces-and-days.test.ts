import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, valuesOf } from "./agreement-of.ts";

const ratesOf = (clause: string): readonly string[] =>
  valuesOf("rate", clause, "2. Prices").map(
    ({ unit, price, minimumQuantity }) =>
      `${price}/${unit}${minimumQuantity === undefined ? "" : ` min ${minimumQuantity}`}`,
  );

describe("one of the thing, right behind its price", () => {
  test.each([
    ["Site visits outside the programme: £390 each visit.", "390/visit"],
    ["Visitas de obra: 390 € cada una.", "390/each"],
    ["Cartons : CHF 3.80 pièce.", "3.80/each"],
    ["Garde-meuble : CHF 14.00 le m³.", "14.00/cubic-metre"],
    ["Vin : 11,00 € HT la bouteille.", "11.00/bottle"],
    ["Verhuisdozen: € 2,50 per stuk.", "2.50/each"],
    ["Scatole: € 1,80 cad.", "1.80/each"],
    ["Umzugskarton: 3,20 € pro Stück.", "3.20/each"],
    ["Normzeile: 1,45 €.", "1.45/line"],
  ])("%s", (clause, rate) => expect(ratesOf(clause)).toEqual([rate]));
});

test("a least number of hours belongs to every price of an hour, not to overtime", () => {
  const clause =
    "Chef: £24.00 per hour.\n\nPorter: £16.00 per hour.\n\nOvertime: £30.00 per hour.\n\nMinimum engagement is 4 hours per person per shift.";
  expect(ratesOf(clause)).toEqual(["24.00/hour min 4", "16.00/hour min 4", "30.00/hour"]);
  expect(valuesOf("minimum", clause, "2. Prices")).toEqual([]);
});

describe("what only adds up is no price beside others", () => {
  test.each([
    "| Position | Preis |\n|---|---|\n| Gerüst stellen | 680,00 € |\n| Dach decken | 4.200,00 € |\n\nNeue Auftragssumme: 4.880,00 Euro netto",
    "Fourniture et pose : 2 300,00 € forfait\n\nÉvacuation : 150,00 € forfait\n\nTotal HT : 2 450,00 €",
  ])("%#", (clause) => {
    const amounts = agreementOf(contractWith(clause, "2. Prices"), "estimate").terms.flatMap(
      ({ type, value }) => (type === "fixed-fee" ? [(value as { amount: string }).amount] : []),
    );
    expect(amounts).toHaveLength(2);
  });
});

test.each([
  "Dépassent les prestations du mois 900 € une ristourne est accordée.",
  "Übersteigt die Monatssumme 900 €, gewährt der Anbieter einen Rabatt.",
  "Si las compras superan 900 € se revisarán las condiciones.",
])("a sum that must be passed is no fee: %s", (clause) => expect(valuesOf("fixed-fee", clause)).toEqual([]));

describe("the days over the prices are the life of the agreement", () => {
  test.each([
    ["Vigencia del 1 de enero al 31 de diciembre de 2026.", "2026-01-01", "2027-01-01"],
    ["Rates valid from 1 July 2025 to 30 June 2026.", "2025-07-01", "2026-07-01"],
    ["Prazo: de 2 de março a 30 de setembro de 2026.", "2026-03-02", "2026-10-01"],
    ["Die Preise gelten vom 1. bis 31. März 2026.", "2026-03-01", "2026-04-01"],
    ["Tarifs valables du 15 novembre 2025 au 14 mars 2026.", "2025-11-15", "2026-03-15"],
    ["Geldig van 2 maart 2026 tot en met 28 augustus 2026.", "2026-03-02", "2026-08-29"],
  ])("%s", (clause, from, to) =>
    expect(valuesOf("duration", clause, "3. General")).toEqual([expect.objectContaining({ from, to })]),
  );

  test.each([
    "The quotation is open for acceptance from 1 March 2026 to 31 March 2026.",
    "Invoices for deliveries from 1 May 2026 to 31 May 2026 are sent together.",
    "Die Werkstatt ist vom 1. bis 20. August 2026 wegen Urlaub geschlossen.",
  ])("other days are not: %s", (clause) =>
    expect(valuesOf("duration", clause, "3. General").filter(({ to }) => to !== null)).toEqual([]),
  );
});

describe("a row without a unit in an agreement that goes on", () => {
  const going = "Wir rechnen monatlich nachträglich ab.";
  test("is the price of one beside prices of its kind", () => {
    expect(
      ratesOf(`Lohnabrechnung: 14,00 € je Stück.\n\nMeldung einer Krankheit: 19,00 €.\n\n${going}`),
    ).toEqual(["14.00/each", "19.00/each"]);
  });
  test.each([
    `Lohnabrechnung: 14,00 € je Stück.\n\nEinrichtung des Mandats: 190,00 € einmalig.\n\n${going}`,
    `Implementation: £1,900, half on signature.\n\nSupport: £80.00 per hour.\n\nWe invoice monthly in arrears.`,
  ])("but not what is due once: %#", (clause) =>
    expect(valuesOf("fixed-fee", clause, "2. Prices").map(({ per }) => per)).toEqual(["once"]),
  );
});
