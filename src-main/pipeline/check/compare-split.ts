import {
  addFractions,
  compareFractions,
  fraction,
  fractionToExactDecimal,
  multiplyFractions,
  subtractFractions,
  toFraction,
  decimalToText,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, roundAmount, shownNumber } from "../../../src-shared/pricing/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { unitFactor } from "../../../src-shared/wording/index.ts";
import { agreedPriceOf, billedPriceOf } from "./agreed-price.ts";
import { compareAmounts } from "./compare-price.ts";
import type { PriceVerdict } from "./compare-price.ts";
import { compareSplitFee } from "./compare-split-fee.ts";
import type { LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";
import { show } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";

interface Piece {
  readonly governing: GoverningTerm;
  readonly price: Fraction;
  readonly shown: string;
  readonly quantity: Fraction;
}

/** A line whose days span a change of price: each record at the price of its own day, each fee for its own days. */
export function compareSplitPrice(context: LineContext): PriceVerdict {
  const { terms, line, owner } = context;
  if (terms.every(({ term }) => term.type === "fixed-fee")) return compareSplitFee(context);
  const pieces: Piece[] = [];
  for (const governing of terms) {
    if (governing.term.type !== "rate" && governing.term.type !== "overage")
      return { is: "cannot-determine", because: sentence("because/split-amount", {}) };
    const agreed = agreedPriceOf(context, governing);
    if (!agreed.ok) return { is: "cannot-determine", because: agreed.because };
    const quantity = quantityWithin(context, governing);
    pieces.push({ governing, price: agreed.price.perUnit, shown: agreed.price.shown, quantity });
  }
  const [first] = pieces;
  if (first === undefined) return { is: "cannot-determine", because: sentence("because/no-term", {}) };
  const billedQuantity = valueOf(line.quantity);
  const net = netOfLine(context);
  const proven = pieces.reduce((total, { quantity }) => addFractions(total, quantity), fraction(0));
  if (billedQuantity !== null && net !== null && compareFractions(proven, toFraction(billedQuantity)) === 0) {
    const exact = pieces.reduce(
      (total, { price, quantity }) => addFractions(total, multiplyFractions(price, quantity)),
      fraction(0),
    );
    const expression = pieces.map(({ quantity, shown }) => `${text(quantity)} × ${shown}`).join(" + ");
    const expected = computeAmount(expression, exact, owner.precision);
    return compareAmounts(context, first.governing, expected.value, net, expected.formula, null);
  }
  return compareWithBounds(context, pieces);
}

const text = (value: Fraction): string => {
  const exact = fractionToExactDecimal(value);
  return exact === undefined ? `${value.numerator} ÷ ${value.denominator}` : shownNumber(exact);
};

/** What of the records of a line was delivered while a term held, in the line's unit. */
function quantityWithin({ match, owner, line }: LineContext, { from, to }: GoverningTerm): Fraction {
  let total = fraction(0);
  for (const { deliveryId, quantity } of match.deliveries) {
    const delivery = owner.batch.deliveries.get(deliveryId);
    if (delivery === undefined || quantity === null || delivery.date === null) continue;
    if ((from !== null && delivery.date < from) || (to !== null && delivery.date >= to)) continue;
    const [unit, ours] = [delivery.unit ?? "hour", valueOf(line.unit)];
    const factor = ours === null ? fraction(1) : (unitFactor(unit, ours) ?? fraction(0));
    total = addFractions(total, multiplyFractions(quantity, factor));
  }
  return total;
}

/** Without dated records only a price outside both agreed ones is certainly wrong, by the distance to the nearer. */
function compareWithBounds(context: LineContext, pieces: readonly Piece[]): PriceVerdict {
  const { owner, line } = context;
  const billed = billedPriceOf(context);
  const prices = pieces.map((piece) =>
    sentence("words/figure", { amount: show(piece.shown as never, owner) }),
  );
  const day = pieces[1]?.governing.from ?? "";
  const unknown: PriceVerdict = {
    is: "cannot-determine",
    because: sentence("because/split-unproven", { day, prices }),
  };
  const quantity = valueOf(line.quantity);
  if (billed === null || quantity === null) return unknown;
  const sorted = pieces.toSorted((first, second) => compareFractions(first.price, second.price));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return unknown;
  const isAbove = compareFractions(billed.perUnit, highest.price) > 0;
  const isBelow = compareFractions(billed.perUnit, lowest.price) < 0;
  if (!isAbove && !isBelow) return unknown;
  const nearest = isAbove ? highest : lowest;
  const exact = multiplyFractions(quantity, nearest.price);
  const net = netOfLine(context) ?? roundAmount(multiplyFractions(quantity, billed.perUnit), owner.precision);
  const expected = computeAmount(`${shownNumber(quantity)} × ${nearest.shown}`, exact, owner.precision);
  const distance = subtractFractions(net, expected.value);
  return distance.numerator === 0n
    ? unknown
    : compareAmounts(context, nearest.governing, decimalToText(expected.value), net, expected.formula, null);
}
