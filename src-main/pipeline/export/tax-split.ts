import {
  absolute,
  add,
  compare,
  decimal,
  decimalToText,
  fractionToDecimal,
  integer,
  isZero,
  minorDigits,
  minorUnit,
  multiply,
  multiplyFractions,
  percentToFraction,
  rescale,
  subtract,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../src-shared/money/index.ts";
import type { SaleDocument, SaleLine } from "./sale-document.ts";

/** Lines that are booked together, with the tax that falls on them. Signs are those of the sale. */
export interface TaxedGroup {
  readonly code: string;
  readonly rate: DecimalText | null;
  readonly lines: readonly SaleLine[];
  readonly net: DecimalText;
  readonly tax: DecimalText;
}

/** The rate of a line; where lines print none and the document charges one rate, it is that. */
export const rateOf = (sale: SaleDocument, line: SaleLine): DecimalText | null =>
  line.taxRate ?? (sale.lines.every((each) => each.taxRate === null) ? sale.soleTaxRate : null);

/**
 * Groups lines by code and rate and gives each group its tax, rounded once per group.
 *
 * The groups' taxes add up to the tax of the document: a difference of at most one minor unit a line goes to the
 * largest group, a greater one is refused.
 */
export const splitTax = (
  sale: SaleDocument,
  codeOf: (line: SaleLine) => string,
):
  | readonly TaxedGroup[]
  | { readonly code: string; readonly facts: Readonly<Record<string, string | number>> } => {
  const digits = minorDigits(sale.currency);
  const groups = new Map<string, { code: string; rate: DecimalText | null; lines: SaleLine[] }>();
  for (const line of sale.lines) {
    const rate = rateOf(sale, line);
    const code = codeOf(line);
    const key = `${code}\n${rate ?? ""}`;
    const group = groups.get(key) ?? { code, rate, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  const computed = [...groups.values()].map((group) => {
    const net = group.lines.reduce<Decimal>((total, line) => add(total, line.amount), decimal("0"));
    const tax =
      group.rate === null
        ? zero
        : fractionToDecimal(multiplyFractions(net, percentToFraction(group.rate)), digits, "half-up");
    return { ...group, net, tax };
  });
  const total = computed.reduce<Decimal>((sum, { tax }) => add(sum, tax), zero);
  const gap = subtract(sale.tax ?? zero, total);
  if (!isZero(gap)) {
    const slack = multiply(minorUnit(sale.currency), integer(sale.lines.length));
    if (compare(absolute(gap), slack) > 0)
      return {
        code: "export/tax-does-not-add-up",
        facts: { computed: decimalToText(rescale(total, digits)), tax: sale.tax ?? "0" },
      };
  }
  const largest = computed.reduce<(typeof computed)[number] | undefined>(
    (best, each) =>
      each.rate !== null && (best === undefined || compare(absolute(each.net), absolute(best.net)) > 0)
        ? each
        : best,
    undefined,
  );
  return computed.map((group) => ({
    code: group.code,
    rate: group.rate,
    lines: group.lines,
    net: decimalToText(rescale(group.net, digits)),
    tax: decimalToText(rescale(group === largest ? add(group.tax, gap) : group.tax, digits)),
  }));
};
