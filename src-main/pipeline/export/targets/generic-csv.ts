import { amount, dateCell, freeText, identity, personCsv, type CsvCell } from "../csv-text.ts";
import type { ExportTarget } from "../export-target.ts";
import { plannedSales, planSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";

const header = [
  "kind",
  "invoice number",
  "issue date",
  "due date",
  "customer",
  "reference",
  "currency",
  "line",
  "description",
  "quantity",
  "unit amount",
  "discount percent",
  "amount",
  "tax rate",
  "service date",
  "invoice net",
  "invoice tax",
  "invoice gross",
];

const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] =>
  sale.lines.map((line, index) => [
    identity(sale.isCredit ? "credit note" : "invoice"),
    identity(sale.number),
    dateCell(sale.issueDate),
    dateCell(sale.dueDate ?? ""),
    identity(sale.partner),
    freeText(sale.reference),
    identity(sale.currency),
    amount(String(index + 1) as SaleDocument["net"]),
    freeText(line.description),
    amount(line.quantity),
    amount(line.unitAmount),
    amount(line.discountPercent),
    amount(line.amount),
    amount(line.taxRate),
    dateCell(line.serviceDate ?? ""),
    amount(sale.net),
    amount(sale.tax),
    amount(sale.gross),
  ]);

/** One row per line for people and spreadsheets. Amounts of credit notes are negative; dates are ISO. */
export const genericCsv: ExportTarget = {
  id: "generic-csv",
  title: "Spreadsheet (CSV)",
  options: [],
  plan: (input) =>
    planSales(input, {
      target: genericCsv.id,
      fileName: () => `invoices-${input.batchId}.csv`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length,
      refuse: () => null,
      notes: () => [],
    }),
  write: (plan, input) => {
    const rows = plannedSales(input, plan).flatMap(({ sale }) => rowsOf(sale));
    return plan.files.map((file) => ({
      name: file.name,
      mediaType: "text/csv",
      bytes: new TextEncoder().encode(personCsv(header, rows)),
    }));
  },
};
