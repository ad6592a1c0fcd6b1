import {
  absolute,
  add,
  decimalText,
  isEqual,
  isZero,
  sum,
  toDecimal,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { hundred, isShareOf, isWithin, valuesOf } from "./arithmetic.ts";
import type { ResolvedLine } from "./invoice-lines.ts";
import type { Row } from "./layout.ts";
import type { LineTax } from "./line-tax.ts";
import { numbersIn } from "./printed-row.ts";
import type { TotalsSolution } from "./solve-totals.ts";
import type { Conventions } from "./spans.ts";
import type { Survey } from "./survey.ts";
import { isHighestRate, usualRates } from "./usual-rates.ts";

/** What is told by two amounts and no percentage is never as sure as a printed rate. */
const implied = 0.85;

/** The one usual rate that makes a printed tax of a printed amount, to the cent; `null` for none or several. */
function rateOf(tax: Decimal, amount: Decimal, includesTax: boolean): DecimalText | null {
  if (isZero(amount)) return null;
  if (isZero(tax)) return decimalText("0");
  const fitting = usualRates.filter((rate) =>
    isShareOf(
      absolute(tax),
      absolute(amount),
      rate,
      1,
      includesTax ? add(hundred, toDecimal(rate)) : hundred,
    ),
  );
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? null : only;
}

/**
 * The rates that the taxes printed in the rows tell, where no row prints a rate: "1,400.00  140.00  1,540.00". `null` where
 * the rows do not print all of the tax of the paper, as in a column of one of two taxes.
 */
export function ratesOfRows(
  lines: readonly ResolvedLine[],
  { taxes }: TotalsSolution,
  isGross: boolean,
): readonly LineTax[] | null {
  const told = lines.flatMap((line) => rateOfRow(line, isGross) ?? []);
  const printed = lines.flatMap(({ raw }) => raw.taxAmount?.reading.value ?? []);
  if (lines.length === 0 || told.length < lines.length || taxes.length === 0) return null;
  const [inRows, below] = [printed, taxes.map(({ value }) => value)].map((one) => absolute(sum(one)));
  return inRows !== undefined && below !== undefined && isWithin(inRows, below, lines.length) ? told : null;
}

function rateOfRow({ raw, amount }: ResolvedLine, isGross: boolean): LineTax | null {
  const tax = raw.taxAmount?.reading.value ?? null;
  if (raw.taxAmount === null || tax === null || amount === null || raw.taxRate !== null) return null;
  const rate = rateOf(toDecimal(tax), toDecimal(amount), isGross);
  return rate === null ? null : { rate, tokens: raw.taxAmount.tokens, confidence: implied };
}

/**
 * The rate that the only tax of a paper tells of each of its lines, where it makes that tax of the whole: "Total 1,188.00,
 * includes GST of 108.00". A whole at 10 % may be one half at 20 % and one of nothing: the rate is told only where it is
 * printed in the row above or below, where the whole is one line, or where no line could bear more.
 */
export function rateOfWhole(
  lines: readonly ResolvedLine[],
  { taxes, net, gross }: TotalsSolution,
  { layout, signs }: Survey,
): LineTax | null {
  const [only, ...others] = taxes;
  if (only === undefined || others.length > 0 || only.candidate.percent !== null || isZero(only.value))
    return null;
  const whole = net ?? gross;
  const rate = whole === null ? null : rateOf(toDecimal(only.value), toDecimal(whole.value), net === null);
  if (whole === null || rate === null) return null;
  const { tokens, row } = only.candidate;
  const isPrinted = [layout.rows[row.index - 1], layout.rows[row.index + 1]].some(
    (beside) => beside !== undefined && printsRate(beside, rate, signs.conventions),
  );
  const isOnEach = lines.length === 1 || isHighestRate(rate, signs.countries);
  return isPrinted || (isOnEach && makeUp(lines, toDecimal(whole.value)))
    ? { rate, tokens, confidence: implied }
    : null;
}

const printsRate = (row: Row, rate: DecimalText, conventions: Conventions): boolean =>
  numbersIn(row, conventions).some(
    ({ reading }) => reading.isPercent && valuesOf(reading).some((value) => isEqual(value, rate)),
  );

/** Whether lines of one sign make up a whole: nothing is taken off that may bear another rate. */
function makeUp(lines: readonly ResolvedLine[], whole: Decimal): boolean {
  const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [toDecimal(amount)]));
  const isOneSign = amounts.every(({ units }) => units >= 0n) || amounts.every(({ units }) => units <= 0n);
  return (
    amounts.length === lines.length &&
    isOneSign &&
    isWithin(absolute(sum(amounts)), absolute(whole), lines.length)
  );
}
