import {
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, operand, priceDifference, shownNumber } from "../../../src-shared/pricing/index.ts";
import type { AgreedPrice } from "./agreed-price.ts";
import type { LineContext } from "./context.ts";

/** The money that a wrong price of one unit moves, and how it is computed; nothing where quantity or price is unknown. */
export function impactOf(
  { line, owner }: LineContext,
  agreed: AgreedPrice,
  billed: Fraction,
  isConverted: boolean,
): { readonly impact: DecimalText | null; readonly formula: string | null } {
  const quantity = valueOf(line.quantity);
  const price = valueOf(line.unitPrice);
  if (quantity === null || price === null) return { impact: null, formula: null };
  const base = valueOf(line.priceBase);
  const isSameBase =
    agreed.base === base || (agreed.base !== null && base !== null && isEqual(agreed.base, base));
  if (!isConverted && isSameBase) {
    const computed = priceDifference(quantity, price, agreed.shown, owner.precision, base);
    return { impact: computed.value, formula: computed.formula };
  }
  const exact = multiplyFractions(quantity, subtractFractions(billed, agreed.perUnit));
  const text = (value: Fraction): string =>
    shownNumber(fractionToExactDecimal(value) ?? fractionToDecimal(value, 6));
  const computed = computeAmount(
    `${shownNumber(quantity)} × (${text(billed)} − ${operand(text(agreed.perUnit))})`,
    exact,
    owner.precision,
  );
  return { impact: computed.value, formula: computed.formula };
}
