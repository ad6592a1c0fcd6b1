import { absolute, add, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { closesRow, isTrivialRow, isWithin, sumsOf, valuesOf } from "./arithmetic.ts";
import { textOf } from "./layout.ts";
import type { Layout, Row, Token } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import { unitBeside } from "./header-units.ts";
import { isTaxRow, totalStrength } from "./row-totals.ts";
import type { NumberCell } from "./table-cells.ts";

/**
 * Items without a header: rows that multiply out ("15 × Flour @ 32.75 = 491.25"), or rows of words and an amount
 * that add up to a printed sum. Without such proof there are none.
 */
export function findLooseLines(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  sums: readonly Decimal[],
): ItemTable | null {
  const end = layout.rows.findIndex(
    (row) => row.index > 0 && totalStrength(row, labels) >= 0.5 && moneyOf(row, conventions) !== null,
  );
  const rows = layout.rows.slice(0, end < 0 ? layout.rows.length : end);
  const multiplied = rows.flatMap((row) => {
    const line = multipliedLine(row, conventions);
    return line === null ? [] : [line];
  });
  const telling = multiplied.filter(({ isTelling }) => isTelling).length;
  const first = multiplied[0]?.line;
  const last = multiplied.at(-1)?.line;
  if (telling > 0 && first !== undefined && last !== undefined) {
    const all = rows.flatMap((row) => {
      const line =
        multiplied.find((one) => one.line.anchor === row)?.line ?? amountLine(row, labels, conventions);
      return line === null ? [] : [line];
    });
    const proven = rangeThatAddsUp(all, all.indexOf(first), all.indexOf(last), sums);
    if (proven !== null) return toTable(proven.lines, proven.sums);
    if (telling >= 2) return toTable(multiplied.map(({ line }) => line));
  }
  if (end <= 0) return null;
  // The longest run of rows right above the first sum that adds up to one.
  const trailing: RawLine[] = [];
  for (const row of rows.toReversed()) {
    const line = amountLine(row, labels, conventions);
    if (line !== null) trailing.unshift(line);
    if (trailing.length > 0 && addsUp(trailing, sums) && (trailing.length > 1 || line !== null))
      return toTable(trailing);
    if (trailing.length > 60 || (rows.at(-1)?.page ?? 1) - row.page > 2) break;
  }
  return null;
}

/**
 * Rows behind a table that belong to what it bills: disbursements and the like, by words and amount alone.
 *
 * They count only if they fill the table's sum up to a printed total exactly.
 */
export function findTrailingLines(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  table: ItemTable,
  known: Decimal,
  totals: readonly { readonly value: Decimal; readonly row: number }[],
): readonly RawLine[] {
  const found: RawLine[] = [];
  for (const row of layout.rows.slice(table.lastRow + 1)) {
    const line = amountLine(row, labels, conventions);
    const reached = totals.find((total) => total.row === row.index);
    const isNamed = row.segments.some((segment) =>
      (labels.get(segment) ?? []).some(
        (label) => label.start === 0 && (label.meanings[0]?.weight ?? 0) >= 0.7,
      ),
    );
    if (line !== null && reached === undefined && !isNamed && row.segments.length <= 3) found.push(line);
    if (reached === undefined || found.length === 0) continue;
    const sums = sumsOf(found.map(({ amount }) => (amount === null ? [] : valuesOf(amount.reading))));
    if (sums.some((sum) => isWithin(absolute(add(known, sum)), absolute(reached.value), 0))) return found;
    if (found.length > 20) break;
  }
  return [];
}

/** Rows further out than this from those that multiply out are no items of theirs. */
const mostRowsAround = 12;

/**
 * The rows from `first` to `last`, and as few around them as make a printed sum; `null` where none do.
 *
 * The row right behind them that prints what they add up to is their sum.
 */
function rangeThatAddsUp(
  all: readonly RawLine[],
  first: number,
  last: number,
  sums: readonly Decimal[],
): { readonly lines: readonly RawLine[]; readonly sums: readonly NumberCell[] } | null {
  for (let more = 0; more <= 2 * mostRowsAround; more += 1) {
    for (let above = Math.min(more, first, mostRowsAround); above >= 0; above -= 1) {
      const end = last + more - above;
      if (end >= all.length || more - above > mostRowsAround) continue;
      const lines = all.slice(first - above, end + 1);
      if (!addsUp(lines, sums)) continue;
      const next = all[end + 1]?.amount ?? null;
      const isSum = next !== null && addsUp(lines, valuesOf(next.reading).map(toDecimal));
      return { lines, sums: isSum ? [next] : [] };
    }
  }
  return null;
}

function addsUp(lines: readonly RawLine[], sums: readonly Decimal[]): boolean {
  const totals = sumsOf(lines.map((line) => (line.amount === null ? [] : valuesOf(line.amount.reading))));
  return totals.some((total) => sums.some((sum) => isWithin(absolute(total), absolute(sum), 0)));
}

function toTable(lines: readonly RawLine[], sums: readonly NumberCell[] = []): ItemTable | null {
  const [first] = lines;
  if (first === undefined) return null;
  const rows = new Set(lines.map((line) => line.anchor.index));
  return {
    lines,
    rows,
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    isGross: false,
    leading: [],
    sums,
    columns: [],
  };
}

function tokensOf(row: Row): readonly Token[] {
  return row.segments.flatMap((segment) => segment.tokens);
}

function moneyOf(row: Row, conventions: Conventions): NumberCell | null {
  const last = findNumbers(tokensOf(row), conventions)
    .filter(({ reading }) => !reading.isPercent)
    .at(-1);
  return last !== undefined &&
    (last.reading.currency !== null || last.reading.decimals === 2 || last.reading.hasMark)
    ? last
    : null;
}

function multipliedLine(
  row: Row,
  conventions: Conventions,
): { readonly line: RawLine; readonly isTelling: boolean } | null {
  const tokens = tokensOf(row);
  const numbers = findNumbers(tokens, conventions).filter(({ reading }) => !reading.isPercent);
  const amount = moneyOf(row, conventions);
  if (amount === null || numbers.length < 3 || numbers.length > 8 || !/\p{L}{2}/u.test(row.text)) return null;
  let trivial: { readonly line: RawLine; readonly isTelling: boolean } | null = null;
  for (const price of numbers.toReversed()) {
    for (const quantity of numbers) {
      if (price === quantity || price === amount || quantity === amount || price.start > amount.start)
        continue;
      if (quantity.reading.currency !== null || price.reading.decimals < quantity.reading.decimals) continue;
      for (const q of valuesOf(quantity.reading)) {
        for (const p of valuesOf(price.reading)) {
          for (const a of valuesOf(amount.reading)) {
            if (!closesRow({ quantity: q, price: p, amount: a })) continue;
            const isTelling = !isTrivialRow({ quantity: q, price: p, amount: a });
            const made = { line: lineOf(row, tokens, { quantity, price, amount }), isTelling };
            if (isTelling) return made;
            trivial ??= made;
          }
        }
      }
    }
  }
  return trivial;
}

function amountLine(row: Row, labels: LabelIndex, conventions: Conventions): RawLine | null {
  const amount = moneyOf(row, conventions);
  const tokens = tokensOf(row);
  // Behind the amount may stand the rate of its tax, or the letter that stands for it.
  const behind = amount === null ? "" : textOf(tokens.slice(amount.end));
  const isLast = /^(?:(?:\d{1,2}(?:[.,]\d{1,3})? ?%|[A-Z]\*?) ?)?$/.test(behind);
  if (amount === null || !isLast || !/\p{L}{3}/u.test(row.text)) return null;
  if (totalStrength(row, labels) >= 0.5 || isTaxRow(row, labels)) return null;
  return lineOf(row, tokens, { quantity: leadingCount(tokens, amount, conventions), price: null, amount });
}

/** "2 x Brake disc … 97.00": a count before its sign. */
function leadingCount(
  tokens: readonly Token[],
  amount: NumberCell,
  conventions: Conventions,
): NumberCell | null {
  const [count] = findNumbers(tokens.slice(0, 1), conventions);
  const isCount = /^[x×]$/i.test(tokens[1]?.text ?? "") && amount.start > 1;
  return isCount && count !== undefined && count.reading.currency === null && !count.reading.isPercent
    ? count
    : null;
}

function lineOf(
  row: Row,
  tokens: readonly Token[],
  numbers: {
    readonly quantity: NumberCell | null;
    readonly price: NumberCell | null;
    readonly amount: NumberCell;
  },
): RawLine {
  const used = new Set(
    [numbers.quantity, numbers.price, numbers.amount].flatMap((cell) => cell?.tokens ?? []),
  );
  const unit = numbers.quantity === null ? null : unitBeside(row, numbers.quantity.tokens);
  const isJoint = (index: number): boolean =>
    /^[x×@=*•·–—-]$|^(?:à|at)$/i.test(tokens[index]?.text ?? "") &&
    [tokens[index - 1], tokens[index + 1]].some((near) => near === undefined || used.has(near));
  // Further columns of figures ("18,600.00  60 %") describe nothing.
  const figures = new Set(
    row.segments
      .slice(1)
      .filter((segment) => !/\p{L}/u.test(segment.text))
      .flatMap((segment) => segment.tokens),
  );
  // "Techniker vor Ort, 6 Std. zu CHF 145.00" with the amount apart: the phrase tells its figures and stays whole.
  const [phrase = null] = row.segments;
  const isTold =
    phrase !== null &&
    numbers.quantity !== null &&
    numbers.price !== null &&
    [...numbers.quantity.tokens, ...numbers.price.tokens].every((token) => phrase.tokens.includes(token)) &&
    !numbers.amount.tokens.some((token) => phrase.tokens.includes(token)) &&
    /\p{L}{3}/u.test(phrase.tokens[0]?.text ?? "");
  const description = tokens.filter(
    (token, index) =>
      (isTold && phrase.tokens.includes(token)) ||
      (!used.has(token) &&
        !figures.has(token) &&
        !isJoint(index) &&
        !(unit?.tokens.includes(token) ?? false)),
  );
  return {
    anchor: row,
    position: null,
    code: null,
    description,
    group: null,
    person: null,
    quantity: numbers.quantity,
    unit,
    price: numbers.price,
    priceBase: null,
    discountPercent: null,
    discountAmount: null,
    amount: numbers.amount,
    gross: null,
    taxRate: null,
    taxCode: null,
    taxAmount: null,
    date: null,
    period: null,
    reference: null,
    tokens,
  };
}
