import { add, isEqual, subtract, sum, toDecimal, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { ResolvedLine } from "./invoice-lines.ts";

/** Lines above a sum at least: one line and its equal are two lines. */
const fewestAbove = 2;

/**
 * Takes a line out that prints the sum of all lines above it, over pages as well: "Runs 528.50" over "Fuel 12 % of runs".
 *
 * Only where the lines make no printed total with it, and one without it or the line is the last.
 */
export function withoutSumAmongLines(
  lines: readonly ResolvedLine[],
  totals: readonly Decimal[],
): readonly ResolvedLine[] {
  const amounts = lines.map(({ amount }) => (amount === null ? null : toDecimal(amount)));
  if (amounts.some((amount) => amount === null)) return lines;
  const isTotal = (made: Decimal): boolean => totals.some((total) => isEqual(total, made));
  const whole = sum(amounts.map((amount) => amount ?? zero));
  if (isTotal(whole)) return lines;
  let above: Decimal = zero;
  for (const [index, line] of lines.entries()) {
    const amount = amounts[index] ?? zero;
    const isBare = line.raw.quantity === null && line.raw.price === null;
    // The last line of all that prints what all above it come to is their sum, under whatever name.
    const isLast = index === lines.length - 1;
    if (
      index >= fewestAbove &&
      isBare &&
      isEqual(amount, above) &&
      (isLast || isTotal(subtract(whole, amount)))
    )
      return lines.filter((other) => other !== line);
    above = add(above, amount);
  }
  return lines;
}
