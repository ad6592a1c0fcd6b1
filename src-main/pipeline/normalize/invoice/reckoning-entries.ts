import { isZero, toDecimal, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { closesRow, isShareOf, isTrivialRow, valuesOf } from "./arithmetic.ts";
import type { LabelField } from "../labels/index.ts";
import type { Layout, Row } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { hasMoney, numbersIn } from "./printed-row.ts";
import { carriesForward, isFurtherTax, isTaxRow, totalStrength } from "./row-totals.ts";
import type { Conventions } from "./spans.ts";
import type { NumberCell } from "./table-cells.ts";

/** One amount of money with what the words of its row say of it. */
export interface Entry {
  readonly row: Row;
  readonly number: NumberCell;
  readonly value: Decimal;
  /** How surely the words name a sum; 0 where they do not. */
  readonly strength: number;
  readonly isTax: boolean;
  readonly isCharge: boolean;
  /** Something was paid or is held back: no part of what is billed. */
  readonly isSettled: boolean;
  /** No words stand in its row or close to it: a figure of a grid. */
  readonly isBare: boolean;
  /** No other number stands in its row. */
  readonly isAlone: boolean;
  /** Whether a rate that is printed in the row makes the amount of one of these, to the cent. */
  readonly isRateOf: (bases: readonly Decimal[]) => boolean;
}

/** All money of a row: with its cents or its currency. */
export function moneyEntries(
  row: Row,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): readonly Entry[] {
  const numbers = numbersIn(row, conventions);
  const money = numbers.filter(
    ({ reading }) =>
      !reading.isPercent && reading.value !== null && (reading.decimals === 2 || reading.currency !== null),
  );
  const amountOf = ({ reading }: NumberCell): Decimal =>
    reading.value === null ? zero : toDecimal(reading.value);
  if (money.length === 0) return [];
  const named = withWords(row, layout);
  const rates = named.flatMap((own) =>
    numbersIn(own, conventions).flatMap(({ reading }) =>
      reading.isPercent && reading.value !== null && !isZero(reading.value) ? [toDecimal(reading.value)] : [],
    ),
  );
  const says = (least: number, ...fields: readonly LabelField[]): boolean =>
    named.some((own) =>
      own.segments.some((segment) =>
        (labels.get(segment) ?? []).some(
          (label) => label.start <= 1 && fields.some((field) => weightOf(label, field) >= least),
        ),
      ),
    );
  const words = {
    strength: Math.max(
      ...named.map((own) => Math.max(totalStrength(own, labels), carriesForward(own, labels) ? 1 : 0)),
    ),
    isTax:
      named.some((own) => isTaxRow(own, labels)) ||
      says(0.5, "tax") ||
      isFurtherTax(row, layout.rows, labels),
    isCharge: says(0.7, "charge", "discount"),
    isBare: !hasWordsNear(row, layout),
    isAlone: numbers.length === 1,
    isSettled: says(0.7, "prepaid", "retention", "withholding", "open-balance"),
  };
  return money.map((number) => {
    const value = amountOf(number);
    // "21 %  1,000.00  210.00": a row of the taxes by rate prints what its tax is on.
    const beside = money.flatMap((one) => (one === number ? [] : [amountOf(one)]));
    const isRateOf = (bases: readonly Decimal[]): boolean =>
      rates.some((rate) => [...bases, ...beside].some((base) => isShareOf(value, base, rate, 1)));
    return { row, number, value, ...words, isRateOf };
  });
}

/** A row, and where it has no words of its own the rows of words that stand close above and below it: a cell broke. */
function withWords(row: Row, layout: Layout): readonly Row[] {
  if (/\p{L}{2}/u.test(row.text)) return [row];
  const near = [layout.rows[row.index - 1], layout.rows[row.index + 1]].filter(
    (other): other is Row =>
      other !== undefined &&
      other.page === row.page &&
      other.segments.length === 1 &&
      /\p{L}{2}/u.test(other.text) &&
      !hasMoney(other.text) &&
      Math.abs(other.top - row.top) < 1.1 * (row.bottom - row.top),
  );
  return [row, ...near];
}

const hasWords = ({ text }: Row): boolean => /\p{L}{3}/u.test(text);

/** Whether a row or one right above or below it says anything. */
const hasWordsNear = (row: Row, layout: Layout): boolean =>
  hasWords(row) ||
  [layout.rows[row.index - 1], layout.rows[row.index + 1]].some(
    (other) =>
      other !== undefined &&
      other.page === row.page &&
      hasWords(other) &&
      Math.abs(other.top - row.top) < 1.6 * (row.bottom - row.top),
  );

/** Where the digits of an amount end. */
const rightOf = ({ number }: Entry): number =>
  number.tokens.findLast(({ text }) => /\d/.test(text))?.right ?? 0;

/** Amounts that share their right edge, over all pages, each group from top to bottom. */
export function columnsOfMoney(entries: readonly Entry[], layout: Layout): readonly (readonly Entry[])[] {
  const height = layout.pages[0]?.height ?? 0.012;
  const groups: Entry[][] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const entry of entries.toSorted((one, other) => rightOf(one) - rightOf(other))) {
    if (rightOf(entry) - edge > 0.7 * height) groups.push([]);
    edge = rightOf(entry);
    groups.at(-1)?.push(entry);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) =>
      group.toSorted(
        (one, other) => one.row.index - other.row.index || one.number.start - other.number.start,
      ),
    );
}

/** The last amount of each row, however it is aligned. */
export const lastOfRows = (entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [entry.row.index, entry] as const)).values(),
];

/** Numbers before a price among which its count may stand. */
const nearest = 4;

/** Amounts behind a factor of one: its price may stand between. */
const nextAmounts = 2;

/**
 * All amounts as they are read, over the ends of lines, without the counts and prices that make an amount behind them:
 * sentences such as "1.5 hrs at $200.00 — $300.00".
 */
export function inReadingOrder(
  entries: readonly Entry[],
  layout: Layout,
  conventions: Conventions,
): readonly Entry[] {
  const numbers = layout.rows.flatMap((row) => numbersIn(row, conventions));
  const places = new Map(numbers.map((number, at) => [number.tokens[0], at] as const));
  const placeOf = ({ number }: Entry): number => places.get(number.tokens[0]) ?? -1;
  return entries.filter((entry, index) => {
    const at = placeOf(entry);
    return !entries.slice(index + 1, index + 1 + nextAmounts).some((amount) => {
      const makes = (quantity: DecimalText): boolean => {
        const factors = { quantity, price: entry.value, amount: amount.value };
        return closesRow(factors) && (!isTrivialRow(factors) || amount.row === entry.row);
      };
      const [before, between] = [
        numbers.slice(Math.max(0, at - nearest), Math.max(0, at)),
        numbers.slice(at + 1, placeOf(amount)),
      ];
      return [...before, ...between].some(({ reading }) => valuesOf(reading).some(makes));
    });
  });
}
