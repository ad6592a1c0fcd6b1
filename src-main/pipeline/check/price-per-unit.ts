import { divideFractions, fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/** Billed price of one unit; from the amount where no price is printed. */
export function pricePerUnit(context: LineContext, billed: Fraction): Fraction | null {
  const { line } = context;
  const price = valueOf(line.unitPrice);
  if (price !== null) return divideFractions(price, valueOf(line.priceBase) ?? fraction(1));
  const net = netOfLine(context);
  return net === null || billed.numerator === 0n ? null : divideFractions(net, billed);
}
