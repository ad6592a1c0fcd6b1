import type { DecimalText } from "../../../src-shared/money/index.ts";
import { dateParts, type LocalDate } from "../../../src-shared/time/index.ts";

/** What a cell holds decides how it is made safe for spreadsheets. */
export type CsvCell =
  | { readonly type: "identity"; readonly text: string }
  | { readonly type: "free-text"; readonly text: string }
  | { readonly type: "amount"; readonly value: DecimalText | null }
  | { readonly type: "date"; readonly text: string };

export const identity = (text: string | null): CsvCell => ({ type: "identity", text: text ?? "" });
export const freeText = (text: string | null): CsvCell => ({ type: "free-text", text: text ?? "" });
export const amount = (value: DecimalText | null): CsvCell => ({ type: "amount", value });
export const dateCell = (text: string): CsvCell => ({ type: "date", text });
export const emptyCell: CsvCell = { type: "identity", text: "" };

export type DateFormat = "DD/MM/YYYY" | "MM/DD/YYYY" | "YYYY-MM-DD";
export const dateFormats: readonly DateFormat[] = ["DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"];

const two = (value: number): string => String(value).padStart(2, "0");

/** A date in the format that the importing person will choose. */
export const formatDate = (date: LocalDate, format: string): string => {
  const { year, month, day } = dateParts(date);
  if (format === "DD/MM/YYYY") return `${two(day)}/${two(month)}/${year}`;
  return format === "MM/DD/YYYY" ? `${two(month)}/${two(day)}/${year}` : date;
};

// Characters that make a spreadsheet run the cell, full-width twins included. Source: OWASP, CSV injection.
const dangerous = /^[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]/;
const control = /[\u0000-\u001f\u007f]+/g;

/** Whether an identity (a customer, an item) would run as a formula; it must not be changed, so it is refused. */
export const isUnsafeIdentity = (text: string): boolean =>
  /^[\s\u200b-\u200f\ufeff]*[=@\t\r\n\uff1d\uff20]/.test(text);

/** Text that importers trim and spreadsheets do not run: a blank stands before what looks like a formula. */
export const neutralized = (text: string): string => (dangerous.test(text) ? ` ${text}` : text);

const quoteWhenNeeded = (text: string, separator: string): string =>
  /["\n\r]|^\s|\s$/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

const importerCell = (cell: CsvCell, separator: string): string => {
  switch (cell.type) {
    case "amount":
      return cell.value ?? "";
    case "date":
      return cell.text;
    case "identity":
      return quoteWhenNeeded(cell.text.replace(control, " "), separator);
    case "free-text": {
      const text = cell.text.replace(control, " ");
      // An apostrophe would become part of the text; a leading blank is trimmed by importers and stops spreadsheets.
      return quoteWhenNeeded(neutralized(text), separator);
    }
  }
};

/** CSV for an importer: CRLF, quoted where needed, identities unchanged. */
export const importerCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  separator = ",",
): string => {
  const titles = header.map((title) => quoteWhenNeeded(title, separator)).join(separator);
  const lines = rows.map((row) => row.map((cell) => importerCell(cell, separator)).join(separator));
  return [titles, ...lines].join("\r\n") + "\r\n";
};

const personCell = (cell: CsvCell): string => {
  if (cell.type === "amount") return cell.value ?? "";
  if (cell.type === "date") return cell.text;
  const text = cell.text.replace(control, " ");
  return `"${(dangerous.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** CSV for people: with a byte order mark, text always quoted, formulas neutralized by an apostrophe. */
export const personCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  "\ufeff" +
  [header.map((title) => `"${title}"`).join(","), ...rows.map((row) => row.map(personCell).join(","))].join(
    "\r\n",
  ) +
  "\r\n";
