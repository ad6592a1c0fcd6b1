import { compareFractions, divideFractions, isZero, multiply } from "../../../../src-shared/money/index.ts";
import type { ResolvedLine } from "./invoice-lines.ts";

/** Rows that print a count, a price and an amount, at least, before all of them may say something else. */
const fewestRows = 3;

/**
 * Lines that bill a part of what was agreed print the count and price of the whole: "420 m² at 14.50, done 60 % before
 * and 100 % now: 2,436.00". Where no row of several multiplies out, and no one factor explains them all, they are no
 * factors of the amounts, whose sum is printed.
 */
export function withoutFactorsOfWhole(lines: readonly ResolvedLine[]): readonly ResolvedLine[] {
  const full = lines.filter(({ closes, amount }) => closes !== null && amount !== null && !isZero(amount));
  if (full.length < fewestRows || full.some(({ closes }) => closes === true) || isOneFactor(full))
    return lines;
  // A part of which nothing was done this time bills nothing.
  const billed = lines.filter(({ closes, amount }) => closes === null || amount === null || !isZero(amount));
  return billed.map((line) =>
    line.closes === null
      ? line
      : {
          ...line,
          raw: { ...line.raw, quantity: null, unit: null, price: null, priceBase: null },
          quantity: null,
          price: null,
          base: null,
          closes: null,
          isTelling: false,
        },
  );
}

/** Whether all amounts are the same part of their products: a discount or a base that is printed nowhere. */
function isOneFactor(lines: readonly ResolvedLine[]): boolean {
  const shares = lines.flatMap(({ quantity, price, amount }) =>
    quantity === null || price === null || amount === null || isZero(quantity) || isZero(price)
      ? []
      : [divideFractions(amount, multiply(quantity, price))],
  );
  const [first] = shares;
  return first === undefined || shares.every((share) => compareFractions(share, first) === 0);
}
