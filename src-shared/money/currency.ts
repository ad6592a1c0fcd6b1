import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import { cashSteps, currencyTable } from "./currency-table.ts";
import { decimalText } from "./decimal.ts";
import type { DecimalText } from "./decimal.ts";

declare const currencyCodeBrand: unique symbol;

/** An ISO 4217 code in capitals in which money can be held: "USD". Gold, testing and "no currency" are none. */
export type CurrencyCode = string & { readonly [currencyCodeBrand]: true };

export interface Currency {
  readonly code: CurrencyCode;
  /** Three digits: "840". */
  readonly numericCode: string;
  readonly name: string;
  /** Decimal digits of the minor unit: 0 for JPY, 2 for USD, 3 for KWD. */
  readonly minorDigits: number;
  /** Month in which ISO withdrew the code ("2023-01" for HRK); older documents still use it. */
  readonly withdrawn: string | undefined;
}

/** All currencies in which money can be held, by code and in the order of their codes. */
export const currenciesByCode: ReadonlyMap<string, Currency> = new Map(
  currencyTable.flatMap(([code, numericCode, minorDigits, name, withdrawn]) =>
    minorDigits === null
      ? []
      : [[code, { code: code as CurrencyCode, numericCode, name, minorDigits, withdrawn }] as const],
  ),
);

/** True for a code in capitals that ISO lists, or listed until lately, as a currency or fund. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return currenciesByCode.has(text);
}

/** Reads a code in capitals or not, with blanks around it. Symbols ("$") are not read here: they need evidence. */
export function parseCurrencyCode(text: string): Result<CurrencyCode, CurrencyError> {
  const code = text.trim().toUpperCase();
  return isCurrencyCode(code) ? ok(code) : err({ code: "money/unknown-currency", text });
}

export interface CurrencyError {
  readonly code: "money/unknown-currency";
  readonly text: string;
}

/** A code that is known to be one, such as a literal in code. Throws otherwise. */
export function currencyCode(text: string): CurrencyCode {
  return findCurrency(text).code;
}

/** Decimal digits of the minor unit by ISO 4217. Throws on a code that is none. */
export function minorDigits(code: string): number {
  return findCurrency(code).minorDigits;
}

/** Smallest step payable in cash where it is coarser than the minor unit: "0.05" for CHF. */
export function cashStep(code: string): DecimalText | undefined {
  const step = cashSteps[code];
  return step === undefined ? undefined : decimalText(step);
}

function findCurrency(code: string): Currency {
  const currency = currenciesByCode.get(code);
  if (currency === undefined) throw new RangeError(`Not a currency: ${JSON.stringify(code)}`);
  return currency;
}
