import {
  amount,
  dateCell,
  dateFormats,
  emptyCell,
  formatDate,
  freeText,
  identity,
  importerCsv,
  type CsvCell,
} from "../csv-text.ts";
import { decimalText } from "../../../../src-shared/money/index.ts";
import { lineCode, parseCoding, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportTarget, type TargetOption } from "../export-target.ts";
import { partSuffix, plannedSales, planSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";
import { parseTaxMapping, taxNameOf } from "../tax-mapping.ts";

// Source: Intuit's sample files for the invoice import; names only decide the automatic mapping.
const headers: Readonly<Record<string, readonly string[]>> = {
  us: [
    "*InvoiceNo",
    "*Customer",
    "*InvoiceDate",
    "*DueDate",
    "Terms",
    "Location",
    "Memo",
    "Item(Product/Service)",
    "ItemDescription",
    "ItemQuantity",
    "ItemRate",
    "*ItemAmount",
    "Service Date",
  ],
  tax: [
    "*InvoiceNo",
    "*Customer",
    "*InvoiceDate",
    "*DueDate",
    "Terms",
    "Location",
    "Memo",
    "Item(Product/Service)",
    "ItemDescription",
    "ItemQuantity",
    "ItemRate",
    "*ItemAmount",
    "*ItemTaxCode",
    "ItemTaxAmount",
    "Currency",
    "Service Date",
  ],
};

const options: readonly TargetOption[] = [
  {
    name: "region",
    title: "Company region",
    help: "US companies have no tax columns; in VAT and GST regions each line has a tax code.",
    kind: "choice",
    choices: ["us", "tax"],
    preset: "us",
  },
  {
    name: "date-format",
    title: "Date format",
    help: "The one that you will choose in the import wizard.",
    kind: "choice",
    choices: [...dateFormats],
    preset: "MM/DD/YYYY",
  },
  {
    name: "item",
    title: "Product or service",
    help: "The item of all lines, by its display name, or items by wording: “Filter=Parts:Filter; *=Services”.",
    kind: "text",
    choices: [],
    preset: "Services",
    list: "items",
  },
  {
    name: "tax-codes",
    title: "Tax codes",
    help: "Your tax codes by rate, separated by semicolons. Only for VAT and GST regions.",
    kind: "text",
    choices: [],
    preset: "20=20.0% S; 0=0.0% Z; none=No VAT",
    list: "taxes",
  },
];

const invoicesPerFile = 100;
const longestNumber = 21;
const oneUnit = decimalText("1");

/** QuickBooks Online's CSV import of invoices. Header values stand in an invoice's first row only. */
export const quickbooksOnlineCsv: ExportTarget = {
  id: "quickbooks-online-csv",
  title: "QuickBooks Online – invoices (CSV)",
  options,
  plan: (input) => {
    const isTaxRegion = optionOf(quickbooksOnlineCsv, input, "region") === "tax";
    const codes = parseTaxMapping(optionOf(quickbooksOnlineCsv, input, "tax-codes"));
    return planSales(input, {
      target: quickbooksOnlineCsv.id,
      fileName: (part, parts) => `quickbooks-online-invoices-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.isCredit) return { code: "export/credit-note-not-taken" };
        if (sale.dueDate === null) return { code: "export/no-due-date" };
        if (sale.number.length > longestNumber)
          return { code: "export/number-too-long", facts: { longest: longestNumber } };
        const unmapped = isTaxRegion
          ? sale.lines.find((line) => taxNameOf(codes, line.taxRate) === null)
          : undefined;
        return unmapped === undefined
          ? refuseUncoded(parseCoding(optionOf(quickbooksOnlineCsv, input, "item")), sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: (sales) => [
        { code: "export/quickbooks-custom-numbers" },
        ...(isTaxRegion || sales.every((sale) => sale.tax === null)
          ? []
          : [{ code: "export/quickbooks-tax-not-imported" }]),
      ],
    });
  },
  write: (plan, input) => {
    const region = optionOf(quickbooksOnlineCsv, input, "region");
    const settings: Settings = {
      isTaxRegion: region === "tax",
      format: optionOf(quickbooksOnlineCsv, input, "date-format"),
      items: parseCoding(optionOf(quickbooksOnlineCsv, input, "item")),
      memo: `Batch ${input.batchId}`,
      codes: parseTaxMapping(optionOf(quickbooksOnlineCsv, input, "tax-codes")),
    };
    const sales = plannedSales(input, plan);
    return plan.files.map((file) => {
      const own = new Set(file.invoiceIds);
      const rows = sales
        .filter((each) => own.has(each.invoiceId))
        .flatMap(({ sale }) => rowsOf(sale, settings));
      return {
        name: file.name,
        mediaType: "text/csv",
        bytes: new TextEncoder().encode(importerCsv(headers[region] ?? headers["us"] ?? [], rows)),
      };
    });
  },
};

interface Settings {
  readonly isTaxRegion: boolean;
  readonly format: string;
  readonly items: Coding;
  readonly memo: string;
  readonly codes: ReadonlyMap<string, string>;
}

const rowsOf = (sale: SaleDocument, settings: Settings): readonly (readonly CsvCell[])[] =>
  sale.lines.map((line, index) => {
    const isFirst = index === 0;
    const head = (cell: CsvCell): CsvCell => (isFirst ? cell : emptyCell);
    return [
      identity(sale.number),
      head(identity(sale.partner)),
      head(dateCell(formatDate(sale.issueDate, settings.format))),
      head(dateCell(sale.dueDate === null ? "" : formatDate(sale.dueDate, settings.format))),
      head(freeText(sale.terms)),
      emptyCell,
      head(freeText(settings.memo)),
      identity(lineCode(settings.items, line)),
      freeText(line.description),
      // The importer knows no line discount: a discounted line goes as one unit of its amount.
      amount(line.discountPercent === null ? line.quantity : oneUnit),
      amount(line.discountPercent === null ? line.unitAmount : line.amount),
      amount(line.amount),
      ...(settings.isTaxRegion
        ? [identity(taxNameOf(settings.codes, line.taxRate)), emptyCell, head(identity(sale.currency))]
        : []),
      dateCell(line.serviceDate === null ? "" : formatDate(line.serviceDate, settings.format)),
    ];
  });
