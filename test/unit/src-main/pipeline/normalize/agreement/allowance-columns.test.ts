import { expect, test } from "vitest";
import { agreementOf } from "./agreement-of.ts";

const contract = (table: string): string =>
  `# SERVICE AGREEMENT\n\nThis Agreement is made on 1 March 2026 between Brindle Office Ltd ("Supplier") and Marlow Legal LLP ("Customer").\n\n## Charges\n\n${table}\n`;
const termsOf = (table: string): readonly unknown[] =>
  agreementOf(contract(table)).terms.flatMap(({ type, value }) =>
    ["included", "overage", "fixed-fee", "rate", "tiers"].includes(type) ? [[type, value]] : [],
  );

test("columns of what is covered and of what more costs give both, each of its own row", () => {
  expect(
    termsOf(
      "| Kind of print | Included per month | Price of each further print |\n|---|---|---|\n| Mono | 5,000 | £0.010 |\n| Colour | 900 | £0.080 |",
    ),
  ).toEqual([
    ["included", { item: "Mono", quantity: "5000", unit: "print", per: "month" }],
    ["overage", { item: "Mono", unit: "print", price: "0.010" }],
    ["included", { item: "Colour", quantity: "900", unit: "print", per: "month" }],
    ["overage", { item: "Colour", unit: "print", price: "0.080" }],
  ]);
});

test("a fee beside them stays a fee, whose period is that of what it covers", () => {
  expect(
    termsOf(
      "| Plan | Monthly fee | Included minutes | Additional minutes |\n|---|---|---|---|\n| Office | £40.00 | 1,500 | £0.03 per minute |",
    ),
  ).toEqual(
    expect.arrayContaining([
      ["included", { item: "Office", quantity: "1500", unit: "minute", per: "month" }],
      ["overage", { item: "Office", unit: "minute", price: "0.03" }],
      ["fixed-fee", expect.objectContaining({ item: "Office", amount: "40.00", per: "month" })],
    ]),
  );
});

test("a fixed basis under a charge of the month is a fee of the month, among prices of one", () => {
  expect(
    termsOf(
      "| Service | Charge basis | Monthly charge |\n|---|---|---|\n| Helpdesk | per user | £26.00 |\n| Firewall | fixed | £70.00 |",
    ),
  ).toEqual([
    ["rate", { item: "Helpdesk", unit: "user", price: "26.00", per: "month" }],
    ["fixed-fee", expect.objectContaining({ item: "Firewall", amount: "70.00", per: "month" })],
  ]);
});

test("a band that counts on from the one before ends where both end, and a band of figures names its row", () => {
  const bands = (lines: readonly string[]): readonly unknown[] =>
    termsOf(`Storage kept in the month:\n\n${lines.join("\n")}\n`);
  expect(
    bands([
      "First 20 TB                   $90.00 per TB",
      "Next 30 TB (20 to 50 TB)      $80.00 per TB",
      "Over 50 TB                    $70.00 per TB",
    ]),
  ).toEqual([
    [
      "tiers",
      expect.objectContaining({
        unit: "terabyte",
        tiers: [
          { upTo: "20", price: "90.00" },
          { upTo: "50", price: "80.00" },
          { upTo: null, price: "70.00" },
        ],
      }),
    ],
  ]);
});
