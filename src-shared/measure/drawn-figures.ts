import { add, compare, decimalText, isZero } from "../money/index.ts";
import type { Decimal, DecimalText } from "../money/index.ts";
import type { CauseRow } from "./board.ts";

/** A figure as a length on a chart, the only binary form that it takes: what is written beside it stays exact. */
export const lengthOf = (figure: DecimalText): number => Number(figure);

/** Money that one check found, in one currency; a direction in which it found none is nothing. */
export interface MoneyBar {
  readonly check: CauseRow["check"];
  readonly over: DecimalText;
  readonly under: DecimalText;
  readonly cases: CauseRow["cases"];
}

const nothing = decimalText("0");

/**
 * Money found in each direction by check, most first, in the currency that most checks found money in; `null` where
 * none did. Sums of different currencies are never compared, and the directions never netted.
 */
export function moneyByCheck(
  causes: readonly CauseRow[],
): { readonly currency: string; readonly bars: readonly MoneyBar[] } | null {
  const currency = mainCurrencyOf(causes);
  if (currency === null) return null;
  const bars = causes
    .map(({ check, over, under, cases }): MoneyBar & { readonly both: Decimal } => {
      const [more, less] = [over[currency] ?? nothing, under[currency] ?? nothing];
      return { check, over: more, under: less, cases, both: add(more, less) };
    })
    .filter(({ both }) => !isZero(both))
    .toSorted((left, right) => compare(right.both, left.both));
  return { currency, bars };
}

function mainCurrencyOf(causes: readonly CauseRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { over, under } of causes)
    for (const code of new Set([...Object.keys(over), ...Object.keys(under)]))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}
