import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const rates = (clause: string): readonly string[] =>
  valuesOf("rate", clause).map(({ item, price, unit }) => `${item} ${price}/${unit}`);

describe("a thing with examples between commas", () => {
  test.each([
    [
      "Additional work, e.g. moving of furniture, is charged at $48.00 per hour.",
      "Additional work, e.g. moving of furniture 48.00/hour",
    ],
    [
      "Zusatzarbeiten, z. B. Räumen von Schnee, werden mit 36,00 EUR je Stunde berechnet.",
      "Zusatzarbeiten, z. B. Räumen von Schnee 36.00/hour",
    ],
    [
      "Les travaux annexes, par exemple le débarras de caves, sont facturés 42,00 € de l'heure.",
      "Les travaux annexes, par exemple le débarras de caves 42.00/hour",
    ],
  ])("has the price: %s", (clause, expected) => {
    expect(rates(clause)).toEqual([expected]);
  });

  test.each([
    "For example, a visit of three hours at $65.00 per hour costs $195.00.",
    "Zum Beispiel kosten drei Stunden zu 65,00 EUR je Stunde 195,00 EUR.",
  ])("but a worked example prices nothing: %s", (clause) => {
    expect(rates(clause)).toEqual([]);
  });
});

describe("the name in quotation marks that a change puts in", () => {
  test.each([
    [
      "The position “Rope access technician” is added to Schedule 2 at $92.00 per hour.",
      "Rope access technician 92.00/hour",
    ],
    [
      "In Anlage 2 wird die Position „Kernbohrung“ zu 68,00 EUR je Stück aufgenommen.",
      "Kernbohrung 68.00/each",
    ],
    [
      "Il est ajouté à l'annexe 1 la prestation « Relevé topographique » au prix de 720 € HT la journée.",
      "Relevé topographique 720/day",
    ],
    [
      "Si aggiunge alla tabella la voce «Collaudo notturno» al prezzo di 85,00 EUR all'ora.",
      "Collaudo notturno 85.00/hour",
    ],
  ])("%s", (clause, expected) => {
    expect(rates(clause)).toEqual([expected]);
  });
});

describe("a limit that gives way to another, with words of tax between them", () => {
  test.each([
    "À l'article 5, le montant maximum de 12 000 € HT est remplacé par 15 000 € HT.",
    "In section 4 the not-to-exceed amount of $12,000 excl. tax is replaced by $15,000.",
    "In Ziffer 4 wird der Höchstbetrag von 12000 EUR netto durch 15000 EUR ersetzt.",
  ])("leaves one: %s", (clause) => {
    expect(valuesOf("cap", clause).map(({ amount }) => amount)).toEqual(["15000"]);
  });
});

describe("a share on top by its name", () => {
  test.each([
    ["Over de ritprijs wordt een dieseltoeslag van 7% berekend.", "7"],
    ["A fuel adjustment of 3.5% goes on top of the haulage total each month.", "3.5"],
    ["Auf die Transportpreise wird ein Treibstoffzuschlag von 5 % berechnet.", "5"],
  ])("%s", (clause, percent) => {
    expect(valuesOf("surcharge", clause)).toMatchObject([{ percent }]);
  });
});

test.each([
  "Early conversion is charged at 15% of first-year salary, reduced by each month worked.",
  "Une embauche anticipée est facturée à 15 % du salaire de la première année, réduits chaque mois.",
])("a share that is charged takes nothing off: %s", (clause) => {
  expect(valuesOf("discount", clause)).toEqual([]);
});

describe("columns and rows that say their own unit", () => {
  test.each([
    [
      `| Role | Rate per hour | Overtime | Sunday |
|---|---|---|---|
| Picker | $21.00 | $31.50 | $42.00 |`,
      ["21.00/hour", "31.50/hour", "42.00/hour"],
    ],
    [
      `| Funktion | EUR je Stunde | Nacht | Feiertag |
|---|---|---|---|
| Wachmann | 24,00 | 30,00 | 48,00 |`,
      ["24.00/hour", "30.00/hour", "48.00/hour"],
    ],
  ])("hours of another time count what the column beside them counts: %#", (rows, expected) => {
    expect(valuesOf("rate", rows).map(({ price, unit }) => `${price}/${unit}`)).toEqual(expected);
  });

  test("a row for each load is none of the week of the head", () => {
    const rows = `| Qty | Item | Weekly hire |
|---|---|---|
| 2 | Generator 20 kVA | £60.00 each |
| | Haulage, per load | £75.00 |`;
    expect(valuesOf("rate", rows)).toMatchObject([
      { unit: "each", per: "week" },
      { item: "Haulage, per load", unit: "load", price: "75.00" },
    ]);
    expect(valuesOf("rate", rows)[1]).not.toHaveProperty("per");
  });
});

describe("the first item of a list under a lead-in", () => {
  test.each([
    [
      "Variation 2 is approved as follows:\n\n- gutter clearing, once a quarter\n- $140.00 per visit\n- billed with the monthly invoice",
      "gutter clearing 140.00/visit",
    ],
    [
      "Abgesprochen:\n\n- Baumpflege (Kletterer) im Oktober\n- Preis 62,00 EUR pro Stunde",
      "Baumpflege 62.00/hour",
    ],
    [
      "Afgesproken:\n\n- verkeersregelaar op zaterdag\n- tarief € 39,00 per uur",
      "verkeersregelaar op zaterdag 39.00/hour",
    ],
  ])("names what the second prices: %#", (clause, expected) => {
    expect(rates(clause)).toEqual([expected]);
  });

  test("but not what the third prices", () => {
    const clause = "Agreed:\n\n- at least four hours\n- paid monthly\n- $62.00 per hour";
    expect(rates(clause).join()).not.toContain("least");
  });
});

describe("what each of several sums is for, right behind it", () => {
  const fees = (clause: string): readonly string[] =>
    valuesOf("fixed-fee", clause).map(({ item, amount }) => `${item} ${amount}`);

  test.each([
    [
      "Transport: €120.00 for delivery and €140.00 for collection.",
      ["Transport, delivery 120.00", "Transport, collection 140.00"],
    ],
    [
      "Fracht: 80,00 EUR für die Lieferung und 95,00 EUR für die Abholung.",
      ["Fracht, Lieferung 80.00", "Fracht, Abholung 95.00"],
    ],
    [
      "Transport : 80,00 € pour la livraison et 95,00 € pour la reprise.",
      ["Transport, livraison 80.00", "Transport, reprise 95.00"],
    ],
  ])("%s", (clause, expected) => {
    expect(fees(clause)).toEqual(expected);
  });
});

test("a share of the fee after discount comes on top", () => {
  const clause = "Nebenkosten (Kopien, Porto) werden mit pauschal 4 % des Honorars nach Rabatt vergütet.";
  expect(valuesOf("discount", clause)).toEqual([]);
  expect(valuesOf("surcharge", clause)).toMatchObject([{ percent: "4" }]);
});

test.each([
  ["Pour quatre journées au moins, une remise de 5 % s'applique au prix des journées.", "prix des journées"],
  ["Il primo anno uno sconto del 5 % si applica alle manutenzioni.", "manutenzioni"],
])("a discount is on what it applies to: %s", (clause, scope) => {
  expect(valuesOf("discount", clause)).toMatchObject([{ scope }]);
});

test.each([
  "Wir bieten Ihnen ein Kostendach von CHF 9'000.00 exkl. MWST.",
  "Nous fixons un plafond de 9 000,00 € HT.",
])("a limit that a sentence ends in is on all: %s", (clause) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ scope: "agreement" }]);
});

test("a head that stands beside its column is over it", () => {
  const rows = `| Grade | EUR/h | |
|---|---|---|
| Senior | | 120.00 |
| Junior | | 80.00 |`;
  expect(rates(rows)).toEqual(["Senior 120.00/hour", "Junior 80.00/hour"]);
});
