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
