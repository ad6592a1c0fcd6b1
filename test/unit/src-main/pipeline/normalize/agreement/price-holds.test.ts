// The contract around the clauses starts on March 1, 2026.
import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

test("what goes up is what the sentence before holds, however it says so", () => {
  const clause = "The prices stay as they are until 30 June 2026. From 1 July 2026 they increase by 3.1 %.";
  expect(valuesOf("escalator", clause)).toMatchObject([{ percent: "3.1", first: "2026-07-01" }]);
});

test.each([
  "Los precios no cambian hasta el 30 de junio de 2026. A partir del 1 de julio de 2026 aumentan un 3,1 %.",
  "I prezzi non cambiano fino al 30 giugno 2026. Dal 1 luglio 2026 aumentano del 3,1 %.",
  "De prijzen blijven gelijk tot en met 30 juni 2026. Vanaf 1 juli 2026 stijgen zij met 3,1 %.",
  "Os preços não mudam até 30 de junho de 2026. A partir de 1 de julho de 2026 aumentam 3,1 %.",
])("so it is in every language: %s", (clause) => {
  expect(valuesOf("escalator", clause)).toMatchObject([{ percent: "3.1", first: "2026-07-01" }]);
});

test("prices that change in step with an index follow it", () => {
  const clause =
    "Die Preise ändern sich jährlich zum 1. Mai im Verhältnis des Verbraucherpreisindex, höchstens um 4 %.";
  expect(valuesOf("escalator", clause)).toMatchObject([{ index: "Verbraucherpreisindex", cap: "4" }]);
});

describe("prices that stand still for a time and may rise after it", () => {
  test.each([
    [
      "Prices remain fixed for the first 6 months. Thereafter the Supplier may adjust them with a maximum increase of 4 %, subject to 30 days' notice.",
      "2026-09-01",
      "4",
    ],
    [
      "Rates are firm for the first year. After that Provider may increase them by no more than 3 % per year on 60 days' notice.",
      "2027-03-01",
      "3",
    ],
    [
      "Die Preise gelten für die ersten neun Monate fest. Danach kann der Lieferant sie mit einer Frist von einem Monat um höchstens 3 % erhöhen.",
      "2026-12-01",
      "3",
    ],
    [
      "Les prix sont fermes pendant la première année. Au-delà, le Prestataire pourra les réviser dans la limite de 2,5 % par an, moyennant un préavis d’un mois.",
      "2027-03-01",
      "2.5",
    ],
    [
      "Los precios se mantendrán fijos hasta el 30 de junio de 2026. A partir de entonces podrán aumentarse un máximo del 3 % anual con un mes de aviso.",
      "2026-07-01",
      "3",
    ],
    [
      "I prezzi restano fissi per i primi dodici mesi. In seguito il Fornitore potrà aumentarli fino a un massimo del 3 % con preavviso di 30 giorni.",
      "2027-03-01",
      "3",
    ],
  ])("begin to move on a day, up to a bound: %s", (clause, first, cap) => {
    expect(valuesOf("escalator", clause)).toMatchObject([{ first, cap, notice: expect.any(String) }]);
    const [term] = termsOf(clause);
    expect(term?.questions).toContain("right-needs-exercise");
  });
});

describe("a least of what is ordered at one time", () => {
  const prices = "Rye flour: 42.75 EUR per bag\nWheat flour: 36.50 EUR per bag\n";
  const order = "The buyer orders a minimum of 10 bags per order across any combination of products.";

  test("is no least of each of several goods", () => {
    expect(valuesOf("rate", `${prices}${order}`)).toEqual([
      expect.not.objectContaining({ minimumQuantity: expect.anything() }),
      expect.not.objectContaining({ minimumQuantity: expect.anything() }),
    ]);
    expect(valuesOf("minimum", `${prices}${order}`)).toMatchObject([{ quantity: "10", scope: "order" }]);
  });
});

test("the last sum of a list is one of its kind, though an hourly price follows in the next clause", () => {
  const list = "Discovery: 6,500 EUR\nDesign: 8,200 EUR\nData import: 12,900 EUR\nTraining: 4,000 EUR\n";
  const clause = `${list}The agreement runs until 31 December 2026.\nFurther work: 135 EUR per hour.`;
  expect(valuesOf("fixed-fee", clause)).toMatchObject(
    ["6500", "8200", "12900", "4000"].map((amount) => ({ amount })),
  );
});

test("small sums of a list are prices of one, where the price of one beside them is no less", () => {
  const list = "Hearing test: 9.50 EUR\nBreath test: 11.00 EUR\n";
  const clause = `Check-up: 38.00 EUR per person\n${list}The agreement runs until 31 December 2026.`;
  expect(valuesOf("rate", clause)).toMatchObject(["38.00", "9.50", "11.00"].map((price) => ({ price })));
});
