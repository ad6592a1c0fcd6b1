import { findQuote } from "../../../../src-shared/assistant/index.ts";
import type { Cadence } from "../../../../src-shared/model/index.ts";
import { isNegative, isPositive } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import {
  numberConventionOf,
  parseAmount,
  parsePercent,
  parseUnit,
} from "../../../pipeline/normalize/index.ts";
import type { NumberConvention } from "../../../pipeline/normalize/index.ts";

/** How a document writes its numbers, by all that look like one. */
export const conventionOf = (text: string): NumberConvention =>
  numberConventionOf(text.match(/(?<![\p{L}\d])\d[\d.,'’ ]*\d(?![\p{L}\d])/gu) ?? []);

/** Whether a part stands in its quote as it is printed there. */
export const standsIn = (quote: string, part: string): boolean => findQuote(quote, part, 1) !== null;

/** An amount of money as printed; `null` when it is none, negative, or has two readings. */
export function amountFrom(text: string, convention: NumberConvention): DecimalText | null {
  const reading = parseAmount(text.trim(), convention);
  const value = reading?.value ?? null;
  return reading === null || reading.isPercent || value === null || !isPositive(value) ? null : value;
}

export function percentFrom(text: string, convention: NumberConvention): DecimalText | null {
  const value = parsePercent(text.trim(), convention)?.value ?? null;
  return value === null || isNegative(value) ? null : value;
}

/** A whole number of days out of "30", "30 days", "thirty (30) days". */
export function daysFrom(text: string): number | null {
  const figures = text.match(/\d+/g) ?? [];
  const days = Number(figures[0]);
  return figures.length === 1 && Number.isInteger(days) && days <= 3_650 ? days : null;
}

/** A unit out of "hour", "per hour", "je Stunde", "/h". */
export function unitFrom(text: string): string | null {
  const word = text
    .trim()
    .replace(/^(?:per|pro|par|je|each|every|by|por|al|a|alla|à la|per ogni|\/)\s*/i, "");
  if (word === "") return null;
  return parseUnit(word, "anywhere") ?? parseUnit(word) ?? word.toLowerCase();
}

const cadences: readonly (readonly [Cadence, RegExp])[] = [
  ["half-year", /half[- ]?year|semi-?annual|halbjahr|halbjähr|semest/i],
  ["quarter", /quarter|quartal|trimest|kwartaal|trimestr/i],
  ["month", /month|monat|mois|mensu|maand|\bmes(?:es)?\b|mese|mensil|mês|mensal/i],
  ["week", /week|woche|wöchent|semaine|hebdo|seman|settiman/i],
  ["year", /year|annual|annum|jahr|jähr|\ban(?:née|s)?\b|annuel|jaar|año|anual|\banno\b|annua|\bano\b/i],
  ["once", /once|one[- ]?time|einmal|unique|eenmalig|una vez|una tantum|única/i],
];

/** A period out of its word; `null` when none is printed or none is known. */
export const cadenceFrom = (text: string): Cadence | null =>
  text.trim() === "" ? null : (cadences.find(([, pattern]) => pattern.test(text))?.[0] ?? null);
