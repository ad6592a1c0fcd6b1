import { withoutTrailingZeros } from "../../../../src-shared/money/index.ts";
import { wordingOf } from "../../../../src-shared/wording/index.ts";
import { parseUnit } from "../values/index.ts";
import { valuesOf } from "./arithmetic.ts";
import { textOf } from "./layout.ts";
import type { Layout, Token } from "./layout.ts";
import type { RawLine } from "./raw-line.ts";
import { findDateSpans, findPeriodSpans } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import { baseOfCounts, baseOfHeader, baseOfUnit, unitBeside, unitOfHeader } from "./header-units.ts";
import { amountOf, priceOf, rateOf, unitCellOf } from "./table-cells.ts";
import type { Column } from "./table-columns.ts";
import type { RolePlan } from "./table-roles.ts";
import type { BodyRow, Cells } from "./table-rows.ts";
import { withTaxAmounts } from "./tax-columns.ts";
import { factorsOf, withStrayedFactors, withWrappedFactors } from "./table-factors.ts";
import { assignText } from "./table-text.ts";
import { unitOfOccasion } from "./unit-in-words.ts";

export function rowsToLines(
  body: readonly BodyRow[],
  named: readonly Column[],
  plan: RolePlan,
  layout: Layout,
  conventions: Conventions,
): readonly RawLine[] {
  const items = body.flatMap(({ kind, cells }) => (kind === "item" ? [cells] : []));
  const columns = withTaxAmounts(named, items, plan, conventions);
  const anchors = body.flatMap((entry, index) => (entry.kind === "item" ? [index] : []));
  const owners = assignText(body, anchors, layout, (entry) => isNumbered(entry, columns));
  const wrapped = new Map<number, number[]>();
  for (const [at, owner] of owners) {
    if (owner !== "heading") wrapped.set(owner, [...(wrapped.get(owner) ?? []), at]);
  }
  const lines: RawLine[] = [];
  let group: string | null = null;
  let heading: readonly Token[] = [];
  body.forEach((entry, index) => {
    if (entry.kind === "text" && owners.get(index) === "heading") {
      group = entry.row.text.replace(/\s+/g, " ").trim();
      heading = entry.row.segments.flatMap((segment) => segment.tokens);
    }
    if (entry.kind !== "item") return;
    const attached = wrapped.get(index) ?? [];
    const above = attached.filter((at) => at < index).flatMap((at) => body[at] ?? []);
    const below = attached.filter((at) => at > index).flatMap((at) => body[at] ?? []);
    const line = rowToLine(entry, above, below, group, columns, plan, conventions);
    // Figures without words of their own are named by the heading over them.
    const isNamed = line.description.some((token) => /\p{L}{2}/u.test(token.text)) || line.code !== null;
    lines.push(
      isNamed || heading.length === 0
        ? line
        : { ...line, description: [...heading, ...line.description], tokens: [...heading, ...line.tokens] },
    );
  });
  return lines;
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
  // "Volume rebate 5 %" set close to its amount stands under the prices: words, and no price.
  const strayed = wordsUnderFigures(cells, columns, plan);
  const at = (index: number): readonly Token[] =>
    index < 0 || (index !== plan.amount && strayed.length > 0) ? [] : (cells[index] ?? []);
  const columnsOf = (role: string): readonly number[] =>
    columns.flatMap((one, index) =>
      one.role === role && index !== plan.quantity && index !== plan.price && index !== plan.amount
        ? [index]
        : [],
    );
  const column = (role: string): number => columnsOf(role)[0] ?? -1;
  // "UOM | Price | Per": the unit stands in one column, and in another for how many of it the price is.
  const unitCells = columnsOf("unit").map(at);
  const amount = amountOf(at(plan.amount), conventions);
  const factors = withStrayedFactors(
    factorsOf(at(plan.quantity), at(plan.price), amount, conventions),
    { quantity: at(plan.quantity), unit: at(column("unit")), amount: at(plan.amount) },
    amount,
    conventions,
  );
  const found = withWrappedFactors(factors, [...above, ...below], amount, plan, conventions);
  const { quantity } = found;
  // "Rate 45.00" is what one spot costs and what the row bills, where no other column prints either.
  const isPriced = plan.price < 0 && quantity === null && columns[plan.amount]?.isPrice === true;
  const price = isPriced ? priceOf(at(plan.amount), conventions) : found.price;
  const beside =
    quantity === null || quantity.unit !== null ? null : unitBeside(row, quantity.quantity.tokens);
  // A narrow column breaks "6,5 h" in two.
  const [under] = below.slice(0, 1).map((other) => other.cells[plan.quantity] ?? []);
  const broken = under !== undefined && under.length === 1 && parseUnit(textOf(under), "unit-cell") !== null;
  const unit =
    quantity?.unit ??
    unitCellOf(unitCells.find((cell) => cell.length > 0 && baseOfUnit(cell) === null) ?? []) ??
    beside ??
    price?.unit ??
    (broken && quantity !== null ? unitCellOf(under) : null) ??
    (quantity === null
      ? null
      : unitOfOccasion(
          descriptionOf(cells, columns, plan),
          unitOfHeader(columns[plan.quantity], columns[plan.price]),
          valuesOf(quantity.quantity.reading).every((value) => withoutTrailingZeros(value).scale === 0),
        ));
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
  const dateColumns = columns.flatMap(({ role }, index) =>
    role === "date" || role === "start" ? [index] : [],
  );
  const dateColumn =
    dateColumns.find((index) => findDateSpans(at(index), conventions).length > 0) ?? dateColumns[0] ?? -1;
  const inDateColumn = at(dateColumn);
  // A narrow column breaks its dates: "2026-05-" over "03", "12 October" over "2026".
  const joinedDate = [
    ...inDateColumn,
    ...below.slice(0, 1).flatMap((other) => other.cells[dateColumn] ?? []),
  ];
  const isWhole =
    joinedDate.length === inDateColumn.length ||
    (findPeriodSpans(joinedDate, conventions).length === 0 &&
      findDateSpans(inDateColumn, conventions).length > 0);
  const dated = isWhole ? inDateColumn : joinedDate;
  const period = findPeriodSpans(dated, conventions)[0] ?? null;
  const date = period === null ? (findDateSpans(dated, conventions)[0] ?? null) : null;
  const words = strayed.length > 0 ? strayed : descriptionOf(cells, columns, plan);
  const textOfRow = (other: BodyRow): readonly Token[] => descriptionOf(other.cells, columns, plan);
  const extra = (rows: readonly BodyRow[]): readonly Token[] => rows.flatMap(textOfRow);
  const position = positionOf(at(column("position")), words);
  const told = period === null && date === null ? onlyPeriod([...words, ...extra(below)], conventions) : null;
  // Two spots in one program on one day differ by the time at which they ran.
  const aired = columns.findIndex(({ header }) => /\bair(?:ed)? time|time aired/i.test(header));
  const time = aired < 0 || !/^\d{1,2}:\d{2}/.test(textOf(at(aired))) ? [] : at(aired);
  // A row under the words that is a period and nothing else dates the line and describes nothing.
  const isPeriod = (other: BodyRow): boolean => {
    const tokens = textOfRow(other);
    return told !== null && tokens.length > 0 && tokens.every((token) => told.tokens.includes(token));
  };
  const own = [...above, entry, ...below].flatMap((other) =>
    other.row.segments.flatMap((segment) => segment.tokens),
  );
  const textCell = (role: string): string | null => textOf(at(column(role))).trim() || null;
  return {
    anchor: row,
    position: position.text,
    code: textCell("code"),
    description: [
      ...extra(above),
      ...position.rest,
      ...time,
      ...extra(below.filter((other) => !isPeriod(other))),
    ].filter((token) => beside === null || !beside.tokens.includes(token)),
    group,
    person: textCell("person"),
    quantity: quantity?.quantity ?? null,
    unit,
    price: price?.price ?? null,
    priceBase:
      price?.base ??
      amountOf(at(column("price-base")), conventions) ??
      unitCells.map(baseOfUnit).find((base) => base !== null) ??
      (price === null
        ? null
        : (baseOfHeader(columns[plan.price]) ??
          // "Preis je 1.000" is read as two names, and its figure as the one of all rows.
          baseOfHeader(columns[column("price-base")]) ??
          baseOfCounts(columns[plan.quantity]))),
    discountPercent: isMoney ? null : discount,
    discountAmount: isMoney ? amountOf(discountTokens, conventions) : null,
    amount,
    gross: columns[plan.amount]?.role === "gross" ? null : amountOf(at(column("gross")), conventions),
    taxRate: rate,
    taxCode: rate === null ? textCell("tax-rate") : null,
    taxAmount: amountOf(at(column("tax-amount")), conventions),
    date,
    dayWords: date === null && period === null ? dated : [],
    period: period ?? told,
    reference: textCell("reference"),
    tokens: own,
  };
}

/** The one period that a description names ("Team plan, Mar 3 – Apr 3, 2026"); several are none. */
function onlyPeriod(tokens: readonly Token[], conventions: Conventions): RawLine["period"] {
  const [found, ...others] = findPeriodSpans(tokens, conventions);
  return found === undefined || others.length > 0 ? null : found;
}

/** The words that describe a row: its description cell, or all cells of words where no column has that name. */
export function descriptionOf(cells: Cells, columns: readonly Column[], plan: RolePlan): readonly Token[] {
  const named = columns.flatMap((column, index) =>
    column.role === "description" && index !== plan.quantity && index !== plan.price && index !== plan.amount
      ? [index]
      : [],
  );
  if (named.length > 0) {
    const words = named.flatMap((index) => cells[index] ?? []);
    if (words.length > 0) return [...words, ...hoursKind(cells, columns, plan)];
  }
  const loose = columns.flatMap((column, index) =>
    ["none", "person", "reference", "code", "hours-kind", "position"].includes(column.role) &&
    index !== plan.quantity &&
    index !== plan.price &&
    index !== plan.amount
      ? [index]
      : [],
  );
  const words = loose.flatMap((index) => {
    const tokens = cells[index] ?? [];
    // A phrase stays whole ("Leg 2 – return"); of a cell without a word only its codes count.
    if (tokens.some((token) => /\p{L}{3}/u.test(token.text))) return tokens;
    return named.length > 0 ? [] : tokens.filter((token) => /\p{L}/u.test(token.text));
  });
  if (words.length > 0) return words;
  // "Filing fee" alone under the dates: a row that prints little else keeps to no column.
  return cells.flatMap((tokens, index) =>
    index === plan.quantity || index === plan.price || index === plan.amount || !tokens.some(isWord)
      ? []
      : tokens,
  );
}

/** "Overtime", "Holiday" in a column of its own: which hours a row bills is part of what it bills. */
function hoursKind(cells: Cells, columns: readonly Column[], plan: RolePlan): readonly Token[] {
  return columns.flatMap(({ role }, index) => {
    const tokens = cells[index] ?? [];
    const isOwn = index !== plan.quantity && index !== plan.price && index !== plan.amount;
    const isKind = isOwn && tokens.length > 0 && ["none", "reference", "hours-kind"].includes(role);
    return isKind && wordingOf(textOf(tokens)).shifts.length > 0 ? tokens : [];
  });
}

/** The words of a row that says nothing but under the counts and prices; none for any other row. */
function wordsUnderFigures(cells: Cells, columns: readonly Column[], plan: RolePlan): readonly Token[] {
  if (plan.amount < 0 || descriptionOf(cells, columns, plan).length > 0) return [];
  const others = cells.flatMap((tokens, index) => (index === plan.amount ? [] : tokens));
  const isPhrase = others.some((token) => isWord(token) && parseUnit(token.text, "unit-cell") === null);
  return isPhrase && (cells[plan.amount] ?? []).length > 0 ? others : [];
}

const isWord = ({ text }: Token): boolean => /^\p{L}{3,}/u.test(text);

/** Whether a row carries the number of its item, so that the item begins there. */
function isNumbered({ cells }: BodyRow, columns: readonly Column[]): boolean {
  const at = columns.findIndex(({ role }) => role === "position");
  return at >= 0 && /^\d{1,4}(?:\.\d{1,3})*[.)]?$/.test(textOf(cells[at] ?? []).trim());
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
