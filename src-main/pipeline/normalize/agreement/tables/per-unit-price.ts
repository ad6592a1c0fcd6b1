import {
  decimalText,
  divideFractions,
  fractionToExactDecimal,
  decimalToText,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import type { NumberStyle } from "../literals/literal.ts";

/**
 * A price per thousand as a price for one: tiers have no base of their own.
 *
 * A price for twelve that does not end in decimals stays as it is said; `null` then.
 */
export function perUnitPrice(price: DecimalText, base: DecimalText): DecimalText | null {
  if (base === "1") return price;
  const exact = fractionToExactDecimal(divideFractions(price, base));
  return exact === undefined ? null : decimalToText(withoutTrailingZeros(exact));
}

/** How many units the words of a head or lead-in say that prices are for; "1" where they say none. */
export const baseIn = (folded: string, style: NumberStyle): DecimalText =>
  findPerUnits(folded, folded, style).find(({ base }) => base !== "1")?.base ?? decimalText("1");
