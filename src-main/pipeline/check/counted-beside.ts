import { addFractions, fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  isCalendarUnit,
  isDistance,
  isTimeUnit,
  relateUnits,
  saysUnit,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { remembered } from "./keyed-values.ts";
import { proveQuantity } from "./proven-quantity.ts";
import { nearestTo } from "./rate-of-record.ts";

/** What the records of other lines count for a line as well. */
interface CountedBeside {
  readonly counted: Fraction;
  readonly records: readonly Delivery[];
}

/**
 * The count of records that prove what another price of the same unit bills, for a line without records of its own;
 * found once for each price of an invoice.
 *
 * A mile costs haulage and fuel, a guest costs a meal and drinks: one record counts for all prices of a mile or a guest.
 * Hours are spent once and pieces are things of their own, so time and bare pieces are not told so; and a record that is
 * called like the other price ("12 t gravel") counts no topsoil, while miles are driven under whatever name.
 */
export function countedBeside({ terms: [own], owner }: LineContext): CountedBeside | null {
  if (own === undefined) return null;
  // Most prices are by time or for bare pieces, which nothing beside them counts: those need no index.
  const unit = agreedUnit(own);
  if (unit === null || isTimeUnit(unit) || isCalendarUnit(unit) || bare.has(unit)) return null;
  const known = owner.batch.once("counted-beside", () => new Map<string, CountedBeside | null>());
  return remembered(known, `${owner.invoice.id}|${own.term.id}`, () => countedFor(own, unit, owner));
}

function countedFor(own: GoverningTerm, unit: Unit, { lines }: InvoiceContext): CountedBeside | null {
  const isOtherMeasure = ({ line }: LineContext): boolean =>
    relateUnits(valueOf(line.unit), unit) === "convertible";
  // Which of several lines under one price the count is for, nobody can tell.
  const [mine, another] = lines.filter(({ terms: [governing] }) => governing?.term.id === own.term.id);
  if (mine === undefined || another !== undefined || isOtherMeasure(mine)) return null;
  let counted: Fraction | null = null;
  const behind: Delivery[] = [];
  for (const line of lines) {
    const [other] = line.terms;
    if (other === undefined || other.term.id === own.term.id || line.match.deliveries.length === 0) continue;
    if (relateUnits(agreedUnit(other), unit) !== "same") continue;
    if (isOtherMeasure(line)) return null;
    const proven = proveQuantity(line);
    if (proven.hasUnreadable || proven.unapproved.numerator > 0n || proven.unknown.numerator > 0n)
      return null;
    if (!isDistance(unit) && proven.records.some((record) => nearestTo(record, [other, own]) === other))
      return null;
    counted = addFractions(counted ?? fraction(0), proven.counted);
    behind.push(...proven.records);
  }
  return counted === null ? null : { counted, records: behind };
}

const agreedUnit = ({ term }: GoverningTerm): Unit | null => {
  if (term.type !== "rate") return null;
  return saysUnit(term.value, "person") ? "person" : term.value.unit;
};

const bare: ReadonlySet<Unit> = new Set(["each", "piece", "unit", "set", "job"]);
