import { err, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import { defaultRounding, roundQuotient } from "./rounding.ts";
import type { Rounding } from "./rounding.ts";
import { digitNine, digitZero, scaleOf, shortUnitsOf } from "./short-units.ts";

export { scaleOf } from "./short-units.ts";

declare const decimalTextBrand: unique symbol;

/**
 * A decimal number as text in its one canonical spelling: "-1234.50".
 *
 * Minus or nothing, no leading zeros, a point, no exponent, never "-0". Trailing zeros are kept: they are the scale.
 */
export type DecimalText = string & { readonly [decimalTextBrand]: true };

/** An exact decimal, units ÷ 10^scale, with the scale it was written in: 150.0 has units 1500 and scale 1. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Whatever stands for an exact decimal: calculations accept both, and return `Decimal`. */
export type Numeric = Decimal | DecimalText;

/** Numbers longer than this are no amounts; the limit keeps hostile input from costing time. */
const longestNumber = 64;

const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const machineGrammar = /^([+-]?)(\d*)(?:\.(\d*))?$/;

export function isDecimalText(text: string): text is DecimalText {
  return canonical.test(text) && !/^-[0.]+$/.test(text);
}

/**
 * Reads a decimal in the grammar of machines (xsd:decimal): "+1234.50", "-.5", "007", and no other sign or separator.
 *
 * The scale is kept. Printed amounts ("1.234,56", "(12)") are not read here: they need evidence of their locale.
 */
export function parseDecimalText(text: string): Result<DecimalText, DecimalError> {
  if (text.length > longestNumber)
    return err({ code: "money/decimal-too-long", text: text.slice(0, longestNumber) });
  // Programs write nearly all numbers as they are kept.
  if (isDecimalText(text)) return ok(text);
  const parts = machineGrammar.exec(text);
  const whole = parts?.[2] ?? "";
  const fraction = parts?.[3] ?? "";
  if (parts === null || whole + fraction === "") return err({ code: "money/malformed-decimal", text });
  const magnitude = BigInt(whole + fraction);
  return ok(unitsToText(parts[1] === "-" ? -magnitude : magnitude, fraction.length));
}

export type DecimalError =
  | { readonly code: "money/malformed-decimal"; readonly text: string }
  | { readonly code: "money/decimal-too-long"; readonly text: string };

/**
 * Reads a number as programs write floating point ("1.4999999999999999E-2", "2E3"), exactly as it stands.
 *
 * For spreadsheet cells and JSON. Whether its last digits are noise of binary floating point is the reader's question.
 */
export function parseScientificText(text: string): Result<DecimalText, DecimalError> {
  const parts = /^([^eE]+)(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  const mantissa = parseDecimalText(parts?.[1] ?? text);
  if (!mantissa.ok || parts?.[2] === undefined) return mantissa;
  const { units, scale } = decimal(mantissa.value);
  const shifted = scale - Number(parts[2]);
  if (shifted > longestNumber || shifted < -longestNumber)
    return err({ code: "money/decimal-too-long", text });
  return ok(shifted >= 0 ? unitsToText(units, shifted) : unitsToText(units * tenToThe(-shifted), 0));
}

/** The exact decimal that a canonical or machine-written text stands for. Malformed text is a defect: it throws. */
export function decimal(text: DecimalText | string): Decimal {
  return parseShort(text) ?? parseExactly(text);
}

/** Digits with one point at most that a number holds exactly, which nearly all amounts are; `null` for what is longer. */
function parseShort(text: string): Decimal | null {
  const units = shortUnitsOf(text);
  return Number.isNaN(units) ? null : { units: BigInt(units), scale: scaleOf(text) };
}

function parseExactly(text: string): Decimal {
  const canonicalText = isDecimalText(text) ? text : decimalTextOf(text);
  const pointAt = canonicalText.indexOf(".");
  if (pointAt < 0) return { units: BigInt(canonicalText), scale: 0 };
  const units = BigInt(canonicalText.slice(0, pointAt) + canonicalText.slice(pointAt + 1));
  return { units, scale: canonicalText.length - pointAt - 1 };
}

/** Canonical text of a text that is known to be a number, such as a literal in code. Malformed text throws. */
export function decimalText(text: string): DecimalText {
  return isDecimalText(text) ? text : decimalTextOf(text);
}

/** A whole number. Throws unless it is one that is held exactly. */
export function integer(value: number | bigint): Decimal {
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new RangeError(`Not a safe integer: ${value}`);
  return { units: BigInt(value), scale: 0 };
}

/** Canonical text with the scale of the decimal. */
export function decimalToText(value: Numeric): DecimalText {
  return typeof value === "string" ? value : unitsToText(value.units, value.scale);
}

export function toDecimal(value: Numeric): Decimal {
  return typeof value === "string" ? decimal(value) : value;
}

export const zero: Decimal = { units: 0n, scale: 0 };

/** Scale: the larger of both. */
export function add(first: Numeric, second: Numeric): Decimal {
  const one = toDecimal(first);
  const other = toDecimal(second);
  if (one.scale === other.scale) return { units: one.units + other.units, scale: one.scale };
  const [left, right, scale] = aligned(one, other);
  return { units: left + right, scale };
}

/** Scale: the larger of both. */
export function subtract(first: Numeric, second: Numeric): Decimal {
  const [left, right, scale] = aligned(first, second);
  return { units: left - right, scale };
}

/** Exact product; scale: the sum of both. */
export function multiply(first: Numeric, second: Numeric): Decimal {
  const left = toDecimal(first);
  const right = toDecimal(second);
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

export function negate(value: Numeric): Decimal {
  const { units, scale } = toDecimal(value);
  return { units: -units, scale };
}

export function absolute(value: Numeric): Decimal {
  const { units, scale } = toDecimal(value);
  return { units: units < 0n ? -units : units, scale };
}

/** Numeric order: 1.0 and 1.00 compare as 0. */
export function compare(first: Numeric, second: Numeric): -1 | 0 | 1 {
  if (first === second) return 0;
  const one = toDecimal(first);
  const other = toDecimal(second);
  if (one.scale !== other.scale) return compareAligned(one, other);
  if (one.units === other.units) return 0;
  return one.units < other.units ? -1 : 1;
}

function compareAligned(first: Decimal, second: Decimal): -1 | 0 | 1 {
  const [left, right] = aligned(first, second);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Numeric equality: 1.0 equals 1.00. */
export function isEqual(first: Numeric, second: Numeric): boolean {
  if (first === second) return true;
  // Canonical texts of one scale are equal where their letters are.
  if (typeof first === "string" && typeof second === "string" && scaleOf(first) === scaleOf(second))
    return first === second;
  return compare(first, second) === 0;
}

export function isZero(value: Numeric): boolean {
  if (typeof value === "string" && startsAboveZero(value)) return false;
  return toDecimal(value).units === 0n;
}

/** Below zero; zero is not. */
export function isNegative(value: Numeric): boolean {
  if (typeof value === "string" && startsAboveZero(value)) return false;
  return toDecimal(value).units < 0n;
}

/** Above zero; zero is not. */
export function isPositive(value: Numeric): boolean {
  if (typeof value === "string" && startsAboveZero(value)) return true;
  return toDecimal(value).units > 0n;
}

/** Whether the first letter says that a number is above zero: canonical text has no leading zeros. */
function startsAboveZero(text: DecimalText): boolean {
  const first = text.charCodeAt(0);
  return first > digitZero && first <= digitNine;
}

/** Sum of all, at the largest scale among them; zero of scale 0 when there is none. */
export function sum(values: Iterable<Numeric>): Decimal {
  let total = zero;
  // Amounts of one scale add up in a number while it holds the sum exactly.
  let small = 0;
  let scale = -1;
  for (const value of values) {
    const units = typeof value === "string" ? shortUnitsOf(value) : Number.NaN;
    const ownScale = Number.isNaN(units) ? -1 : scaleOf(value as DecimalText);
    if (ownScale < 0) {
      total = add(total, value);
      continue;
    }
    if (ownScale !== scale || !Number.isSafeInteger(small + units)) {
      if (scale >= 0) total = add(total, { units: BigInt(small), scale });
      [small, scale] = [0, ownScale];
    }
    small += units;
  }
  return scale < 0 ? total : add(total, { units: BigInt(small), scale });
}

/** The smallest, as it was written; the first of equals. */
export function minimum(first: Numeric, ...others: readonly Numeric[]): Decimal {
  return toDecimal(others.reduce((least, value) => (compare(value, least) < 0 ? value : least), first));
}

/** The largest, as it was written; the first of equals. */
export function maximum(first: Numeric, ...others: readonly Numeric[]): Decimal {
  return toDecimal(others.reduce((most, value) => (compare(value, most) > 0 ? value : most), first));
}

/** The same number at another scale: padded exactly, or rounded once as named. */
export function rescale(value: Numeric, scale: number, rounding: Rounding = defaultRounding): Decimal {
  if (!Number.isInteger(scale) || scale < 0) throw new RangeError(`Not a scale: ${scale}`);
  const { units, scale: from } = toDecimal(value);
  if (scale >= from) return { units: units * tenToThe(scale - from), scale };
  return { units: roundQuotient(units, tenToThe(from - scale), rounding), scale };
}

/** The same number, padded with zeros to at least this scale; more decimals stay. Never rounds. */
export function withScaleOfAtLeast(value: Numeric, scale: number): Decimal {
  const exact = toDecimal(value);
  return exact.scale >= scale ? exact : rescale(exact, scale);
}

/** The same number at the smallest scale that holds it: 150.0 becomes 150, and 100 stays 100. */
export function withoutTrailingZeros(value: Numeric): Decimal {
  let { units, scale } = toDecimal(value);
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

const powersOfTen = [1n];

/** 10 to a power that is not negative. */
export function tenToThe(exponent: number): bigint {
  for (let power = powersOfTen.length; power <= Math.min(exponent, 64); power += 1) {
    powersOfTen.push((powersOfTen[power - 1] ?? 1n) * 10n);
  }
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}

function decimalTextOf(text: string): DecimalText {
  const parsed = parseDecimalText(text);
  if (!parsed.ok) throw new RangeError(`Not a decimal: ${JSON.stringify(parsed.error.text)}`);
  return parsed.value;
}

function unitsToText(units: bigint, scale: number): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const magnitude = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return (units < 0n ? `-${magnitude}` : magnitude) as DecimalText;
}

function aligned(first: Numeric, second: Numeric): readonly [bigint, bigint, number] {
  const left = toDecimal(first);
  const right = toDecimal(second);
  if (left.scale === right.scale) return [left.units, right.units, left.scale];
  const scale = Math.max(left.scale, right.scale);
  return [left.units * tenToThe(scale - left.scale), right.units * tenToThe(scale - right.scale), scale];
}
