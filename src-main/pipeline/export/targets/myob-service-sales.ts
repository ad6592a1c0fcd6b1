import { formatDate, neutralized } from "../csv-text.ts";
import { lineCode, parseCoding, refuseUncoded, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { planSales } from "../plan-sales.ts";
import type { SaleDocument } from "../sale-document.ts";
import { choiceOption, dateFormatOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { writeSales } from "../write-sales.ts";

// Source: MYOB's field list for service sales; your own export says the order, which the import screen can match.
const header = [
  "Co./Last Name",
  "First Name",
  "Addr 1 - Line 1",
  "           - Line 2",
  "           - Line 3",
  "           - Line 4",
  "Inclusive",
  "Invoice No.",
  "Date",
  "Customer PO",
  "Description",
  "Account No.",
  "Amount",
  "Tax Code",
];

const options: readonly TargetOption[] = [
  dateFormatOption("DD/MM/YYYY"),
  textOption(
    "accounts",
    "Account numbers",
    "The account, or accounts by wording: “Parts=4-1200; *=4-1000”.",
    "4-1000",
    "accounts",
  ),
  textOption("tax-codes", "Tax codes", "By rate, at most 3 letters.", "10=GST; 0=FRE; none=N-T", "taxes"),
  choiceOption(
    "number-length",
    "Longest invoice number",
    "8 in old versions; 13 in newer ones, which the vendor does not confirm.",
    ["8", "13"],
  ),
  choiceOption(
    "first-line",
    "First line",
    "“{}” before the column names; compare your own export. Not confirmed by the vendor.",
    ["names", "braces-and-names"],
  ),
];

const longestName = 50;
const longestText = 255;
const control = /[\u0000-\u001f\u007f]+/g;
const cell = (text: string | null, longest: number): string =>
  neutralized((text ?? "").replace(control, " ")).slice(0, longest);

interface Settings {
  readonly format: string;
  readonly accounts: Coding;
  readonly taxes: TaxMapping;
  readonly longestNumber: number;
  readonly hasBraces: boolean;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(myobServiceSales, input, name);
  return {
    format: option("date-format"),
    accounts: parseCoding(option("accounts")),
    taxes: parseTaxMapping(option("tax-codes")),
    longestNumber: option("number-length") === "13" ? 13 : 8,
    hasBraces: option("first-line") === "braces-and-names",
  };
};

const linesOf = (sale: SaleDocument, settings: Settings): string =>
  sale.lines
    .map((line) => {
      const address = Array.from({ length: 4 }, (_, index) => cell(sale.address[index] ?? null, 60));
      return [
        sale.partner,
        "",
        ...address,
        "",
        sale.number,
        formatDate(sale.issueDate, settings.format),
        cell(sale.reference, 20),
        cell(line.description, longestText),
        lineCode(settings.accounts, line) ?? "",
        line.amount,
        taxNameOf(settings.taxes, line.taxRate) ?? "",
      ].join("\t");
    })
    .map((row) => `${row}\r\n`)
    .join("");

/** MYOB AccountRight: service sales as tab-separated text; a blank line stands between sales. */
export const myobServiceSales: ExportTarget = {
  id: "myob-service-sales",
  title: "MYOB AccountRight – service sales (TXT)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    return planSales(input, {
      target: myobServiceSales.id,
      fileName: () => `myob-service-sales-${input.batchId}.txt`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length,
      windowsTextOf: (sale) => linesOf(sale, settings),
      refuse: (sale) => {
        if (sale.number.length > settings.longestNumber)
          return { code: "export/number-too-long", facts: { longest: settings.longestNumber } };
        if (sale.partner.length > longestName)
          return { code: "export/name-too-long", facts: { name: sale.partner, longest: longestName } };
        if (sale.partner.search(control) >= 0)
          return { code: "export/name-not-writable", facts: { name: sale.partner } };
        const unmapped = sale.lines.find((line) => taxNameOf(settings.taxes, line.taxRate) === null);
        return unmapped === undefined
          ? refuseUncoded(settings.accounts, sale)
          : { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
      },
      notes: () => [{ code: "export/myob-compare-own-export" }],
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    return writeSales(plan, input, {
      mediaType: "text/tab-separated-values",
      encode: (sales) =>
        encodeWindows1252(
          `${settings.hasBraces ? "{}\r\n" : ""}${header.join("\t")}\r\n${sales
            .map((sale) => linesOf(sale, settings))
            .join("\r\n")}`,
        ),
    });
  },
};
