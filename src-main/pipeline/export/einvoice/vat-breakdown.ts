import {
  add,
  decimalToText,
  fractionToDecimal,
  multiplyFractions,
  negate,
  percentToFraction,
  rescale,
  withScaleOfAtLeast,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { EAllowance, ELine, EVatBreakdown } from "./einvoice.ts";

/** Money as the standard writes it: two decimals. A value with more keeps them, so that the rules refuse it. */
export const money = (value: DecimalText | Decimal): DecimalText =>
  decimalToText(withScaleOfAtLeast(value, 2));

const exemptionCodeOf: Readonly<Record<string, string>> = {
  AE: "VATEX-EU-AE",
  K: "VATEX-EU-IC",
  G: "VATEX-EU-G",
  O: "VATEX-EU-O",
};

/** BG-23: lines, allowances and charges by category and rate, with the tax rounded once for each. */
export const breakdownsOf = (
  lines: readonly ELine[],
  allowances: readonly EAllowance[],
  reason: string | null,
): readonly EVatBreakdown[] => {
  const groups = new Map<string, { category: string | null; rate: DecimalText | null; taxable: Decimal }>();
  const addTo = (category: string | null, rate: DecimalText | null, amount: Decimal): void => {
    const key = `${category ?? ""} ${rate === null ? "" : decimalToText(rescale(rate, 4))}`;
    const group = groups.get(key);
    groups.set(key, { category, rate, taxable: group === undefined ? amount : add(group.taxable, amount) });
  };
  for (const line of lines) addTo(line.category, line.rate, add(zero, line.netAmount ?? zero));
  for (const each of allowances)
    addTo(
      each.category,
      each.rate,
      each.kind === "charge" ? add(zero, each.amount ?? zero) : negate(each.amount ?? zero),
    );
  return [...groups.values()].map(({ category, rate, taxable }) => {
    const isExempt = category !== null && !["S", "Z", "L", "M"].includes(category);
    const tax =
      rate === null
        ? zero
        : fractionToDecimal(multiplyFractions(taxable, percentToFraction(rate)), 2, "half-up");
    return {
      category,
      rate,
      taxable: money(taxable),
      tax: money(tax),
      reason: isExempt ? reason : null,
      reasonCode: isExempt ? (exemptionCodeOf[category] ?? null) : null,
    };
  });
};
