import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { figuresOf } from "./line-figures.ts";

/** The one sum that a sentence names, with a currency or with cents; `null` where it names none or several. */
export function moneyIn(text: string, numbers: NumberConvention): DecimalText | null {
  const { money } = figuresOf(text, numbers);
  const [first, ...others] = money;
  if (first !== undefined) return others.length === 0 ? first.value : null;
  const sums = [...text.matchAll(/(?<![\d.,])(\d{1,5}[.,]\d{2})(?![\d.,])/g)];
  return sums.length === 1 ? (parseAmount(sums[0]?.[1] ?? "", numbers)?.value ?? null) : null;
}
