import { decimalText } from "../../../../src-shared/money/index.ts";
import { dateParts, type LocalDate } from "../../../../src-shared/time/index.ts";
import {
  amount,
  dateCell,
  dateFormats,
  formatDate,
  freeText,
  identity,
  importerCsv,
  type CsvCell,
} from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { externalIdOf } from "../external-id.ts";
import { partSuffix, planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf } from "../tax-mapping.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

const headers: Readonly<Record<Ledger, readonly string[]>> = {
  sales: [
    "External ID",
    "Customer",
    "Date",
    "Due Date",
    "Invoice #",
    "PO #",
    "Currency",
    "Memo",
    "Item",
    "Quantity",
    "Rate",
    "Amount",
    "Tax Code",
    "Description",
  ],
  bills: [
    "External ID",
    "Vendor",
    "Date",
    "Due Date",
    "Reference No.",
    "Currency",
    "Memo",
    "Account",
    "Amount",
    "Tax Code",
    "Line Memo",
  ],
};

const options: readonly TargetOption[] = [
  choiceOption("records", "Records", "Invoices that we bill, or vendor bills that we are billed.", [
    "invoices",
    "vendor-bills",
  ]),
  choiceOption("date-format", "Date format", "The one of your company's preferences.", [
    "M/D/YYYY",
    ...dateFormats,
  ]),
  textOption(
    "items",
    "Items",
    "For invoices: the item of all lines, or items by wording.",
    "Services",
    "items",
  ),
  textOption(
    "accounts",
    "Expense accounts",
    "For vendor bills: the account, or accounts by wording; “number name” if NetSuite uses account numbers.",
    "Expenses",
    "accounts",
  ),
  textOption(
    "tax-codes",
    "Tax codes",
    "Your tax codes by rate, separated by semicolons; empty leaves the column blank.",
    "",
    "taxes",
  ),
];

const linesPerRecord = 5000;
const recordsPerFile = 25_000;

const ledgerOf = (input: ExportInput): Ledger =>
  optionOf(netsuiteCsv, input, "records") === "vendor-bills" ? "bills" : "sales";

const netsuiteDate = (date: LocalDate, format: string): string => {
  if (format !== "M/D/YYYY") return formatDate(date, format);
  const { year, month, day } = dateParts(date);
  return `${month}/${day}/${year}`;
};

/** NetSuite's CSV import. The external id makes a repeated import update instead of double. */
export const netsuiteCsv: ExportTarget = {
  id: "netsuite-csv",
  title: "NetSuite – invoices or vendor bills (CSV)",
  options,
  plan: (input) => {
    const ledger = ledgerOf(input);
    const codings = parseCoding(optionOf(netsuiteCsv, input, ledger === "sales" ? "items" : "accounts"));
    const taxes = parseTaxMapping(optionOf(netsuiteCsv, input, "tax-codes"));
    return planSales(input, {
      target: netsuiteCsv.id,
      ledger,
      fileName: (part, parts) =>
        `netsuite-${ledger === "sales" ? "invoices" : "bills"}-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile: recordsPerFile,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.isCredit) return { code: "export/credit-note-not-taken" };
        if (sale.lines.length > linesPerRecord)
          return { code: "export/too-many-lines", facts: { most: linesPerRecord } };
        const unmapped =
          taxes.size === 0 ? undefined : sale.lines.find((line) => taxNameOf(taxes, line.taxRate) === null);
        return unmapped === undefined
          ? refuseUncoded(codings, sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: (sales) => [
        { code: "export/netsuite-add-or-update" },
        ...(taxes.size > 0 || sales.every((sale) => sale.tax === null)
          ? []
          : [{ code: "export/tax-not-written", facts: { target: "NetSuite" } }]),
      ],
    });
  },
  write: (plan, input) => {
    const ledger = ledgerOf(input);
    const codings = parseCoding(optionOf(netsuiteCsv, input, ledger === "sales" ? "items" : "accounts"));
    const taxes = parseTaxMapping(optionOf(netsuiteCsv, input, "tax-codes"));
    const format = optionOf(netsuiteCsv, input, "date-format");
    const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] => {
      const head = [
        identity(externalIdOf(sale)),
        identity(sale.partner),
        dateCell(netsuiteDate(sale.issueDate, format)),
        dateCell(sale.dueDate === null ? "" : netsuiteDate(sale.dueDate, format)),
        identity(sale.number),
      ];
      const tail = [identity(sale.currency), freeText(`Batch ${input.batchId}`)];
      return sale.lines.map((line) => {
        const tax = identity(taxNameOf(taxes, line.taxRate));
        if (ledger === "bills")
          return [
            ...head,
            ...tail,
            identity(lineCode(codings, line)),
            amount(line.amount),
            tax,
            freeText(line.description),
          ];
        const isPlain = line.discountPercent === null;
        return [
          ...head,
          freeText(sale.reference),
          ...tail,
          identity(lineCode(codings, line)),
          amount(isPlain ? line.quantity : decimalText("1")),
          amount(isPlain ? line.unitAmount : line.amount),
          amount(line.amount),
          tax,
          freeText(line.description),
        ];
      });
    };
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger,
      encode: (sales) => encodeUtf8(importerCsv(headers[ledger], sales.flatMap(rowsOf))),
    });
  },
};
