import { cashStep, currencyCode, minorDigits } from "./currency.ts";
import type { CurrencyCode } from "./currency.ts";
import {
  add,
  decimalToText,
  isEqual,
  negate,
  rescale,
  subtract,
  toDecimal,
  withScaleOfAtLeast,
} from "./decimal.ts";
import type { Decimal, DecimalText, Numeric } from "./decimal.ts";
import { divideFractions, fractionToDecimal, roundFraction } from "./fraction.ts";
import type { Exact } from "./fraction.ts";
import { defaultRounding } from "./rounding.ts";
import type { Rounding } from "./rounding.ts";

/** An amount of one currency, with the scale it was written in. */
export interface Money {
  readonly amount: DecimalText;
  readonly currency: CurrencyCode;
}

/** Money with at least the digits of its currency; further digits stay. Throws on an unknown currency. */
export function money(amount: Numeric, currency: string): Money {
  return { amount: formatAmount(amount, currency), currency: currencyCode(currency) };
}

/** Sum in one currency. Amounts of different currencies are never added: it throws. */
export function addMoney(first: Money, second: Money): Money {
  return money(add(first.amount, second.amount), sharedCurrency(first, second));
}

/** Difference in one currency; throws on two. */
export function subtractMoney(first: Money, second: Money): Money {
  return money(subtract(first.amount, second.amount), sharedCurrency(first, second));
}

export function negateMoney({ amount, currency }: Money): Money {
  return money(negate(amount), currency);
}

/** Rounds an exact value once, to the minor unit of its currency. */
export function roundToCurrency(
  value: Exact,
  currency: string,
  rounding: Rounding = defaultRounding,
): Decimal {
  return fractionToDecimal(value, minorDigits(currency), rounding);
}

/** Rounds to a multiple of a step such as 0.05 and keeps the scale of the step. */
export function roundToStep(value: Exact, step: Numeric, rounding: Rounding = defaultRounding): Decimal {
  const { units, scale } = toDecimal(step);
  return { units: roundFraction(divideFractions(value, step), rounding) * units, scale };
}

/**
 * What is paid in cash for an amount, and the rounding amount (BT-114) that leads there: 107.73 CHF → 107.75, 0.02.
 *
 * Where the currency has no cash step, the amount itself and zero.
 */
export function roundToCash(
  amount: Numeric,
  currency: string,
  rounding: Rounding = defaultRounding,
): { readonly payable: Decimal; readonly roundingAmount: Decimal } {
  const step = cashStep(currency);
  const rounded =
    step === undefined ? roundToCurrency(amount, currency, rounding) : roundToStep(amount, step, rounding);
  const payable = withScaleOfAtLeast(rounded, minorDigits(currency));
  return { payable, roundingAmount: subtract(payable, amount) };
}

/** Count of minor units: 1234.50 USD → 123450n. Throws when the amount is finer than the minor unit: round first. */
export function toMinorUnits(amount: Numeric, currency: string): bigint {
  const digits = minorDigits(currency);
  const { units, scale } = rescale(amount, digits, "down");
  if (!isEqual(amount, { units, scale })) {
    throw new RangeError(`${decimalToText(amount)} is finer than the minor unit of ${currency}`);
  }
  return units;
}

/** Amount of a count of minor units: 123450n USD → 1234.50. */
export function fromMinorUnits(units: bigint, currency: string): Decimal {
  return { units, scale: minorDigits(currency) };
}

/** One minor unit: 0.01 for USD, 1 for JPY. */
export function minorUnit(currency: string): Decimal {
  return fromMinorUnits(1n, currency);
}

/** Plain decimal for messages and formulas: padded to the digits of the currency, never cut, no separators. */
export function formatAmount(amount: Numeric, currency: string): DecimalText {
  return decimalToText(withScaleOfAtLeast(amount, minorDigits(currency)));
}

/** "1087.50 USD", for messages. */
export function formatMoney({ amount, currency }: Money): string {
  return `${formatAmount(amount, currency)} ${currency}`;
}

function sharedCurrency(first: Money, second: Money): CurrencyCode {
  if (first.currency !== second.currency) {
    throw new RangeError(`Two currencies in one sum: ${first.currency} and ${second.currency}`);
  }
  return first.currency;
}
