import type { LabelField } from "../labels/index.ts";
import type { Row, Segment, Token } from "./layout.ts";
import { startsWithLabel, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { Conventions } from "./spans.ts";
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

/** Labels that end a table; others ("deposit", "discount") stand inside descriptions too. */
const endingFields: readonly LabelField[] = ["subtotal", "net", "tax", "gross", "payable"];

const totalFields: readonly LabelField[] = [
  "subtotal",
  "net",
  "tax",
  "gross",
  "payable",
  "prepaid",
  "open-balance",
  "rounding",
  "retention",
  "withholding",
  "early-payment",
  "in-words",
];

const statedFields: readonly LabelField[] = [...totalFields, "none"];

/** Rows up to the first total, for learning the columns. */
export function beforeTotals(rows: readonly Row[], labels: LabelIndex): readonly Row[] {
  const end = rows.findIndex((row, index) => index > 0 && totalStrength(row, labels) >= 1);
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

/** How surely a row begins with the label of a total; 0 when it does not. */
export function totalStrength(
  row: Row,
  labels: LabelIndex,
  fields: readonly LabelField[] = endingFields,
): number {
  const strengthOf = (segment: Segment): number | null => {
    const [label] = labels.get(segment) ?? [];
    if (label === undefined || !startsWithLabel(segment, labels)) return null;
    return Math.max(0, ...fields.map((field) => weightOf(label, field)));
  };
  const [first, ...others] = row.segments.filter((segment) => /\p{L}/u.test(segment.text));
  if (first === undefined) return 0;
  // A count or a remark may stand left of the sum: "Total spots 6 … Gross total 2,550.00".
  return Math.max(
    strengthOf(first) ?? 0,
    ...others
      .filter((segment) => isNamedInFull(segment, labels) && endsInMoney(row))
      .map((segment) => strengthOf(segment) ?? 0),
  );
}

/** A name of several words opens the segment: "Gross total", not "Net" or "Bruttopreis", which stand in items too. */
const isNamedInFull = (segment: Segment, labels: LabelIndex): boolean =>
  (labels.get(segment) ?? []).some(({ start, end }) => start === 0 && end >= 2);

const endsInMoney = (row: Row): boolean => /\d[.,]\d{2}\)?-?$/.test(row.text.trim());

/** How many cells of a row are names of sums and nothing else: the head of a grid of totals or of a tax table. */
function namesOfSums(row: Row, labels: LabelIndex): number {
  return row.segments.filter((segment) =>
    (labels.get(segment) ?? []).some(
      (label) =>
        label.isPlain &&
        !/\d[.,]\d/.test(segment.text) &&
        totalFields.some((field) => weightOf(label, field) >= 0.5),
    ),
  ).length;
}

function carriesForward(row: Row, labels: LabelIndex): boolean {
  return row.segments.some((segment) =>
    (labels.get(segment) ?? []).some(
      (label) =>
        weightOf(label, "carry-forward") >= 1 &&
        (label.start === 0 || (label.start === 1 && label.phrase.includes(" "))),
    ),
  );
}

// A table whose only money is a price column prints amounts under that name.
export function withAmounts(
  plan: RolePlan,
  columns: readonly Column[],
  rows: readonly Cells[],
  conventions: Conventions,
): RolePlan {
  if (plan.amount >= 0 || plan.quantity >= 0 || plan.price < 0) return plan;
  const filled = rows.filter((cells) => amountOf(cells[plan.price] ?? [], conventions) !== null).length;
  return filled > 0 && columns[plan.price] !== undefined ? { ...plan, amount: plan.price, price: -1 } : plan;
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
  if (carriesForward(row, labels) && !hasFactors) return "carried";
  if (!hasFactors && namesOfSums(row, labels) >= 2) return "total";
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
  if (row.segments.every((segment) => !/\p{L}/u.test(segment.text)) && !has.amount) return "other";
  return "text";
}

function hasLeadingText(cells: Cells, columns: readonly Column[]): boolean {
  const at = columns.findIndex((column) => column.role === "description");
  return at >= 0 && (cells[at] ?? []).length > 2;
}
