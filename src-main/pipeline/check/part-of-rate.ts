import { decimalToText, isEqual, isNegative, isZero, multiply } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Cadence } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { periodAnchor, prorationReadings } from "../../../src-shared/pricing/index.ts";
import type { ProrationReading } from "../../../src-shared/pricing/index.ts";
import { periodAt } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { agreedStartOf } from "./agreed-start.ts";
import { periodsBilled } from "./billed-periods.ts";
import type { LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";
import { raisedPrice } from "./raised-price.ts";

/** Some of a thing at its price by the period, for a part of one: two seats more from the 11th on. */
export interface PartOfRate {
  readonly per: Exclude<Cadence, "once">;
  readonly span: { readonly start: LocalDate; readonly end: LocalDate };
  readonly anchor: LocalDate;
  readonly quantity: DecimalText;
  /** Of one for the whole period. */
  readonly price: DecimalText;
  /** Of all of them for the whole period. */
  readonly whole: DecimalText;
  /** Readings of a part of the period that come to the billed amount. */
  readonly names: readonly ProrationReading[];
}

/**
 * The part of a period that a line bills at a price by the period.
 *
 * `null` where it bills whole periods, and where no clause says how parts are billed and none of the usual ways comes to
 * its amount: then its price is compared as it stands.
 */
export function partOfRate(context: LineContext, governing: GoverningTerm | undefined): PartOfRate | null {
  const { interval, owner, line } = context;
  const { term } = governing ?? {};
  if (governing === undefined || term?.type !== "rate" || interval?.source !== "line") return null;
  const { per, priceBase } = term.value;
  if (per === undefined || per === "once" || per === "week" || priceBase !== undefined) return null;
  if (periodsBilled(per, context) !== null) return null;
  const [quantity, net] = [valueOf(line.quantity), netOfLine(context)];
  const raised = raisedPrice(term.value.price, governing, context);
  if (quantity === null || net === null || isZero(quantity) || isNegative(quantity) || !raised.ok)
    return null;
  const span = { start: interval.start, end: interval.end };
  const anchor = periodAnchor(per, span, agreedStartOf(owner));
  const period = periodAt(anchor, per, span.start);
  if (span.end > period.end) return null;
  const whole = decimalToText(multiply(quantity, raised.price));
  const names = prorationReadings({ price: whole, period, billable: span }, owner.precision)
    .filter(({ computed }) => isEqual(computed.value, net))
    .map(({ reading }) => reading);
  const isAgreed = owner.termsOf("proration").some(({ term: basis }) => basis.absent !== true);
  return isAgreed || names.length > 0
    ? { per, span, anchor, quantity, price: raised.price, whole, names }
    : null;
}
