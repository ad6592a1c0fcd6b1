import { absolute, decimalToText, isNegative, isZero } from "../../../../src-shared/money/index.ts";
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
import { lineCode, parseCoding, partnerCode, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument } from "../sale-document.ts";
import { choiceOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";
import { splitTax, type TaxedGroup } from "../tax-split.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { writeSales } from "../write-sales.ts";

// Source: Sage's template "Audit Trail Transactions (Full)".
const header = [
  "Type",
  "Account Reference",
  "Nominal A/C Ref",
  "Department Code",
  "Date",
  "Reference",
  "Details",
  "Net Amount",
  "Tax Code",
  "Tax Amount",
  "Exchange Rate",
  "Extra Reference",
  "User Name",
  "Project Refn",
  "Cost Code Refn",
];

const options: readonly TargetOption[] = [
  choiceOption("records", "Records", "Sales (SI, SC) or purchases (PI, PC).", ["sales", "purchases"]),
  textOption(
    "partners",
    "Account references",
    "Your reference of each customer or supplier: “Acme Facilities Ltd=ACME001; *=SUNDRY”. At most 8 characters.",
    "",
    "partners",
  ),
  textOption(
    "nominal",
    "Nominal codes",
    "The code, or codes by wording: “Parts=4001; *=4000”.",
    "4000",
    "accounts",
  ),
  textOption(
    "tax-codes",
    "Tax codes",
    "By rate, separated by semicolons.",
    "20=T1; 5=T5; 0=T0; none=T9",
    "taxes",
  ),
  textOption("department", "Department", "A number from 0 to 999.", "0"),
  textOption("base-currency", "Base currency", "Transactions in another currency are left out.", "GBP"),
];

const longestCode = 8;
const longestDetails = 60;
const longestReference = 30;

interface Settings {
  readonly ledger: Ledger;
  readonly partners: Coding;
  readonly nominal: Coding;
  readonly taxes: TaxMapping;
  readonly department: string;
  readonly currency: string;
  readonly batch: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(sage50UkAuditTrail, input, name);
  return {
    ledger: option("records") === "purchases" ? "bills" : "sales",
    partners: parseCoding(option("partners")),
    nominal: parseCoding(option("nominal")),
    taxes: parseTaxMapping(option("tax-codes")),
    department: option("department"),
    currency: option("base-currency"),
    batch: input.batchId,
  };
};

const groupsOf = (sale: SaleDocument, settings: Settings): ReturnType<typeof splitTax> =>
  splitTax(sale, (line) => lineCode(settings.nominal, line) ?? "");

// The type carries the sign: what takes from an invoice goes as a credit under the same reference.
const typeOf = (ledger: Ledger, group: TaxedGroup): string =>
  (ledger === "sales" ? "S" : "P") + (isNegative(group.net) ? "C" : "I");

const rowsOf = (sale: SaleDocument, settings: Settings): readonly (readonly CsvCell[])[] => {
  const groups = groupsOf(sale, settings);
  if ("facts" in groups) return [];
  return groups
    .filter((group) => !isZero(group.net))
    .map((group) => [
      identity(typeOf(settings.ledger, group)),
      identity(partnerCode(settings.partners, sale.partner)),
      identity(group.code),
      identity(settings.department),
      dateCell(formatDate(sale.issueDate, "DD/MM/YYYY")),
      identity(sale.number),
      freeText(
        group.lines
          .map((line) => line.description)
          .join(", ")
          .slice(0, longestDetails),
      ),
      amount(decimalToText(absolute(group.net))),
      identity(taxNameOf(settings.taxes, group.rate)),
      amount(decimalToText(absolute(group.tax))),
      identity("1"),
      freeText(`${settings.batch} ${sale.reference ?? ""}`.trim().slice(0, longestReference)),
      emptyCell,
      emptyCell,
      emptyCell,
    ]);
};

const refuse = (
  sale: SaleDocument,
  settings: Settings,
): { readonly code: string; readonly facts?: Readonly<Record<string, string | number>> } | null => {
  const partner = partnerCode(settings.partners, sale.partner);
  if (partner === null) return { code: "export/partner-unmapped", facts: { name: sale.partner } };
  if (sale.currency !== settings.currency)
    return { code: "export/foreign-currency", facts: { currency: sale.currency, base: settings.currency } };
  if (sale.number.length > longestReference)
    return { code: "export/number-too-long", facts: { longest: longestReference } };
  const uncoded = refuseUncoded(settings.nominal, sale);
  if (uncoded !== null) return uncoded;
  const groups = groupsOf(sale, settings);
  if ("facts" in groups) return groups;
  const long = [partner, ...groups.map((group) => group.code)].find((code) => code.length > longestCode);
  if (long !== undefined)
    return { code: "export/name-too-long", facts: { name: long, longest: longestCode } };
  const unmapped = groups.find((group) => taxNameOf(settings.taxes, group.rate) === null);
  return unmapped === undefined
    ? null
    : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.rate ?? "none" } };
};

/** Sage 50 UK and Ireland: audit trail transactions, one row for each nominal code and tax code of a document. */
export const sage50UkAuditTrail: ExportTarget = {
  id: "sage50-uk-audit-trail",
  title: "Sage 50 UK and Ireland – audit trail transactions (CSV)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: sage50UkAuditTrail.id,
      ledger: settings.ledger,
      fileName: () => `sage50-${settings.ledger}-${input.batchId}.csv`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => rowsOf(sale, settings).length,
      windowsTextOf: (sale) => importerCsv([], rowsOf(sale, settings)),
      refuse: (sale) => refuse(sale, settings),
      notes: () => [
        { code: "export/posts-again-when-repeated", facts: { target: "Sage 50" } },
        { code: "export/sage-transactions-only" },
      ],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger: settings.ledger,
      encode: (sales) =>
        encodeWindows1252(
          importerCsv(
            header,
            sales.flatMap((sale) => rowsOf(sale, settings)),
          ),
        ),
    });
  },
};
