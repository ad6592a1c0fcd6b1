import { describe, expect, test } from "vitest";
import { contractWith, termsOf } from "./agreement-of.ts";

const prices = "Hall rental: 3,200.00 EUR per event.\nCatering: 58.00 EUR per guest.\n";
const taxesOf = (clause: string): readonly string[] =>
  termsOf(contractWith(`${prices}\n${clause}`)).flatMap((term) =>
    term.type === "tax" ? [`${term.value.rate ?? "?"} ${term.value.scope ?? "all"}`] : [],
  );

describe("what a rate of tax is for", () => {
  test.each([
    ["VAT of 7 % applies to catering and 19 % to hall rental.", ["7 catering", "19 hall rental"]],
    ["Catering is taxed at 7 % VAT, hall rental at 19 %.", ["7 Catering", "19 hall rental"]],
    ["VAT: 7 % on catering, 19 % on everything else.", ["7 catering", "19 all"]],
    ["Sales tax of 6 % is charged on catering only.", ["6 catering"]],
    ["Catering is taxed at 8.3 % sales tax; hall rental is exempt.", ["? hall rental", "8.3 Catering"]],
  ])("is the priced thing that its words name: %s", (clause, taxes) => {
    expect(taxesOf(clause)).toEqual(taxes);
  });

  test.each([
    ["GST is extra; IGST @ 18% applies at present.", ["18 all"]],
    ["Prices exclude IGST, charged at 12%.", ["12 all"]],
    // Two halves of one tax: neither is its rate.
    ["CGST @ 9% and SGST @ 9% apply.", []],
  ])("is read of the tax between the states of India: %s", (clause, taxes) => {
    expect(taxesOf(clause)).toEqual(taxes);
  });

  test.each(["VAT at 20 % is added to all prices.", "VAT at 20 % is added to the price of the catering."])(
    "is everything where nothing else is said to bear none: %s",
    (clause) => {
      expect(taxesOf(clause)).toEqual(["20 all"]);
    },
  );
});
