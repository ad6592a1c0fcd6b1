import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

const terms: readonly TermSpec[] = [
  { type: "rate", value: { item: "Boom lift", unit: "each", price: "500.00" } },
  { type: "tax", value: { category: "S", rate: "5", name: "gst" } },
  { type: "tax", value: { category: "S", rate: "7", name: "pst" } },
];

/** What the checks on tax say of two taxes on one line that bears them together. */
function findingsOf(first: string, second: string, tax: string): readonly string[] {
  const lines = [{ ...row("Boom lift", "2", "500.00"), taxRate: "12" }];
  const taxes = [
    { name: "GST", rate: "5", amount: first },
    { name: "PST", rate: "7", amount: second },
  ];
  const [invoice] = checkCase({ agreements: [{ terms }], invoices: [{ lines, taxes, tax }] }).invoices;
  return (invoice?.findings ?? []).flatMap(({ check, impact }) =>
    check.startsWith("tax.") ? [`${check} ${impact ?? ""}`] : [],
  );
}

describe("two taxes side by side", () => {
  test("are each taken from what bears both", () => {
    expect(findingsOf("50.00", "70.00", "120.00")).toEqual([]);
  });

  test("are wrong together where one of them is", () => {
    expect(findingsOf("50.00", "80.00", "130.00")).toEqual(["tax.over 10.00"]);
  });
});

describe("a rate of zero beside the one that is charged", () => {
  test("is of the goods that bear it alone", () => {
    const lines = [
      { ...row("Boom lift", "2", "500.00"), taxRate: "20" },
      { ...row("Safety course", "1", "300.00"), taxRate: "0" },
    ];
    const taxes = [
      { name: "VAT", rate: "20", amount: "200.00" },
      { name: "VAT", rate: "0", amount: "3.00" },
    ];
    const [invoice] = checkCase({
      agreements: [{ terms: [] }],
      invoices: [{ lines, taxes, tax: "203.00" }],
    }).invoices;
    const formulas = (invoice?.findings ?? []).flatMap(({ check, formula }) =>
      check === "tax.over" ? [formula] : [],
    );
    expect(formulas).toEqual(["1000.00 × 20 % = 200.00; 300.00 × 0 % = 0.00; 203.00 − 200.00 = 3.00"]);
  });
});
