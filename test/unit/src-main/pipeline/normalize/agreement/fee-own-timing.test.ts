import { expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

test.each([
  [
    "The monthly retainer is $3,100. The retainer is invoiced at the start of each month. Print runs are invoiced monthly in arrears.",
    "advance",
  ],
  [
    "The monthly rent is $900. The rent is invoiced on the first day of each month. All else is billed monthly in arrears.",
    "advance",
  ],
  [
    "The monthly retainer is $3,100. The retainer is invoiced at the end of each month. Hosting is invoiced yearly in advance.",
    "arrears",
  ],
])("a fee takes the timing that a clause says of it: %s", (clause, timing) => {
  expect(valuesOf("fixed-fee", clause)).toEqual([expect.objectContaining({ per: "month", timing })]);
});

test("and is proven by that clause, whatever else is billed then", () => {
  const terms = termsOf(
    "Hosting is invoiced yearly in advance. The monthly retainer is $3,100. The retainer is invoiced monthly in advance.",
  );
  const fee = terms.find(({ type }) => type === "fixed-fee");
  const quotes = fee?.evidence.map(({ quote }) => quote).join(" ");
  expect(quotes).toContain("The retainer is invoiced");
  expect(quotes).not.toContain("Hosting");
});
