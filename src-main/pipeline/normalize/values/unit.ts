import {
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  withoutTrailingZeros,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Unit } from "../../../../src-shared/model/index.ts";
import {
  isCalendarUnit,
  isTimeUnit,
  multipleOf,
  unitOfMultiple,
} from "../../../../src-shared/wording/index.ts";
import { foldText, plainText } from "./fold.ts";
import { openConvention, parseAmount } from "./number.ts";
import type { NumberConvention, NumberReading } from "./number.ts";
import { unitByWord, wordsThatNeedContext } from "./unit-table.ts";

/**
 * The known unit that a printed word stands for ("Std." is "hour"). `null` for an unknown word.
 *
 * Single letters and words of another meaning ("m", "t", "un") are units only in a unit column or behind a number:
 * pass `place: "anywhere"` elsewhere.
 */
export function parseUnit(word: string, place: "unit-cell" | "anywhere" = "unit-cell"): Unit | null {
  // Canadian dollars, in capitals; "cad." is each in Italian.
  if (word.trim() === "CAD") return null;
  const key = foldText(word)
    .replace(/^(?:(?:per|pro|je|par|a|al|por)\s+|\/\s*)(?=[a-z])/, "")
    .replace(/[.:()[\]*]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (key === "" || (place === "anywhere" && wordsThatNeedContext.has(key))) return null;
  return unitByWord.get(key) ?? unitOfBoth(key) ?? thingOfPeriod(key);
}

/** "pallet-weeks", "bin months": the thing that is counted anew in each period; a man-day is no thing but time. */
function thingOfPeriod(key: string): Unit | null {
  const [, thing = ""] =
    /^(?!person|man|head|people|crew|staff)(\p{L}{3,})[- ](?:day|week|month|year)s?$/u.exec(key) ?? [];
  const unit = thing === "" ? undefined : unitByWord.get(thing);
  return unit === undefined || isTimeUnit(unit) || isCalendarUnit(unit) ? null : unit;
}

/** "pc / st", "h / u": one unit in the two languages of a form; `null` where a part is of another unit. */
function unitOfBoth(key: string): Unit | null {
  const parts = key.split(" / ");
  const known = new Set(parts.flatMap((part) => unitByWord.get(part) ?? []));
  return parts.length === 2 && known.size === 1 ? ([...known][0] ?? null) : null;
}

/** The unit as the model keeps it: a known one by its name, else the printed word in lower case. */
export function unitOf(word: string): Unit {
  const multiple = multipleOf(plainText(word));
  if (multiple !== null) return unitOfMultiple({ ...multiple, of: unitOf(multiple.of) });
  return parseUnit(word) ?? plainText(word).trim().toLowerCase().replace(/\.$/, "");
}

export interface QuantityReading {
  readonly number: NumberReading;
  readonly unit: Unit | null;
  /** The unit as printed. */
  readonly unitWord: string | null;
}

/** Reads "10 h", "7:30", "7h30", "2 x", "3,00 Stk.", "12": a number with at most one unit. */
export function parseQuantity(
  text: string,
  convention: NumberConvention = openConvention,
): QuantityReading | null {
  const trimmed = plainText(text).trim();
  const clock = parseClock(trimmed);
  if (clock !== null) {
    const number: NumberReading = {
      value: clock,
      readings: [clock],
      decimals: 0,
      hasMark: true,
      isPercent: false,
      currency: null,
      isNegative: false,
    };
    return { number, unit: "hour", unitWord: null };
  }
  const split = /^([-+(]?\s?[\d.,' ½¼¾/]*[\d½¼¾]\)?-?)\s*([^\d\s].*)?$/.exec(trimmed);
  if (split?.[1] === undefined) return null;
  const word = split[2]?.trim() ?? "";
  const unit = word === "" ? null : unitOf(word);
  const number = parseAmount(withoutGroups(split[1], unit), convention);
  if (number === null || number.currency !== null) return null;
  if (word === "" || /^[x×*]$/i.test(word)) return { number, unit: null, unitWord: null };
  if (word.split(" ").length > 3 || /\d{2}|[-–]\s?\d/.test(word)) return null;
  if (word === "%") return { number: { ...number, isPercent: true }, unit: "percent", unitWord: word };
  return { number, unit, unitWord: word };
}

/** Units of those who part thousands by a comma. */
const english: ReadonlySet<Unit> = new Set([
  "pound",
  "hundredweight",
  "mile",
  "foot",
  "yard",
  "square-foot",
  "cubic-yard",
  "gallon",
]);

/** The digits of a figure without the commas between its thousands, where its unit leaves no doubt: "1,850" of "sq ft". */
export const withoutGroups = (digits: string, unit: Unit | null): string =>
  unit !== null && english.has(unit) && /^\s*[1-9]\d{0,2}(?:,\d{3})+\s*$/.test(digits)
    ? digits.replaceAll(",", "")
    : digits;

/** "7:30", "7h30", "07:30 h" as hours, exact where it ends, else to six decimals. `null` for anything else. */
export function parseClock(text: string): DecimalText | null {
  const match = /^(\d{1,3})(?::|\s?h\s?)([0-5]\d)(?:\s?(?:h|hrs?|std|min|m)\.?)?$/i.exec(text.trim());
  if (match === null) return null;
  const minutes = fraction(Number(match[1]) * 60 + Number(match[2]));
  return decimalToText(withoutTrailingZeros(fractionToDecimal(divideFractions(minutes, fraction(60)), 6)));
}
