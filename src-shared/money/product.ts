import { isEqual, multiply } from "./decimal.ts";
import type { DecimalText } from "./decimal.ts";
import { scaleOf, shortUnitsOf } from "./short-units.ts";

/** Whether a number is exactly the product of two: what a line bills, in nearly all of them. */
export function isProduct(product: DecimalText, first: DecimalText, second: DecimalText): boolean {
  const units = shortUnitsOf(first) * shortUnitsOf(second);
  const printed = shortUnitsOf(product);
  const decimals = scaleOf(first) + scaleOf(second) - scaleOf(product);
  // Whole numbers that a number holds exactly need no large ones.
  if (Number.isSafeInteger(units) && Number.isSafeInteger(printed) && decimals >= 0 && decimals <= 6) {
    const aligned = printed * 10 ** decimals;
    if (Number.isSafeInteger(aligned)) return aligned === units;
  }
  return isEqual(multiply(first, second), product);
}
