import { describe, expect, it } from "vitest";
import { findTarget } from "../../../../../src-main/pipeline/export/index.ts";
import { isUnsafeIdentity, personCsv, freeText } from "../../../../../src-main/pipeline/export/csv-text.ts";
import { parseTaxMapping, taxNameOf } from "../../../../../src-main/pipeline/export/tax-mapping.ts";
import type { BatchId, ExportPlan } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { saleInvoice, type SaleSpec } from "../../../../builders/sale-invoice.ts";

const planOf = (
  target: string,
  sales: readonly SaleSpec[],
  options: Readonly<Record<string, string>> = {},
): ExportPlan => {
  const found = findTarget(target);
  if (found === undefined) throw new Error(`No target ${target}`);
  return found.plan({
    batchId: "bat-1" as BatchId,
    invoices: sales.map((sale, index) => saleInvoice(sale, index + 1)),
    options,
  });
};

const codes = (plan: ExportPlan): readonly string[] => plan.refusals.map((refusal) => refusal.code);

describe("what no target writes", () => {
  it.each<[string, SaleSpec]>([
    ["export/no-number", { number: null }],
    ["export/no-customer", { customer: null }],
    ["export/undecided-value", { lines: [{ description: "x", net: null }] }],
    ["export/no-lines", { lines: [] }],
    ["export/proforma", { kind: "proforma" }],
    ["export/lines-do-not-add-up", { net: "120.01", gross: "120.01" }],
    ["export/unsafe-name", { customer: "=HYPERLINK(1)" }],
    ["export/unsafe-name", { customer: "\t@sum" }],
  ])("%s", (code, sale) => {
    const plan = planOf("generic-csv", [sale]);
    expect([codes(plan), plan.invoiceIds, plan.files]).toEqual([[code], [], []]);
  });

  it("writes a number once per file", () => {
    const plan = planOf("generic-csv", [{ number: "A-1" }, { number: "A-1" }]);
    expect([codes(plan), plan.invoiceIds.length]).toEqual([["export/number-twice"], 1]);
  });
});

describe("what accounting systems refuse", () => {
  it("asks Xero's owner for the name of an unknown tax rate", () => {
    const line = { description: "x", quantity: "2", price: "60.00", net: "120.00", taxRate: "8.25" };
    expect(codes(planOf("xero-sales-csv", [{ lines: [line] }]))).toEqual(["export/tax-rate-unmapped"]);
    expect(
      codes(planOf("xero-sales-csv", [{ lines: [line] }], { "tax-types": "8.250=Tax on Sales" })),
    ).toEqual([]);
  });

  it("needs a due date, and computes none from month-end terms", () => {
    expect(codes(planOf("xero-sales-csv", [{ dueDate: null, terms: "30 days end of month" }]))).toEqual([
      "export/no-due-date",
    ]);
  });

  it("keeps QuickBooks numbers within 21 characters and leaves credit notes out", () => {
    expect(
      codes(
        planOf("quickbooks-online-csv", [{ number: "INV-2026-000000000001-A" }, { kind: "credit-note" }]),
      ).toSorted(),
    ).toEqual(["export/credit-note-not-taken", "export/number-too-long"]);
  });

  it("splits files at invoice borders", () => {
    const plan = planOf(
      "quickbooks-online-csv",
      Array.from({ length: 201 }, (_, index) => ({ number: `N-${index}` })),
    );
    expect(plan.files.map((file) => file.invoiceIds.length)).toEqual([100, 100, 1]);
  });

  it("writes a line whose price does not explain its amount as one unit, and says so", () => {
    const plan = planOf("generic-csv", [
      { lines: [{ description: "x", quantity: "3", price: "39.99", net: "120.00" }] },
    ]);
    expect(plan.notes).toContainEqual({ code: "export/line-collapsed", facts: { numbers: "INV-1" } });
  });
});

describe("cells", () => {
  it.each(["=1+1", "+1", "-1", "@x", "\t=1", "\u200b=1", "＝1", "|x", "%0A"])(
    "neutralizes %j for spreadsheets",
    (text) => {
      expect(personCsv(["a"], [[freeText(text)]])).toContain(`"'`);
    },
  );

  it.each(["Acme", "3M", "O'Neil & Sons", "-Smith-", "+44 Ltd"])("lets %j be a name", (name) => {
    expect(isUnsafeIdentity(name)).toBe(false);
  });

  it("finds tax names by the number, not by its digits", () => {
    const mapping = parseTaxMapping("20=Standard; 5 %=Reduced; none=No VAT; broken; =x");
    expect([
      taxNameOf(mapping, decimalText("20.00")),
      taxNameOf(mapping, decimalText("5")),
      taxNameOf(mapping, null),
      taxNameOf(mapping, decimalText("7")),
    ]).toEqual(["Standard", "Reduced", "No VAT", null]);
  });
});
