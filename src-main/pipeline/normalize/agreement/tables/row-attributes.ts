import type { NumberStyle } from "../literals/literal.ts";
import { unitIn } from "./column-words.ts";
import { headText } from "./price-columns.ts";
import type { Column, TableRow, TableView } from "./table-view.ts";

/**
 * Columns that tell rows of the same label apart: shift, lane, size.
 *
 * Only where labels repeat; a column that says the same in every row tells nothing.
 */
export function attributeColumns(
  view: TableView,
  labels: readonly (Column & { readonly index: number })[],
  label: number,
): readonly number[] {
  const textAt = (row: TableRow, index: number): string => row.cells[index]?.folded ?? "";
  const byLabel = new Map<string, TableRow[]>();
  for (const row of view.rows) {
    const name = `${row.group?.folded ?? ""}|${textAt(row, label)}`;
    byLabel.set(name, [...(byLabel.get(name) ?? []), row]);
  }
  const repeated = [...byLabel.values()].filter((rows) => rows.length > 1);
  if (repeated.length === 0) return [];
  const isPlain = ({ role, index }: Column & { readonly index: number }): boolean =>
    index !== label && !["number", "quantity", "note", "minimum", "percent", "unit"].includes(role);
  return labels
    .filter(
      (column) =>
        isPlain(column) &&
        repeated.some((rows) => new Set(rows.map((row) => textAt(row, column.index))).size > 1),
    )
    .map(({ index }) => index);
}

/** Day, week and month side by side are prices of hire, not fees of a period. */
export const isHireTable = (prices: readonly Column[], style: NumberStyle): boolean =>
  new Set(
    prices.flatMap((column) => {
      const unit = unitIn(headText(column), style, false)?.unit;
      return unit !== undefined && ["hour", "day", "week", "month"].includes(unit) ? [unit] : [];
    }),
  ).size > 1;
