import { addFractions, fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { isCalendarUnit, isTimeUnit, relateUnits, saysUnit } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { proveQuantity } from "./proven-quantity.ts";

/** What the records of other lines count for a line as well. */
export interface CountedBeside {
  readonly counted: Fraction;
  readonly records: readonly Delivery[];
}

/**
 * The count of records that prove what another price of the same unit bills, for a line without records of its own.
 *
 * A mile costs haulage and fuel, a guest costs a meal and drinks: one record counts for all prices of a mile or a guest.
 * Hours are spent once and pieces are things of their own, so time and bare pieces are not told so.
 */
export function countedBeside(context: LineContext): CountedBeside | null {
  const unit = agreedUnit(context);
  const own = context.terms[0]?.term.id;
  if (unit === null || own === undefined || isTimeUnit(unit) || isCalendarUnit(unit) || bare.has(unit))
    return null;
  const others = context.owner.lines.filter(
    (line) =>
      line.subject !== context.subject &&
      line.match.deliveries.length > 0 &&
      line.terms[0]?.term.id !== own &&
      relateUnits(agreedUnit(line), unit) === "same",
  );
  let counted = fraction(0);
  const behind: Delivery[] = [];
  for (const line of others) {
    const proven = proveQuantity(line);
    if (proven.hasUnreadable || proven.unapproved.numerator > 0n || proven.unknown.numerator > 0n)
      return null;
    counted = addFractions(counted, proven.counted);
    behind.push(...proven.records);
  }
  return others.length === 0 ? null : { counted, records: behind };
}

const agreedUnit = ({ terms: [governing] }: LineContext): Unit | null => {
  if (governing?.term.type !== "rate") return null;
  return saysUnit(governing.term.value, "person") ? "person" : governing.term.value.unit;
};

const bare: ReadonlySet<Unit> = new Set(["each", "piece", "unit", "set", "job"]);
