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
import type { SaleDocument } from "../sale-document.ts";
import { textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf } from "../tax-mapping.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";
import { xeroCurrency, xeroDateFormat, xeroTaxTypes } from "../xero-options.ts";

// Source: Xero's bill template, 26 columns: no reference, discount or branding; the description has no star.
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
  "*InvoiceDate",
  "*DueDate",
  "Total",
  "InventoryItemCode",
  "Description",
  "*Quantity",
  "*UnitAmount",
  "*AccountCode",
  "*TaxType",
  "TaxAmount",
  "TrackingName1",
  "TrackingOption1",
  "TrackingName2",
  "TrackingOption2",
  "Currency",
];

const options: readonly TargetOption[] = [
  xeroDateFormat,
  textOption(
    "account-code",
    "Account codes",
    "The code that bills go to, or codes by wording: “Freight=425; *=310”.",
    "310",
    "accounts",
  ),
  xeroTaxTypes("20=20% (VAT on Expenses); 5=5% (VAT on Expenses); 0=Zero Rated Expenses; none=No VAT"),
  xeroCurrency,
];

const invoicesPerFile = 500;

/** Xero's CSV import of bills. A bill that comes twice is taken twice with a warning at most. */
export const xeroBillsCsv: ExportTarget = {
  id: "xero-bills-csv",
  title: "Xero – bills (CSV)",
  options,
  plan: (input) => {
    const taxes = parseTaxMapping(optionOf(xeroBillsCsv, input, "tax-types"));
    const accounts = parseCoding(optionOf(xeroBillsCsv, input, "account-code"));
    return planSales(input, {
      target: xeroBillsCsv.id,
      ledger: "bills",
      fileName: (part, parts) => `xero-bills-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.dueDate === null) return { code: "export/no-due-date" };
        const unmapped = sale.lines.find((line) => taxNameOf(taxes, line.taxRate) === null);
        return unmapped === undefined
          ? refuseUncoded(accounts, sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: (sales) => [
        { code: "export/xero-arrives-as-draft" },
        { code: "export/choose-tax-exclusive" },
        { code: "export/bills-may-come-twice", facts: { target: "Xero" } },
        ...(sales.some((sale) => sale.isCredit) ? [{ code: "export/xero-credit-by-negative-total" }] : []),
      ],
    });
  },
  write: (plan, input) => {
    const taxes = parseTaxMapping(optionOf(xeroBillsCsv, input, "tax-types"));
    const accounts = parseCoding(optionOf(xeroBillsCsv, input, "account-code"));
    const format = optionOf(xeroBillsCsv, input, "date-format");
    const isCurrencyFilled = optionOf(xeroBillsCsv, input, "currency") === "filled";
    const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] =>
      sale.lines.map((line) => [
        identity(sale.partner),
        identity(sale.email),
        ...Array.from({ length: 8 }, () => emptyCell),
        identity(sale.number),
        dateCell(formatDate(sale.issueDate, format)),
        dateCell(sale.dueDate === null ? "" : formatDate(sale.dueDate, format)),
        emptyCell,
        emptyCell,
        freeText(line.description),
        // Bills know no discount column: a discounted line goes as one unit of its amount.
        amount(line.discountPercent === null ? line.quantity : oneUnit),
        amount(line.discountPercent === null ? line.unitAmount : line.amount),
        identity(lineCode(accounts, line)),
        identity(taxNameOf(taxes, line.taxRate)),
        ...Array.from({ length: 5 }, () => emptyCell),
        identity(isCurrencyFilled ? sale.currency : ""),
      ]);
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger: "bills",
      encode: (sales) => encodeUtf8(importerCsv(header, sales.flatMap(rowsOf))),
    });
  },
};

const oneUnit = "1" as SaleDocument["net"];
