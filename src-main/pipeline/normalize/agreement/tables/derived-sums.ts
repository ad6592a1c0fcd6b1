import {
  decimalText,
  decimalToText,
  isEqual,
  multiply,
  rescale,
  subtract,
} from "../../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../../src-shared/money/index.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import { priceOf, totalRow } from "./cell-price.ts";
import type { Cell, TableRow, TableView } from "./table-view.ts";

/** Two columns of sums, one the other times what the row counts. */
export interface Extension {
  /** The price of one. */
  readonly rate: number;
  /** What it comes to: derived, it bills nothing by itself. */
  readonly total: number;
  /** The column that counts, where one does. */
  readonly count: number | null;
  /** For how many one price is, where the products show it: 100, 1000. */
  readonly base: DecimalText;
}

const one = decimalText("1");
/** Columns of sums that a printed table has at most; every pair of them is tried. */
const mostColumns = 24;
/** Rows that prove what two columns are to each other. */
const mostRows = 200;
/** A price of the month over a sum of the year; prices of a hundred and of a thousand. */
const spans: readonly (readonly [span: DecimalText, rough: number])[] = [
  [one, 1],
  [decimalText("12"), 12],
  [decimalText("0.01"), 0.01],
  [decimalText("0.001"), 0.001],
];
const baseOf: Readonly<Record<string, DecimalText>> = {
  "0.01": decimalText("100"),
  "0.001": decimalText("1000"),
};

/**
 * The columns of unit price and of extended sum, told by arithmetic alone: "6 | 3 days | 25.00 | 450.00".
 *
 * A product of at most two counts of the row, less the share that it prints, gives the sum. One row with another count
 * than one proves it; rows that hold both sums and disagree must be fewer than those that agree.
 */
export function findExtension(
  view: TableView,
  columns: readonly number[],
  style: NumberStyle,
): Extension | null {
  // A run of figures that was taken for one row has no columns to multiply.
  if (columns.length > mostColumns) return null;
  const rows = view.rows
    .slice(0, mostRows)
    .filter((row) => !isTotalRow(row))
    .map((row) => ({
      row,
      counts: countsIn(row, style),
      sums: new Map(columns.map((column) => [column, sumIn(row.cells[column], style)])),
    }));
  const votes = new Map<string, { readonly extension: Extension; count: number }>();
  for (const rate of columns)
    for (const total of columns) {
      if (total === rate) continue;
      let against = 0;
      for (const { row, counts, sums } of rows) {
        // More rows than are left to agree have disagreed.
        if (against * 2 >= rows.length) break;
        const [price, amount] = [sums.get(rate) ?? null, sums.get(total) ?? null];
        if (price === null || amount === null) continue;
        const found = productAmong(row, counts, price, amount, [rate, total], null);
        if (found === null) {
          if (!isEqual(price, amount)) against += 1;
          continue;
        }
        if (found.isTrivial) continue;
        const key = `${rate}|${total}|${found.count ?? ""}|${found.base}`;
        const known = votes.get(key);
        if (known === undefined)
          votes.set(key, { extension: { rate, total, count: found.count, base: found.base }, count: 1 });
        else known.count += 1;
      }
      for (const [key, vote] of votes)
        if (vote.extension.rate === rate && vote.extension.total === total && vote.count <= against)
          votes.delete(key);
    }
  let best: { readonly extension: Extension; readonly count: number } | null = null;
  for (const vote of votes.values()) if (best === null || vote.count > best.count) best = vote;
  return best?.extension ?? null;
}

const isTotalRow = (row: TableRow): boolean =>
  totalRow.test(row.cells.find((cell) => cell !== null)?.folded ?? "");

const sumIn = (cell: Cell | null | undefined, style: NumberStyle): DecimalText | null =>
  priceOf(cell ?? null, { head: null, role: "amount" }, style)?.value ?? null;

interface Count {
  readonly column: number;
  readonly value: DecimalText;
  readonly rough: number;
}

const roughly = (value: DecimalText | Decimal): number => Number(decimalToText(value));

/** The figures of a row that may count something, by their columns. */
const countsIn = (row: TableRow, style: NumberStyle): readonly Count[] =>
  row.cells.flatMap((cell, column): Count[] => {
    if (cell === null) return [];
    const digits = /^(?:\p{L}+ )?(\d[\d.,' ]*)(?=$|[ \p{L}²³*x×])/u.exec(cell.text)?.[1]?.trim();
    const value = digits === undefined ? undefined : readDigits(digits.replace(/[.,]$/, ""), style)[0];
    return value === undefined || cell.text.includes("%") ? [] : [{ column, value, rough: roughly(value) }];
  });

interface Product {
  readonly count: number | null;
  readonly base: DecimalText;
  readonly isTrivial: boolean;
}

/** The count and the base by which a price of a row comes to its amount; `null` where none does. */
export const productOf = (
  row: TableRow,
  price: DecimalText,
  amount: DecimalText,
  sums: readonly number[],
  style: NumberStyle,
  preferred: number | null = null,
): Product | null => productAmong(row, countsIn(row, style), price, amount, sums, preferred);

function productAmong(
  row: TableRow,
  figures: readonly Count[],
  price: DecimalText,
  amount: DecimalText,
  sums: readonly number[],
  preferred: number | null,
): Product | null {
  const counts = figures.filter(({ column }) => !sums.includes(column)).slice(0, mostColumns);
  counts.sort((first, second) => Number(second.column === preferred) - Number(first.column === preferred));
  const share = row.cells.flatMap((cell) => (cell?.literals ?? []).filter(({ type }) => type === "percent"));
  const [less, ...more] = share;
  const kept: (DecimalText | Decimal)[] = [one];
  if (less !== undefined && more.length === 0 && "value" in less)
    kept.push(subtract(one, multiply(less.value as DecimalText, decimalText("0.01"))));
  const [roughPrice, roughAmount] = [roughly(price), roughly(amount)];
  const tolerance = 0.011 + 1e-9 * Math.abs(roughAmount);
  const scales = kept.flatMap((part) => {
    const roughPart = roughly(part);
    return spans.map(([span, roughSpan]) => ({ part, span, roughPart, roughSpan }));
  });
  const closing = (rough: number, first: Count | null, second: Count | null): Product | null => {
    for (const { part, span, roughPart, roughSpan } of scales) {
      if (first === null && span !== one) continue;
      // Nearly all are far off; only what comes close is multiplied exactly.
      if (Math.abs(rough * roughSpan * roughPart - roughAmount) > tolerance) continue;
      const factor = multiply(first?.value ?? one, second?.value ?? one);
      const product = multiply(multiply(multiply(price, factor), span), part);
      if (!isEqual(rescale(product, 2), rescale(amount, 2))) continue;
      return {
        count: first?.column ?? null,
        base: baseOf[span] ?? one,
        isTrivial: isEqual(factor, one) && part === one,
      };
    }
    return null;
  };
  let found = closing(roughPrice, null, null);
  for (const count of counts) found ??= closing(roughPrice * count.rough, count, null);
  // Every pair is tried of every row and column: none of them is worth a list of its own.
  for (let at = 0; found === null && at < counts.length; at += 1) {
    const first = counts[at];
    for (let other = at + 1; found === null && other < counts.length; other += 1) {
      const second = counts[other];
      if (first !== undefined && second !== undefined)
        found = closing(roughPrice * first.rough * second.rough, first, second);
    }
  }
  return found;
}
