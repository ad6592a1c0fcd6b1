import { add } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { isWithin, sumsOf, valuesOf } from "./arithmetic.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { Token } from "./layout.ts";
import type { Conventions } from "./spans.ts";
import { amountOf } from "./table-cells.ts";
import type { RolePlan } from "./table-roles.ts";
import { totalStrength } from "./row-totals.ts";
import type { BodyRow } from "./table-rows.ts";

/**
 * Rows that are worded as a total ("Less deposit paid", "Acompte déjà facturé") and stand among the items.
 *
 * They are items where the first total below them does not add up without them, and does with them or they are
 * printed below zero.
 */
export function withDeductions(
  body: readonly BodyRow[],
  plan: RolePlan,
  labels: LabelIndex,
  conventions: Conventions,
): readonly BodyRow[] {
  if (plan.amount < 0) return body;
  const end = body.findIndex(({ row, kind }) => kind === "total" && totalStrength(row, labels) >= 0.5);
  const [closing, above] = [body[end], body.slice(0, Math.max(0, end))];
  const asPaid = new Set(
    above.filter(({ row, kind }) => kind === "total" && totalStrength(row, labels, ["prepaid"]) >= 0.5),
  );
  if (closing === undefined || asPaid.size === 0) return body;
  const valuesOfCell = (tokens: readonly Token[]): readonly DecimalText[] => {
    const cell = amountOf(tokens, conventions);
    return cell === null ? [] : valuesOf(cell.reading);
  };
  const valuesIn = ({ cells }: BodyRow): readonly DecimalText[] => valuesOfCell(cells[plan.amount] ?? []);
  // Sums often stand a little beside the column that they add up.
  const totals = valuesOfCell(closing?.cells.flat() ?? []);
  const itemSums = sumsOf(above.filter(({ kind }) => kind === "item").map(valuesIn));
  const paidSums = sumsOf([...asPaid].map(valuesIn));
  const closes = (sum: Decimal): boolean => totals.some((total) => isWithin(sum, total, 0));
  const closesWith = itemSums.some((items) => paidSums.some((paid) => closes(add(items, paid))));
  const areNegative = [...asPaid].every((entry) => valuesIn(entry).every((value) => value.startsWith("-")));
  if (itemSums.some(closes) || !(closesWith || areNegative)) return body;
  return body.map((entry) => (asPaid.has(entry) ? { ...entry, kind: "item" } : entry));
}
