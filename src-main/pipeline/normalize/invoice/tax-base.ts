import { absolute, compare } from "../../../../src-shared/money/index.ts";
import type { NumberReading } from "../values/index.ts";
import { isShareOf, valuesOf } from "./arithmetic.ts";
import type { Found } from "./spans.ts";

/** Whether a figure before an amount may be what it is on: money of at least its size, and no code of a tax ("002"). */
export function mayBeBase(
  base: Found<NumberReading> | undefined,
  amount: Found<NumberReading>,
  percent: Found<NumberReading> | null | undefined,
): boolean {
  // "GST 5% (R123456789)": so many digits without a mark between them are an id, whatever sign stands before them.
  if (base !== undefined && base.tokens.some(({ text }) => /\d{8}/.test(text))) return false;
  const [own, other] = [base, amount].map((one) => (one === undefined ? [] : valuesOf(one.reading)));
  const isMoneyLike = base !== undefined && (base.reading.hasMark || base.reading.decimals > 0);
  // Beside an amount with cents a whole number is its base if the rate says so: "GST 5% (81422 7718 RT)" is an id.
  const [rate] = percent === undefined || percent === null ? [] : valuesOf(percent.reading);
  if (!isMoneyLike && rate !== undefined && amount.reading.decimals > 0)
    return (own ?? []).some((value) =>
      (other ?? []).some((part) => isShareOf(absolute(part), absolute(value), rate, 1)),
    );
  return (
    isMoneyLike ||
    (own ?? []).some((value) => (other ?? []).some((part) => compare(absolute(value), absolute(part)) >= 0))
  );
}
