import { add, decimalToText, fractionToDecimal, fraction, integer, quartiles, zero } from "../money/index.ts";
import type { Decimal, DecimalText } from "../money/index.ts";
import { dateToDayNumber, daysBetween, parseLocalDate } from "../time/index.ts";

/** Middle value of whole numbers with one decimal, or `null` of none. */
export function medianOf(values: readonly number[]): DecimalText | null {
  if (values.length === 0) return null;
  return decimalToText(
    fractionToDecimal(quartiles(values.map((value) => integer(Math.trunc(value)))).median, 1),
  );
}

/** A share in percent with one decimal, or `null` of nothing. */
export function percentOf(part: number, whole: number): DecimalText | null {
  return whole === 0 ? null : decimalToText(fractionToDecimal(fraction(part * 100, whole), 1));
}

/** Whole days from one day or instant to another; `null` when one is missing. */
export function daysFromTo(from: string | null, to: string | null): number | null {
  const [start, end] = [from, to].map((day) => (day === null ? null : parseLocalDate(day.slice(0, 10))));
  return start?.ok === true && end?.ok === true ? daysBetween(start.value, end.value) : null;
}

/** Whole minutes between two instants in UTC; `null` when one is missing. */
export function minutesFromTo(from: string | null, to: string | null): number | null {
  const [start, end] = [secondsOf(from), secondsOf(to)];
  return start === null || end === null ? null : Math.trunc((end - start) / 60);
}

/** Seconds of an instant such as "2026-11-21T09:00:05.000Z"; parts of a second do not count. */
function secondsOf(instant: string | null): number | null {
  const [, day = "", hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(instant ?? "") ?? [];
  const parsed = parseLocalDate(day);
  if (!parsed.ok) return null;
  return ((dateToDayNumber(parsed.value) * 24 + Number(hour)) * 60 + Number(minute)) * 60 + Number(second);
}

/** Sums by currency; without currency an amount is not added to anything. */
export function sumsByCurrency(
  amounts: readonly { readonly currency: string | null; readonly amount: DecimalText | null }[],
): Readonly<Record<string, DecimalText>> {
  const sums = new Map<string, Decimal>();
  for (const { currency, amount } of amounts)
    if (currency !== null && amount !== null) sums.set(currency, add(sums.get(currency) ?? zero, amount));
  return Object.fromEntries(
    [...sums]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([currency, sum]) => [currency, decimalToText(sum)]),
  );
}

export const present = <T>(values: readonly (T | null)[]): readonly T[] =>
  values.filter((value) => value !== null);
