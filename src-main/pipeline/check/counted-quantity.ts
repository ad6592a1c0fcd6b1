import {
  add,
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  isEqual,
  multiplyFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Unit } from "../../../src-shared/model/index.ts";
import { isCalendarUnit, isCountUnit, isTimeUnit, relateUnits } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { orderedQuantityOf } from "./ordered-quantity.ts";

/** Without a printed count, a thing is billed once, or as often as it was ordered where the amount says so. */
export function countedIn(
  context: LineContext,
  governing: GoverningTerm,
  net: DecimalText,
): DecimalText | null {
  const { term } = governing;
  if (term.type !== "rate" || term.value.priceBase !== undefined) return null;
  const { price, unit } = term.value;
  // At the very price of "per machine" one machine is billed; a sum near it says nothing of what counts so.
  if (!isCountUnit(unit)) return isThing(unit) && isEqual(net, price) ? ("1" as DecimalText) : null;
  const ordered = orderedQuantityOf(context)?.quantity;
  if (ordered !== undefined && compareFractions(multiplyFractions(price, ordered), toFraction(net)) === 0) {
    const exact = fractionToExactDecimal(ordered);
    return exact === undefined ? null : decimalToText(exact);
  }
  // From twice the price on, it may as well be two at another price: nobody can tell.
  const isNearOne =
    compareFractions(multiplyFractions(net, fraction(2)), toFraction(price)) > 0 &&
    compareFractions(toFraction(net), multiplyFractions(price, fraction(2))) < 0;
  return isNearOne ? ("1" as DecimalText) : null;
}

/** What an agreement counts under a name of its own: neither time nor a measure. */
const isThing = (unit: Unit): boolean =>
  !isTimeUnit(unit) && !isCalendarUnit(unit) && relateUnits(unit, "each") === "countable";

/** The quantity of the records behind a line; `null` where one is not approved or has none. */
export function deliveredQuantity({ match, owner }: LineContext): DecimalText | null {
  if (match.deliveries.length === 0) return null;
  let sum: DecimalText | null = null;
  for (const { deliveryId, quantity } of match.deliveries) {
    const delivery = owner.batch.deliveries.get(deliveryId);
    if (quantity === null || delivery?.approved === false) return null;
    sum = sum === null ? quantity : decimalToText(add(sum, quantity));
  }
  return sum;
}
