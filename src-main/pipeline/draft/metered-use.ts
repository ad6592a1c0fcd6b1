import {
  addFractions,
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Cadence } from "../../../src-shared/model/index.ts";
import { overageAmount, tieredAmount } from "../../../src-shared/pricing/index.ts";
import { formatPeriod, monthsPer, wholeMonthsIn } from "../../../src-shared/time/index.ts";
import { relateUnits } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, hasRemainder, openGap, remainderGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { BilledRecord, DraftPart, DraftRoom } from "./draft-room.ts";
import { raisedPrice } from "./raised-price.ts";
import type { PricedTerm } from "./record-price.ts";

/** Whether the period of the draft is one whole period of a term; a term without one counts by the bill. */
export const isOnePeriod = (per: Cadence | null, room: DraftRoom): boolean =>
  per === null || wholeMonthsIn(room.period) === (monthsPer(per) ?? null);

const none = (gap: DraftPart["gaps"][number]): DraftPart => ({ charges: [], gaps: [gap] });

const totalOf = (records: readonly BilledRecord[]): Fraction =>
  records.reduce((total, { quantity }) => addFractions(total, quantity), fraction(0));

/** One line for all use of a period under a table of prices. */
export function priceTiers(term: PricedTerm, records: readonly BilledRecord[], room: DraftRoom): DraftPart {
  if (term.term.type !== "tiers") throw new Error("No tiers");
  const { item, method, tiers, packageSize, per, unit } = term.term.value;
  const { evidence } = term.term;
  if (method === null) return none(openGap("drafting/tier-method-unsaid", { item }, evidence));
  if (hasRemainder(term)) return none(remainderGap(term, item));
  if (!isOnePeriod(per, room))
    return none(
      openGap(
        "drafting/period-of-term-differs",
        { item, per: per ?? "", period: formatPeriod(room.period) },
        evidence,
      ),
    );
  const quantity = fractionToExactDecimal(totalOf(records));
  if (quantity === undefined)
    return none(openGap("drafting/quantity-inexact", { item, quantity: "" }, evidence));
  const computed = tieredAmount(
    method,
    { tiers, packageSize: packageSize ?? null },
    quantity,
    room.precision,
  );
  if (!computed.ok)
    return none(
      openGap("drafting/tiers-do-not-cover", { item, quantity: decimalToText(quantity) }, evidence),
    );
  return {
    charges: [
      charge({
        kind: "fee",
        description: item,
        quantity: decimalToText(quantity),
        unit,
        net: computed.value.value,
        terms: [term],
        deliveries: records.map(({ record }) => record),
        formula: computed.value.formula,
      }),
    ],
    gaps: [],
  };
}

/** Use beyond what is included; nothing where all of it is. */
export function priceIncluded(
  term: PricedTerm,
  records: readonly BilledRecord[],
  room: DraftRoom,
): DraftPart {
  if (term.term.type !== "overage") throw new Error("No overage");
  const { item, unit, price } = term.term.value;
  const included = room
    .termsOf("included")
    .filter((other) => other.term.absent !== true && relateUnits(other.term.value.unit, unit) === "same");
  const [free] = included;
  if (free === undefined || included.length > 1)
    return none(openGap("drafting/included-unclear", { item, count: included.length }, term.term.evidence));
  const governing = free as GoverningTerm;
  if (whyUnusable(governing) !== null) return none(unusableGap(governing, item));
  if (hasRemainder(governing)) return none(remainderGap(governing, item));
  if (!isOnePeriod(free.term.value.per, room))
    return none(
      openGap(
        "drafting/period-of-term-differs",
        { item, per: free.term.value.per ?? "", period: formatPeriod(room.period) },
        free.term.evidence,
      ),
    );
  const used = totalOf(records);
  const excess = subtractFractions(used, free.term.value.quantity);
  // What is within this period's own quantity is free, whatever was carried over to it.
  if (compareFractions(excess, fraction(0)) <= 0) return { charges: [], gaps: [] };
  if (free.term.value.rollover !== undefined)
    return none(openGap("drafting/rollover", { item }, free.term.evidence));
  const raised = raisedPrice(price, term, room.period.start, room);
  if (!raised.ok)
    return none(
      openGap(
        raised.code,
        { item },
        raised.with.flatMap((other) => other.term.evidence),
      ),
    );
  const [shownUsed, shownExcess] = [fractionToExactDecimal(used), fractionToExactDecimal(excess)];
  if (shownUsed === undefined || shownExcess === undefined)
    return none(openGap("drafting/quantity-inexact", { item, quantity: "" }, term.term.evidence));
  const computed = overageAmount(
    { used: shownUsed, included: free.term.value.quantity, price: raised.price },
    room.precision,
  );
  return {
    charges: [
      charge({
        kind: "fee",
        description: item,
        quantity: decimalToText(shownExcess),
        unit,
        unitPrice: raised.price,
        net: computed.value,
        terms: [term, governing, ...raised.with],
        deliveries: records.map(({ record }) => record),
        formula: computed.formula,
      }),
    ],
    gaps: [],
  };
}
