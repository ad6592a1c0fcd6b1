import { decimal, decimalToText, multiply } from "../../src-shared/money/index.ts";
import type { LineSpec } from "./billing-documents.ts";

/** A line of an invoice that bills a quantity at a price, with its exact amount. */
export const billedRow = (
  description: string,
  quantity: string,
  unitPrice: string,
  rest: LineSpec = {},
): LineSpec => ({
  description,
  quantity,
  unitPrice,
  net: decimalToText(multiply(decimal(quantity), decimal(unitPrice))),
  ...rest,
});
