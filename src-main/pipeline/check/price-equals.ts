import {
  compareFractions,
  decimalText,
  divideFractions,
  fraction,
  fractionToDecimal,
  isEqual,
  multiplyFractions,
  percentToFraction,
  subtractFractions,
  toDecimal,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { roundAmount } from "../../../src-shared/pricing/index.ts";
import { isCalendarUnit } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { AgreedPrice } from "./agreed-price.ts";
import { periodsBilled } from "./billed-periods.ts";
import type { LineContext } from "./context.ts";
import { netOfLine, reductionsOf } from "./line-figures.ts";

/** A multiplied price as it is printed: 73.91 for 54.75 × 1.35. */
export function isRoundedTo({ line }: LineContext, { perUnit, isMultiplied }: AgreedPrice): boolean {
  const price = valueOf(line.unitPrice);
  if (!isMultiplied || price === null || line.priceBase !== null) return false;
  const { scale } = toDecimal(price);
  return scale >= 2 && isEqual(fractionToDecimal(perUnit, scale), price);
}

const one = decimalText("1");

/** "165.00 a month for each lift", billed by the quarter: one price of the line is for all months of its period. */
export function isForPeriods(
  context: LineContext,
  { term }: GoverningTerm,
  agreed: AgreedPrice,
  perUnit: Fraction,
): boolean {
  if (term.type !== "rate" || term.value.per === undefined) return false;
  const [unit, quantity] = [valueOf(context.line.unit), valueOf(context.line.quantity)];
  // "3 months at 495.00": what is for all months of the period is not for each of them.
  if (isCalendarUnit(unit) && quantity !== null && !isEqual(quantity, one)) return false;
  const periods = periodsBilled(term.value.per, context);
  return (
    periods !== null &&
    periods !== undefined &&
    compareFractions(multiplyFractions(agreed.perUnit, periods), perUnit) === 0
  );
}

/** A list price with a discount that leads to the agreed price is the agreed price. */
export function isAgreedAfterDiscount(context: LineContext, agreed: AgreedPrice): boolean {
  const { line, owner } = context;
  const [quantity, net] = [valueOf(line.quantity), netOfLine(context)];
  const percent = valueOf(line.discountPercent);
  const price = valueOf(line.unitPrice);
  if (percent !== null && price !== null) {
    const left = multiplyFractions(price, subtractFractions(fraction(1), percentToFraction(percent)));
    if (compareFractions(divideFractions(left, valueOf(line.priceBase) ?? fraction(1)), agreed.perUnit) === 0)
      return true;
  }
  if (reductionsOf(line, owner.precision).length === 0 || quantity === null || net === null) return false;
  return isEqual(roundAmount(multiplyFractions(quantity, agreed.perUnit), owner.precision), net);
}
