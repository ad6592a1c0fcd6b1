import { decimalText, isEqual, multiply, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { LineMoney } from "./line-figures.ts";

/** What the things of a line cost together. */
export interface LineCost {
  readonly amount: DecimalText;
  readonly currency: string | null;
}

const once = decimalText("1");

/**
 * What a counted thing cost, where arithmetic leaves no doubt: one sum beside one piece, or a price and the product of it
 * and the quantity. Of one sum beside several pieces nobody can tell whether it is their price or what they came to.
 */
export function costOf(quantity: DecimalText | null, money: readonly LineMoney[]): LineCost | null {
  const [first, second, ...others] = money;
  if (quantity === null || first === undefined || first.value === null || others.length > 0) return null;
  if (second === undefined)
    return isEqual(quantity, once) ? { amount: first.value, currency: first.currency } : null;
  return second.value !== null && isEqual(multiply(quantity, first.value), second.value)
    ? { amount: second.value, currency: second.currency }
    : null;
}
