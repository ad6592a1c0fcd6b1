import {
  absolute,
  add,
  decimalText,
  isZero,
  subtract,
  sum,
  toDecimal,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { hundred, isShareOf, isWithin } from "./arithmetic.ts";
import type { ResolvedLine } from "./invoice-lines.ts";
import type { LineTax } from "./line-tax.ts";
import type { TotalsSolution } from "./solve-totals.ts";

/**
 * Rates at which value added or goods and services taxes are charged somewhere; no sales taxes of American places.
 *
 * Source: VAT rates of the European Union and the United Kingdom, Swiss, Norwegian, Indian, Australian, New Zealand,
 * South African, Singaporean and Canadian rates of 2026.
 */
const usualRates: readonly DecimalText[] = [
  "2.6",
  "3.8",
  "4",
  "5",
  "5.5",
  "6",
  "7",
  "8",
  "8.1",
  "9",
  "10",
  "12",
  "13",
  "13.5",
  "14",
  "15",
  "17",
  "18",
  "19",
  "20",
  "21",
  "22",
  "23",
  "24",
  "25",
  "25.5",
  "27",
].map(decimalText);

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
  const difference = subtract(
    absolute(sum(printed.map(toDecimal))),
    absolute(sum(taxes.map(({ value }) => value))),
  );
  return isWithin(difference, zero, lines.length) ? told : null;
}

function rateOfRow({ raw, amount }: ResolvedLine, isGross: boolean): LineTax | null {
  const tax = raw.taxAmount?.reading.value ?? null;
  if (raw.taxAmount === null || tax === null || amount === null || raw.taxRate !== null) return null;
  const rate = rateOf(toDecimal(tax), toDecimal(amount), isGross);
  return rate === null ? null : { rate, tokens: raw.taxAmount.tokens, confidence: implied };
}

/** The rate that the only tax of a paper tells, where it makes it of the whole: "Total 1,188.00, includes GST of 108.00". */
export function rateOfWhole({ taxes, net, gross }: TotalsSolution): LineTax | null {
  const [only, ...others] = taxes;
  if (only === undefined || others.length > 0 || only.candidate.percent !== null || isZero(only.value))
    return null;
  const whole = net ?? gross;
  const rate = whole === null ? null : rateOf(toDecimal(only.value), toDecimal(whole.value), net === null);
  return rate === null ? null : { rate, tokens: only.candidate.tokens, confidence: implied };
}
