import { decimalToText, toDecimal } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Period } from "../../../../src-shared/time/index.ts";
import {
  eitherReading,
  findDates,
  findPeriods,
  isPlainCurrencyCode,
  parseAmount,
  parseCurrency,
} from "../values/index.ts";
import type {
  DateConvention,
  DateReading,
  NumberConvention,
  NumberReading,
  PeriodReading,
} from "../values/index.ts";
import { otherTextOf, textOf } from "./layout.ts";
import type { Token } from "./layout.ts";

/** How the document writes numbers and dates. */
export interface Conventions {
  readonly number: NumberConvention;
  readonly date: DateConvention;
}

/** A typed value in a run of tokens; numbers count from 0, the end is exclusive. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly reading: T;
}

const numberPart = /^[-–−+(]?[€$£¥₹*]{0,3}[-–−(]?[\d.,'’]*\d[\d.,'’]*[-–—)%€$£¥₹*]{0,3}[:;,]?$/;

/** A mark of the sentence behind an amount. "2.10." may be a clause; "834,90." and "$12.50." are amounts. */
const punctuationBehind =
  /(?<=[\d%)€$£])[:;,]$|(?<=\d,\d{2}|\d{3}\.\d{2}|[€$£¥₹]\s?\d{1,2}\.\d{2}|[A-Z]{3}\s\d{1,2}\.\d{2})\.$/;

/** All numbers of a run of tokens, each with its sign, currency and percent mark where they stand apart. */
export function findNumbers(
  tokens: readonly Token[],
  conventions: Conventions,
): readonly Found<NumberReading>[] {
  // Most cells are words, and are asked for their numbers like all others.
  if (!tokens.some(({ text }) => /\d/.test(text))) return [];
  const dates = findDateSpans(tokens, conventions);
  const phones = findPhoneSpans(tokens);
  const found: Found<NumberReading>[] = [];
  for (let at = 0; at < tokens.length;) {
    const date = [...dates, ...phones].find((span) => at >= span.start && at < span.end);
    if (date !== undefined) {
      at = date.end;
      continue;
    }
    const number = longestNumberAt(tokens, at, conventions, dates);
    if (number === null) {
      at += 1;
      continue;
    }
    found.push(isInMinorUnits(number, tokens[number.end]) ? inMajorUnits(number) : number);
    at = number.end;
  }
  return found;
}

/** "31,20 ct/kWh", "62.00p", "3.5 ¢": a hundredth of the currency; a "p" or "c" apart is anything. */
function isInMinorUnits({ tokens, reading }: Found<NumberReading>, next: Token | undefined): boolean {
  if (next === undefined || reading.isPercent || reading.currency !== null) return false;
  if (/^(?:ct|cts|cents?|pence|¢)(?:\/\S*)?[,;.]?$/i.test(next.text)) return true;
  return tokens.at(-1)?.word === next.word && /^p(?:\/\S*)?[,;.]?$/.test(next.text);
}

function inMajorUnits(number: Found<NumberReading>): Found<NumberReading> {
  const { reading } = number;
  const divided = (value: DecimalText): DecimalText => {
    const { units, scale } = toDecimal(value);
    return decimalToText({ units, scale: scale + 2 });
  };
  return {
    ...number,
    reading: {
      ...reading,
      value: reading.value === null ? null : divided(reading.value),
      readings: reading.readings.map(divided),
      decimals: reading.decimals + 2,
      hasMark: true,
    },
  };
}

/** Telephone numbers with their country: groups of digits that are no amounts. */
function findPhoneSpans(
  tokens: readonly Token[],
): readonly { readonly start: number; readonly end: number }[] {
  if (!tokens.some(({ text }) => /^\(?\+\d{1,3}/.test(text))) return [];
  return findInText(tokens, (text) =>
    [...text.matchAll(/(?<![\d.,])\(?\+\d{1,3}\)?(?:[\s./-]*\(?\d{1,5}\)?){2,7}(?![.,]?\d)/g)].map(
      (match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }),
    ),
  );
}

function longestNumberAt(
  tokens: readonly Token[],
  at: number,
  conventions: Conventions,
  dates: readonly Found<DateReading>[],
): Found<NumberReading> | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const isDigits = numberPart.test(first.text) || /^\(?[A-Z$€£]{1,4}\s?-?\d/.test(first.text);
  const isLead = !isDigits && (/^[-–−+(*]+$/.test(first.text) || isCurrencyToken(first.text));
  if (
    !isDigits &&
    !isLead &&
    (!/\d/.test(first.text) || parseAmount(first.text, conventions.number) === null)
  )
    return null;
  let best: Found<NumberReading> | null = null;
  let hasDigits = false;
  for (let end = at + 1; end <= Math.min(tokens.length, at + 6); end += 1) {
    const last = tokens[end - 1];
    const before = tokens[end - 2];
    if (last === undefined) break;
    if (dates.some((date) => end - 1 >= date.start && end - 1 < date.end)) break;
    const isPart = /\d/.test(last.text);
    // "11,70 — TVA 17 %": a dash of its own behind an amount parts it from what follows, and is no minus.
    if (/^[–—]$/.test(last.text) && hasDigits) break;
    if (end - 1 > at && before !== undefined) {
      const gap = last.left - before.right;
      if (isPart && hasDigits && last.goesOn !== true && gap > widestGroupGap(before, last)) break;
      // "(3 × 60 €)": the bracket of a remark may hang on its currency.
      const isCurrency = isCurrencyToken(last.text.replace(/(?<=.)\)$/, ""));
      if (!isPart && !(isCurrency || /^(?:%\)?[:;,]?|-|\)|CR\.?|\.-|-{1,2})$/.test(last.text))) break;
      if (gap > 6 * last.size) break;
    }
    hasDigits ||= isPart;
    if (!hasDigits) continue;
    const own = tokens.slice(at, end);
    const printed = textOf(own).replace(punctuationBehind, "");
    // "(4 giornate a € 520,00)": the bracket closes the remark and not the number.
    // "(3.5 x 48.00)": a bracket that the number does not close opens a remark.
    const text = printed.includes("(")
      ? printed.replace(/^\((?=\d[\d.,]*$)/, "")
      : printed.replace(/(?<=[\d%€$£])\)$/, "");
    const reading = remembered(conventions, "amount", text, () => parseAmount(text, conventions.number));
    if (reading !== null) best = { start: at, end, tokens: own, reading };
  }
  return best === null ? null : withOtherInk(best, conventions);
}

/** A number of which a word was recognized in two ways is open between them. */
function withOtherInk(found: Found<NumberReading>, conventions: Conventions): Found<NumberReading> {
  const text = otherTextOf(found.tokens);
  if (text === null) return found;
  return { ...found, reading: eitherReading(found.reading, parseAmount(text, conventions.number)) };
}

/** The widest space between groups of one number: in a typewriter face a space is as wide as a digit. */
function widestGroupGap(before: Token, last: Token): number {
  const widthOfLetter = (token: Token): number => (token.right - token.left) / token.text.length;
  // Elsewhere a comma is narrower than a digit, so that its word is narrower per letter.
  const isTypewriter =
    /[.,]/.test(last.text) &&
    Math.abs(widthOfLetter(before) - widthOfLetter(last)) < 0.03 * widthOfLetter(last);
  return isTypewriter ? 1.15 * widthOfLetter(last) : (0.5 + whiteBesideOnes(before, last)) * last.size;
}

/** White in the cells of ones, in letter sizes: a recognized word ends where its ink ends, and a one is narrow. */
function whiteBesideOnes(before: Token, last: Token): number {
  if (last.word.source !== "ocr") return 0;
  return (before.text.endsWith("1") ? 0.12 : 0) + (last.text.startsWith("1") ? 0.12 : 0);
}

function isCurrencyToken(text: string): boolean {
  return (
    isPlainCurrencyCode(text) ||
    (parseCurrency(text) !== null && !/^[A-Z]{3}$/.test(text) && !/^[a-z]{4,}$/i.test(text)) ||
    /^euros?$/i.test(text)
  );
}

type Kind = "amount" | "dates" | "periods";
const memories = new WeakMap<Conventions, Readonly<Record<Kind, Map<string, unknown>>>>();

/** The same words are asked for many times while labels are paired; the answer for a text never changes. */
function remembered<T>(conventions: Conventions, kind: Kind, text: string, find: () => T): T {
  const known = memories.get(conventions);
  const memory = known ?? { amount: new Map(), dates: new Map(), periods: new Map() };
  if (known === undefined) memories.set(conventions, memory);
  const answer = memory[kind].get(text);
  if (answer !== undefined) return answer as T;
  const found = find();
  memory[kind].set(text, found);
  return found;
}

/** All dates of a run of tokens. */
export function findDateSpans(
  tokens: readonly Token[],
  conventions: Conventions,
): readonly Found<DateReading>[] {
  return findInText(tokens, (text) =>
    remembered(conventions, "dates", text, () => findDates(text, conventions.date)),
  );
}

/** All periods of a run of tokens. */
export function findPeriodSpans(
  tokens: readonly Token[],
  conventions: Conventions,
): readonly Found<PeriodReading>[] {
  return findInText(tokens, (text) =>
    remembered(conventions, "periods", text, () => findPeriods(text, conventions.date)),
  );
}

export type { DateReading, NumberReading, Period, PeriodReading };

/** Runs a text finder and turns its offsets into tokens. */
export function findInText<T extends { readonly start: number; readonly end: number }>(
  tokens: readonly Token[],
  find: (text: string) => readonly T[],
): readonly Found<T>[] {
  const starts: number[] = [];
  let text = "";
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    // A date that broke at its dash goes on without a space: "2026-05-" over "03".
    const isBroken =
      (before !== undefined && token.goesOn === true) ||
      (before !== undefined &&
        before.bottom <= token.top + 0.3 * token.size &&
        /\d[-/.]$/.test(before.text) &&
        /^\d{1,4}$/.test(token.text));
    // Cells of one row are no parts of one date: "19.05." beside "36 km".
    const isApart = before !== undefined && token.left - before.right > 1.5 * token.size;
    if (before !== undefined && before.word !== token.word && !isBroken) text += isApart ? " \u2502 " : " ";
    starts.push(text.length);
    text += token.text;
  });
  return find(text).flatMap((match): readonly Found<T>[] => {
    let start = 0;
    while (start + 1 < starts.length && (starts[start + 1] ?? 0) <= match.start) start += 1;
    let end = start + 1;
    while (end < starts.length && (starts[end] ?? 0) < match.end) end += 1;
    return [{ start, end, tokens: tokens.slice(start, end), reading: match }];
  });
}
