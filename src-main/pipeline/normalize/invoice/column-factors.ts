import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { unitBeside } from "./header-units.ts";
import { numbersIn } from "./printed-row.ts";
import type { ItemTable, RawLine } from "./raw-line.ts";
import type { Conventions } from "./spans.ts";
import type { NumberCell } from "./table-cells.ts";

/** Two figures of a row that make its amount. */
interface Pair {
  readonly line: RawLine;
  readonly quantity: NumberCell;
  readonly price: NumberCell;
}

/** Rows that multiply out by the figures of the same two columns, at least, before these hold counts and prices. */
const fewestRows = 2;

/** Pairs of columns that are tried. */
const mostColumns = 12;

/** How far right edges of one column may differ, in letters. */
const widestShift = 0.7;

/**
 * The lines of a table with the counts and prices that its columns hold, whatever stands over them: two figures that
 * make the amount in several rows, each in a column of its own, are its factors in every row where they do. Where no
 * name of a column says which is which, the column without a whole number holds the prices.
 */
export function withColumnFactors(
  { lines, columns }: ItemTable,
  conventions: Conventions,
): readonly RawLine[] {
  const isHeaded = columns.length > 0;
  const pairs = lines.flatMap((line) => pairsOf(line, conventions));
  const best = mostInColumns(pairs);
  if (best.filter(tells).length < fewestRows) return lines;
  const isSwapped =
    isHeaded && best.some(isNamed)
      ? best.some(isNamedSwapped)
      : isWhole(best, "price") && !isWhole(best, "quantity");
  const pairsByLine = new Map(best.map((pair) => [pair.line, pair] as const));
  return lines.map((line) => {
    const pair = pairsByLine.get(line);
    if (pair === undefined) return line;
    const isOpen = line.quantity === null || line.price === null;
    if (!isOpen && isHeaded) return line;
    return withFactors(line, isSwapped ? { ...pair, quantity: pair.price, price: pair.quantity } : pair);
  });
}

/** The pairs that share their two columns with the most others, of columns in which one tells something. */
function mostInColumns(pairs: readonly Pair[]): readonly Pair[] {
  const heads: Pair[] = [];
  for (const pair of pairs) {
    if (heads.length === mostColumns) break;
    if (tells(pair) && !heads.some((head) => isInColumnsOf(head, pair))) heads.push(pair);
  }
  return heads
    .map((head) => pairs.filter((pair) => isInColumnsOf(head, pair)))
    .reduce<readonly Pair[]>((most, group) => (group.length > most.length ? group : most), []);
}

/** The pairs of figures of a row, left to right, that make its amount; a known count or price is one of them. */
function pairsOf(line: RawLine, conventions: Conventions): readonly Pair[] {
  const { anchor, amount, discountPercent, discountAmount } = line;
  if (amount === null || discountPercent !== null || discountAmount !== null) return [];
  const numbers = numbersIn(anchor, conventions).filter(
    ({ reading, tokens }) => !reading.isPercent && !tokens.some((token) => amount.tokens.includes(token)),
  );
  const known = [line.quantity, line.price].flatMap((cell) => cell?.tokens[0] ?? []);
  return numbers.flatMap((quantity, at) =>
    numbers
      .slice(at + 1)
      .map((price): Pair => ({ line, quantity, price }))
      .filter(
        (pair) =>
          known.every((token) => [pair.quantity.tokens[0], pair.price.tokens[0]].includes(token)) &&
          factorsOf(pair).some(closesRow),
      ),
  );
}

const factorsOf = ({ line: { amount }, quantity, price }: Pair): readonly Parameters<typeof closesRow>[0][] =>
  valuesOf(quantity.reading).flatMap((q) =>
    valuesOf(price.reading).flatMap((p) =>
      (amount === null ? [] : valuesOf(amount.reading)).map((a) => ({ quantity: q, price: p, amount: a })),
    ),
  );

const tells = (pair: Pair): boolean =>
  factorsOf(pair).some((factors) => closesRow(factors) && !isTrivialRow(factors));

const isSame = (one: NumberCell, other: NumberCell | null): boolean => one.tokens[0] === other?.tokens[0];

/** Whether the row knows the count of the two as its price, or the price as its count. */
const isNamedSwapped = ({ line, quantity, price }: Pair): boolean =>
  isSame(quantity, line.price) || isSame(price, line.quantity);

/** Whether the row knows one of the two figures by the name of its column. */
const isNamed = ({ line }: Pair): boolean => line.quantity !== null || line.price !== null;

/** Where the digits of a number end. */
const edgeOf = ({ tokens }: NumberCell): number => tokens.findLast(({ text }) => /\d/.test(text))?.right ?? 0;

function isInColumnsOf(one: Pair, other: Pair): boolean {
  const reach = widestShift * (one.price.tokens[0]?.size ?? 0);
  return (
    Math.abs(edgeOf(one.quantity) - edgeOf(other.quantity)) < reach &&
    Math.abs(edgeOf(one.price) - edgeOf(other.price)) < reach
  );
}

/** Whether a column holds a number without decimals. */
const isWhole = (pairs: readonly Pair[], column: "quantity" | "price"): boolean =>
  pairs.some((pair) => pair[column].reading.decimals === 0 && pair[column].reading.currency === null);

function withFactors(line: RawLine, { quantity, price }: Pair): RawLine {
  const used = new Set([...quantity.tokens, ...price.tokens]);
  const isUsed = (cell: NumberCell | null): boolean => cell?.tokens.some((token) => used.has(token)) === true;
  return {
    ...line,
    quantity,
    price,
    unit: line.unit ?? unitBeside(line.anchor, quantity.tokens),
    taxRate: isUsed(line.taxRate) ? null : line.taxRate,
    taxAmount: isUsed(line.taxAmount) ? null : line.taxAmount,
    gross: isUsed(line.gross) ? null : line.gross,
    description: line.description.filter((token) => !used.has(token)),
  };
}
