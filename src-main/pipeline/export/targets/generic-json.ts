import type { ExportTarget } from "../export-target.ts";
import { plannedSales, planSales, totalsOf } from "../plan-sales.ts";

/** The batch as data, `countersign.batch/1`: amounts as decimal text, dates ISO 8601, unknown is null. */
export const genericJson: ExportTarget = {
  id: "generic-json",
  title: "Data (JSON)",
  options: [],
  plan: (input) =>
    planSales(input, {
      target: genericJson.id,
      fileName: () => `invoices-${input.batchId}.json`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: () => 1,
      refuse: () => null,
      notes: () => [],
    }),
  write: (plan, input) => {
    const sales = plannedSales(input, plan);
    const batch = {
      schema: "countersign.batch/1",
      batchId: input.batchId,
      totals: totalsOf(sales.map((each) => each.sale)),
      invoices: sales.map(({ invoiceId, sale }) => ({
        invoiceId,
        kind: sale.isCredit ? "credit-note" : "invoice",
        ...withoutFlags(sale),
      })),
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(batch, null, 2)}\n`);
    return plan.files.map((file) => ({ name: file.name, mediaType: "application/json", bytes }));
  },
};

const withoutFlags = ({
  isCredit: _isCredit,
  collapsedLines: _collapsed,
  soleTaxRate: _rate,
  address: _address,
  number,
  partner,
  lines,
  net,
  tax,
  gross,
  ...rest
}: ReturnType<typeof plannedSales>[number]["sale"]): object => ({
  number,
  customer: partner,
  ...rest,
  lines: lines.map(({ isAdjustment: _isAdjustment, ...line }) => line),
  net,
  tax,
  gross,
});
