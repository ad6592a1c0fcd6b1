import {
  add,
  compare,
  decimalToText,
  divideFractions,
  fraction,
  isZero,
  maximum,
  maximumFraction,
  minimum,
  multiplyFractions,
  subtract,
  subtractFractions,
  toFraction,
  zero,
} from "../money/index.ts";
import type { DecimalText, Fraction, Numeric } from "../money/index.ts";
import { computeAmount, operand, shownAmount, shownDivisor, shownNumber } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";

/** A part of a period as two counts, such as 10 of 30 days. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** What is owed on top of the charges to reach a minimum: max(0, minimum × share − charges). */
export function minimumTrueUp(
  commitment: { readonly minimum: Numeric; readonly charges: Numeric; readonly share?: Share | null },
  precision: Precision,
): Computed {
  const { minimum: committed, charges, share } = commitment;
  const shown = `${shownAmount(committed, precision)}${shownShare(share)} − ${operand(shownAmount(charges, precision))}`;
  const shortfall = subtractFractions(shareOfMinimum(committed, share), charges);
  return computeAmount(`max(0, ${shown})`, maximumFraction(shortfall, fraction(0)), precision);
}

/** The minimum of a part of a period: "500.00 × 10 ÷ 30 = 166.666666… ≈ 166.67". */
export function proratedMinimum(committed: Numeric, share: Share, precision: Precision): Computed {
  const expression = `${shownAmount(committed, precision)}${shownShare(share)}`;
  return computeAmount(expression, shareOfMinimum(committed, share), precision);
}

/** A part of a shortfall, where underuse is charged in part only: "max(0, 2500.00 − 2100.00) × 25 % = 100.00". */
export function partialTrueUp(
  commitment: { readonly minimum: Numeric; readonly charges: Numeric; readonly percent: Numeric },
  precision: Precision,
): Computed {
  const shortfall = maximum(subtract(commitment.minimum, commitment.charges), zero);
  const shown = `${shownAmount(commitment.minimum, precision)} − ${operand(shownAmount(commitment.charges, precision))}`;
  const part = divideFractions(commitment.percent, fraction(100));
  return computeAmount(
    `max(0, ${shown}) × ${shownNumber(commitment.percent)} %`,
    multiplyFractions(shortfall, part),
    precision,
  );
}

/** Use beyond what is included: "max(0, 20.25 − 20) × 95.00 = 23.75". What was carried over counts as included. */
export function overageAmount(
  usage: {
    readonly used: Numeric;
    readonly included: Numeric;
    readonly carried?: Numeric | null;
    readonly price: Numeric;
    readonly priceBase?: Numeric | null;
  },
  precision: Precision,
): Computed {
  const { used, included, carried, price, priceBase } = usage;
  const more =
    carried === null || carried === undefined || isZero(carried) ? "" : ` − ${shownNumber(carried)}`;
  const excess = maximum(subtract(used, add(included, carried ?? zero)), zero);
  const shown = `max(0, ${shownNumber(used)} − ${shownNumber(included)}${more})`;
  return computeAmount(
    `${shown} × ${operand(shownAmount(price, precision))}${shownDivisor(priceBase)}`,
    divideFractions(multiplyFractions(excess, price), priceBase ?? fraction(1)),
    precision,
  );
}

/** What is left of an included quantity to be carried over: never below zero, never above what the term lets pass. */
export function carriedQuantity(included: Numeric, used: Numeric, limit?: Numeric | null): DecimalText {
  const unused = maximum(subtract(included, used), zero);
  return decimalToText(limit === null || limit === undefined ? unused : minimum(unused, limit));
}

/** What of a balance (prepayment, deposit, retainer) pays an amount, and what is left of both. */
export function applyBalance(
  due: Numeric,
  balance: Numeric,
  precision: Precision,
): { readonly applied: Computed; readonly stillDue: Computed; readonly balanceLeft: Computed } {
  const usable = maximum(minimum(due, balance), zero);
  const [dueText, balanceText] = [shownAmount(due, precision), shownAmount(balance, precision)];
  const appliedText = operand(shownAmount(usable, precision));
  return {
    applied: computeAmount(`min(${dueText}, ${balanceText})`, usable, precision),
    stillDue: computeAmount(`${dueText} − ${appliedText}`, subtract(due, usable), precision),
    balanceLeft: computeAmount(`${balanceText} − ${appliedText}`, subtract(balance, usable), precision),
  };
}

/** How an amount stands to a threshold: "over $25" begins a cent later than "$25 or more". */
export function isBeyond(amount: Numeric, threshold: Numeric, reading: "over" | "or-more"): boolean {
  const order = compare(amount, threshold);
  return reading === "over" ? order > 0 : order >= 0;
}

function shareOfMinimum(committed: Numeric, share: Share | null | undefined): Fraction {
  if (share === null || share === undefined) return toFraction(committed);
  return divideFractions(multiplyFractions(committed, fraction(share.part)), fraction(share.whole));
}

function shownShare(share: Share | null | undefined): string {
  return share === null || share === undefined ? "" : ` × ${share.part} ÷ ${share.whole}`;
}
