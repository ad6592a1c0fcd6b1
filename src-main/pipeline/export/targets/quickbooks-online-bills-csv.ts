import {
  amount,
  dateCell,
  emptyCell,
  formatDate,
  freeText,
  identity,
  importerCsv,
  type CsvCell,
} from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded } from "../coding.ts";
import { optionOf, type ExportTarget, type TargetOption } from "../export-target.ts";
import { partSuffix, planSales } from "../plan-sales.ts";
import { splitPlan } from "../split-plan.ts";
import type { SaleDocument } from "../sale-document.ts";
import { choiceOption, dateFormatOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf } from "../tax-mapping.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

// Source: two public exporters agree on the plain columns; the tax columns are not confirmed by the vendor.
const plain = [
  "*BillNo",
  "*Supplier",
  "*BillDate",
  "*DueDate",
  "Terms",
  "Location",
  "Memo",
  "*Account",
  "LineDescription",
  "*LineAmount",
];
const headers: Readonly<Record<string, readonly string[]>> = {
  plain: [...plain, "Currency"],
  tax: [...plain, "*LineTaxCode", "LineTaxAmount", "Currency"],
};

const options: readonly TargetOption[] = [
  choiceOption(
    "columns",
    "Tax columns",
    "Bills are imported outside the US only. The names of the tax columns are not confirmed by the vendor; compare them with your sample file.",
    ["plain", "tax"],
  ),
  dateFormatOption("DD/MM/YYYY"),
  textOption(
    "account",
    "Expense accounts",
    "The account that bills go to, or accounts by wording: “Freight=Freight In; *=Materials”.",
    "Materials",
    "accounts",
  ),
  textOption(
    "tax-codes",
    "Tax codes",
    "Your tax codes by rate, separated by semicolons. Only with tax columns.",
    "20=20.0% S; 0=0.0% Z; none=No VAT",
    "taxes",
  ),
];

/** QuickBooks Online's CSV import of bills. A number must not stand twice in one file, even for two suppliers. */
export const quickbooksOnlineBillsCsv: ExportTarget = {
  id: "quickbooks-online-bills-csv",
  title: "QuickBooks Online – bills (CSV)",
  options,
  plan: (input) => {
    const isTaxed = optionOf(quickbooksOnlineBillsCsv, input, "columns") === "tax";
    const codes = parseTaxMapping(optionOf(quickbooksOnlineBillsCsv, input, "tax-codes"));
    const accounts = parseCoding(optionOf(quickbooksOnlineBillsCsv, input, "account"));
    const plan = planSales(input, {
      target: quickbooksOnlineBillsCsv.id,
      ledger: "bills",
      fileName: (part, parts) => `quickbooks-online-bills-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile: 100,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.isCredit) return { code: "export/credit-note-not-taken" };
        if (sale.dueDate === null) return { code: "export/no-due-date" };
        if (sale.number.length > longestNumber)
          return { code: "export/number-too-long", facts: { longest: longestNumber } };
        const unmapped = isTaxed
          ? sale.lines.find((line) => taxNameOf(codes, line.taxRate) === null)
          : undefined;
        return unmapped === undefined
          ? refuseUncoded(accounts, sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: (sales) => [
        { code: "export/quickbooks-bills-outside-us" },
        { code: "export/bills-may-come-twice", facts: { target: "QuickBooks" } },
        ...(isTaxed || sales.every((sale) => sale.tax === null)
          ? []
          : [{ code: "export/tax-not-written", facts: { target: "QuickBooks" } }]),
      ],
    });
    return splitPlan(plan, input, {
      ledger: "bills",
      invoicesPerFile: 100,
      keyOf: (sale) => sale.number,
      fileName: (part, parts) => `quickbooks-online-bills-${input.batchId}${partSuffix(part, parts)}.csv`,
    });
  },
  write: (plan, input) => {
    const columns = optionOf(quickbooksOnlineBillsCsv, input, "columns");
    const codes = parseTaxMapping(optionOf(quickbooksOnlineBillsCsv, input, "tax-codes"));
    const accounts = parseCoding(optionOf(quickbooksOnlineBillsCsv, input, "account"));
    const format = optionOf(quickbooksOnlineBillsCsv, input, "date-format");
    const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] =>
      sale.lines.map((line) => [
        identity(sale.number),
        identity(sale.partner),
        dateCell(formatDate(sale.issueDate, format)),
        dateCell(sale.dueDate === null ? "" : formatDate(sale.dueDate, format)),
        freeText(sale.terms),
        emptyCell,
        freeText(`Batch ${input.batchId}`),
        identity(lineCode(accounts, line)),
        freeText(line.description),
        amount(line.amount),
        ...(columns === "tax" ? [identity(taxNameOf(codes, line.taxRate)), emptyCell] : []),
        identity(sale.currency),
      ]);
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger: "bills",
      encode: (sales) => encodeUtf8(importerCsv(headers[columns] ?? plain, sales.flatMap(rowsOf))),
    });
  },
};

const longestNumber = 21;
