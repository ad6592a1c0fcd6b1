import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

const ratesOf = (clause: string): readonly string[] =>
  valuesOf("rate", clause, "2. Prices").map(
    ({ unit, price, per }) => `${price}/${unit}${per === undefined ? "" : `/${per}`}`,
  );
const feesOf = (clause: string): readonly string[] =>
  valuesOf("fixed-fee", clause, "2. Prices").map(({ amount, per }) => `${amount}/${per}`);

describe("the price of one of what is counted before it", () => {
  test.each([
    ["2 x circulation pump CP-32 at £1,180.00", "1180.00/each"],
    ["3 x Umwälzpumpe UP25 à 1.180,00 €", "1180.00/each"],
    ["16 x tabouret pliant à 38,50 €", "38.50/each"],
    ["14 road cones at £9.40", "9.40/each"],
    ["6 hours at £55", "55/hour"],
  ])("%s", (clause, rate) => expect(ratesOf(clause)).toEqual([rate]));

  test("a count of periods has a fee, and a sum for all is none of one", () => {
    expect(ratesOf("12 months at £400.")).toEqual([]);
    expect(ratesOf("24 folding chairs for £1,548.")).toEqual([]);
  });
});

describe("a price by the period for each of what a sentence counts", () => {
  test.each([
    ["A seat is $24 a month.", "24/seat/month"],
    ["One licence costs £34.00 monthly.", "34.00/license/month"],
    ["Mailboxes are £18.00 each a month.", "18.00/each/month"],
    ["The tracking costs £42 per vehicle and month.", "42/vehicle/month"],
    ["Die Ortung kostet 42,00 € je Fahrzeug und Monat.", "42.00/vehicle/month"],
    ["Ein Benutzer kostet 34,00 € pro Monat.", "34.00/user/month"],
    ["Un utilisateur coûte 34,00 € par mois.", "34.00/user/month"],
    ["Een gebruiker kost € 34,00 per maand.", "34.00/user/month"],
    ["Ogni utente costa 34,00 € al mese.", "34.00/user/month"],
  ])("%s", (clause, rate) => expect(ratesOf(clause)).toEqual([rate]));

  test.each([
    ["The support desk costs £450 per month.", "450/month"],
    ["We clean your two offices, twice a week, for £260 a month plus VAT.", "260/month"],
    ["Wir reinigen die Büros für 260,00 € im Monat zuzüglich MwSt.", "260.00/month"],
  ])("but %s is a fee", (clause, fee) => expect(feesOf(clause)).toEqual([fee]));
});

test("a unit of the next price is none of the one before, where something else begins between them", () => {
  const clause = "The graphics are £4,200 plus VAT, with extra revisions at £65 an hour.";
  expect(ratesOf(clause)).toEqual(["65/hour"]);
});

test("meals that are served to those who are counted are sold, and not spent on the way", () => {
  expect(ratesOf("Meals are £2.85 per child.")).toEqual(["2.85/child"]);
  expect(valuesOf("expenses", "Meals are reimbursed up to £25 per day.", "2. Expenses")).toHaveLength(1);
});

describe("people whose time is billed at a price", () => {
  test.each([
    "My time is billed at $465 an hour. Trevor Lind will do the drafting; his time is billed at $310.",
    "The partner bills at $465 per hour. Trevor Lind, an associate, bills at $310.",
  ])("cost it by the hour that was said before: %s", (clause) => {
    expect(valuesOf("rate", clause)).toMatchObject([
      { price: "465", unit: "hour" },
      { price: "310", unit: "hour" },
    ]);
  });

  test("a thing has no such price", () => {
    const clause = "Labour is billed at £40 per hour. The permit is charged at £310.";
    expect(valuesOf("fixed-fee", clause)).toMatchObject([{ amount: "310" }]);
  });
});
