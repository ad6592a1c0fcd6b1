import {
  compareFractions,
  decimalToText,
  fraction,
  fractionToExactDecimal,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { overageAmount } from "../../../src-shared/pricing/index.ts";
import { relateUnits } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { billedRecordsIn } from "./billed-records.ts";
import type { BatchContext } from "./context.ts";
import { monthOnPaper, recordedQuantity } from "./recorded-quantity.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";

/** Use of a month beyond what its fee includes, which no line bills. */
export interface UnbilledOverage {
  /** In the unit of the price. */
  readonly quantity: DecimalText;
  readonly unit: Unit | null;
  readonly impact: DecimalText;
  readonly records: readonly Delivery[];
}

/**
 * What records of one month, none of them on a line, come to beyond an included quantity; `null` where that is nothing or
 * cannot be told: several figures are included, something is carried over, or a line bills other use of the month.
 */
export function unbilledOverage(
  records: readonly Delivery[],
  governing: readonly GoverningTerm[],
  currency: string,
  batch: BatchContext,
): UnbilledOverage | null {
  const overages = governing.filter(({ term }) => term.type === "overage" && term.absent !== true);
  const [overage] = overages;
  if (overage?.term.type !== "overage" || overages.length > 1) return null;
  const { unit, price } = overage.term.value;
  const included = governing.flatMap((one) =>
    one.term.type === "included" &&
    one.term.absent !== true &&
    relateUnits(one.term.value.unit, unit) === "same"
      ? [{ governing: one, value: one.term.value }]
      : [],
  );
  const [free] = included;
  if (free === undefined || included.length > 1 || free.value.per !== "month") return null;
  const isOpen = [overage, free.governing].some((one) => whyUnusable(one) !== null || hasRemainder(one));
  const isRaised = governing.some(({ term }) => term.type === "escalator" && term.absent !== true);
  if (isOpen || isRaised || free.value.rollover !== undefined || billsUse(records, batch)) return null;
  const used = unit === null ? null : recordedQuantity(records, unit);
  if (used === null) return null;
  const excess = subtractFractions(used, toFraction(free.value.quantity));
  const [shown, shownUsed] = [fractionToExactDecimal(excess), fractionToExactDecimal(used)];
  if (compareFractions(excess, fraction(0)) <= 0 || shown === undefined || shownUsed === undefined)
    return null;
  const amount = overageAmount({ used: shownUsed, included: free.value.quantity, price }, { currency });
  return { quantity: decimalToText(shown), unit, impact: amount.value, records };
}

/** Whether lines bill other records of the same papers and months: what is included was counted there. */
function billsUse(records: readonly Delivery[], batch: BatchContext): boolean {
  const billed = batch.once("months-of-papers-billed", findMonthsBilled);
  return records.some((record) => billed.has(monthOnPaper(record)));
}

const findMonthsBilled = (batch: BatchContext): ReadonlySet<string> =>
  new Set(
    [...billedRecordsIn(batch)].flatMap((id) => {
      const record = batch.deliveries.get(id);
      return record === undefined ? [] : [monthOnPaper(record)];
    }),
  );
