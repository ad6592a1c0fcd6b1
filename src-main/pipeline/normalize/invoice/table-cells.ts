import { decimalText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Unit } from "../../../../src-shared/model/index.ts";
import { multipleOf } from "../../../../src-shared/wording/index.ts";
import { eitherReading, parseClock, parseQuantity, parseUnit, unitOf } from "../values/index.ts";
import type { NumberReading } from "../values/index.ts";
import { countOfWord } from "./count-words.ts";
import { otherTextOf, textOf } from "./layout.ts";
import type { Token } from "./layout.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";

/** A printed number of a table cell, with the words that it stands in. */
export type NumberCell = Found<NumberReading>;

/** A unit with the words that print it. */
export interface UnitCell {
  readonly unit: Unit;
  readonly tokens: readonly Token[];
}

/** Money of a cell: the last number that is no percentage. Words around it, such as "/h", are left alone. */
export function amountOf(tokens: readonly Token[], conventions: Conventions): NumberCell | null {
  const numbers = findNumbers(tokens, conventions).filter(({ reading }) => !reading.isPercent);
  return numbers.at(-1) ?? null;
}

/** The price of a cell, with the unit and base that it names: "45,00 €/h", "12,00 / 100 St". */
export function priceOf(
  tokens: readonly Token[],
  conventions: Conventions,
): { readonly price: NumberCell; readonly unit: UnitCell | null; readonly base: NumberCell | null } | null {
  const loose = tokens.flatMap(splitAtSlash);
  const numbers = findNumbers(loose, conventions).filter(({ reading }) => !reading.isPercent);
  const [price] = numbers;
  if (price === undefined) return null;
  const behind = loose.slice(price.end);
  const per = behind.findIndex((token) =>
    /^(?:\/|per|je|pro|par|por|al|à|le|les|il|a|ogni|de)$/i.test(token.text),
  );
  if (per < 0) return { price, unit: null, base: null };
  const rest = behind.slice(per + 1);
  const [first] = rest;
  const base = first === undefined ? null : baseOf(first);
  const words = base === null ? rest : rest.slice(1);
  const unit =
    words.length > 0 && words.length <= 2 && parseUnit(textOf(words)) !== null
      ? { unit: unitOf(textOf(words)), tokens: words }
      : null;
  return { price, unit, base };
}

/** "100", "le cent", "per thousand", "je Hundert": the number of units that a price is for; `null` for another word. */
export function baseOf(token: Token): NumberCell | null {
  const word = token.text.toLowerCase().replace(/^[(]|[.)]+$/g, "");
  const multiple = multipleOf(word);
  const value = word === "10" ? word : multiple?.of === "each" ? String(multiple.count) : null;
  if (value === null) return null;
  return {
    start: 0,
    end: 1,
    tokens: [token],
    reading: { ...clockReading(decimalText(value)), hasMark: false },
  };
}

/** Parts of "45,00€/h" at the slash, so that price and unit can be read apart. */
export function splitAtSlash(token: Token): readonly Token[] {
  const at = token.text.indexOf("/");
  if (at < 0 || token.text.length === 1) return [token];
  const parts = [token.text.slice(0, at), "/", token.text.slice(at + 1)].filter((part) => part !== "");
  const width = (token.right - token.left) / token.text.length;
  let from = token.left;
  return parts.map((text) => {
    const part = { ...token, text, left: from, right: from + width * text.length };
    from = part.right;
    return part;
  });
}

/** Quantity of a cell with its unit: "10 h", "7:30", "3,00 Stk.", "2 x". */
export function quantityOf(
  tokens: readonly Token[],
  conventions: Conventions,
): { readonly quantity: NumberCell; readonly unit: UnitCell | null } | null {
  if (tokens.length === 0) return null;
  const clockText = textOf(tokens);
  const clock = parseClock(clockText);
  if (clock !== null) {
    const reading = clockReading(clock);
    return { quantity: { start: 0, end: tokens.length, tokens, reading }, unit: { unit: "hour", tokens } };
  }
  const longest = /[\d½¼¾]/.test(clockText) ? Math.min(tokens.length, 6) : 0;
  for (let end = longest; end > 0; end -= 1) {
    const own = tokens.slice(0, end);
    const read = parseQuantity(textOf(own), conventions.number);
    if (read === null) continue;
    // "5:20 PM" is a time of the day and no duration.
    if (read.unit === "hour" && own.length === 1 && /^[ap]\.?m\.?$/i.test(tokens[1]?.text ?? "")) return null;
    if (
      end < tokens.length &&
      read.unitWord === null &&
      parseUnit(textOf(tokens.slice(end)), "anywhere") === null &&
      tokens.length - end > 3
    )
      return null;
    const word = read.unitWord;
    // Unknown words are a unit only if they are short and words; a description is none, and "4?" is no number for sure.
    if (word !== null && parseUnit(word) === null && (/\s|^[?#]+$/.test(word) || word.length > 12)) continue;
    const unitTokens =
      word === null
        ? []
        : own.filter(
            (token) => word.includes(token.text.replace(/^[\d.,]+/, "")) && !/^[\d.,]+$/.test(token.text),
          );
    const numberTokens = own.filter((token) => /\d/.test(token.text) || /^[-+(]$/.test(token.text));
    const otherText = otherTextOf(own);
    const other = otherText === null ? null : parseQuantity(otherText, conventions.number);
    return {
      quantity: {
        start: 0,
        end,
        tokens: numberTokens,
        reading: eitherReading(read.number, other?.number ?? null),
      },
      unit: read.unit === null ? null : { unit: read.unit, tokens: unitTokens.length > 0 ? unitTokens : own },
    };
  }
  const [first, ...rest] = tokens;
  const inWords = first === undefined || rest.length > 2 ? null : countOfWord(first.text);
  if (first !== undefined && inWords !== null) {
    const unit = parseUnit(textOf(rest));
    if (rest.length > 0 && unit === null) return null;
    return {
      quantity: { start: 0, end: 1, tokens: [first], reading: { ...clockReading(inWords), hasMark: false } },
      unit: unit === null ? null : { unit: unitOf(textOf(rest)), tokens: rest },
    };
  }
  // The unit may come first ("h 10", "Stk 3").
  if (first !== undefined && rest.length > 0 && parseUnit(first.text) !== null) {
    const behind = quantityOf(rest, conventions);
    if (behind !== null && behind.unit === null)
      return { quantity: behind.quantity, unit: { unit: unitOf(first.text), tokens: [first] } };
  }
  return null;
}

function clockReading(value: DecimalText): NumberReading {
  return {
    value,
    readings: [value],
    decimals: 0,
    hasMark: true,
    isPercent: false,
    currency: null,
    isNegative: false,
  };
}

/** The unit of a unit cell; `null` for a cell that holds a number, or more than three words. */
export function unitCellOf(tokens: readonly Token[]): UnitCell | null {
  const text = textOf(tokens);
  if (tokens.length === 0 || tokens.length > 3 || !/\p{L}|%/u.test(text)) return null;
  // "12 BX" under "Shipped UM": the count stands in the cell of its unit.
  const [count, ...rest] = tokens;
  if (/^\d/.test(text)) {
    const isCount = count !== undefined && /^\d[\d.,]*$/.test(count.text) && rest.length > 0;
    const word = textOf(rest);
    return isCount && parseUnit(word, "unit-cell") !== null ? { unit: unitOf(word), tokens: rest } : null;
  }
  return { unit: unitOf(text), tokens };
}

/** The tax rate of a cell: a percentage, or a bare number up to 50 where the column names a rate. */
export function rateOf(tokens: readonly Token[], conventions: Conventions): NumberCell | null {
  const numbers = findNumbers(tokens, conventions);
  const percent = numbers.find(({ reading }) => reading.isPercent);
  if (percent !== undefined) return percent;
  const [bare] = numbers;
  if (bare === undefined || numbers.length > 1 || bare.reading.currency !== null) return null;
  const value = Number(bare.reading.value ?? "99");
  return value >= 0 && value <= 50 ? bare : null;
}
