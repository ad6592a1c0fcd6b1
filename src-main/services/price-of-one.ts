import {
  decimalText,
  decimalToText,
  divideFractions,
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  isZero,
  toFraction,
} from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import type { InvoiceLine } from "../../src-shared/model/index.ts";
import { valueOf } from "../../src-shared/model/index.ts";

/** Decimals of a price for one where it has no end: "10.00 per 3". */
const decimalsOfEndless = 8;

/** The price of one unit: what is printed "per 1000" is divided, so that quantity times price is the net amount. */
export function priceOfOne({
  unitPrice,
  priceBase,
}: Pick<InvoiceLine, "unitPrice" | "priceBase">): DecimalText | null {
  const [price, base] = [valueOf(unitPrice), valueOf(priceBase)];
  if (price === null || base === null || isZero(base) || isEqual(base, decimalText("1"))) return price;
  const one = divideFractions(toFraction(price), toFraction(base));
  return decimalToText(fractionToExactDecimal(one) ?? fractionToDecimal(one, decimalsOfEndless));
}
