import {
  amount,
  dateCell,
  emptyCell,
  formatDate,
  freeText,
  identity,
  importerCsv,
  isUnsafeIdentity,
  type CsvCell,
} from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { partSuffix, plannedSales, planSales } from "../plan-sales.ts";
import type { SaleDocument, SaleLine } from "../sale-document.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";

// Source: Xero's sales invoice template, 29 columns. Names and order are part of the format.
const header = [
  "*ContactName",
  "EmailAddress",
  "POAddressLine1",
  "POAddressLine2",
  "POAddressLine3",
  "POAddressLine4",
  "POCity",
  "PORegion",
  "POPostalCode",
  "POCountry",
  "*InvoiceNumber",
  "Reference",
  "*InvoiceDate",
  "*DueDate",
  "Total",
  "InventoryItemCode",
  "*Description",
  "*Quantity",
  "*UnitAmount",
  "Discount",
  "*AccountCode",
  "*TaxType",
  "TaxAmount",
  "TrackingName1",
  "TrackingOption1",
  "TrackingName2",
  "TrackingOption2",
  "Currency",
  "BrandingTheme",
];

const options: readonly TargetOption[] = [
  {
    name: "date-format",
    title: "Date format",
    help: "UK, Australia and New Zealand organisations use DD/MM/YYYY; US ones MM/DD/YYYY.",
    kind: "choice",
    choices: ["DD/MM/YYYY", "MM/DD/YYYY"],
    preset: "DD/MM/YYYY",
  },
  {
    name: "account-code",
    title: "Sales account codes",
    help: "The code that sales go to, or codes by wording: “Parts=210; *=200”.",
    kind: "text",
    choices: [],
    preset: "200",
    list: "accounts",
  },
  {
    name: "tax-types",
    title: "Tax rate names",
    help: "The full name of each tax rate in your Xero organisation, by rate, separated by semicolons.",
    kind: "text",
    choices: [],
    preset: "20=20% (VAT on Income); 5=5% (VAT on Income); 0=Zero Rated Income; none=No VAT",
    list: "taxes",
  },
  {
    name: "currency",
    title: "Currency column",
    help: "Fill it only if your plan has multi-currency.",
    kind: "choice",
    choices: ["blank", "filled"],
    preset: "blank",
  },
];

const invoicesPerFile = 500;

const rowOf = (
  sale: SaleDocument,
  line: SaleLine,
  taxes: TaxMapping,
  settings: { readonly format: string; readonly accounts: Coding; readonly currency: string },
): readonly CsvCell[] => [
  identity(sale.partner),
  identity(sale.email),
  ...Array.from({ length: 8 }, () => emptyCell),
  identity(sale.number),
  freeText(sale.reference),
  dateCell(formatDate(sale.issueDate, settings.format)),
  dateCell(sale.dueDate === null ? "" : formatDate(sale.dueDate, settings.format)),
  emptyCell,
  // An item code must exist in Xero; the description carries the wording instead.
  emptyCell,
  freeText(line.description),
  amount(line.quantity),
  amount(line.unitAmount),
  amount(line.discountPercent),
  identity(lineCode(settings.accounts, line)),
  identity(taxNameOf(taxes, line.taxRate)),
  emptyCell,
  emptyCell,
  emptyCell,
  emptyCell,
  emptyCell,
  identity(settings.currency === "filled" ? sale.currency : ""),
  emptyCell,
];

/** Xero's CSV import of sales invoices. Invoices arrive as drafts; a negative total becomes a credit note. */
export const xeroSalesCsv: ExportTarget = {
  id: "xero-sales-csv",
  title: "Xero – sales invoices (CSV)",
  options,
  plan: (input) => {
    const taxes = parseTaxMapping(optionOf(xeroSalesCsv, input, "tax-types"));
    return planSales(input, {
      target: xeroSalesCsv.id,
      fileName: (part, parts) => `xero-sales-invoices-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.dueDate === null) return { code: "export/no-due-date" };
        if (isUnsafeIdentity(optionOf(xeroSalesCsv, input, "account-code")))
          return { code: "export/unsafe-name", facts: { name: "account-code" } };
        const unmapped = sale.lines.find((line) => taxNameOf(taxes, line.taxRate) === null);
        return unmapped === undefined
          ? refuseUncoded(parseCoding(optionOf(xeroSalesCsv, input, "account-code")), sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: (sales) => [
        { code: "export/xero-arrives-as-draft" },
        { code: "export/choose-tax-exclusive" },
        ...(sales.some((sale) => sale.isCredit) ? [{ code: "export/xero-credit-by-negative-total" }] : []),
      ],
    });
  },
  write: (plan, input) => writeFiles(plan, input),
};

const writeFiles: ExportTarget["write"] = (plan, input: ExportInput) => {
  const taxes = parseTaxMapping(optionOf(xeroSalesCsv, input, "tax-types"));
  const settings = {
    format: optionOf(xeroSalesCsv, input, "date-format"),
    accounts: parseCoding(optionOf(xeroSalesCsv, input, "account-code")),
    currency: optionOf(xeroSalesCsv, input, "currency"),
  };
  const sales = plannedSales(input, plan);
  return plan.files.map((file) => {
    const own = new Set(file.invoiceIds);
    const rows = sales
      .filter((each) => own.has(each.invoiceId))
      .flatMap(({ sale }) => sale.lines.map((line) => rowOf(sale, line, taxes, settings)));
    return {
      name: file.name,
      mediaType: "text/csv",
      bytes: new TextEncoder().encode(importerCsv(header, rows)),
    };
  });
};
