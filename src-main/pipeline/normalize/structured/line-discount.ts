import type { Field } from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  isZero,
  negate,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";

/** One allowance or charge of a line (BG-27, BG-28). */
export interface LineAllowance {
  readonly isCharge: boolean;
  readonly amount: Field<DecimalText> | null;
}

/** Sum of a line's allowances less its charges; `null` where there are none. One unreadable part leaves it undecided. */
export const lineDiscount = (parts: readonly LineAllowance[]): Field<DecimalText> | null => {
  if (parts.length === 0) return null;
  const evidence = parts.flatMap(({ amount }) => amount?.evidence ?? []);
  let total: Decimal = { units: 0n, scale: 2 };
  for (const { isCharge, amount } of parts) {
    if (amount === null || amount.value === null)
      return { value: null, evidence, basis: "structured", confidence: 0 };
    total = add(total, isCharge ? negate(amount.value) : amount.value);
  }
  return isZero(total) ? null : { value: decimalToText(total), evidence, basis: "structured", confidence: 1 };
};
