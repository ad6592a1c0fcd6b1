import { closesRow, valuesOf } from "./arithmetic.ts";
import { findDateSpans, findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import { textOf } from "./layout.ts";
import type { LaidPage, Layout, Row, Token } from "./layout.ts";
import { startsWithLabel, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { amountOf, priceOf, quantityOf, rateOf, unitCellOf } from "./table-cells.ts";
import { headerToColumns, rowToCells } from "./table-columns.ts";
import type { Column } from "./table-columns.ts";
import type { TableHeader } from "./table-header.ts";
import { planRoles } from "./table-roles.ts";
import type { RolePlan } from "./table-roles.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import type { UnitCell } from "./table-cells.ts";
import { parseCurrency, parseUnit } from "../values/index.ts";
import type { LabelField } from "../labels/index.ts";

type Cells = readonly (readonly Token[])[];

/** What a row of a table is. */
type RowKind = "item" | "text" | "total" | "carried" | "other";

interface BodyRow {
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

/** Reads the rows under a header, on its page and on pages that go on without a header. */
export function readTable(
  header: TableHeader,
  nextHeader: TableHeader | null,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): ItemTable | null {
  const page = layout.pages.find((one) => one.number === header.page);
  if (page === undefined) return null;
  const end = nextHeader?.first ?? layout.rows.length;
  const candidates = layout.rows.slice(header.last + 1, end);
  const onPage = candidates.filter((row) => row.page === header.page);
  const columns = headerToColumns(header, beforeTotals(onPage, labels), page.height);
  const cellsOf = (row: Row): Cells => rowToCells(row, columns);
  const trial = beforeTotals(onPage, labels).map(cellsOf);
  const plan = withAmounts(planRoles(columns, trial, conventions), columns, trial, conventions);
  const body: BodyRow[] = [];
  for (const row of candidates) {
    const cells = cellsOf(row);
    body.push({ row, cells, kind: kindOf(row, cells, plan, labels, conventions, columns) });
  }
  const kept = untilEnd(
    withoutStrays(joinHalves(body, plan, conventions), plan, conventions),
    plan,
    conventions,
  );
  if (!kept.some(({ kind }) => kind === "item")) return null;
  const lines = rowsToLines(kept, columns, plan, layout, conventions);
  const rows = new Set<number>();
  for (let index = header.first; index <= header.last; index += 1) rows.add(index);
  const lastItem = kept.findLastIndex(({ kind }) => kind === "item");
  for (const { row, kind } of kept.slice(0, lastItem + 1)) if (kind !== "total") rows.add(row.index);
  for (const line of lines) {
    for (const index of rowsOfTokens(line.tokens, kept)) rows.add(index);
  }
  return {
    lines,
    rows,
    firstRow: header.first,
    lastRow: Math.max(...rows),
    isGross: columns[plan.amount]?.role === "gross",
    columns: columns.map((column) => column.header),
  };
}

function rowsOfTokens(tokens: readonly Token[], body: readonly BodyRow[]): readonly number[] {
  const own = new Set(tokens);
  return body
    .filter(({ row }) => row.segments.some((segment) => segment.tokens.some((token) => own.has(token))))
    .map(({ row }) => row.index);
}

/** Rows up to the first total, for learning the columns. */
function beforeTotals(rows: readonly Row[], labels: LabelIndex): readonly Row[] {
  const end = rows.findIndex((row, index) => index > 0 && totalStrength(row, labels) >= 1);
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

/** How surely a row begins with the label of a total; 0 when it does not. */
export function totalStrength(
  row: Row,
  labels: LabelIndex,
  fields: readonly LabelField[] = endingFields,
): number {
  for (const segment of row.segments) {
    if (!/[\p{L}]/u.test(segment.text)) continue;
    const [label] = labels.get(segment) ?? [];
    if (label === undefined || !startsWithLabel(segment, labels)) return 0;
    return Math.max(0, ...fields.map((field) => weightOf(label, field)));
  }
  return 0;
}

function carriesForward(row: Row, labels: LabelIndex): boolean {
  return row.segments.some((segment) =>
    (labels.get(segment) ?? []).some((label) => weightOf(label, "carry-forward") >= 1 && label.start <= 1),
  );
}

// A table whose only money is a price column prints amounts under that name.
function withAmounts(
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

function kindOf(
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
  const strength = totalStrength(row, labels);
  if (strength >= 0.5 && !hasFactors)
    return strength >= 1 || has.amount || !hasLeadingText(cells, columns) ? "total" : "text";
  if (has.amount && !hasFactors && totalStrength(row, labels, totalFields) >= 1) return "total";
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
  if (row.segments.every((segment) => !/\p{L}/u.test(segment.text)) && !has.amount) return "other";
  return "text";
}

function hasLeadingText(cells: Cells, columns: readonly Column[]): boolean {
  const at = columns.findIndex((column) => column.role === "description");
  return at >= 0 && (cells[at] ?? []).length > 2;
}

/** A row whose amount stands a line lower or higher, centered in a tall cell: both halves make one item. */
function joinHalves(body: readonly BodyRow[], plan: RolePlan, conventions: Conventions): readonly BodyRow[] {
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
  return body.map((entry, index) => {
    const rest = [...joined.entries()].find(([, half]) => half === index)?.[0];
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
function withoutStrays(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): readonly BodyRow[] {
  const items = body.filter(({ kind }) => kind === "item");
  const full = items.filter(({ cells }) => {
    const has = numbersOf(cells, plan, conventions);
    return has.quantity && has.price && has.amount;
  });
  if (full.length === 0) return body;
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
function untilEnd(body: readonly BodyRow[], plan: RolePlan, conventions: Conventions): readonly BodyRow[] {
  let hasEnded = false;
  const kept: BodyRow[] = [];
  const needsFactors = plan.quantity >= 0 && plan.price >= 0;
  for (const entry of body) {
    if (hasEnded && entry.kind === "item") {
      const has = numbersOf(entry.cells, plan, conventions);
      // Behind a total only full rows are items; tax tables and payments look alike otherwise.
      if (!(needsFactors && has.quantity && has.price && has.amount)) {
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

function rowsToLines(
  body: readonly BodyRow[],
  columns: readonly Column[],
  plan: RolePlan,
  layout: Layout,
  conventions: Conventions,
): readonly RawLine[] {
  const anchors = body.flatMap((entry, index) => (entry.kind === "item" ? [index] : []));
  const owners = assignText(body, anchors, layout);
  const lines: RawLine[] = [];
  let group: string | null = null;
  body.forEach((entry, index) => {
    if (entry.kind === "text" && owners.get(index) === "heading") group = entry.row.text.trim();
    if (entry.kind !== "item") return;
    const above: BodyRow[] = [];
    const below: BodyRow[] = [];
    body.forEach((other, at) => {
      if (owners.get(at) === index) (at < index ? above : below).push(other);
    });
    lines.push(rowToLine(entry, above, below, group, columns, plan, conventions));
  });
  return lines;
}

/** To which item each line of text belongs: its index, "heading", or nothing. */
function assignText(
  body: readonly BodyRow[],
  anchors: readonly number[],
  layout: Layout,
): ReadonlyMap<number, number | "heading"> {
  const owners = new Map<number, number | "heading">();
  const [first] = anchors;
  if (first === undefined) return owners;
  const areAnchorsBold = anchors.every((at) => body[at]?.row.segments.every((segment) => segment.bold));
  // What is left of a header of several lines ("(Art)", "unitaire") is no heading of a group.
  const isHeading = (index: number, next: number | undefined): boolean =>
    !isHeaderRest(body[index]) &&
    !areAnchorsBold &&
    next === index + 1 &&
    (body[index]?.row.segments.every((segment) => segment.bold) ?? false) &&
    (body[index]?.row.segments.length ?? 0) === 1;
  // Text over the first item belongs to it only when descriptions stand above their amounts.
  for (const [position, anchor] of [-1, ...anchors].entries()) {
    const next = anchors[position];
    const from = anchor + 1;
    const run: number[] = [];
    let hasTotal = false;
    for (let index = from; index < (next ?? body.length); index += 1) {
      if (body[index]?.kind === "text") run.push(index);
      else if (body[index]?.kind === "total" || body[index]?.kind === "carried") {
        attach(run.splice(0), hasTotal ? -1 : anchor, undefined);
        hasTotal = true;
      }
    }
    attach(run, hasTotal ? -1 : anchor, next);
  }
  return owners;

  function attach(run: readonly number[], before: number, after: number | undefined): void {
    if (run.length === 0) return;
    const headings = run.filter((index) => isHeading(index, after));
    for (const index of headings) owners.set(index, "heading");
    const rest = run.filter((index) => !headings.includes(index));
    const split = splitPoint(rest, before, after);
    let last = before;
    rest.forEach((index, at) => {
      if (at < split) {
        const follows = last >= 0 && isClose(index, last);
        if (follows) owners.set(index, before);
        last = follows ? index : -1;
      } else if (after !== undefined && after - index <= rest.length) owners.set(index, after);
    });
  }

  function splitPoint(run: readonly number[], before: number, after: number | undefined): number {
    if (after === undefined) return run.length;
    if (before < 0) {
      const own = body[after];
      // Over the first item: only lines close to it, and only if it has no words of its own.
      return own !== undefined && hasDescription(own) ? run.length : 0;
    }
    const ruled = run.findIndex((index, at) => at > 0 && isRuled(run[at - 1] ?? index, index));
    if (isRuled(before, run[0] ?? before)) return 0;
    if (ruled > 0) return ruled;
    if (isRuled(run.at(-1) ?? after, after)) return run.length;
    const chain = [before, ...run, after];
    const gaps = chain.slice(1).map((index, at) => gapBetween(chain[at] ?? index, index));
    const widest = Math.max(...gaps);
    const narrowest = Math.min(...gaps);
    if (
      body[after] !== undefined &&
      !hasDescription(body[after]) &&
      (body[before] === undefined || hasDescription(body[before]))
    ) {
      return widest > narrowest * 1.25 + 0.0005 ? gaps.lastIndexOf(widest) : run.length - 1;
    }
    return widest > narrowest * 1.25 + 0.0005 ? gaps.lastIndexOf(widest) : run.length;
  }

  function hasDescription(entry: BodyRow): boolean {
    return entry.row.segments.some(
      (segment) => segment.tokens.filter((token) => /\p{L}{3}/u.test(token.text)).length >= 1,
    );
  }

  function gapBetween(above: number, below: number): number {
    const [first, second] = [body[above]?.row, body[below]?.row];
    if (first === undefined || second === undefined || first.page !== second.page) return 0;
    return (second.top + second.bottom - first.top - first.bottom) / 2;
  }

  function isClose(index: number, before: number): boolean {
    const [own, last] = [body[index]?.row, body[before]?.row];
    if (own === undefined || last === undefined) return false;
    const page = pageOf(own, layout);
    if (own.page !== last.page) return false;
    return own.top - last.bottom < 1.6 * (page?.height ?? 0.012);
  }

  function isRuled(above: number, below: number): boolean {
    const [first, second] = [body[above]?.row, body[below]?.row];
    if (first === undefined || second === undefined || first.page !== second.page) return false;
    const page = pageOf(first, layout);
    const low = (first.top + first.bottom) / 2;
    const high = (second.top + second.bottom) / 2;
    return (page?.horizontals ?? []).some(
      (rule) => rule.top > low && rule.top < high && rule.right - rule.left > 0.3 * (page?.width ?? 1),
    );
  }
}

function isHeaderRest(entry: BodyRow | undefined): boolean {
  const text = entry?.row.text.trim() ?? "";
  return /^[([].*[)\]]$/.test(text) || /^\p{Ll}/u.test(text);
}

function pageOf(row: Row, layout: Layout): LaidPage | undefined {
  return layout.pages.find((page) => page.number === row.page);
}

function rowToLine(
  entry: BodyRow,
  above: readonly BodyRow[],
  below: readonly BodyRow[],
  group: string | null,
  columns: readonly Column[],
  plan: RolePlan,
  conventions: Conventions,
): RawLine {
  const { row, cells } = entry;
  const at = (index: number): readonly Token[] => (index < 0 ? [] : (cells[index] ?? []));
  const column = (role: string): number =>
    columns.findIndex(
      (one, index) =>
        one.role === role && index !== plan.quantity && index !== plan.price && index !== plan.amount,
    );
  const quantity = quantityOf(at(plan.quantity), conventions);
  const price = priceOf(at(plan.price), conventions);
  const amount = amountOf(at(plan.amount), conventions);
  const beside =
    quantity === null || quantity.unit !== null ? null : unitBeside(row, quantity.quantity.tokens);
  const unit = quantity?.unit ?? unitCellOf(at(column("unit"))) ?? beside ?? price?.unit ?? null;
  const discountTokens = at(plan.discount);
  const discount = rateOf(discountTokens, conventions);
  const isMoney =
    discount === null ||
    (!discount.reading.isPercent &&
      !/%/.test(columns[plan.discount]?.header ?? "") &&
      discount.reading.decimals === 2 &&
      discount.reading.currency !== null);
  const rateColumn = column("tax-rate");
  const rate = rateOf(at(rateColumn), conventions);
  const dateColumn = [column("date"), column("start")].find((index) => index >= 0) ?? -1;
  const period = findPeriodSpans(at(dateColumn), conventions)[0] ?? null;
  const date = period === null ? (findDateSpans(at(dateColumn), conventions)[0] ?? null) : null;
  const words = descriptionOf(cells, columns, plan);
  const extra = (rows: readonly BodyRow[]): readonly Token[] =>
    rows.flatMap((other) => descriptionOf(other.cells, columns, plan));
  const position = positionOf(at(column("position")), words);
  const own = [...above, entry, ...below].flatMap((other) =>
    other.row.segments.flatMap((segment) => segment.tokens),
  );
  const textCell = (role: string): string | null => textOf(at(column(role))).trim() || null;
  return {
    anchor: row,
    position: position.text,
    code: textCell("code"),
    description: [...extra(above), ...position.rest, ...extra(below)].filter(
      (token) => beside === null || !beside.tokens.includes(token),
    ),
    group,
    person: textCell("person"),
    quantity: quantity?.quantity ?? null,
    unit,
    price: price?.price ?? null,
    priceBase: price?.base ?? amountOf(at(column("price-base")), conventions),
    discountPercent: isMoney ? null : discount,
    discountAmount: isMoney ? amountOf(discountTokens, conventions) : null,
    amount,
    gross: columns[plan.amount]?.role === "gross" ? null : amountOf(at(column("gross")), conventions),
    taxRate: rate,
    taxCode: rate === null ? textCell("tax-rate") : null,
    taxAmount: amountOf(at(column("tax-amount")), conventions),
    date,
    period,
    reference: textCell("reference"),
    tokens: own,
  };
}

/** A unit right behind the quantity that fell into the next column. */
export function unitBeside(row: Row, quantity: readonly Token[]): UnitCell | null {
  const tokens = row.segments.flatMap((segment) => segment.tokens);
  const last = quantity.at(-1);
  const next = last === undefined ? undefined : tokens[tokens.indexOf(last) + 1];
  if (last === undefined || next === undefined || next.left - last.right > 0.9 * next.size) return null;
  // "Site survey" is a description, "h" and "Stk" are units.
  const isShort = next.text.length <= 3 && !/^\p{Lu}\p{Ll}/u.test(next.text);
  const unit = parseUnit(next.text, isShort ? "unit-cell" : "anywhere");
  return unit === null ? null : { unit, tokens: [next] };
}

/** The words that describe a row: its description cell, or all cells of words where no column has that name. */
function descriptionOf(cells: Cells, columns: readonly Column[], plan: RolePlan): readonly Token[] {
  const named = columns.flatMap((column, index) =>
    column.role === "description" && index !== plan.quantity && index !== plan.price && index !== plan.amount
      ? [index]
      : [],
  );
  if (named.length > 0) {
    const words = named.flatMap((index) => cells[index] ?? []);
    if (words.length > 0) return words;
  }
  const loose = columns.flatMap((column, index) =>
    ["none", "person", "reference", "code", "hours-kind", "position"].includes(column.role) &&
    index !== plan.quantity &&
    index !== plan.price &&
    index !== plan.amount
      ? [index]
      : [],
  );
  return named.length > 0
    ? []
    : loose.flatMap((index) => cells[index] ?? []).filter((token) => /\p{L}/u.test(token.text));
}

function positionOf(
  tokens: readonly Token[],
  words: readonly Token[],
): { readonly text: string | null; readonly rest: readonly Token[] } {
  const text = textOf(tokens).trim();
  if (/^[A-Z]{0,2}\d{1,6}(?:[.-]\d{1,4})*\.?$/.test(text))
    return { text: text.replace(/\.$/, ""), rest: words };
  // Without a column of its own the position may open the description ("1. Consulting").
  const [first, ...rest] = words;
  const isApart =
    rest[0] !== undefined && first !== undefined && rest[0].left - first.right > 0.9 * first.size;
  const isPosition =
    first !== undefined && (/^\d{1,3}[.)]$/.test(first.text) || (isApart && /^\d{1,4}$/.test(first.text)));
  if (text === "" && first !== undefined && rest.length > 0 && isPosition) {
    return { text: first.text.replace(/[.)]$/, ""), rest };
  }
  return { text: null, rest: words };
}
