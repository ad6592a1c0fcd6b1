import { neutralized } from "./csv-text.ts";

const control = /[\u0000-\u001f\u007f]+/g;

// IIF has no escape: a tab or line end breaks the row, a semicolon may cut it, a quote opens quoting.
const untakeable = /[\u0000-\u001f\u007f;"]/;

/** Free text as IIF can hold it: what has no escape is replaced, and what looks like a formula is moved by a blank. */
export const iifText = (text: string | null): string =>
  neutralized((text ?? "").replace(control, " ").replaceAll(";", ",").replaceAll('"', "''"));

/** The longest name, and address line, that QuickBooks Desktop takes. */
export const longestName = 41;

/** Why a name cannot go out unchanged; names are matched by their exact text, so they are never altered. */
export const refuseName = (
  name: string,
): { readonly code: string; readonly facts: Readonly<Record<string, string | number>> } | null => {
  if (untakeable.test(name)) return { code: "export/name-not-writable", facts: { name } };
  const long = name.split(":").find((part) => part.length > longestName);
  return long === undefined
    ? null
    : { code: "export/name-too-long", facts: { name: long, longest: longestName } };
};

/** A row; fields have been made safe before. */
export const iifRow = (fields: readonly string[]): string => `${fields.join("\t")}\r\n`;
