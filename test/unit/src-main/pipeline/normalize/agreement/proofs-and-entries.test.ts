import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("from what sum on a receipt proves an expense", () => {
  test.each([
    ["We hold receipts for every expense above $45 and send them with the bill.", "45"],
    ["The Supplier shall attach vouchers for all outlays exceeding €22.", "22"],
    ["Voor uitgaven boven € 35 is een bonnetje vereist.", "35"],
    ["Per ogni spesa oltre 28 € va allegata la ricevuta.", "28"],
    ["Every expense must be evidenced by a receipt.", "0"],
  ])("reads %s", (clause, above) => {
    const [value, ...more] = valuesOf("expenses", clause);
    expect(value).toEqual({ receiptAbove: above });
    expect(more).toEqual([]);
  });

  test("counts no receipt of an invoice", () => {
    expect(valuesOf("expenses", "All costs are payable 30 days from receipt of the invoice.")).toEqual([]);
  });
});

describe("what records of time are to say", () => {
  test.each([
    "Each timesheet entry must state the work performed.",
    "Jeder Eintrag im Stundennachweis enthält eine Beschreibung der Tätigkeit.",
  ])("is asked for by %s", (clause) => {
    expect(valuesOf("required", clause)).toEqual([{ fields: ["narrative"] }]);
  });
});
