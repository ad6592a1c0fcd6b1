import { decimal, decimalToText, isEqual, toDecimal } from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { tieredAmount } from "../../../src-shared/pricing/index.ts";
import { relateUnits } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { deliveredQuantity } from "./counted-quantity.ts";
import { netOfLine } from "./line-figures.ts";

const one = decimal("1");

/** What the quantity of a line under price steps counts: the use itself, started packages of it, or the line as a whole. */
export type SteppedCount = "use" | "packages" | "whole";

/**
 * How a line under price steps is laid out.
 *
 * "7 × 12.00" under "12.00 per 500 pages" counts packages. "1 × 2,400.00" says nothing of the use: e-invoices print a
 * quantity of one where somebody bills a sum.
 */
export function steppedCountOf(context: LineContext): SteppedCount {
  const { line, terms, owner } = context;
  const [governing] = terms;
  if (governing?.term.type !== "tiers") return "use";
  const { tiers, method, packageSize } = governing.term.value;
  const [quantity, price] = [valueOf(line.quantity), valueOf(line.unitPrice)];
  if (quantity === null) return "use";
  const [first, ...others] = tiers;
  if (method === "package" && packageSize !== undefined && others.length === 0)
    if (first !== undefined && price !== null && isEqual(price, first.price)) return "packages";
  const net = netOfLine(context);
  if (!isEqual(quantity, one) || net === null || (price !== null && !isEqual(price, net))) return "use";
  const alone = tieredAmount(
    method ?? "graduated",
    { tiers, packageSize: packageSize ?? null },
    quantity,
    owner.precision,
  );
  return alone.ok && isEqual(alone.value.value, net) ? "use" : "whole";
}

/** The use that a line bills: its quantity, or what its records count where that says no use; `null` where neither does. */
export function steppedUseOf(context: LineContext): Decimal | null {
  const quantity = valueOf(context.line.quantity);
  if (steppedCountOf(context) === "use") return quantity === null ? null : toDecimal(quantity);
  const counted = deliveredQuantity(context);
  const [governing] = context.terms;
  const unit = governing?.term.type === "tiers" ? governing.term.value.unit : null;
  const isOther = context.match.deliveries.some(({ deliveryId }) => {
    const own = context.owner.batch.deliveries.get(deliveryId)?.unit ?? null;
    return own !== null && relateUnits(own, unit) === "different";
  });
  return counted === null || isOther ? null : toDecimal(decimalToText(counted));
}
