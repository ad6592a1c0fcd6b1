import { decimalToText, divideFractions, fractionToDecimal, isZero } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import type { InvoiceLine } from "../../src-shared/model/index.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import { exactPriceOfOne } from "../../src-shared/pricing/index.ts";

/** Decimals of a price for one where it has no end: "10.00 per 3". */
const decimalsOfEndless = 8;

/** The price of one unit: what is printed "per 1000" is divided, so that quantity times price is the net amount. */
export function priceOfOne({
  unitPrice,
  priceBase,
}: Pick<InvoiceLine, "unitPrice" | "priceBase">): DecimalText | null {
  const [price, base] = [valueOf(unitPrice), valueOf(priceBase)];
  if (price === null || base === null || isZero(base)) return price;
  return (
    exactPriceOfOne(price, base) ??
    decimalToText(fractionToDecimal(divideFractions(price, base), decimalsOfEndless))
  );
}
