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
import { optionOf, type ExportTarget, type TargetOption } from "../export-target.ts";
import { partSuffix, planSales } from "../plan-sales.ts";
import type { SaleDocument, SaleLine } from "../sale-document.ts";
import { textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";
import { xeroCurrency, xeroDateFormat, xeroTaxTypes } from "../xero-options.ts";

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
  xeroDateFormat,
  textOption(
    "account-code",
    "Sales account codes",
    "The code that sales go to, or codes by wording: “Parts=210; *=200”.",
    "200",
    "accounts",
  ),
  xeroTaxTypes("20=20% (VAT on Income); 5=5% (VAT on Income); 0=Zero Rated Income; none=No VAT"),
  xeroCurrency,
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
  write: (plan, input) => {
    const taxes = parseTaxMapping(optionOf(xeroSalesCsv, input, "tax-types"));
    const settings = {
      format: optionOf(xeroSalesCsv, input, "date-format"),
      accounts: parseCoding(optionOf(xeroSalesCsv, input, "account-code")),
      currency: optionOf(xeroSalesCsv, input, "currency"),
    };
    const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] =>
      sale.lines.map((line) => rowOf(sale, line, taxes, settings));
    return writeSales(plan, input, {
      mediaType: "text/csv",
      encode: (sales) => encodeUtf8(importerCsv(header, sales.flatMap(rowsOf))),
    });
  },
};
