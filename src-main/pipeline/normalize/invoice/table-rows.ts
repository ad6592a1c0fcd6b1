import type { LabelField } from "../labels/index.ts";
import { parseCurrency, parseUnit } from "../values/index.ts";
import { closesRow, valuesOf } from "./arithmetic.ts";
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
    (labels.get(segment) ?? []).some((label) => weightOf(label, "carry-forward") >= 1 && label.start <= 1),
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

function numbersOf(
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

/** A row whose amount stands a line lower or higher, centered in a tall cell: both halves make one item. */
export function joinHalves(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  if (plan.amount < 0 || plan.quantity < 0 || plan.price < 0) return body;
  const has = body.map(({ cells }) => numbersOf(cells, plan, conventions));
  const isHalf = (index: number): boolean => {
    const own = has[index];
    return own !== undefined && own.quantity && own.price && !own.amount && body[index]?.kind === "item";
  };
  const isRest = (index: number): boolean => {
    const own = has[index];
    const kind = body[index]?.kind;
    return (
      own !== undefined &&
      own.amount &&
      !own.quantity &&
      !own.price &&
      (kind === "item" || kind === "other" || kind === "text")
    );
  };
  const joined = new Map<number, number>();
  body.forEach((_, index) => {
    if (!isHalf(index)) return;
    const near = [1, -1, 2, -2].map((step) => index + step).filter((at) => isRest(at) && !joined.has(at));
    const found =
      near.find((at) => closesAcross(body[index], body[at], plan, conventions)) ??
      (near.length === 1 ? near[0] : undefined);
    if (found !== undefined) joined.set(found, index);
  });
  const restOf = new Map([...joined].map(([rest, half]) => [half, rest] as const));
  return body.map((entry, index) => {
    const rest = restOf.get(index);
    if (rest !== undefined) {
      const amount = body[rest]?.cells[plan.amount] ?? [];
      return {
        ...entry,
        cells: entry.cells.map((tokens, at) => (at === plan.amount ? amount : tokens)),
        kind: "item",
      };
    }
    if (!joined.has(index)) return entry;
    const hasWords = entry.cells.some(
      (tokens, at) => at !== plan.amount && tokens.some((token) => /\p{L}{2}/u.test(token.text)),
    );
    return {
      ...entry,
      cells: entry.cells.map((tokens, at) => (at === plan.amount ? [] : tokens)),
      kind: hasWords ? "text" : "other",
    };
  });
}

function closesAcross(
  half: BodyRow | undefined,
  rest: BodyRow | undefined,
  plan: RolePlan,
  conventions: Conventions,
): boolean {
  const quantity = quantityOf(half?.cells[plan.quantity] ?? [], conventions)?.quantity;
  const price = priceOf(half?.cells[plan.price] ?? [], conventions)?.price;
  const amount = amountOf(rest?.cells[plan.amount] ?? [], conventions);
  if (quantity === undefined || price === undefined || amount === null) return false;
  return valuesOf(quantity.reading).some((q) =>
    valuesOf(price.reading).some((p) =>
      valuesOf(amount.reading).some((a) => closesRow({ quantity: q, price: p, amount: a })),
    ),
  );
}

/** Beside full rows, a half one is a row only if its cells are clean; "Basis: -5,00, MwSt 19" is a remark. */
export function withoutStrays(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  const items = body.filter(({ kind }) => kind === "item");
  const full = items.filter(({ cells }) => {
    const has = numbersOf(cells, plan, conventions);
    return has.quantity && has.price && has.amount;
  });
  if (full.length === 0) return withoutBareFigures(body, items, plan, conventions);
  const haveDecimals = full.every(
    ({ cells }) => (amountOf(cells[plan.amount] ?? [], conventions)?.reading.decimals ?? 0) > 0,
  );
  return body.map((entry) => {
    if (entry.kind !== "item" || full.includes(entry)) return entry;
    const has = numbersOf(entry.cells, plan, conventions);
    const amount = amountOf(entry.cells[plan.amount] ?? [], conventions);
    const isBare =
      amount !== null && haveDecimals && amount.reading.decimals === 0 && !amount.reading.hasMark;
    const isLoose =
      amount === null && !(isClean(entry.cells[plan.quantity]) && isClean(entry.cells[plan.price]));
    const isHalf =
      has.amount &&
      has.quantity !== has.price &&
      !isClean(entry.cells[has.quantity ? plan.quantity : plan.price]);
    return isBare || isLoose || isHalf ? { ...entry, kind: "text" } : entry;
  });
}

/** Where prices alone fill the table, a figure without cents among figures with them ("2026" of a page's head) is none. */
function withoutBareFigures(
  body: readonly BodyRow[],
  items: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  const bare = items.filter(({ cells }) => {
    const reading = amountOf(cells[plan.amount] ?? [], conventions)?.reading;
    return reading !== undefined && reading.decimals === 0 && !reading.hasMark && reading.currency === null;
  });
  return items.length < 3 || bare.length * 3 > items.length
    ? body
    : body.map((entry) => (bare.includes(entry) ? { ...entry, kind: "text" } : entry));
}

/** Whether a cell holds a number with its currency or unit, and no words or marks beside. */
function isClean(tokens: readonly Token[] | undefined): boolean {
  return (tokens ?? []).every(
    ({ text }) =>
      /^[-–−+(]?[\d.,'’:]*\d[\d.,'’]*[-)%]?$/.test(text) ||
      parseUnit(text) !== null ||
      parseCurrency(text) !== null ||
      /^[€$£/-]$/.test(text),
  );
}

/** The rows that belong to the table: it ends at its totals, or after its last item. */
export function untilEnd(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  let hasEnded = false;
  const kept: BodyRow[] = [];
  const needsFactors = plan.quantity >= 0 && plan.price >= 0;
  for (const entry of body) {
    if (hasEnded && entry.kind === "item") {
      const has = numbersOf(entry.cells, plan, conventions);
      // Behind a total only full rows that multiply out are items; accounts and tax tables look alike otherwise.
      const isFull = needsFactors && has.quantity && has.price && has.amount;
      if (!isFull || !closesAcross(entry, entry, plan, conventions)) {
        kept.push({ ...entry, kind: "other" });
        continue;
      }
      hasEnded = false;
    }
    if (entry.kind === "total") hasEnded = true;
    kept.push(entry);
  }
  const last = kept.findLastIndex(({ kind }) => kind === "item");
  return kept.slice(0, Math.min(kept.length, last + 12));
}
