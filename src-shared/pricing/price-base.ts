import { decimalToText, divideFractions, fractionToExactDecimal, isEqual, isZero } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";

/** The price of one where so many cost a price: 0.90 per 1000 is 0.0009; `null` where it has no end ("10.00 per 3"). */
export function exactPriceOfOne(price: DecimalText, base: DecimalText): DecimalText | null {
  if (isZero(base)) return null;
  if (isEqual(base, "1" as DecimalText)) return price;
  const one = fractionToExactDecimal(divideFractions(price, base));
  return one === undefined ? null : decimalToText(one);
}
