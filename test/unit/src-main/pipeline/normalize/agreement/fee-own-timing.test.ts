import { expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

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
