import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("a plan of payments by shares that make the whole", () => {
  test.each([
    [
      "30 % on signature, 40 % on delivery of the prototype and 30 % on final acceptance.",
      ["30", "40", "30"],
    ],
    [
      "Die Zahlung erfolgt zu 40 % nach Lieferung, zu 50 % nach Inbetriebnahme und zu 10 % nach Abnahme.",
      ["40", "50", "10"],
    ],
    [
      "Le prix est payable à raison de 20 % au démarrage, 50 % à la livraison et 30 % à la recette.",
      ["20", "50", "30"],
    ],
  ])("is a stage for each: %s", (clause, percents) => {
    expect(valuesOf("milestone", clause).map(({ percent }) => percent)).toEqual(percents);
  });

  test.each([
    "Half of the visits take place on site and half by video.",
    "Ownership: 60 % Provider and 40 % Client.",
    "Uptime is 99.5 % and response within an hour is 95 %.",
  ])("is none where nothing is paid: %s", (clause) => {
    expect(valuesOf("milestone", clause)).toEqual([]);
  });
});

describe("sums by the night where travel is paid back", () => {
  test("limit what is passed on, and price nothing", () => {
    const clause = "Travel is reimbursed against receipts; hotels up to 140 EUR per night.";
    expect(valuesOf("rate", clause)).toEqual([]);
    expect(valuesOf("expenses", clause)).toContainEqual(
      expect.objectContaining({ unitCap: expect.stringMatching(/^140/) }),
    );
  });
});
