import { decimalText, decimalToText, negate } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { splitCurrency } from "./currency.ts";
import type { CurrencyReading } from "./currency.ts";
import { plainText } from "./fold.ts";

export type DecimalMark = "." | ",";

/** Which mark a document (or a column of it) uses for decimals, and what says so. */
export interface NumberConvention {
  /** `null` while nothing printed decides: "1.234" then has two readings. */
  readonly decimal: DecimalMark | null;
  /** `prior` is a mere habit of country or language: what only it decides is asked, not used. */
  readonly basis: "evidence" | "prior" | "mixed" | "none";
}

export const openConvention: NumberConvention = { decimal: null, basis: "none" };

/** A printed number with everything it may mean. */
export interface NumberReading {
  /** `null` when several readings stay open. Sign included. */
  readonly value: DecimalText | null;
  /** All readings that the print allows, the likelier first; one entry when it is plain. */
  readonly readings: readonly DecimalText[];
  /** Printed decimals of the first reading: 2 for "12.50", 0 for "12". */
  readonly decimals: number;
  /** A mark that groups or splits digits, a sign or a currency stands in it: hardly a count or a position. */
  readonly hasMark: boolean;
  readonly isPercent: boolean;
  readonly currency: CurrencyReading | null;
  /** The sign as printed, even where the value is zero or undecided. */
  readonly isNegative: boolean;
  /** What leaves the value open, where it is not the meaning of a mark: two readings of the same ink. */
  readonly doubt?: "ink";
}

/** A number whose ink was read in two ways: open between them, unless both mean the same. */
export function eitherReading(one: NumberReading, other: NumberReading | null): NumberReading {
  const values = (reading: NumberReading): readonly DecimalText[] =>
    reading.value === null ? reading.readings : [reading.value];
  if (other === null || values(other).every((value) => values(one).includes(value))) return one;
  return { ...one, value: null, readings: [...new Set([...values(one), ...values(other)])], doubt: "ink" };
}

/**
 * Reads one printed number with its sign, currency and percent mark. `null` when the text is no number.
 *
 * Takes "1.234,56", "1'234.50", "(123.45)", "123.45-", "12,34,567.89", "120.–", "EUR 12", "50,00 CR", "19 %".
 * "1.234" alone has two readings and the convention decides; an open convention leaves its value `null`.
 */
export function parseAmount(
  text: string,
  convention: NumberConvention = openConvention,
): NumberReading | null {
  if (text.length > 48 || !/\d/.test(text)) return null;
  const trimmed = withFractionSigns(plainText(text)).trim();
  const sign = splitSign(trimmed);
  const money = splitCurrency(sign.rest);
  const inner = splitSign(money.rest);
  const percent = /^(.*\d)\s?%$/.exec(inner.rest);
  const core = (percent?.[1] ?? inner.rest).replace(/^\*+|\*+$/g, "").trim();
  // "(5 %)" is a remark, not a minus.
  const isRemark = percent !== null && /^\(.*\)$/.test(trimmed);
  const isNegative = !isRemark && sign.isNegative !== inner.isNegative;
  const body = parseDigits(core, convention);
  if (body === null) return null;
  const signed = (value: DecimalText): DecimalText => (isNegative ? decimalToText(negate(value)) : value);
  return {
    value: body.value === null ? null : signed(body.value),
    readings: body.readings.map(signed),
    decimals: body.decimals,
    hasMark: body.hasMark || isNegative || money.currency !== null,
    isPercent: percent !== null,
    currency: money.currency,
    isNegative,
  };
}

/** Reads "19 %", "8.25%", "19,00 v.H." or a bare rate from a rate column. The value is in percent. */
export function parsePercent(
  text: string,
  convention: NumberConvention = openConvention,
): NumberReading | null {
  const reading = parseAmount(
    text.replace(/(?:percent|prozent|v\.\s?h\.|pour cent|per cento|por ciento)\s*$/i, "%"),
    convention,
  );
  return reading === null || reading.currency !== null ? null : reading;
}

function splitSign(text: string): { readonly rest: string; readonly isNegative: boolean } {
  const bracketed = /^\(\s*(.+?)\s*\)$/.exec(text);
  if (bracketed?.[1] !== undefined) return { rest: bracketed[1], isNegative: true };
  const leading = /^-\s?(?=[\d.,(€$£¥A-Za-z*])(.+)$/.exec(text);
  if (leading?.[1] !== undefined) return { rest: leading[1], isNegative: true };
  // "120.-" and "120,--" are whole amounts; "120-" and "12.50-" are negative ones.
  const trailing = /^(.*\d)\s?-$/.exec(text);
  if (trailing?.[1] !== undefined) return { rest: trailing[1], isNegative: true };
  const credit = /^(.*\d)\s?CR\.?$/i.exec(text);
  if (credit?.[1] !== undefined) return { rest: credit[1], isNegative: true };
  return { rest: text.replace(/^\+\s?/, ""), isNegative: false };
}

interface Digits {
  readonly value: DecimalText | null;
  readonly readings: readonly DecimalText[];
  readonly decimals: number;
  readonly hasMark: boolean;
}

const mixedNumber = /(?<![\d/.,])(\d{1,4}) (1\/2|1\/4|3\/4)(?![\d/])/g;
const signOf: Readonly<Record<string, string>> = { "1/2": "½", "1/4": "¼", "3/4": "¾" };

/** "3 1/4" as "3¼", blanks before it, so that all else keeps its place. */
export const withFractionSigns = (text: string): string =>
  text.replace(mixedNumber, (whole, number: string, parts: string) =>
    `${number}${signOf[parts] ?? ""}`.padStart(whole.length),
  );

const vulgarFractions: Readonly<Record<string, string>> = { "½": "5", "¼": "25", "¾": "75" };

function parseDigits(text: string, convention: NumberConvention): Digits | null {
  const vulgar = /^(\d{0,4})\s?([½¼¾])$/.exec(text);
  if (vulgar !== null) return plain(vulgar[1] || "0", vulgarFractions[vulgar[2] ?? ""] ?? "", true);
  const dashed = /^([\d.,' ]*\d)[.,]\s?-{1,2}$/.exec(text);
  if (dashed?.[1] !== undefined) {
    const whole = ungroup(dashed[1]);
    return whole === null ? null : plain(whole, "00", true);
  }
  if (!/^(?:\d[\d.,' ]*\d|\d|[.,]\d+)$/.test(text) || /[.,' ]{2}/.test(text)) return null;
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (points === 0 && commas === 0) {
    const whole = ungroup(text);
    return whole === null ? null : plain(whole, "", whole !== text);
  }
  const last: DecimalMark = text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  const head = text.slice(0, text.lastIndexOf(last));
  const tail = text.slice(text.lastIndexOf(last) + 1);
  if (/[' ]/.test(tail)) return null;
  const countOfLast = last === "." ? points : commas;
  if (points > 0 && commas > 0) {
    if (countOfLast > 1) return null;
    const whole = ungroup(head);
    return whole === null ? null : plain(whole, tail, true);
  }
  if (countOfLast > 1) {
    const whole = ungroup(text);
    return whole === null ? null : plain(whole, "", true);
  }
  const whole = head === "" ? "0" : ungroup(head);
  if (whole === null) return null;
  const isOpen = tail.length === 3 && /^[1-9]\d{0,2}$/.test(head);
  if (!isOpen) return plain(whole, tail, true);
  const asDecimal = decimalText(`${whole}.${tail}`);
  const asWhole = decimalText(`${whole}${tail}`);
  if (convention.decimal === last)
    return { value: asDecimal, readings: [asDecimal, asWhole], decimals: 3, hasMark: true };
  if (convention.decimal !== null)
    return { value: asWhole, readings: [asWhole, asDecimal], decimals: 0, hasMark: true };
  return { value: null, readings: [asWhole, asDecimal], decimals: 0, hasMark: true };
}

function plain(whole: string, fraction: string, hasMark: boolean): Digits {
  const value = decimalText(fraction === "" ? whole : `${whole}.${fraction}`);
  return { value, readings: [value], decimals: fraction.length, hasMark };
}

// Digits without their group marks; null when the groups are none (three each, or Indian two-two-three).
function ungroup(text: string): string | null {
  const mark = /[.,' ]/.exec(text)?.[0];
  if (mark === undefined) return text;
  const groups = text.split(mark);
  const [first = "", ...rest] = groups;
  if (groups.some((group) => !/^\d+$/.test(group)) || first.length > 3) return null;
  const last = rest.at(-1) ?? "";
  const isWestern = rest.every((group) => group.length === 3);
  const isIndian =
    last.length === 3 && first.length <= 2 && rest.slice(0, -1).every((group) => group.length === 2);
  const joined = groups.join("");
  return isWestern || isIndian ? joined : null;
}

/** What one printed number says about the decimal mark; 0 for none. Positive speaks for the point. */
function voteOf(token: string): number {
  const text = plainText(token)
    .replace(/^[-+(*]+|[-)*]+$/g, "")
    .trim();
  const { rest } = splitCurrency(text);
  const digits = rest.trim();
  if (!/^\d[\d.,' ]*\d$/.test(digits) || digits.includes("%")) return 0;
  const both = /^[\d' ]*\d(?:[.,][\d.,]*)?([.,])\d+$/.exec(digits);
  if (both === null) return 0;
  const mark = both[1] as DecimalMark;
  const other = mark === "." ? "," : ".";
  const count = digits.split(mark).length - 1;
  const tail = digits.slice(digits.lastIndexOf(mark) + 1);
  const sign = mark === "." ? 1 : -1;
  if (digits.includes(other))
    return count === 1 && parseDigits(digits, openConvention) !== null ? 4 * sign : 0;
  if (count > 1) return ungroup(digits) === null ? 0 : -3 * sign;
  if (/[' ]/.test(digits)) return parseDigits(digits, openConvention) === null ? 0 : 3 * sign;
  if (tail.length === 3) return /^0[.,]/.test(digits) ? sign : 0;
  // Two decimals are the shape of money; "2.1" and "12.3456" may be a clause or an identifier.
  return tail.length === 2 ? sign : 0.3 * sign;
}

/**
 * The decimal mark of a document by the votes of its numbers.
 *
 * Pass whole printed numbers (dates, phone numbers and identifiers left out as far as they are known). Both sides
 * voting in earnest is `mixed` and leaves the mark open.
 */
export function numberConventionOf(tokens: Iterable<string>): NumberConvention {
  let point = 0;
  let comma = 0;
  for (const token of tokens) {
    const vote = voteOf(token);
    if (vote > 0) point += vote;
    else comma -= vote;
  }
  if (point === 0 && comma === 0) return openConvention;
  const [more, less, decimal]: readonly [number, number, DecimalMark] =
    point >= comma ? [point, comma, "."] : [comma, point, ","];
  if (less * 6 > more) return { decimal: null, basis: "mixed" };
  return { decimal, basis: "evidence" };
}
