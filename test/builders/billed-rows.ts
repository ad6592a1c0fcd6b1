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

/** A line with everything that it may print: how much of what unit, at which price, and what that makes. */
export const printedRow = (
  description: string,
  quantity: string,
  unit: string,
  unitPrice: string,
  net: string,
): LineSpec => ({ description, quantity, unit, unitPrice, net });
