import {
  absolute,
  add,
  addFractions,
  compare,
  decimalToText,
  divideFractions,
  fraction,
  isEqual,
  minorUnit,
  multiplyFractions,
  percentToFraction,
  roundToCurrency,
  subtract,
  sum,
  zero,
} from "../money/index.ts";
import type { Decimal, DecimalText, Numeric } from "../money/index.ts";
import { computeAmount, operand, shownAmount, shownNumber, shownPercent } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";

/** Tax on top of a net amount: "8180.00 × 9.975 % = 815.955 ≈ 815.96". */
export function taxOnNet(net: Numeric, rate: Numeric, precision: Precision): Computed {
  const expression = `${operand(shownAmount(net, precision))} × ${operand(shownPercent(rate))}`;
  return computeAmount(expression, multiplyFractions(net, percentToFraction(rate)), precision);
}

/** What a tax-inclusive amount holds. Both parts add up to it exactly: only the net is rounded. */
export interface InclusiveSplit {
  readonly net: Computed;
  readonly tax: Computed;
}

/** Net and tax within a gross amount: net = round(gross ÷ (1 + rate)), tax = gross − net. */
export function splitInclusive(gross: Numeric, rate: Numeric, precision: Precision): InclusiveSplit {
  const shown = shownAmount(gross, precision);
  const divisor = addFractions(fraction(1), percentToFraction(rate));
  const net = computeAmount(
    `${operand(shown)} ÷ (1 + ${operand(shownPercent(rate))})`,
    divideFractions(gross, divisor),
    precision,
  );
  const expression = `${shown} − ${operand(shownAmount(net.value, precision))}`;
  return { net, tax: computeAmount(expression, subtract(gross, net.value), precision) };
}

/**
 * How a printed net and tax stand to their gross amount.
 *
 * "within-rounding": they add up to it and are one minor unit off, which is unavoidable where no exact pair exists.
 */
export function judgeInclusiveSplit(
  printed: { readonly net: Numeric; readonly tax: Numeric; readonly gross: Numeric; readonly rate: Numeric },
  precision: Precision,
): "exact" | "within-rounding" | "wrong" {
  if (!isEqual(add(printed.net, printed.tax), printed.gross)) return "wrong";
  const { net } = splitInclusive(printed.gross, printed.rate, precision);
  const distance = absolute(subtract(printed.net, net.value));
  if (compare(distance, zero) === 0) return "exact";
  return compare(distance, minorUnit(precision.currency)) <= 0 ? "within-rounding" : "wrong";
}

/** A net amount that is taxed: a line, a document allowance (negative) or charge. */
export interface TaxedAmount {
  readonly net: Numeric;
  /** Percent. */
  readonly rate: Numeric;
  readonly category?: string | null;
}

/** Tax of one category and rate, as in EN 16931 (BG-23). */
export interface TaxGroup {
  readonly category: string | null;
  readonly rate: DecimalText;
  readonly base: DecimalText;
  readonly tax: Computed;
}

/** "document": one rounding for each category and rate, as EN 16931 has it. "line": every line rounds. */
export type TaxLevel = "document" | "line";

export interface DocumentTax {
  /** By category, then rate, highest first. */
  readonly groups: readonly TaxGroup[];
  readonly total: DecimalText;
}

/** Tax of a document, group by group; equal rates at another scale ("19", "19.00") are one group. */
export function documentTax(
  amounts: readonly TaxedAmount[],
  level: TaxLevel,
  precision: Precision,
): DocumentTax {
  const members: {
    readonly category: string | null;
    readonly rate: Numeric;
    readonly amounts: TaxedAmount[];
  }[] = [];
  for (const amount of amounts) {
    const category = amount.category ?? null;
    const group = members.find((member) => member.category === category && isEqual(member.rate, amount.rate));
    if (group === undefined) members.push({ category, rate: amount.rate, amounts: [amount] });
    else group.amounts.push(amount);
  }
  const groups = members
    .toSorted(
      (first, second) => compareText(first.category, second.category) || compare(second.rate, first.rate),
    )
    .map((group) => taxGroup(group.category, group.rate, group.amounts, level, precision));
  return { groups, total: decimalToText(sum(groups.map(({ tax }) => tax.value))) };
}

/** Tax in the currency of the books: the rounded tax is converted, never a converted base taxed again (BT-111). */
export function convertTax(tax: Numeric, exchangeRate: Numeric, from: Precision, to: Precision): Computed {
  const expression = `${operand(shownAmount(tax, from))} × ${shownNumber(exchangeRate)}`;
  return computeAmount(expression, multiplyFractions(tax, exchangeRate), to);
}

function taxGroup(
  category: string | null,
  rate: Numeric,
  amounts: readonly TaxedAmount[],
  level: TaxLevel,
  precision: Precision,
): TaxGroup {
  const base = sum(amounts.map(({ net }) => net));
  const group = { category, rate: decimalToText(rate), base: decimalToText(base) };
  if (level === "document" || amounts.length === 1) return { ...group, tax: taxOnNet(base, rate, precision) };
  const taxes = amounts.map(({ net }) => roundedTax(net, rate, precision));
  const expression = taxes.map((tax) => operand(shownAmount(tax, precision))).join(" + ");
  return { ...group, tax: computeAmount(expression, sum(taxes), precision) };
}

function roundedTax(net: Numeric, rate: Numeric, precision: Precision): Decimal {
  return roundToCurrency(
    multiplyFractions(net, percentToFraction(rate)),
    precision.currency,
    precision.rounding,
  );
}

function compareText(first: string | null, second: string | null): number {
  if (first === second) return 0;
  return (first ?? "") < (second ?? "") ? -1 : 1;
}
