import type { ColumnRole } from "./column-roles.ts";
import type { Taken } from "./content-columns.ts";
import type { GridCell } from "./grid.ts";

const percentText = /^\d{1,2}(?:[.,]\d{1,2})?\s?%$/;
const wholeRate = /^\d{1,2}(?:[.,][05]0?)?$/;
const highestRate = 30;

/**
 * A column titled "VAT" or "TVA" alone holds rates where its cells say percent, or where all of them are one or two of
 * the same few small figures, whatever the amounts beside them: amounts of tax go with the amounts.
 */
export function takeTaxRates(body: readonly (readonly GridCell[])[], taken: Taken): void {
  const tax = taken.get("tax-amount");
  if (tax === undefined || taken.has("tax-rate" satisfies ColumnRole)) return;
  const rows = body.map((row) => ({
    tax: row[tax.column]?.text ?? "",
    sum: row[amountColumn(taken)]?.text ?? "",
  }));
  const filled = rows.filter((row) => row.tax !== "");
  const isPercent = filled.length > 0 && filled.every((row) => percentText.test(row.tax));
  if (!isPercent && !areRepeated(filled)) return;
  taken.delete("tax-amount");
  taken.set("tax-rate", tax);
}

const amountColumn = (taken: Taken): number =>
  (taken.get("line-amount") ?? taken.get("line-gross") ?? taken.get("total"))?.column ?? -1;

const areRepeated = (rows: readonly { readonly tax: string; readonly sum: string }[]): boolean => {
  const rates = new Set(rows.map(({ tax }) => tax));
  const sums = new Set(rows.map(({ sum }) => sum));
  const areSmall = [...rates].every(
    (text) => wholeRate.test(text) && Number(text.replace(",", ".")) <= highestRate,
  );
  return areSmall && rows.length > 1 && rates.size < sums.size;
};
