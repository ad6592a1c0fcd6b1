import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle, QuantityLiteral } from "../literals/literal.ts";
import { priceOf } from "./cell-price.ts";
import { cadenceIn } from "./column-words.ts";
import { whole } from "./price-columns.ts";
import type { Cell, Column, TableRow, TableView } from "./table-view.ts";

/** A least charge per row: "Minimum charge $1,050.00". */
export function minimumCharge(
  row: TableRow,
  column: Column & { readonly index: number },
  label: Cell,
  /** Whether the column holds sums, in whatever print. */
  isSum: boolean,
  view: TableView,
  style: NumberStyle,
): Candidate | null {
  const cell = row.cells[column.index] ?? null;
  const price = priceOf(cell, { ...column, role: isSum ? "amount" : "unknown" }, style);
  if (cell === null || price === null || (price.money === null && !isSum)) return null;
  const head = view.columns[row.cells.indexOf(label)]?.head?.text ?? "";
  const own = label.text.replace(/[.: ]+$/, "");
  const item = own.length < 2 ? `${head} ${own}`.trim() : own;
  return {
    type: "minimum",
    key: `minimum|${item.toLowerCase()}`,
    value: { amount: price.value, per: null, scope: item },
    from: null,
    to: null,
    confidence: 0.85,
    parts: [
      whole(label),
      whole(cell),
      ...(column.head === null ? [] : [{ prepared: column.head, start: 0, end: column.head.text.length }]),
    ],
    order: view.placed.order - 1 + (row.index * 2 + 2) / 10_000,
    clause: view.placed.clause,
    outranks: null,
  };
}

/** "Minimum charge per order | 45.00" among prices: a least charge, with the period that it says. */
export function minimumRow(
  row: TableRow,
  label: Cell,
  prices: readonly (Column & { readonly index: number })[],
  view: TableView,
  style: NumberStyle,
): readonly Candidate[] {
  for (const column of prices) {
    const cell = row.cells[column.index] ?? null;
    const price = priceOf(cell, { ...column, role: "amount" }, style);
    if (cell === null || price === null) continue;
    const all = row.cells.map((other) => other?.folded ?? "").join(" ");
    const cadence = cadenceIn(all);
    const item = label.text.replace(/[.: ]+$/, "");
    return [
      {
        type: "minimum",
        key: `minimum|${item.toLowerCase()}`,
        value: { amount: price.value, per: cadence === "once" ? null : cadence, scope: item },
        from: null,
        to: null,
        confidence: 0.82,
        parts: [whole(label), whole(cell)],
        order: view.placed.order - 1 + (row.index * 2 + 2) / 10_000,
        clause: view.placed.clause,
        outranks: null,
      },
    ];
  }
  return [];
}

/** A column of least charges, not of least counts: its head names money, or all its figures are printed as sums. */
export function isMoneyColumn(
  { head, index }: Column & { readonly index: number },
  view: TableView,
): boolean {
  if (isMoneyHead(head?.folded ?? "")) return true;
  if (
    /\b(?:qty|quant\p{L}*|hours?|hrs|days?|units?|menge|std|stunden|heures|horas|ore|uren)\b/u.test(
      head?.folded ?? "",
    )
  )
    return false;
  const filled = view.rows.flatMap(({ cells }) => cells[index] ?? []);
  return filled.length > 0 && filled.every(({ text }) => /^\d[\d.,' ]*[.,]\d{2}$/.test(text.trim()));
}

/** A head with a currency is over sums, whatever else it says. */
const isMoneyHead = (head: string): boolean =>
  /[$€£]|\b(?:eur|euro|usd|gbp|chf|cad|aud|nzd|sgd|mxn|brl|inr|zar)\b/.test(head);

const leastWords =
  /(?:^|[^\p{L}])(?:min\.?|minim\p{L}*|mindest\p{L}*|at least|au moins|al menos|almeno|pelo menos|ten minste)(?:$|[^\p{L}])/u;

/** "minimum 4 hours" in a note beside the price of an hour: the least that is counted. */
export function leastOfRow(row: TableRow, known: readonly Cell[], unit: string): QuantityLiteral | undefined {
  for (const cell of row.cells) {
    if (cell === null || known.includes(cell) || !leastWords.test(cell.folded)) continue;
    const counted = cell.literals.filter((literal) => literal.type === "quantity");
    const [least] = counted;
    if (least !== undefined && counted.length === 1 && least.unit === unit) return least;
  }
  return undefined;
}
