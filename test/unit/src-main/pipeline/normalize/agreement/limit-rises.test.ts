import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("a limit that is changed", () => {
  test.each([
    [
      "Die Honorarobergrenze wird ab 15.05.2026 von 22.000,00 EUR auf 26.000,00 EUR netto angehoben.",
      "26000.00",
    ],
    ["The not-to-exceed amount is hereby raised from $40,000.00 to $52,000.00.", "52000.00"],
    ["Le plafond des honoraires est porté de 22 000,00 € à 26 000,00 €.", "26000.00"],
    ["Il tetto dei compensi è aumentato da 10.000,00 € a 12.500,00 €.", "12500.00"],
  ])("is the new one: %s", (clause, amount) => {
    expect(valuesOf("cap", clause)).toMatchObject([{ amount, scope: "agreement" }]);
    expect(termsOf(clause).map(({ type }) => type)).toEqual(["cap"]);
  });

  test.each([
    ["Die Obergrenze des Gesamthonorars wird um 4.000,00 EUR erhöht.", "4000.00"],
    ["The fee cap goes up by £4,000.00.", "4000.00"],
  ])("by a sum has no new one: %s", (clause, increasesBy) => {
    const [value] = valuesOf("cap", clause);
    expect(value).toMatchObject({ increasesBy });
    expect(value).not.toHaveProperty("amount");
  });
});

test.each([
  "Provider's liability cap is raised from $500,000 to $750,000.",
  "The insurance limit is raised from $1,000,000 to $2,000,000 per occurrence.",
  "The hotel limit is increased from $120 to $150.",
])("a limit of something else than the fees rises, and theirs does not: %s", (clause) => {
  expect(valuesOf("cap", clause)).toEqual([]);
});

test.each([
  ["Client shall pay Provider compensation in an amount not to exceed $50,000.", "agreement"],
  ["The total fees shall not exceed $50,000 in an emergency.", "agreement"],
  ["Les honoraires sont plafonnés à 50 000 € par an.", "year"],
])("the article of English is no year: %s", (clause, scope) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ scope }]);
});

test.each([
  ["De totale kosten zullen niet hoger worden dan € 50.000,00.", "agreement"],
  ["Het bedrag van alle herstellingen zal per kalenderjaar niet meer zijn dan € 50.000,00.", "year"],
  ["The total of all repairs shall not come to more than £50,000 in a year.", "year"],
  ["The charges of any one contract year are limited to £50,000.", "year"],
  ["Les sommes facturées au titre d'une même année ne pourront dépasser 50 000,00 €.", "year"],
  ["Il fatturato di ciascun anno non supererà 50.000,00 €.", "year"],
])("what may not be more than a sum is limited, in a verb that parts its words too: %s", (clause, scope) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ scope }]);
  expect(valuesOf("fixed-fee", clause)).toEqual([]);
});

test.each([
  "Work of no more than 40 hours is charged at £80 per hour.",
  "A total of no more than 40 hours is charged at £80 per hour.",
])("so is work of so many hours at a price of the hour: %s", (clause) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ quantity: "40", unit: "hour" }]);
});

test.each([
  ["The fees shall not exceed $50,000 in the contract year.", "year"],
  ["The fees shall not exceed $50,000 in the calendar year 2026.", "agreement"],
  ["The fees shall not exceed $5,000 in the month of delivery.", "agreement"],
])("a limit of each year is none of one named year or month: %s", (clause, scope) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ scope }]);
});

test("what a limit was before a change is none", () => {
  const change = "Original not-to-exceed: $9,800.00\n\nRevised not-to-exceed: $12,700.00";
  expect(valuesOf("cap", change)).toMatchObject([{ amount: "12700.00" }]);
});

describe("a balance that is paid ahead", () => {
  test.each([
    "Any prepaid balance shown on the latest account statement is to be applied to the next invoice.",
    "The Client keeps a prepaid balance. Work is charged at £28.00 per hour and is drawn from the prepaid balance first.",
    "Ein Guthaben des Auftraggebers wird mit der nächsten Rechnung verrechnet.",
  ])("is a deposit whose sum is asked for: %s", (clause) => {
    const [term] = termsOf(clause).filter(({ type }) => type === "deposit");
    expect(term?.value).toEqual({});
    expect(term?.questions).toContain("figure-elsewhere");
  });

  test("with its sum is that sum", () => {
    const clause =
      "Client pays a deposit of $4,000.00 on signing. The deposit will be credited against the first invoice.";
    expect(valuesOf("deposit", clause)).toMatchObject([{ amount: "4000.00" }]);
  });
});

test.each([
  [
    "Out-of-scope work shall not exceed $6,000.00 without the Client's written agreement.",
    "Out-of-scope work",
  ],
  ["Additional services are capped at £4,500.00 unless agreed otherwise.", "Additional services"],
  ["Time-charge work is not to exceed $2,500.00 in total.", "Time-charge work"],
])("a limit on one kind of work is none on all of it: %s", (clause, item) => {
  expect(valuesOf("cap", clause)).toMatchObject([{ scope: "item", item }]);
});
