import { decimalToText, negate, type DecimalText } from "../../../../src-shared/money/index.ts";
import { amount, dateCell, formatDate, freeText, identity, importerCsv, type CsvCell } from "../csv-text.ts";
import { lineCode, parseCoding, partnerCode, type Coding } from "../coding.ts";
import { optionOf, type ExportInput, type ExportTarget, type TargetOption } from "../export-target.ts";
import { externalIdOf } from "../external-id.ts";
import { planSales } from "../plan-sales.ts";
import type { Ledger, SaleDocument, SaleLine } from "../sale-document.ts";
import { choiceOption, dateFormatOption, textOption } from "../target-options.ts";
import { parseTaxMapping, taxNameOf, type TaxMapping } from "../tax-mapping.ts";
import { parseTemplate, type Template, type TemplateField } from "../template.ts";
import { encodeWindows1252 } from "../windows-1252.ts";
import { encodeUtf8, writeSales } from "../write-sales.ts";

const options: readonly TargetOption[] = [
  {
    ...textOption(
      "template",
      "Template",
      "Load the import template of your system, and say once what each column takes.",
      "",
    ),
    kind: "template",
  },
  choiceOption("records", "Records", "What we bill, or what we are billed.", ["sales", "bills"]),
  dateFormatOption("YYYY-MM-DD"),
  choiceOption(
    "head",
    "Values of the whole invoice",
    "In each row of an invoice, or in its first one only.",
    ["each-row", "first-row"],
  ),
  choiceOption(
    "signs",
    "Credit notes",
    "With negative amounts, or with positive ones where the kind says it.",
    ["negative", "positive"],
  ),
  textOption("accounts", "Accounts", "The account, or accounts by wording.", "", "accounts"),
  textOption(
    "items",
    "Items",
    "The item, or items by wording; empty takes the invoice's own item codes.",
    "",
    "items",
  ),
  textOption("partners", "Partner codes", "By name: “Acme Ltd=C-100; …”.", "", "partners"),
  textOption("tax-names", "Tax names", "By rate, separated by semicolons.", "", "taxes"),
  choiceOption("encoding", "Encoding", "What your system reads.", ["utf-8", "windows-1252"]),
];

interface Settings {
  readonly template: Template | null;
  readonly ledger: Ledger;
  readonly format: string;
  readonly isHeadOnce: boolean;
  readonly isUnsigned: boolean;
  readonly accounts: Coding;
  readonly items: Coding;
  readonly partners: Coding;
  readonly taxes: TaxMapping;
  readonly isWindows: boolean;
  readonly batch: string;
}

const settingsOf = (input: ExportInput): Settings => {
  const option = (name: string): string => optionOf(templateCsv, input, name);
  return {
    template: parseTemplate(option("template")),
    ledger: option("records") === "bills" ? "bills" : "sales",
    format: option("date-format"),
    isHeadOnce: option("head") === "first-row",
    isUnsigned: option("signs") === "positive",
    accounts: parseCoding(option("accounts")),
    items: parseCoding(option("items")),
    partners: parseCoding(option("partners")),
    taxes: parseTaxMapping(option("tax-names")),
    isWindows: option("encoding") === "windows-1252",
    batch: input.batchId,
  };
};

const oncePerInvoice = new Set<TemplateField>([
  "issue-date",
  "due-date",
  "partner",
  "partner-code",
  "email",
  "reference",
  "terms",
  "net",
  "tax",
  "gross",
  "batch",
]);

const cellOf = (
  field: TemplateField,
  sale: SaleDocument,
  line: SaleLine,
  index: number,
  settings: Settings,
): CsvCell => {
  const turned = (value: DecimalText | null): CsvCell =>
    amount(value !== null && sale.isCredit && settings.isUnsigned ? decimalToText(negate(value)) : value);
  switch (field) {
    case "kind":
      return identity(sale.isCredit ? "credit note" : "invoice");
    case "number":
      return identity(sale.number);
    case "external-id":
      return identity(externalIdOf(sale));
    case "issue-date":
      return dateCell(formatDate(sale.issueDate, settings.format));
    case "due-date":
      return dateCell(sale.dueDate === null ? "" : formatDate(sale.dueDate, settings.format));
    case "partner":
      return identity(sale.partner);
    case "partner-code":
      return identity(partnerCode(settings.partners, sale.partner));
    case "email":
      return identity(sale.email);
    case "reference":
      return freeText(sale.reference);
    case "terms":
      return freeText(sale.terms);
    case "currency":
      return identity(sale.currency);
    case "line":
      return identity(String(index + 1));
    case "line-count":
      return identity(String(sale.lines.length));
    case "item":
      return identity(lineCode(settings.items, line) ?? line.itemCode);
    case "description":
      return freeText(line.description);
    case "quantity":
      return amount(line.quantity);
    case "unit-amount":
      return turned(line.unitAmount);
    case "discount-percent":
      return amount(line.discountPercent);
    case "amount":
      return turned(line.amount);
    case "amount-reversed":
      return turned(decimalToText(negate(line.amount)));
    case "tax-rate":
      return amount(line.taxRate);
    case "tax-name":
      return identity(taxNameOf(settings.taxes, line.taxRate));
    case "account":
      return identity(lineCode(settings.accounts, line));
    case "service-date":
      return dateCell(line.serviceDate === null ? "" : formatDate(line.serviceDate, settings.format));
    case "net":
      return turned(sale.net);
    case "tax":
      return turned(sale.tax);
    case "gross":
      return turned(sale.gross);
    case "batch":
      return identity(settings.batch);
  }
};

const rowsOf = (sale: SaleDocument, settings: Settings): readonly (readonly CsvCell[])[] =>
  sale.lines.map((line, index) =>
    (settings.template?.columns ?? []).map(({ field, text }) => {
      if (field === undefined) return freeText(text ?? null);
      return settings.isHeadOnce && index > 0 && oncePerInvoice.has(field)
        ? identity("")
        : cellOf(field, sale, line, index, settings);
    }),
  );

const refuse = (
  sale: SaleDocument,
  { template, accounts, partners, taxes }: Settings,
): { readonly code: string; readonly facts?: Readonly<Record<string, string>> } | null => {
  if (template === null) return { code: "export/no-template" };
  const takes = (field: TemplateField): boolean => template.columns.some((column) => column.field === field);
  if (!takes("number")) return { code: "export/template-without", facts: { field: "number" } };
  if (takes("due-date") && sale.dueDate === null) return { code: "export/no-due-date" };
  if (takes("partner-code") && partnerCode(partners, sale.partner) === null)
    return { code: "export/partner-unmapped", facts: { name: sale.partner } };
  if (takes("account")) {
    const line = sale.lines.find((each) => lineCode(accounts, each) === null);
    if (line !== undefined) return { code: "export/line-uncoded", facts: { line: line.description } };
  }
  const unmapped = takes("tax-name")
    ? sale.lines.find((line) => taxNameOf(taxes, line.taxRate) === null)
    : undefined;
  if (unmapped !== undefined)
    return { code: "export/tax-rate-unmapped", facts: { rate: unmapped.taxRate ?? "none" } };
  const isDiscounted = sale.lines.some((line) => line.discountPercent !== null);
  return isDiscounted && takes("unit-amount") && !takes("discount-percent") && !takes("amount")
    ? { code: "export/template-without", facts: { field: "discount-percent" } }
    : null;
};

/** CSV after a template that the owner's system handed out: its columns, its order, its words. */
export const templateCsv: ExportTarget = {
  id: "template-csv",
  title: "Your own template (CSV)",
  options,
  plan: (input) => {
    const settings = settingsOf(input);
    const encodingRule = settings.isWindows
      ? { windowsTextOf: (sale: SaleDocument) => importerCsv([], rowsOf(sale, settings)) }
      : {};
    return planSales(input, {
      target: templateCsv.id,
      ledger: settings.ledger,
      fileName: () => `import-${input.batchId}.csv`,
      invoicesPerFile: Number.MAX_SAFE_INTEGER,
      rowsOf: (sale) => sale.lines.length,
      ...encodingRule,
      refuse: (sale) => refuse(sale, settings),
      notes: () => {
        const empty = (settings.template?.columns ?? []).filter(
          ({ field, text }) => field === undefined && text === undefined,
        );
        return empty.length === 0
          ? []
          : [
              {
                code: "export/template-columns-empty",
                facts: { columns: empty.map(({ title }) => title).join(", ") },
              },
            ];
      },
    });
  },
  write: (plan, input) => {
    const settings = settingsOf(input);
    const titles = settings.template?.columns.map(({ title }) => title) ?? [];
    const encode = settings.isWindows ? encodeWindows1252 : encodeUtf8;
    return writeSales(plan, input, {
      mediaType: "text/csv",
      ledger: settings.ledger,
      encode: (sales) =>
        encode(
          importerCsv(
            titles,
            sales.flatMap((sale) => rowsOf(sale, settings)),
            settings.template?.separator,
          ),
        ),
    });
  },
};
