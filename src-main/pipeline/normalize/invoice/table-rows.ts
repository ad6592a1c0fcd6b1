import { textOf } from "./layout.ts";
import type { Row, Token } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import {
  carriesForward,
  isExemptSum,
  isTaxRow,
  endsInMoney,
  isNamedInFull,
  namesOfSums,
  statedFields,
  totalFields,
  totalStrength,
} from "./row-totals.ts";
import { tellsSums } from "./sentence-sums.ts";
import { amountOf, priceOf, quantityOf } from "./table-cells.ts";
import type { Column } from "./table-columns.ts";
import type { RolePlan } from "./table-roles.ts";

export type Cells = readonly (readonly Token[])[];

/** What a row of a table is. */
type RowKind = "item" | "text" | "total" | "carried" | "other";

export interface BodyRow {
  readonly row: Row;
  readonly cells: Cells;
  readonly kind: RowKind;
}

/** Rows up to the first total, for learning the columns. */
export function beforeTotals(rows: readonly Row[], labels: LabelIndex): readonly Row[] {
  const end = rows.findIndex((row, index) => index > 0 && totalStrength(row, labels) >= 1);
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

// A table whose only money is a price column prints amounts under that name.
export function withAmounts(
  plan: RolePlan,
  columns: readonly Column[],
  rows: readonly Cells[],
  conventions: Conventions,
): RolePlan {
  if (plan.amount >= 0 || plan.price < 0) return plan;
  const filled = rows.filter((cells) => amountOf(cells[plan.price] ?? [], conventions) !== null);
  const counted = filled.filter(
    (cells) => plan.quantity >= 0 && quantityOf(cells[plan.quantity] ?? [], conventions) !== null,
  );
  return filled.length > 0 && counted.length * 2 < filled.length && columns[plan.price] !== undefined
    ? { ...plan, amount: plan.price, price: -1, quantity: -1 }
    : plan;
}

/** Which factors of a row its cells hold. */
export function numbersOf(
  cells: Cells,
  plan: RolePlan,
  conventions: Conventions,
): { readonly quantity: boolean; readonly price: boolean; readonly amount: boolean } {
  return {
    quantity: plan.quantity >= 0 && quantityOf(cells[plan.quantity] ?? [], conventions) !== null,
    price: plan.price >= 0 && priceOf(cells[plan.price] ?? [], conventions) !== null,
    amount: plan.amount >= 0 && amountOf(cells[plan.amount] ?? [], conventions) !== null,
  };
}

/** "INV-77 – page 1 of 3", "Seite 2/4": the foot of a page goes on with no item. */
const countsPages =
  /(?:^|[^\p{L}])(?:page|seite|blatt|pagina|página|pág\.?|folha|hoja|blad|sheet|foglio) ?\d{1,3} ?(?:of|von|\/|sur|de|di|van) ?\d{1,3}(?:$|[^\d.,])/iu;

export function kindOf(
  row: Row,
  cells: Cells,
  plan: RolePlan,
  labels: LabelIndex,
  conventions: Conventions,
  columns: readonly Column[],
): RowKind {
  const has = numbersOf(cells, plan, conventions);
  const hasFactors = has.quantity && has.price;
  if (countsPages.test(row.text) && row.segments.length <= 3) return "other";
  if (carriesForward(row, labels) && !hasFactors) return "carried";
  if ((!hasFactors || hasOnlyRates(row)) && namesOfSums(row, labels) >= 2) return "total";
  const strength = totalStrength(row, labels);
  if (strength >= 0.5 && !hasFactors)
    return strength >= 1 || has.amount || !hasLeadingText(cells, columns) ? "total" : "text";
  if (has.amount && !hasFactors && totalStrength(row, labels, totalFields) >= 1) return "total";
  // "Less previous certificates: 45,720.00", all in one run: a step of the reckoning that names no sum of ours.
  const [only, ...others] = row.segments;
  if (
    only !== undefined &&
    others.length === 0 &&
    isNamedInFull(only, labels) &&
    endsInMoney(row) &&
    totalStrength(row, labels, statedFields) >= 1
  )
    return "total";
  if (!hasFactors && (isExemptSum(row, labels) || isTaxRow(row, labels))) return "total";
  if (!hasFactors && tellsSums(row, conventions)) return "total";
  // "5 de maio de" over "2025": a year alone in the column of days.
  const days = columns.findIndex(({ role }) => role === "date");
  if (!has.amount && !hasFactors && /^(?:19|20)\d\d$/.test(textOf(cells[days] ?? []))) return "text";
  const hasText = cells.some(
    (tokens, index) => index !== plan.amount && tokens.some((token) => /\p{L}{2}/u.test(token.text)),
  );
  if (has.amount && (hasFactors || has.quantity || has.price || hasText)) {
    const money = amountOf(cells[plan.amount] ?? [], conventions);
    const words = (cells[plan.amount] ?? []).filter((token) => /\p{L}{3}/u.test(token.text)).length;
    if (money !== null && words >= 3) return "text";
    return "item";
  }
  if (plan.amount < 0 && hasFactors) return "item";
  if (plan.amount >= 0 && hasFactors && cells[plan.amount]?.length === 0 && hasText) {
    const price = priceOf(cells[plan.price] ?? [], conventions)?.price.reading;
    return price !== undefined && (price.hasMark || price.decimals > 0) ? "item" : "text";
  }
  const isDateTail = cells.every((tokens, index) => tokens.length === 0 || columns[index]?.role === "date");
  if (isDateTail) return "text";
  // "01.05.2026 – 31.05.2026" under the words of an item dates it.
  const isPeriod =
    row.segments.length === 1 && findPeriodSpans(row.segments[0]?.tokens ?? [], conventions).length > 0;
  if (!isPeriod && row.segments.every((segment) => !/\p{L}/u.test(segment.text)) && !has.amount)
    return "other";
  return "text";
}

/** "Netto 19 %   MwSt 19 %   Endbetrag": the numbers of a row are rates, and neither counts nor prices. */
const hasOnlyRates = ({ segments }: Row): boolean =>
  segments.every(({ text }) => !/\d/.test(text.replace(/\d{1,2}(?:[.,]\d{1,3})? ?%/g, "")));

function hasLeadingText(cells: Cells, columns: readonly Column[]): boolean {
  const at = columns.findIndex((column) => column.role === "description");
  return at >= 0 && (cells[at] ?? []).length > 2;
}
