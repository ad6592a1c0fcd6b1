import { foldWording } from "../../../src-shared/wording/index.ts";

/** What a column of somebody else's template can be filled with. */
export const templateFields = [
  "kind",
  "number",
  "external-id",
  "issue-date",
  "due-date",
  "partner",
  "partner-code",
  "email",
  "reference",
  "terms",
  "currency",
  "line",
  "line-count",
  "item",
  "description",
  "quantity",
  "unit-amount",
  "discount-percent",
  "amount",
  "amount-reversed",
  "tax-rate",
  "tax-name",
  "account",
  "service-date",
  "net",
  "tax",
  "gross",
  "batch",
] as const;
export type TemplateField = (typeof templateFields)[number];

/** A column of the template: filled from a field, with the same text in each row, or left empty. */
export interface TemplateColumn {
  readonly title: string;
  readonly field?: TemplateField;
  readonly text?: string;
}

/** A template that its owner loaded, and what each of its columns takes. */
export interface Template {
  readonly separator: "," | ";" | "\t" | "|";
  readonly columns: readonly TemplateColumn[];
}

const separators = [",", ";", "\t", "|"] as const;

/** The cells of one line of delimited text, quotes undone. */
const splitRow = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? "";
    if (isQuoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell].map((each) => each.trim());
};

// Wordings that systems put over their columns, most telling first; compared after folding.
const wordings: readonly (readonly [TemplateField, RegExp])[] = [
  ["external-id", /^external (id|key|reference)$|^unique id$/],
  ["due-date", /\bdue\b|\bpayable by\b|fallig/],
  ["service-date", /service date|date of service|leistungsdatum/],
  [
    "issue-date",
    /(invoice|bill|transaction|document|posting|created|issue).*date|^date$|^datum$|rechnungsdatum/,
  ],
  ["line-count", /number of (distributions|lines)|line count/],
  ["line", /^line( no| number| item)?$|distribution$|^line_no$/],
  [
    "partner-code",
    /(customer|client|account|vendor|supplier) (id|code|ref|reference|no|number)$|customer_id|vendor_id/,
  ],
  ["email", /e ?mail/],
  ["partner", /customer|client|contact|bill to|vendor|supplier|payee|kunde|lieferant|company name/],
  ["reference", /^po\b|p o no|purchase ?order|customer ref|^reference$|bestell/],
  [
    "number",
    /invoice (no|number|num|id|#)|invoice_no|bill (no|number)|bill_no|^invoice$|document (no|number)|^number$|^num$|rechnungsnummer/,
  ],
  ["terms", /\bterms?\b/],
  ["currency", /currency|wahrung/],
  ["tax-name", /tax (code|type|name|id)|vat code|gst code/],
  ["tax-rate", /(tax|vat|gst) ?(rate|%|percent)/],
  ["tax", /^(sales )?(tax|vat|gst)( amount| total)?$|total tax/],
  ["discount-percent", /discount/],
  ["quantity", /^(qty|quantity|hours|menge)$|quantity$/],
  ["unit-amount", /unit (price|amount|cost)|^rate$|^price$|item (price|rate)|einzelpreis/],
  ["gross", /^total( due)?$|total_due|(gross|invoice) (total|amount)|total amount|betrag brutto/],
  ["net", /^(net|sub) ?total$|net amount/],
  ["amount", /line (amount|total)|^amount$|item amount|extended/],
  ["account", /account|nominal|\bgl\b|g\/l|acct|ledger|konto/],
  ["item", /^(item|product|sku|service)( ?(id|code|name|no))?$|product service|^item/],
  ["description", /description|details|memo|text|beschreibung/],
  ["kind", /^type$|(transaction|document) type/],
];

/** The field that a column's title most likely asks for; `null` when it says nothing known. */
export const suggestField = (title: string): TemplateField | null => {
  const words = foldWording(title.replaceAll(/[*_.()]/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();
  return wordings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
};

/** Reads the header row of a loaded template and proposes what each column takes; a field is proposed once. */
export const readTemplate = (text: string): Template | null => {
  const line = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .find((each) => each.trim() !== "");
  if (line === undefined) return null;
  const rows = separators.map((separator) => ({ separator, titles: splitRow(line, separator) }));
  const best = rows.reduce((first, each) => (each.titles.length > first.titles.length ? each : first));
  const taken = new Set<TemplateField>();
  const columns = best.titles.map((title): TemplateColumn => {
    const field = suggestField(title);
    if (field === null || taken.has(field)) return { title };
    taken.add(field);
    return { title, field };
  });
  return { separator: best.separator, columns };
};

/** The template that a setting holds, as JSON; `null` where nothing was loaded or it is not one. */
export const parseTemplate = (setting: string): Template | null => {
  if (setting.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(setting);
  } catch {
    return null;
  }
  return isTemplate(value) ? value : null;
};

const isTemplate = (value: unknown): value is Template => {
  if (typeof value !== "object" || value === null) return false;
  const { separator, columns } = value as { readonly separator?: unknown; readonly columns?: unknown };
  return (
    separators.some((known) => known === separator) &&
    Array.isArray(columns) &&
    columns.length > 0 &&
    columns.every(isColumn)
  );
};

const isColumn = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const { title, field, text } = value as Readonly<Record<string, unknown>>;
  return (
    typeof title === "string" &&
    (field === undefined || templateFields.some((known) => known === field)) &&
    (text === undefined || typeof text === "string")
  );
};
