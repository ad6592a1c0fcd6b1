import {
  absolute,
  compareFractions,
  decimalToText,
  defaultRounding,
  formatAmount,
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  isFraction,
  isNegative,
  minorDigits,
  rescale,
  scaleOf,
  subtract,
  toDecimal,
  toFraction,
} from "../money/index.ts";
import type { DecimalText, Exact, Fraction, Numeric, Rounding } from "../money/index.ts";

/** How an amount is rounded: to the minor unit of its currency, unless the agreement names other places. */
export interface Precision {
  readonly currency: string;
  readonly rounding?: Rounding;
  /** Decimal places instead of the currency's own. */
  readonly places?: number;
}

/** An amount with the way that leads to it. */
export interface Computed {
  /** Rounded once, at the end. */
  readonly value: DecimalText;
  readonly exact: Fraction;
  /** The exact value as text, up to ten decimals: "815.955", "33.333333…". */
  readonly exactText: string;
  readonly rounding: Rounding;
  /** The formula with its numbers filled in: "40 × (165.00 − 150.00) = 600.00". */
  readonly formula: string;
}

/** One of several ways to read a term, by name, with what it gives. */
export interface Reading<Name extends string = string> {
  readonly reading: Name;
  readonly computed: Computed;
}

/** Rounds an exact value once and completes its formula: "a × b" becomes "a × b = exact ≈ rounded". */
export function computeAmount(expression: string, exact: Exact, precision: Precision): Computed {
  const rounding = precision.rounding ?? defaultRounding;
  const { rounded, isExact } = roundTo(exact, precision);
  const isRounded = !isExact && compareFractions(exact, rounded) !== 0;
  const exactText = isRounded ? exactNumberText(exact) : decimalToText(rounded);
  return {
    value: decimalToText(rounded),
    // Nearly nobody asks for it, and lowest terms take long to find.
    get exact() {
      return toFraction(exact);
    },
    exactText,
    rounding,
    formula: `${expression} = ${isRounded ? `${exactText.replace("-", "−")} ≈ ` : ""}${shownNumber(rounded)}`,
  };
}

/** The amount alone, rounded once: for comparing, where nobody reads the way that leads to it. */
export const roundAmount = (exact: Exact, precision: Precision): DecimalText =>
  decimalToText(roundTo(exact, precision).rounded);

function roundTo(
  exact: Exact,
  { currency, rounding = defaultRounding, places = minorDigits(currency) }: Precision,
): { readonly rounded: Numeric; readonly isExact: boolean } {
  // Printed amounts have the places of their currency as a rule: they are their own rounding.
  if (typeof exact === "string" && scaleOf(exact) === places) return { rounded: exact, isExact: true };
  const whole = isFraction(exact) ? null : toDecimal(exact);
  if (whole !== null && whole.scale <= places) return { rounded: rescale(whole, places), isExact: true };
  return { rounded: fractionToDecimal(exact, places, rounding), isExact: false };
}

/** The readings whose rounded value is the found amount, in their order: what would explain an invoice to the cent. */
export function readingsThatGive<Name extends string>(
  readings: readonly Reading<Name>[],
  found: Numeric,
): readonly Reading<Name>[] {
  return readings.filter(({ computed }) => isEqual(computed.value, found));
}

/** found − expected, as a formula: "1087.50 − 1000.00 = 87.50". */
export function amountDifference(found: Numeric, expected: Numeric, precision: Precision): Computed {
  const expression = `${shownAmount(found, precision)} − ${operand(shownAmount(expected, precision))}`;
  return computeAmount(expression, subtract(found, expected), precision);
}

/** A number in a formula: the scale it has, with a true minus sign. */
export function shownNumber(value: Numeric): string {
  return decimalToText(value).replace("-", "−");
}

/** An amount in a formula: at least the digits of its currency. */
export function shownAmount(value: Numeric, { currency }: Precision): string {
  return formatAmount(value, currency).replace("-", "−");
}

/** "9.975 %". */
export function shownPercent(value: Numeric): string {
  return `${shownNumber(value)} %`;
}

/** A number after an operator: a negative one stands in parentheses. */
export function operand(shown: string): string {
  return shown.startsWith("−") ? `(${shown})` : shown;
}

/** " ÷ 1000", or nothing for a price base of one. */
export function shownDivisor(base: Numeric | null | undefined): string {
  return base === null || base === undefined || isEqual(base, one) ? "" : ` ÷ ${shownNumber(base)}`;
}

/** Joins terms of a sum by their signs: "100.00 − 20.00 + 5.00". */
export function shownSum(terms: readonly Numeric[], precision: Precision): string {
  return terms
    .map((term, index) => {
      if (index === 0) return shownAmount(term, precision);
      return `${isNegative(term) ? " − " : " + "}${shownAmount(absolute(term), precision)}`;
    })
    .join("");
}

const one = { units: 1n, scale: 0 };

const mostDecimalsShown = 10;
const decimalsOfEndlessShown = 6;

function exactNumberText(exact: Exact): string {
  const decimal = fractionToExactDecimal(exact);
  if (decimal !== undefined && decimal.scale <= mostDecimalsShown) return decimalToText(decimal);
  // A number that rounds down to zero keeps its sign nowhere; the rounded amount beside it says the rest.
  return `${decimalToText(fractionToDecimal(exact, decimalsOfEndlessShown, "down"))}…`;
}
