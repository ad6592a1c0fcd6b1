import { divideFractions, fraction, fractionToDecimal, isEqual, toDecimal } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { ProrationValue, RateValue } from "../model/index.ts";

/** Whether parts of a period are priced by the days that they have. */
export const countsDays = ({ basis }: ProrationValue): boolean => basis === "actual/actual";

/** Whether a price is the seventh part of a weekly one, rounded as it is printed. */
export function isDayPriceOfWeek(
  { unit, per, price, priceBase }: RateValue,
  billed: DecimalText | null,
): boolean {
  if (billed === null || priceBase !== undefined || (unit !== "week" && per !== "week")) return false;
  return isEqual(fractionToDecimal(divideFractions(price, fraction(7)), toDecimal(billed).scale), billed);
}
