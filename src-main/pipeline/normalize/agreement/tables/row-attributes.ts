import { compare, decimalText, isEqual, multiply } from "../../../../../src-shared/money/index.ts";
import { priceOf, totalRow } from "./cell-price.ts";
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

/** Day, week and month side by side are prices of hire, not fees of a period. */
export const isHireTable = (prices: readonly Column[], style: NumberStyle): boolean =>
  new Set(
    prices.flatMap((column) => {
      const unit = unitIn(headText(column), style, false)?.unit;
      return unit !== undefined && ["hour", "day", "week", "month"].includes(unit) ? [unit] : [];
    }),
  ).size > 1;

/** The column that times the quantity gives another one in every row: that is the price, and the other bills nothing. */
export function provenRate<C extends Column & { readonly index: number }>(
  view: TableView,
  prices: readonly C[],
  quantity: number,
  style: NumberStyle,
): C | null {
  const amountColumn = { head: null, role: "amount" } as const;
  const rows = view.rows.filter(
    (row) => !totalRow.test(row.cells.find((cell) => cell !== null)?.folded ?? ""),
  );
  const multiplies = (rate: C, total: C): boolean => {
    const closed = rows.map((row) => {
      const count =
        priceOf(row.cells[quantity] ?? null, amountColumn, style)?.value ?? countIn(row, quantity);
      const price = priceOf(row.cells[rate.index] ?? null, amountColumn, style)?.value;
      const amount = priceOf(row.cells[total.index] ?? null, amountColumn, style)?.value;
      return count === null || price === undefined || amount === undefined
        ? null
        : isEqual(multiply(count, price), amount);
    });
    const proofs = closed.filter((one) => one !== null).length;
    // One row proves it where its count is not one: then the two prices differ.
    const isTold = rows.some((row) => {
      const count = countIn(row, quantity);
      return count !== null && compare(count, decimalText("1")) > 0;
    });
    return (proofs >= 2 || (proofs === 1 && isTold)) && !closed.includes(false);
  };
  return prices.find((rate) => prices.some((total) => total !== rate && multiplies(rate, total))) ?? null;
}

const countIn = (row: TableRow, quantity: number) => {
  const literal = row.cells[quantity]?.literals.find(({ type }) => type === "quantity" || type === "number");
  return literal !== undefined && "value" in literal ? literal.value : null;
};
