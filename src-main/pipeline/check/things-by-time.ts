import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  fractionToDecimal,
  isEqual,
  multiplyFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { lengthInDays } from "../../../src-shared/time/index.ts";
import { isCalendarUnit, isCountUnit, knownUnit, relateUnits } from "../../../src-shared/wording/index.ts";
import { periodsBilled } from "./billed-periods.ts";
import { pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { LineContext } from "./context.ts";
import { createFamilyFinder } from "./family-of-record.ts";
import { proveQuantity, showQuantity } from "./proven-quantity.ts";
import { both, neitherKnown } from "./quantity-verdicts.ts";
import { raisedPrice } from "./raised-price.ts";
import { unplacedPaperFor } from "./unplaced-papers.ts";

/** What a line counts that is for things and their time: "3 heaters, 10 days each" is 30 days. */
interface Counted {
  readonly span: "day" | "week" | null;
  /** Whether its unit says so; else it may as well be the things. */
  readonly isSaid: boolean;
}

/**
 * What records of things alone say of a line that bills them by the day or the week; `null` where both count the same.
 *
 * Three heaters that came are no thirty days of heaters. They prove them where the line prints its days and they come to
 * its quantity, times the things that came before the first of them, and nothing came or went since.
 */
export function judgeThingsByTime(context: LineContext, printed: DecimalText): readonly Verdict[] | null {
  const { match, owner } = context;
  const records = match.deliveries.flatMap(({ deliveryId }) => owner.batch.deliveries.get(deliveryId) ?? []);
  if (!records.some(countsThings) || records.some(({ unit }) => unit !== null && isSpan(unit))) return null;
  const counted = countedBy(context);
  if (counted === null) return null;
  const billed = toFraction(printed);
  if (!counted.isSaid && compareFractions(proveQuantity(context).counted, billed) === 0) return null;
  const things = thingsProven(context);
  if (things === null || !comesTo(billed, things, counted, context) || !stayed(records, context))
    return neitherKnown(sentence("because/things-by-time", {}));
  return both((id) =>
    pass(
      id,
      sentence("because/things-times-days", { billed: showQuantity(billed), things: showQuantity(things) }),
    ),
  );
}

/** Whether a line at a price for each thing by the period may bill things times their time, which no order counts. */
export const mayMultiplyByTime = (context: LineContext): boolean =>
  isForLasting(context) && countedBy(context) !== null;

function countedBy(context: LineContext): Counted | null {
  const unit = valueOf(context.line.unit);
  if (unit !== null && isSpan(unit)) return { span: spanOf(unit), isSaid: true };
  if (unit !== null && !isCountUnit(knownUnit(unit))) return null;
  const [governing] = context.terms;
  if (governing?.term.type !== "rate") return null;
  const { unit: agreed, per, price } = governing.term.value;
  if (isSpan(agreed)) return { span: null, isSaid: false };
  const printed = valueOf(context.line.unitPrice);
  if (per === undefined || per === "once" || !isForLasting(context) || printed === null) return null;
  const raised = raisedPrice(price, governing, context);
  const whole = toFraction(raised.ok ? raised.price : price);
  const compared = compareFractions(toFraction(printed), whole);
  // What costs more than agreed is for no less than the whole period.
  if (compared > 0) return null;
  if (compared < 0) {
    const aDay = per === "week" ? fractionToDecimal(divideFractions(whole, fraction(7)), 2) : null;
    if (aDay !== null && isEqual(aDay, printed)) return { span: "day", isSaid: false };
    const isOfPart = compareFractions(multiplyFractions(printed, fraction(2)), whole) <= 0;
    return isOfPart ? { span: null, isSaid: false } : null;
  }
  const periods = periodsBilled(per, context);
  const isOfOne =
    periods === undefined ? per !== "week" : periods !== null && compareFractions(periods, fraction(1)) === 0;
  return isOfOne ? null : { span: per === "week" ? "week" : null, isSaid: false };
}

/** A price by the period for each of something that stays: visits and loads happen, and last no weeks. */
function isForLasting({ terms: [governing] }: LineContext): boolean {
  if (governing?.term.type !== "rate") return false;
  const { unit, per } = governing.term.value;
  if (per === undefined || per === "once" || isSpan(unit) || happening.has(knownUnit(unit))) return false;
  return relateUnits(unit, "each") !== "different";
}

const happening: ReadonlySet<Unit> = new Set(
  "job visit trip session call ticket incident load document shift".split(" "),
);

const isSpan = (unit: Unit): boolean =>
  ["day", "half-day"].includes(knownUnit(unit)) || isCalendarUnit(knownUnit(unit));

const spanOf = (unit: Unit): Counted["span"] => {
  const known = knownUnit(unit);
  return known === "day" || known === "week" ? known : null;
};

/** Things that came, of which no record says for how long. */
const countsThings = ({ kind, unit }: Delivery): boolean =>
  unit === null
    ? kind === "goods"
    : (kind === "goods" || kind === "work") &&
      !happening.has(knownUnit(unit)) &&
      relateUnits(unit, "each") !== "different";

/** How many of the things approved records count; `null` where one of them leaves open how many, or whether of these. */
function thingsProven(context: LineContext): Fraction | null {
  if (context.match.deliveries.some(({ reasons }) => reasons.every((reason) => reason === "period")))
    return null;
  const { counted, unapproved, unknown, records, hasUnreadable } = proveQuantity(context);
  const isOpen = hasUnreadable || !records.every(countsThings);
  return isOpen || addFractions(unapproved, unknown).numerator > 0n ? null : counted;
}

/** Whether a line prints things and days of its own that come to its quantity. */
function comesTo(billed: Fraction, things: Fraction, { span }: Counted, context: LineContext): boolean {
  const { interval } = context;
  if (interval?.source !== "line" || span === null || !isPrinted(things, context)) return false;
  const days = fraction(lengthInDays(interval), span === "week" ? 7 : 1);
  return compareFractions(multiplyFractions(things, days), billed) === 0;
}

/** Whether what records count came by the first day of a line, and no other record says that anything came or went since. */
function stayed(records: readonly Delivery[], { interval, owner }: LineContext): boolean {
  if (interval === null || records.some(({ date }) => date === null || date > interval.start)) return false;
  const own = new Set(records.map(({ id }) => id));
  const familyOf = owner.batch.once("family-of-record", createFamilyFinder);
  const isMoved = owner.batch.input.deliveries.some(
    (delivery) =>
      !own.has(delivery.id) &&
      (delivery.kind === "goods" || delivery.kind === "work") &&
      (delivery.date === null || (delivery.date > interval.start && delivery.date < interval.end)) &&
      [owner.match.agreementId, null].includes(familyOf(delivery)),
  );
  return !isMoved && unplacedPaperFor(owner) === null;
}

/** Whether a line says for how many things its days are; of one it need not. */
function isPrinted(things: Fraction, { line: { description } }: LineContext): boolean {
  const figure = showQuantity(things);
  return (
    figure === "1" ||
    [...description.matchAll(/(?<![\d.,/:–-])\d+(?![\d.,/:–-])/g)].some(([printed]) => printed === figure)
  );
}
