import {
  ceiling,
  greatest,
  isLess,
  least,
  minus,
  nothing,
  over,
  percent,
  plus,
  ratio,
  rounded,
  times,
} from "./rational.ts";
import type { Ratio } from "./rational.ts";

/** The formulas of the catalogue, written a second time from its text. Results are text at two places. */
export const lineOf = (quantity: string, price: string, base: string, discounts: readonly string[]): string =>
  rounded(
    discounts.reduce<Ratio>(
      (value, discount) => times(value, minus([1n, 1n], percent(discount))),
      over(times(ratio(quantity), ratio(price)), ratio(base)),
    ),
    2,
  );

export const taxOf = (net: string, rate: string): string => rounded(times(ratio(net), percent(rate)), 2);

export interface Step {
  readonly upTo: string | null;
  readonly price: string;
}

/** Every unit at the price of the step that it falls into. */
export function graduatedOf(steps: readonly Step[], quantity: string): string {
  let [total, below] = [nothing, nothing];
  for (const { upTo, price } of steps) {
    const reached = upTo === null ? ratio(quantity) : least(ratio(quantity), ratio(upTo));
    if (isLess(below, reached)) {
      total = plus(total, times(minus(reached, below), ratio(price)));
      below = reached;
    }
  }
  return rounded(total, 2);
}

/** All units at the price of the step that the quantity reaches. */
export function volumeOf(steps: readonly Step[], quantity: string): string {
  const step = steps.find(({ upTo }) => upTo === null || !isLess(ratio(upTo), ratio(quantity)));
  return rounded(times(ratio(quantity), ratio(step?.price ?? "0")), 2);
}

export const packagesOf = (used: string, free: string, size: string, price: string): string =>
  rounded(
    times([ceiling(over(greatest(nothing, minus(ratio(used), ratio(free))), ratio(size))), 1n], ratio(price)),
    2,
  );

export const trueUpOf = (committed: string, part: number, whole: number, charges: string): string =>
  rounded(
    greatest(nothing, minus(times(ratio(committed), [BigInt(part), BigInt(whole)]), ratio(charges))),
    2,
  );

export const overageOf = (used: string, included: string, price: string): string =>
  rounded(times(greatest(nothing, minus(ratio(used), ratio(included))), ratio(price)), 2);

export function escalatedOf(
  price: string,
  steps: readonly string[],
  method: "compound" | "simple",
  places: number,
): string {
  const factor =
    method === "compound"
      ? steps.reduce<Ratio>((value, step) => times(value, plus([1n, 1n], percent(step))), [1n, 1n])
      : steps.reduce<Ratio>((value, step) => plus(value, percent(step)), [1n, 1n]);
  return rounded(times(ratio(price), factor), places);
}

/** Days by the Julian day number, not by any calendar of the host. */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const shift = Math.floor((14 - month) / 12);
  const y = year + 4800 - shift;
  const m = month + 12 * shift - 3;
  return (
    day +
    Math.floor((153 * m + 2) / 5) +
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) -
    32_045
  );
}

/** Part of a month's price by its actual days. */
export const proratedOf = (price: string, days: number, ofDays: number): string =>
  rounded(times(ratio(price), [BigInt(days), BigInt(ofDays)]), 2);

export const excessOf = (limit: string, billed: readonly string[], now: string): string =>
  rounded(
    greatest(
      nothing,
      minus(
        [...billed, now].reduce<Ratio>((sum, amount) => plus(sum, ratio(amount)), nothing),
        ratio(limit),
      ),
    ),
    2,
  );

/** min(max(percent × |expected|, floor), cap); a blank is nothing, so a blank cap allows nothing. */
export function allowedOf(
  expected: string,
  share: string | null,
  floor: string | null,
  cap: string | null,
): Ratio {
  const value = ratio(expected);
  const bare: Ratio = value[0] < 0n ? [-value[0], value[1]] : value;
  const wide = greatest(
    share === null ? nothing : times(bare, percent(share)),
    floor === null ? nothing : ratio(floor),
  );
  return least(wide, cap === null ? nothing : ratio(cap));
}
