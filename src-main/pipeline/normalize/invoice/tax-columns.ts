import {
  absolute,
  add,
  decimal,
  isEqual,
  isZero,
  multiply,
  subtract,
  toDecimal,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isOneShare, valuesOf } from "./arithmetic.ts";
import type { Token } from "./layout.ts";
import type { Conventions } from "./spans.ts";
import { amountOf } from "./table-cells.ts";
import type { Column } from "./table-columns.ts";
import type { RolePlan } from "./table-roles.ts";
import type { Cells } from "./table-rows.ts";

const halfCent = decimal("0.005");

/** A row's figure under the name of a tax, with what is printed beside it. */
interface TaxedRow {
  readonly tax: Decimal;
  readonly amount: Decimal;
  /** What the row's other columns print. */
  readonly others: readonly Decimal[];
}

/**
 * Columns by the name of a tax ("GST $", "VAT") that hold what the tax comes to and no rate: with the amount of the row
 * each figure makes another one that the row prints, or all are one share of their amounts. Read as rates, 36.00 would
 * be 36 percent.
 */
export function withTaxAmounts(
  columns: readonly Column[],
  items: readonly Cells[],
  plan: RolePlan,
  conventions: Conventions,
): readonly Column[] {
  return columns.map((column, index) => {
    if (column.role !== "tax-rate" || index === plan.amount) return column;
    const rows = items.flatMap((cells) => taxedRow(cells, index, plan, conventions) ?? []);
    const printed = items.filter((cells) => (cells[index] ?? []).length > 0).length;
    const isAmount =
      rows.some(({ tax }) => !isZero(tax)) &&
      rows.length === printed &&
      (rows.every(isPartOfRow) || areOneShare(rows));
    return isAmount ? { ...column, role: "tax-amount" as const } : column;
  });
}

/** `null` for a row without such a figure, one with a percent sign or no cents, or one whose amount is not plain. */
function taxedRow(cells: Cells, index: number, plan: RolePlan, conventions: Conventions): TaxedRow | null {
  const own = cells[index] ?? [];
  const tax = sole(own, conventions);
  const amount = sole(cells[plan.amount] ?? [], conventions);
  if (tax === null || amount === null || isZero(amount) || own.some(({ text }) => text.includes("%")))
    return null;
  const [quantity, price] = [plan.quantity, plan.price].map((at) => sole(cells[at] ?? [], conventions));
  const product = quantity && price ? [multiply(quantity, price)] : [];
  const others = cells.flatMap((tokens, at) =>
    at === index || at === plan.amount || at === plan.quantity ? [] : (sole(tokens, conventions) ?? []),
  );
  return { tax, amount, others: [...product, ...others] };
}

function sole(tokens: readonly Token[], conventions: Conventions): Decimal | null {
  const reading = amountOf(tokens, conventions)?.reading;
  const [value, ...more] = reading === undefined ? [] : valuesOf(reading);
  return value === undefined || more.length > 0 ? null : absolute(toDecimal(value));
}

/** Whether the row prints its amount with the tax or without it as well. */
const isPartOfRow = ({ tax, amount, others }: TaxedRow): boolean =>
  isZero(tax) ||
  others.some((other) => isEqual(other, add(amount, tax)) || isEqual(other, subtract(amount, tax)));

/** Whether different figures are one share of different amounts, each to half a cent. */
function areOneShare(rows: readonly TaxedRow[]): boolean {
  const [first, ...more] = rows;
  return (
    first !== undefined &&
    more.some(({ tax }) => !isEqual(tax, first.tax)) &&
    more.every(({ tax, amount }) =>
      isOneShare({ part: tax, whole: amount }, { part: first.tax, whole: first.amount }, halfCent),
    )
  );
}
