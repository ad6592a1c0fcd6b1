import {
  absolute,
  add,
  compare,
  divideFractions,
  fractionToDecimal,
  integer,
  isEqual,
  isPositive,
  isZero,
  multiplyFractions,
  percentToFraction,
  rescale,
  subtract,
  toDecimal,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../../src-shared/money/index.ts";
import type { EAllowance, EInvoice, ELine } from "../einvoice.ts";
import { breakdownsOf, documentRule, isSaid, linesOf, partRule, type EInvoiceRule } from "./rule.ts";

const total = (values: readonly (DecimalText | null)[]): Decimal =>
  values.reduce<Decimal>((sum, value) => (value === null ? sum : add(sum, value)), zero);

const amounts = (allowances: readonly EAllowance[], kind: EAllowance["kind"]): Decimal =>
  total(allowances.filter((each) => each.kind === kind).map((each) => each.amount));

/** Both to two decimals, as the rules compare them. */
const isSame = (first: DecimalText | null, second: Decimal): boolean =>
  first !== null && isEqual(rescale(toDecimal(first), 2), rescale(second, 2));

const percentOf = (base: DecimalText, percent: DecimalText): Decimal =>
  fractionToDecimal(multiplyFractions(absolute(base), percentToFraction(percent)), 2, "half-up");

/** Whether two amounts differ by less than a unit of the currency, which is the slack of BR-CO-17. */
const isWithinOne = (first: Decimal, second: Decimal): boolean =>
  compare(absolute(subtract(first, second)), integer(1)) < 0;

const slack: Decimal = { units: 2n, scale: 2 };
const isWithinSlack = (first: DecimalText, second: Decimal): boolean =>
  compare(absolute(subtract(first, second)), slack) <= 0;

const lineAmount = (line: ELine): Decimal | null => {
  if (line.quantity === null || line.netPrice === null) return null;
  const product = multiplyFractions(line.quantity, line.netPrice);
  const priced =
    line.priceBase === null || isZero(line.priceBase) ? product : divideFractions(product, line.priceBase);
  return subtract(
    add(fractionToDecimal(priced, 2, "half-up"), amounts(line.allowances, "charge")),
    amounts(line.allowances, "allowance"),
  );
};

const countries = /^[A-Z]{2}/;

/** How the amounts of an invoice hang together. Source: EN 16931-1, BR-CO-03 to BR-CO-18. */
export const totalRules: readonly EInvoiceRule[] = [
  documentRule("BR-CO-09", ({ seller, buyer }) =>
    [seller.vatId, buyer.vatId].every((id) => id === null || countries.test(id)),
  ),
  documentRule("BR-CO-10", (invoice) =>
    isSame(invoice.sumOfLines, total(invoice.lines.map((line) => line.netAmount))),
  ),
  documentRule(
    "BR-CO-11",
    ({ allowanceTotal, allowances }) =>
      (allowanceTotal === null && !allowances.some((each) => each.kind === "allowance")) ||
      isSame(allowanceTotal, amounts(allowances, "allowance")),
  ),
  documentRule(
    "BR-CO-12",
    ({ chargeTotal, allowances }) =>
      (chargeTotal === null && !allowances.some((each) => each.kind === "charge")) ||
      isSame(chargeTotal, amounts(allowances, "charge")),
  ),
  documentRule("BR-CO-13", (invoice) =>
    isSame(
      invoice.withoutVat,
      add(
        subtract(total([invoice.sumOfLines]), total([invoice.allowanceTotal])),
        total([invoice.chargeTotal]),
      ),
    ),
  ),
  documentRule(
    "BR-CO-14",
    (invoice) =>
      invoice.breakdowns.length === 0 ||
      isSame(invoice.vat, total(invoice.breakdowns.map((each) => each.tax))),
  ),
  documentRule("BR-CO-15", (invoice) =>
    isSame(invoice.withVat, add(total([invoice.withoutVat]), total([invoice.vat]))),
  ),
  documentRule("BR-CO-16", (invoice) =>
    isSame(
      invoice.due,
      add(subtract(total([invoice.withVat]), total([invoice.prepaid])), total([invoice.rounding])),
    ),
  ),
  partRule("BR-CO-17", breakdownsOf, (each) => {
    if (each.taxable === null || each.tax === null) return true;
    if (each.rate === null || isZero(each.rate)) return isZero(each.tax);
    return isWithinOne(absolute(each.tax), percentOf(each.taxable, each.rate));
  }),
  documentRule("BR-CO-18", (invoice) => invoice.breakdowns.length > 0),
  documentRule(
    "BR-CO-25",
    (invoice) =>
      invoice.due === null ||
      !isPositive(invoice.due) ||
      invoice.dueDate !== null ||
      isSaid(invoice.paymentTerms),
  ),
];

const allAllowances = (invoice: EInvoice): readonly (readonly [string, EAllowance])[] => [
  ...invoice.allowances.map((each, index) => [`${each.kind} ${index + 1}`, each] as const),
  ...linesOf(invoice).flatMap(([place, line]) => line.allowances.map((each) => [place, each] as const)),
];

/** Arithmetic that Peppol asks for beyond the standard. Source: Peppol BIS Billing 3.0, rules of release 3.0.19. */
export const peppolTotalRules: readonly EInvoiceRule[] = [
  partRule("PEPPOL-EN16931-R040", allAllowances, (each) => {
    if (each.baseAmount === null || each.percent === null || each.amount === null) return true;
    return isWithinSlack(each.amount, percentOf(each.baseAmount, each.percent));
  }),
  partRule("PEPPOL-EN16931-R041", allAllowances, (each) => each.percent === null || each.baseAmount !== null),
  partRule("PEPPOL-EN16931-R042", allAllowances, (each) => each.baseAmount === null || each.percent !== null),
  partRule(
    "PEPPOL-EN16931-R046",
    linesOf,
    // We write no discount on the price itself, so a gross price is the net price.
    (line) => line.grossPrice === null || (line.netPrice !== null && isEqual(line.grossPrice, line.netPrice)),
  ),
  partRule("PEPPOL-EN16931-R120", linesOf, (line) => {
    const computed = lineAmount(line);
    return computed === null || line.netAmount === null || isWithinSlack(line.netAmount, computed);
  }),
  partRule("PEPPOL-EN16931-R121", linesOf, (line) => line.priceBase === null || isPositive(line.priceBase)),
];
