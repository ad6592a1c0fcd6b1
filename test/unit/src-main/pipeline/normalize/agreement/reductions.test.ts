import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("a discount that ends at a sum", () => {
  test.each([
    ["Every bill is reduced by 5 %, but never by more than £75.", "5", "75"],
    ["Auf jede Rechnung wird ein Rabatt von 3 % gewährt, höchstens jedoch 200,00 EUR.", "3", "200.00"],
    ["Opdrachtgever ontvangt 6 % korting per factuur, met een maximum van € 60.", "6", "60"],
  ])("%s", (clause, percent, cap) => {
    expect(valuesOf("discount", clause)).toMatchObject([{ percent, cap }]);
    expect(valuesOf("cap", clause)).toEqual([]);
  });

  test("of a year stays in words", () => {
    const [term] = termsOf("The Client receives a rebate of 4 %, at most £900 per calendar year.");
    expect(term?.value).not.toHaveProperty("cap");
    expect(term?.remainder).toContain("900");
  });
});

describe("a discount off what an earlier one has left", () => {
  test.each([
    "A trade discount of 12 % is deducted first; a further 4 % is taken off the reduced amount.",
    "Der Kunde erhält 12 % Mengenrabatt und auf den so ermäßigten Betrag weitere 4 % Treuerabatt.",
    "Une remise de 12 % est appliquée, puis une remise de 4 % sur le montant déjà remisé.",
  ])("%s", (clause) => {
    const values = valuesOf("discount", clause);
    expect(values).toMatchObject([{ percent: "12" }, { percent: "4", order: 2 }]);
    expect(values[0]).not.toHaveProperty("order");
  });
});

describe("a discount from a number of things on", () => {
  test.each([
    ["Where eight or more stands are booked, the invoice is reduced by 7.5 %.", "8"],
    ["Ab 20 Paletten je Lieferung gewährt der Lieferant 4 % Rabatt.", "20"],
    ["Pour 12 cartons ou plus, une remise de 5 % est accordée.", "12"],
  ])("%s", (clause, threshold) => {
    const [value] = valuesOf("discount", clause);
    expect(value).toMatchObject({ threshold, thresholdInclusive: true });
    expect(value).toHaveProperty("thresholdOf");
  });
});

test.each([
  [
    "Mengenrabatt: 3 % auf den Warenwert, sofern der Warenwert eines Abrufs 3.000,00 € übersteigt.",
    "3000.00",
    false,
  ],
  ["2 % Rabatt, wenn der Monatsumsatz 10.000,00 EUR erreicht.", "10000.00", true],
  [
    "Es werden 5 % Rabatt gewährt, wenn die Summe der Lieferungen 1.500,00 € überschreitet.",
    "1500.00",
    false,
  ],
])("a mark whose verb ends the clause is one: %s", (clause, threshold, thresholdInclusive) => {
  const [value] = valuesOf("discount", clause);
  expect(value).toMatchObject({ threshold, thresholdInclusive });
  expect(value?.condition).toContain(threshold.slice(-2));
});

test("what a sentence begins with is what is reduced", () => {
  expect(
    valuesOf("discount", "Sur les pièces détachées, le Client bénéficie d'une remise de 7 %."),
  ).toMatchObject([{ scope: "pièces détachées" }]);
});

describe("a figure that another paper holds", () => {
  test.each([
    ["cap", "The total fees under this agreement shall not exceed the budget stated in Schedule 3."],
    ["cap", "Die Gesamtvergütung ist auf den in Anlage 2 genannten Betrag begrenzt."],
    ["discount", "Es gilt der im Schreiben vom 3. März vereinbarte Mengenrabatt."],
    ["minimum", "Het minimumbedrag per maand is vermeld in bijlage 1."],
  ] as const)("is a question of its %s: %s", (type, clause) => {
    const [term] = termsOf(clause).filter((one) => one.type === type);
    expect(term?.questions).toContain("figure-elsewhere");
  });

  test("is none where the text holds it, and prices are for the gaps", () => {
    const both =
      "The total fees shall not exceed the budget stated in Schedule 3.\n\nSchedule 3\n\nThe total fees shall not exceed £9,000.";
    expect(valuesOf("cap", both)).toMatchObject([{ amount: "9000" }]);
    expect(termsOf("The Contractor's fees are set out in Schedule 2.").map(({ type }) => type)).not.toContain(
      "cap",
    );
  });
});

test("what comes off a month's invoice for a service below its level is a credit, whoever's month it is", () => {
  const clause =
    "Where monthly uptime is less than 99.5 %, a service credit of 15 % of the monthly charge is deducted from that month's invoice.";
  expect(valuesOf("service-credit", clause)).toMatchObject([{ threshold: "99.5", percent: "15" }]);
  expect(valuesOf("discount", clause)).toEqual([]);
});

test("goods below the prices of a list are reduced by so much", () => {
  const clause = "Der Kunde erhält die Ware 5 % unter Listenpreis.";
  expect(valuesOf("discount", clause)).toMatchObject([{ percent: "5" }]);
});
