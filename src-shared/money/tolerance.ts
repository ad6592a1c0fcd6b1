import {
  absolute,
  compare,
  decimalToText,
  integer,
  maximum,
  minimum,
  multiply,
  rescale,
  subtract,
  zero,
} from "./decimal.ts";
import type { Decimal, DecimalText, Numeric } from "./decimal.ts";
import { minorDigits } from "./currency.ts";
import { fromMinorUnits } from "./money.ts";

/** What one direction may deviate. A blank is zero, never infinite, in every field: without a cap nothing is allowed. */
export interface Allowance {
  /** Of the absolute expected amount: "2.5" is 2.5 %. */
  readonly percent?: DecimalText | null;
  /** Allowed however small the expected amount is. */
  readonly floor?: DecimalText | null;
  /** Never allowed beyond this, however large the expected amount is; blank allows nothing. */
  readonly cap?: DecimalText | null;
}

/** Deviations allowed above and below the expected amount, set apart from each other. */
export interface Tolerance {
  readonly over?: Allowance;
  readonly under?: Allowance;
}

export const noTolerance: Tolerance = {};

/** The same fixed amount in both directions, whatever is expected. */
export function fixedTolerance(amount: DecimalText): Tolerance {
  const allowance: Allowance = { floor: amount, cap: amount };
  return { over: allowance, under: allowance };
}

/** min(max(percent × |expected|, floor), cap), exactly; never below zero. */
export function allow(allowance: Allowance | undefined, expected: Numeric): Decimal {
  const { percent, floor, cap } = allowance ?? {};
  const hundredth: Decimal = { units: 1n, scale: 2 };
  const share = multiply(multiply(percent ?? zero, hundredth), absolute(expected));
  return maximum(minimum(maximum(share, floor ?? zero), cap ?? zero), zero);
}

/** The narrowest scope that says anything: pass line, agreement, customer, workspace, in this order. */
export function narrowestTolerance(scopes: readonly (Tolerance | null | undefined)[]): Tolerance {
  return scopes.find((scope) => scope !== null && scope !== undefined) ?? noTolerance;
}

export interface Deviation {
  /** "within" deviates, but is allowed; "equal" does not deviate at all. */
  readonly is: "equal" | "within" | "over" | "under";
  /** found − expected. */
  readonly difference: Decimal;
  /** What its direction allowed; for "equal" the allowance over. */
  readonly allowed: Decimal;
}

/** Compares a found amount with the expected one; exactly the allowance is still within. */
export function compareWithin(tolerance: Tolerance, expected: Numeric, found: Numeric): Deviation {
  const difference = subtract(found, expected);
  const direction = compare(difference, zero);
  const allowed = allow(direction < 0 ? tolerance.under : tolerance.over, expected);
  if (direction === 0) return { is: "equal", difference, allowed };
  if (compare(absolute(difference), allowed) <= 0) return { is: "within", difference, allowed };
  return { is: direction > 0 ? "over" : "under", difference, allowed };
}

/** What rounding of n lines may add up to in one document: min(5, ⌈n ÷ 2⌉) minor units. */
export function documentSlack(lineCount: number, currency: string): Decimal {
  const half = Math.floor((lineCount + 1) / 2);
  return fromMinorUnits(BigInt(Math.min(5, Math.max(0, half))), currency);
}

/** Rounding of n lines without a limit: n halves of a minor unit, as the derivation of a tolerance. */
export function roundingBound(lineCount: number, currency: string): Decimal {
  const { units, scale } = multiply(integer(lineCount), fromMinorUnits(1n, currency));
  return { units: units * 5n, scale: scale + 1 };
}

/** What was allowed above and below, to be kept with a finding: cut to the minor unit, so that it never grows. */
export function allowedAmounts(
  tolerance: Tolerance,
  expected: Numeric,
  currency: string,
): { readonly over: DecimalText; readonly under: DecimalText } {
  const text = (allowance: Allowance | undefined): DecimalText =>
    decimalToText(rescale(allow(allowance, expected), minorDigits(currency), "down"));
  return { over: text(tolerance.over), under: text(tolerance.under) };
}
