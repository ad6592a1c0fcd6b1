import { amount, dateCell, freeText, identity, importerCsv, type CsvCell } from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded } from "../coding.ts";
import { optionOf, type ExportTarget, type TargetOption } from "../export-target.ts";
import { partSuffix, planSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf } from "../tax-mapping.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

// Source: Zoho's public sample file; its mapping screen lets other names stand as well.
const header = [
  "Invoice Number",
  "Invoice Date",
  "Invoice Status",
  "Customer Name",
  "PurchaseOrder",
  "Payment Terms Label",
  "Due Date",
  "Currency Code",
  "Account",
  "Item Name",
  "Item Desc",
  "Item Type",
  "Quantity",
  "Item Price",
  "Item Tax",
  "Item Tax %",
  "Is Inclusive Tax",
  "Discount(%)",
  "Notes",
];

const options: readonly TargetOption[] = [
  choiceOption("status", "Status", "What the invoices arrive as.", ["Draft", "Sent"]),
  textOption("accounts", "Income accounts", "The account, or accounts by wording.", "Sales", "accounts"),
  textOption("items", "Items", "The item of all lines, or items by wording.", "Services", "items"),
  choiceOption("item-type", "Item type", "Not confirmed by the vendor; choose what your sample file shows.", [
    "service",
    "goods",
  ]),
  textOption(
    "tax-names",
    "Tax names",
    "The name of each tax in Zoho, by rate; empty leaves the tax columns blank.",
    "",
    "taxes",
  ),
];

// Zoho takes files up to 10 MB; a line is far below 2 kB.
const invoicesPerFile = 1000;

/** Zoho Books: invoices as CSV. */
export const zohoInvoicesCsv: ExportTarget = {
  id: "zoho-invoices-csv",
  title: "Zoho Books – invoices (CSV)",
  options,
  plan: (input) => {
    const option = (name: string): string => optionOf(zohoInvoicesCsv, input, name);
    const taxes = parseTaxMapping(option("tax-names"));
    return planSales(input, {
      target: zohoInvoicesCsv.id,
      fileName: (part, parts) => `zoho-invoices-${input.batchId}${partSuffix(part, parts)}.csv`,
      invoicesPerFile,
      rowsOf: (sale) => sale.lines.length,
      refuse: (sale) => {
        if (sale.isCredit) return { code: "export/credit-note-not-taken" };
        const unmapped =
          taxes.size === 0 ? undefined : sale.lines.find((line) => taxNameOf(taxes, line.taxRate) === null);
        if (unmapped !== undefined)
          return { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
        return (
          refuseUncoded(parseCoding(option("accounts")), sale) ??
          refuseUncoded(parseCoding(option("items")), sale)
        );
      },
      notes: (sales) => [
        { code: "export/zoho-numbering" },
        ...(taxes.size > 0 || sales.every((sale) => sale.tax === null)
          ? []
          : [{ code: "export/tax-not-written", facts: { target: "Zoho" } }]),
      ],
    });
  },
  write: (plan, input) => {
    const option = (name: string): string => optionOf(zohoInvoicesCsv, input, name);
    const taxes = parseTaxMapping(option("tax-names"));
    const accounts = parseCoding(option("accounts"));
    const items = parseCoding(option("items"));
    const rowsOf = (sale: SaleDocument): readonly (readonly CsvCell[])[] =>
      sale.lines.map((line) => [
        identity(sale.number),
        dateCell(sale.issueDate),
        identity(option("status")),
        identity(sale.partner),
        freeText(sale.reference),
        freeText(sale.terms),
        dateCell(sale.dueDate ?? ""),
        identity(sale.currency),
        identity(lineCode(accounts, line)),
        identity(lineCode(items, line)),
        freeText(line.description),
        identity(option("item-type")),
        amount(line.quantity),
        amount(line.unitAmount),
        identity(taxNameOf(taxes, line.taxRate)),
        amount(taxes.size === 0 ? null : line.taxRate),
        identity("FALSE"),
        amount(line.discountPercent),
        freeText(`Batch ${input.batchId}`),
      ]);
    return writeSales(plan, input, {
      mediaType: "text/csv",
      encode: (sales) => encodeUtf8(importerCsv(header, sales.flatMap(rowsOf))),
    });
  },
};
