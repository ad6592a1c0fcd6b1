import type { Unit } from "../../../../src-shared/model/index.ts";
import { formatAmount, withoutTrailingZeros, decimalToText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, dateParts } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { PaperLanguage, PaperWords } from "./paper-words.ts";

/** "-1234.5" as the language writes it: "−1,234.5". */
export function showNumber(value: DecimalText, { decimalMark, groupMark }: PaperWords): string {
  const [whole = "", rest] = value.replace("-", "").split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, groupMark);
  return `${value.startsWith("-") ? "-" : ""}${grouped}${rest === undefined ? "" : `${decimalMark}${rest}`}`;
}

/** An amount with at least the digits of its currency. */
export const showAmount = (value: DecimalText, currency: string | null, words: PaperWords): string =>
  showNumber(currency === null ? value : formatAmount(value, currency), words);

/** A quantity or rate without zeros that say nothing. */
export const showPlain = (value: DecimalText, words: PaperWords): string =>
  showNumber(decimalToText(withoutTrailingZeros(value)), words);

/** Day, month in words, year: no reader takes one for the other. */
export function showDay(day: LocalDate, words: PaperWords, language: PaperLanguage): string {
  const { year, month, day: number } = dateParts(day);
  const name = words.months[month - 1] ?? "";
  return language === "de" ? `${number}. ${name} ${year}` : `${number} ${name} ${year}`;
}

/** A half-open period as people write it: both days shown belong to it. */
export function showDays(
  start: LocalDate,
  end: LocalDate,
  words: PaperWords,
  language: PaperLanguage,
): string {
  const last = addDays(end, -1);
  return last === start
    ? showDay(start, words, language)
    : `${showDay(start, words, language)} – ${showDay(last, words, language)}`;
}

export const showUnit = (unit: Unit, words: PaperWords): string =>
  words.units[unit] ?? unit.replaceAll("-", " ");

/** The days of a line in a narrow column: ISO, one row for a day, two for a period. */
export const showShortDays = (start: LocalDate, end: LocalDate): readonly string[] => {
  const last = addDays(end, -1);
  return last === start ? [start] : [`${start} –`, last];
};
