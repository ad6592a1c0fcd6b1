import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

const kindsOf = (clause: string): readonly string[] =>
  termsOf(clause).flatMap(({ type, value }) =>
    type === "included"
      ? [`${(value as { quantity: string }).quantity} ${(value as { unit: string }).unit} included`]
      : type === "overage"
        ? [`${(value as { price: string }).price} past`]
        : type === "rate"
          ? [`${(value as { price: string }).price} each`]
          : [],
  );

describe("what the fee covers, and more of it", () => {
  test.each([
    [
      "Petites évolutions du site, à concurrence de trois heures par mois.\n\nAu-delà des trois heures, 72 € HT de l'heure.",
      ["3 hour included", "72 past"],
    ],
    [
      "Enthalten sind 12.000 Seiten pro Quartal. Mehrseiten werden mit 0,011 € je Seite berechnet.",
      ["12000 page included", "0.011 past"],
    ],
    [
      "A avença mensal compreende até três dias de trabalho por mês. Cada dia suplementar é pago a € 420,00.",
      ["3 day included", "420.00 past"],
    ],
    [
      "The plan includes 40,000 lookups per calendar month. Overage: $0.80 per 1,000 lookups above the included volume.",
      ["40000 lookups included", "0.0008 past"],
    ],
    [
      "Enthalten sind 10.000 Briefe pro Monat, darüber hinaus werden 84,00 EUR je 1.000 Briefe berechnet.",
      ["10000 briefe included", "0.084 past"],
    ],
    [
      "Text messages: £0.042 each, quarterly in arrears; the first 1,000 a quarter are free.",
      ["1000 text messages included", "0.042 past"],
    ],
    [
      "A mensalidade cobre 16 publicações por mês. Publicações excedentes: R$ 185,00 cada.",
      ["16 publicacoes included", "185.00 past"],
    ],
    [
      "La póliza incluye una bolsa de 20 horas al mes. Toda hora que rebase la bolsa se cobra en $980.00.",
      ["20 hour included", "980.00 past"],
    ],
    [
      "Vier uur per maand zijn begrepen in de prijs. Daarboven € 88,00 per uur.",
      ["4 hour included", "88.00 past"],
    ],
    [
      "La renta da derecho a 180 horas al mes; el excedente se cobra a $95.00 por hora.",
      ["180 hour included", "95.00 past"],
    ],
  ])("%s", (clause, wanted) => expect([...kindsOf(clause)].sort()).toEqual([...wanted].sort()));

  test.each([
    "Waiting time: the first 60 minutes are free, then EUR 48.00 per hour.",
    "Standzeit: 30 Minuten frei, danach 48,00 EUR je Stunde.",
  ])("what is free each time is no allowance: %s", (clause) =>
    expect(kindsOf(clause)).toEqual(["48.00 each"]),
  );

  test.each([
    [
      "Ten hours a month are included. Travel is charged at £0.50 per mile.",
      ["10 hour included", "0.50 each"],
    ],
    [
      "Two visits a year are included. Engineers are charged at £60.00 per hour.",
      ["2 visit included", "60.00 each"],
    ],
  ])("other things stay rates: %s", (clause, wanted) =>
    expect([...kindsOf(clause)].sort()).toEqual([...wanted].sort()),
  );

  test.each([
    [
      "The seasonal price is based on rainfall of up to 90 litres. Each litre beyond that costs $4.00.",
      ["90 litre included", "4.00 past"],
    ],
    [
      "Le forfait mensuel comprend la saisie de 900 lignes ; au-delà, chaque ligne supplémentaire est facturée 0,70 € HT.",
      ["900 line included", "0.70 past"],
    ],
    [
      "Badges beyond the 300 that the basic fee covers cost £2.10 apiece.",
      ["2.10 past", "300 badge included"],
    ],
    [
      "Platform fee: $700.00 per month\nExtra trackers, each tracker over 40 in a month: $6.00 per tracker",
      ["40 tracker included", "6.00 past"],
    ],
  ])("a price of more says what is included: %s", (clause, wanted) =>
    expect([...kindsOf(clause)].sort()).toEqual([...wanted].sort()),
  );

  test.each([
    "An additional guard at less than 24 hours' notice is charged at $64.00 per hour.",
    "Drivers beyond 40 hours per week: $52.00 per hour.",
    "Parcels over 10 kg: $3.00 per kg.",
    "The cut counts as accepted ten days after delivery. An extra filming day costs $2,100.",
    "The lawn of 0.5 hectare is mown for a further $300.00 per month.",
  ])("nothing is included in: %s", (clause) =>
    expect(termsOf(clause).filter(({ type }) => type === "included")).toEqual([]),
  );
});

test.each([
  ["No job is to come to more than £250.00 without an e-mailed OK.", { amount: "250.00", scope: "job" }],
  [
    "We do not expect our fees to go beyond €4,500 and we will not bill more than that sum without your agreement.",
    { amount: "4500", scope: "agreement" },
  ],
  [
    "The not-to-exceed amount goes up by $12,000, from $40,000 to $52,000.",
    { amount: "52000", increasesBy: "12000" },
  ],
])("limits: %s", (clause, wanted) =>
  expect(valuesOf("cap", clause)).toEqual([expect.objectContaining(wanted)]),
);

test.each([
  ["Jobs older than 60 days will not be paid.", 60],
  ["Nothing is to be invoiced more than 90 days after the work was done.", 90],
  ["Später als 45 Tage nach der Leistung eingereichte Stunden werden nicht mehr vergütet.", 45],
])("age of a charge: %s", (clause, days) => expect(valuesOf("charge-age", clause)[0]?.days).toBe(days));

test.each(["Warranty claims older than 60 days are barred.", "Invoices are paid within 30 days."])(
  "no age of a charge: %s",
  (clause) => expect(valuesOf("charge-age", clause)).toEqual([]),
);

test("a price that changes is the new price of the same thing", () => {
  expect(valuesOf("fixed-fee", "L'abonnement passe de 390 € à 495 € HT par mois.")).toEqual([
    expect.objectContaining({ item: "abonnement", amount: "495", per: "month" }),
  ]);
});

test.each([
  ["Additional days on request: £640 for Mia.", "day"],
  ["Additional days upon your written request at £640.", "day"],
])("on request says when more is bought, and not by what it is counted: %s", (more, unit) => {
  const clause = `The retainer of £3,000 a month includes 4 days a month. ${more}`;
  expect(valuesOf("overage", clause)).toEqual([expect.objectContaining({ unit, price: "640" })]);
});

test.each([
  "The standing fee of £700 a month covers five inspections; every inspection after the fifth costs £80.",
  "The standing fee of £700 a month covers five inspections; from the sixth inspection on £80 is charged for each.",
  "Die Pauschale von 700 EUR im Monat umfasst fünf Fahrten. Ab der sechsten Fahrt werden 80 EUR je Fahrt berechnet.",
  "Il canone di 700 € al mese comprende cinque visite. Dalla sesta ogni visita costa 80 €.",
  "Het abonnement van € 700 per maand omvat vijf bezoeken. Vanaf het zesde bezoek wordt € 80 per bezoek gerekend.",
])("the one behind the last that is included begins what is past them: %s", (clause) => {
  expect(kindsOf(clause)).toEqual([expect.stringMatching(/^5 .* included$/), "80 past"]);
});

test.each([
  "Drives are paid at 48p a mile, the first ten miles of every drive being free.",
  "Fahrten werden mit 0,48 EUR je Kilometer bezahlt, die ersten zehn Kilometer jeder Fahrt sind frei.",
])("what is free of each is a condition of the price, and no allowance: %s", (clause) => {
  expect(kindsOf(clause)).toEqual(["0.48 each"]);
  expect(termsOf(clause)[0]?.conditions?.join()).toMatch(/first ten miles|ersten zehn Kilometer/);
});

test("past a count all of a thing may have another price, and none of it is included", () => {
  const clause =
    "Lamps are let at £2.40 per lamp per week. While more than 90 lamps are out, the price drops to £2.10 per lamp per week for all lamps.";
  expect(kindsOf(clause)).toEqual(["2.40 each", "2.10 each"]);
});

test("the number of a clause in a part that is called by a letter counts nothing", () => {
  expect(kindsOf("C.2 Ironing costs £3.10 a shirt, hanger included.")).toEqual(["3.10 each"]);
});

test.each([
  "Drei Beratungsstunden je Quartal sind unentgeltlich.",
  "Trois heures de conseil par trimestre sont offertes.",
])("what is given without pay is included: %s", (clause) => {
  expect(valuesOf("included", clause)).toMatchObject([{ quantity: "3", unit: "hour", per: "quarter" }]);
});

test.each([
  [
    "The price for a gate is £95, and £80 for each gate where more than six are ordered.",
    ["95 each", "80 each"],
  ],
  ["Gates cost £95 each. Where more than six are ordered, each costs £80.", ["95 each", "80 each"]],
])("how many are ordered at once comes with none of them: %s", (clause, wanted) => {
  expect(kindsOf(clause)).toEqual(wanted);
});

test("the condition behind the second price is none of the first", () => {
  const clause = "The price for a gate is £95, and £80 for each gate where more than six are ordered.";
  expect(termsOf(clause).map(({ conditions }) => conditions ?? [])).toEqual([
    [],
    ["where more than six are ordered"],
  ]);
});

test("what each further one adds is counted in pence, too", () => {
  const clause = "A drop costs £11.20, up to six crates; each crate past the sixth adds 70p.";
  expect(kindsOf(clause)).toContain("0.7 past");
});

test("goods that are delivered free are no allowance", () => {
  expect(valuesOf("included", "Die Lieferung von 50 Kartons erfolgt frei Haus.")).toEqual([]);
});

test("prices of two people for more days are both of the days past those included", () => {
  const clause =
    "The retainer of £3,000 a month includes 4 days a month. Additional days only if we ask: £640 for Mia / £480 for a junior.";
  expect(valuesOf("overage", clause).map(({ price, unit }) => [price, unit])).toEqual([
    ["640", "day"],
    ["480", "day"],
  ]);
});

test.each([
  "From the month of May",
  "From the first of May",
  "After the month of the move",
  "From the fifth of May",
])("a day or a month that a price is from is no number of those included: %s", (time) => {
  const clause = `The fee is £500 per month and includes five visits. ${time} each visit costs £40.`;
  expect(kindsOf(clause)).toEqual(["5 visit included", "40 each"]);
});
