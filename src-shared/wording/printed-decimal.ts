import { isDecimalText } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";

/**
 * A figure as printed in words, "1.250,00" or "1,250.00" or "12,5", as a number; `null` where it is none.
 *
 * Its last mark before two digits at the end is the decimal one, a mark before three digits parts thousands.
 */
export function printedDecimal(printed: string): DecimalText | null {
  const bare = printed.replace(/['’\s]/gu, "");
  const text = /[.,]\d{2}$/.test(bare)
    ? `${bare.slice(0, -3).replace(/[.,]/g, "")}.${bare.slice(-2)}`
    : bare.replace(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  return isDecimalText(text) ? text : null;
}
