import { describe, expect, test } from "vitest";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const steps: TermSpec = {
  type: "tiers",
  value: {
    item: "Lookups",
    unit: "lookup",
    method: "graduated",
    tiers: [
      { upTo: "1000", price: "0.10" },
      { upTo: null, price: "0.05" },
    ],
    per: "month",
  },
};
const packs: TermSpec = {
  type: "tiers",
  value: {
    item: "Pages",
    unit: "page",
    method: "package",
    packageSize: "500",
    tiers: [{ upTo: null, price: "12.00" }],
    per: null,
  },
};

function outcomesOf(
  terms: readonly TermSpec[],
  line: LineSpec,
  used: string | null,
  item: string,
  unit: string,
) {
  const [invoice] = checkCase({
    agreements: [{ terms }],
    invoices: [{ lines: [line] }],
    deliveries: used === null ? [] : [{ kind: "usage", date: "2026-10-31", item, quantity: used, unit }],
  }).invoices;
  const of = (id: string) => invoice?.outcomes.find(({ check }) => check === id)?.outcome;
  return [of("tier.wrong"), of("quantity.under")];
}

describe("a sum that is billed once under price steps", () => {
  const line = (net: string): LineSpec => ({ description: "Lookups", quantity: "1", unitPrice: net, net });

  test("is held against the use that the records count", () => {
    expect(outcomesOf([steps], line("150.00"), "2000", "Lookups", "lookup")).toEqual([
      "pass",
      "not-applicable",
    ]);
    expect(outcomesOf([steps], line("200.00"), "2000", "Lookups", "lookup")).toEqual([
      "fail",
      "not-applicable",
    ]);
  });

  test("is not known without records", () => {
    expect(outcomesOf([steps], line("150.00"), null, "Lookups", "lookup")[0]).toBe("cannot-determine");
  });
});

describe("packages that are billed as such", () => {
  const line = (quantity: string, net: string): LineSpec => ({
    description: "Pages",
    quantity,
    unitPrice: "12.00",
    net,
  });

  test("are as many as the use begins", () => {
    expect(outcomesOf([packs], line("3", "36.00"), "1100", "Pages", "page")).toEqual([
      "pass",
      "not-applicable",
    ]);
    expect(outcomesOf([packs], line("2", "24.00"), "1100", "Pages", "page")).toEqual([
      "fail",
      "not-applicable",
    ]);
  });
});
