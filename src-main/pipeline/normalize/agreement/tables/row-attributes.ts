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
    index !== label &&
    !["number", "quantity", "note", "minimum", "percent", "unit", "frequency", "discount", "list"].includes(
      role,
    );
  return labels
    .filter(
      (column) =>
        isPlain(column) &&
        repeated.some((rows) => new Set(rows.map((row) => textAt(row, column.index))).size > 1),
    )
    .map(({ index }) => index);
}

/** Day, week and month side by side, in heads or behind the prices, are prices of hire, not fees of a period. */
export function isHireTable(
  prices: readonly (Column & { readonly index: number })[],
  view: TableView,
  style: NumberStyle,
): boolean {
  const units = prices.flatMap((column) => {
    const head = unitIn(headText(column), style, false)?.unit;
    if (head !== undefined) return [head];
    return view.rows.flatMap((row) =>
      (row.cells[column.index]?.literals ?? []).flatMap((literal) =>
        literal.type === "money" ? literal.per.slice(0, 1).map(({ unit }) => unit) : [],
      ),
    );
  });
  const byColumn = new Set(units.filter((unit) => ["hour", "day", "week", "month"].includes(unit)));
  return prices.length > 1 && byColumn.size > 1;
}
