import { absolute, decimalToText, toDecimal } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { unitBeside } from "./header-units.ts";
import { textOf } from "./layout.ts";
import type { Layout, Row, Token } from "./layout.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import { partedNumbers } from "./parted-numbers.ts";
import type { LabelIndex } from "./printed-labels.ts";
import { blankRawLine } from "./raw-line.ts";
import type { RawLine } from "./raw-line.ts";
import { isFurtherTax, isTaxRow, totalStrength } from "./row-totals.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import type { NumberCell } from "./table-cells.ts";

/** The amount that ends a row: with its currency, its cents or a mark between its digits. */
export function moneyOf(row: Row, conventions: Conventions): NumberCell | null {
  const last = numbersIn(row, conventions)
    .filter(({ reading }) => !reading.isPercent)
    .at(-1);
  return last !== undefined &&
    (last.reading.currency !== null || last.reading.decimals === 2 || last.reading.hasMark)
    ? last
    : null;
}

/** The item of a row in which one number is the product of two others; `isTelling` where that says something. */
export function multipliedLine(
  row: Row,
  conventions: Conventions,
): { readonly line: RawLine; readonly isTelling: boolean } | null {
  const tokens = tokensOf(row);
  const printed = numbersIn(row, conventions).filter(({ reading }) => !reading.isPercent);
  const amount = moneyOf(row, conventions);
  if (amount === null || printed.length > 8 || !/\p{L}{2}/u.test(row.text)) return null;
  for (const numbers of [printed, ...partedNumbers(printed, conventions)]) {
    const line = productIn(row, tokens, numbers, amount);
    if (line !== null) return line;
  }
  return null;
}

/** The item of a row in which one of the numbers is the product of two others; what says something goes first. */
function productIn(
  row: Row,
  tokens: readonly Token[],
  numbers: readonly NumberCell[],
  amount: NumberCell,
): { readonly line: RawLine; readonly isTelling: boolean } | null {
  if (numbers.length < 3) return null;
  let trivial: { readonly line: RawLine; readonly isTelling: boolean } | null = null;
  for (const price of numbers.toReversed()) {
    // The count nearest to its price goes first: "9 Elm Street, 9 visits 64.00".
    for (const quantity of numbers.toSorted((one, other) => distance(one, price) - distance(other, price))) {
      const isSame = [price, quantity].some(({ start }) => start === amount.start) || price === quantity;
      // Where the amount goes before all words, its factors stand behind it.
      if (isSame || (price.start > amount.start && amount.start > 0)) continue;
      // "1,5 Std. (à 60 €)": of two factors without a currency the price has no fewer decimals.
      const isPriced = price.reading.currency !== null || price.reading.decimals >= quantity.reading.decimals;
      if (quantity.reading.currency !== null || !isPriced) continue;
      for (const q of valuesOf(quantity.reading)) {
        for (const p of valuesOf(price.reading)) {
          for (const a of valuesOf(amount.reading)) {
            if (!closesRow({ quantity: q, price: p, amount: a })) continue;
            const isTelling = !isTrivialRow({ quantity: q, price: p, amount: a });
            const made = {
              line: lineOf(row, tokens, { quantity: unbracketed(quantity), price, amount }),
              isTelling,
            };
            if (isTelling) return made;
            trivial ??= made;
          }
        }
      }
    }
  }
  return trivial;
}

/** The item of some words and an amount among them, with the count and price that make it where they are printed. */
export function figuredLine(
  row: Row,
  tokens: readonly Token[],
  own: NumberCell,
  conventions: Conventions,
): RawLine {
  const printed = findNumbers(tokens, conventions).filter(({ reading }) => !reading.isPercent);
  const amount = printed.find(({ tokens: [first] }) => first === own.tokens[0]);
  if (amount === undefined) return { ...blankRawLine(row, tokens), description: tokens, amount: own };
  for (const numbers of [printed, ...partedNumbers(printed, conventions)]) {
    const found = numbers.length > 8 ? null : productIn(row, tokens, numbers, amount);
    if (found !== null && (found.isTelling || isCountedOnce(found.line))) return found.line;
  }
  return lineOf(row, tokens, { quantity: leadingCount(tokens, amount, conventions), price: null, amount });
}

/** "1  101.95  101.95": one of something, its price and its amount in three figures side by side. */
const isCountedOnce = ({ quantity, price, amount }: RawLine): boolean =>
  quantity !== null && price !== null && quantity.end === price.start && price.end === amount?.start;

/** "Outdoor light (2) @ 14.10": brackets around a count are none of a minus. */
function unbracketed(count: NumberCell): NumberCell {
  const { reading, tokens } = count;
  if (!reading.isNegative || tokens[0]?.text.startsWith("(") !== true) return count;
  const readings = reading.readings.map(absoluteText);
  const value = reading.value === null ? null : absoluteText(reading.value);
  return { ...count, reading: { ...reading, value, readings, isNegative: false } };
}

const absoluteText = (value: DecimalText): DecimalText => decimalToText(absolute(toDecimal(value)));

const distance = (one: NumberCell, other: NumberCell): number => Math.abs(one.start - other.start);

/** The item of a row of words and an amount; the words may stand in the rows right above, where the cell broke. */
export function amountLine(
  row: Row,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): RawLine | null {
  const amount = moneyOf(row, conventions);
  const tokens = tokensOf(row);
  // Behind the amount may stand the rate of its tax, or the letter that stands for it.
  const behind = amount === null ? "" : textOf(tokens.slice(amount.end));
  const isLast = /^(?:(?:\d{1,2}(?:[.,]\d{1,3})? ?%|[A-Z]\*?) ?)?$/.test(behind);
  if (amount === null || !isLast) return null;
  const above = /\p{L}{3}/u.test(row.text) ? [] : brokenOffAbove(row, layout, labels, conventions);
  if (!/\p{L}{3}/u.test(textOf([...above, ...tokens]))) return null;
  if (totalStrength(row, labels) >= 0.5 || isTaxRow(row, labels)) return null;
  if (isFurtherTax(row, layout.rows, labels)) return null;
  const line = lineOf(row, tokens, {
    quantity: leadingCount(tokens, amount, conventions),
    price: null,
    amount,
  });
  return { ...line, description: [...above, ...line.description], tokens: [...above, ...tokens] };
}

/** The words of the row right above "365)  288.26", which has none of its own: they begin at the same edge. */
function brokenOffAbove(
  row: Row,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
): readonly Token[] {
  const above = layout.rows[row.index - 1];
  const [words, ...others] = above?.segments ?? [];
  const [rest] = row.segments;
  if (above === undefined || words === undefined || rest === undefined || others.length > 0) return [];
  const isNear = above.page === row.page && row.top - above.bottom < 0.8 * words.size;
  const isBroken =
    isNear && (row.segments.length === 1 || Math.abs(words.left - rest.left) < 0.5 * words.size);
  const isLabel = (labels.get(words) ?? []).some((label) => label.isPlain);
  return isBroken && !isLabel && moneyOf(above, conventions) === null && /\p{L}{3}/u.test(words.text)
    ? words.tokens
    : [];
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
    ...blankRawLine(row, tokens),
    description,
    quantity: numbers.quantity,
    unit,
    price: numbers.price,
    amount: numbers.amount,
  };
}
