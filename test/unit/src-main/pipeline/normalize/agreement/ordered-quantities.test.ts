import { expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const quote = `# QUOTE Q-5521

Ridgeway Electrical LLC for Tamarack Lodge Partners LP, March 3, 2026

| Description | Qty | Unit price | Amount |
| --- | --- | --- | --- |
| Panel upgrade | 1 | $8,450.00 | $8,450.00 |
| EV charger installation | 4 | $1,275.00 | $5,100.00 |

Total $13,550.00
`;

const countsOf = (kind: "estimate" | "agreement"): readonly (readonly [string, readonly string[]])[] =>
  agreementOf(quote, kind).terms.flatMap((term) =>
    term.type === "rate" ? [[term.value.item, term.conditions ?? []] as const] : [],
  );

test("an offer keeps how many of each thing it counts; a price list of an agreement binds no count", () => {
  expect(countsOf("estimate")).toEqual([
    ["Panel upgrade", ["quantity 1 each"]],
    ["EV charger installation", ["quantity 4 each"]],
  ]);
  expect(countsOf("agreement").map(([, conditions]) => conditions)).toEqual([[], []]);
});
