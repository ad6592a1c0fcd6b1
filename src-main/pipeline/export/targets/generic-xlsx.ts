import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { optionOf, type ExportInput, type ExportTarget } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption } from "../target-options.ts";
import { encodeWorkbook, type Sheet, type SheetCell } from "../workbook.ts";
import { writeSales } from "../write-sales.ts";

const text = (value: string | null): SheetCell =>
  value === null ? null : { type: "text", text: value.replaceAll(/\s+/g, " ") };
const number = (value: DecimalText | null): SheetCell => (value === null ? null : { type: "number", value });
const date = (value: LocalDate | null): SheetCell => (value === null ? null : { type: "date", date: value });
const kindOf = (sale: SaleDocument): string => (sale.isCredit ? "credit note" : "invoice");

/** One row a line with what concerns the whole invoice repeated, so that filters and pivots work. */
const lineSheet = (sales: readonly SaleDocument[], partner: string): Sheet => ({
  name: "Invoices",
  header: [
    "Kind",
    "Invoice number",
    "Issue date",
    "Due date",
    partner,
    "Reference",
    "Terms",
    "Currency",
    "Line",
    "Item",
    "Description",
    "Quantity",
    "Unit amount",
    "Discount percent",
    "Amount",
    "Tax rate",
    "Service date",
    "Invoice net",
    "Invoice tax",
    "Invoice gross",
  ],
  rows: sales.flatMap((sale) =>
    sale.lines.map((line, index) => [
      text(kindOf(sale)),
      text(sale.number),
      date(sale.issueDate),
      date(sale.dueDate),
      text(sale.partner),
      text(sale.reference),
      text(sale.terms),
      text(sale.currency),
      number(String(index + 1) as DecimalText),
      text(line.itemCode),
      text(line.description),
      number(line.quantity),
      number(line.unitAmount),
      number(line.discountPercent),
      number(line.amount),
      number(line.taxRate),
      date(line.serviceDate),
      number(sale.net),
      number(sale.tax),
      number(sale.gross),
    ]),
  ),
});

const ledgerOf = (input: ExportInput): Ledger =>
  optionOf(genericXlsx, input, "records") === "bills" ? "bills" : "sales";

/** A workbook for people: one row for each line. Amounts of credit notes are negative. */
export const genericXlsx: ExportTarget = {
  id: "generic-xlsx",
  title: "Spreadsheet (XLSX)",
  options: [choiceOption("records", "Records", "What we bill, or what we are billed.", ["sales", "bills"])],
  plan: (input) =>
    planSales(input, {
      target: genericXlsx.id,
      ledger: ledgerOf(input),
      fileName: () => `invoices-${input.batchId}.xlsx`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length,
      refuse: () => null,
      notes: () => [],
    }),
  write: (plan, input) => {
    const ledger = ledgerOf(input);
    const partner = ledger === "sales" ? "Customer" : "Supplier";
    return writeSales(plan, input, {
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ledger,
      encode: (sales) => encodeWorkbook([lineSheet(sales, partner)]),
    });
  },
};
