import {
  isEqual,
  isNegative,
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { computeAmount, shownAmount } from "../../../../src-shared/pricing/index.ts";
import { isCalendarUnit, saysUnit } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import { periodsBilled } from "../billed-periods.ts";
import { leastTimesDue, saysOnce } from "../compare-amount.ts";
import type { LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { givesBack, netOfLine } from "../line-figures.ts";
import { orderedQuantityOf } from "../ordered-quantity.ts";
import type { Ordered } from "../ordered-quantity.ts";
import { judgeBeside, judgeRecords } from "../judge-records.ts";
import { isMore, showQuantity } from "../proven-quantity.ts";
import { coversItsDays, hasRecords, isMeasured } from "../record-use.ts";
import { isReversed } from "../reversed-lines.ts";
import { daysWords } from "../show.ts";
import { raisedPrice } from "../raised-price.ts";
import { judgeThingsByTime, mayMultiplyByTime } from "../things-by-time.ts";
import { judgeUnrecorded } from "../unrecorded-pieces.ts";
import { steppedCountOf } from "../stepped-use.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { attendedVisits, deliveriesMade } from "../attended-visits.ts";
import type { AttendedVisits } from "../attended-visits.ts";
import { loggedVisits } from "../unbilled-occasions.ts";
import { both, ids, neitherKnown, nothingProven, verdictsFor } from "../quantity-verdicts.ts";

/** What is billed here and before is what the approved records prove, no more and no less. */
export const quantity: LineRule = {
  ids,
  family: 7,
  title: "Quantities are what was delivered",
  version: 12,
  scope: "line",
  needs: ["invoice", "timesheet"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "term.unbound", "term.ambiguous", "cutoff.timezone"],
  restsOn: "the price of its line",
  skip: ({ isCredit, invoice }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : invoice.kind === "proforma"
        ? sentence("because/proforma", {})
        : null,
  judge: (context) => judge(context),
};

function judge(context: LineContext): readonly Verdict[] {
  const { line, match, terms } = context;
  if (match.state === "not-priced")
    return both((id) => notApplicable(id, sentence("because/bills-no-quantity", {})));
  if (givesBack(context)) return both((id) => notApplicable(id, sentence("because/credit-gives-part", {})));
  if (isUndecided(line.quantity))
    return both((id) => cannotDetermine(id, sentence("because/quantity-unread", {})));
  const billed = valueOf(line.quantity);
  // Fewer than none takes back what another line billed.
  if (billed !== null && isNegative(billed))
    return both((id) => notApplicable(id, sentence("because/credit-gives-part", {})));
  if (isReversed(context)) return both((id) => notApplicable(id, sentence("because/taken-back", {})));
  const [governing] = terms;
  switch (governing?.term.type) {
    case "fixed-fee":
      return judgePeriods(context, billed);
    case "milestone":
    case "deposit":
    case "surcharge":
    case "expenses":
    case "schedule-of-values":
    case "late-fee":
    case "minimum":
    case "discount":
    case "retention":
    case "tax":
    case "service-credit":
      return both((id) => notApplicable(id, sentence("because/amount-not-quantity", {})));
    case "overage":
      return both((id) => notApplicable(id, sentence("because/beyond-included", {})));
    case "tiers":
      // The steps of a price count the use, which neither a sum nor packages of it print.
      if (steppedCountOf(context) !== "use")
        return both((id) => notApplicable(id, sentence("because/amount-not-quantity", {})));
      break;
    default:
      break;
  }
  if (billed === null)
    return both((id) =>
      hidesQuantity(context)
        ? cannotDetermine(id, sentence("because/quantity-unread", {}))
        : notApplicable(id, sentence("because/no-quantity", {})),
    );
  // E-invoices count calls as pieces: what the steps of their price count says that a meter does.
  const isStepped = governing?.term.type === "tiers" && (valueOf(line.unit) ?? "each") === "each";
  const agreed = isStepped || governing?.term.type === "rate" ? governing.term.value.unit : null;
  const unit = isStepped ? agreed : (valueOf(line.unit) ?? agreed);
  if (isCalendarUnit(unit) && match.deliveries.length === 0)
    return both((id) => notApplicable(id, sentence("because/counts-periods", {})));
  const beside = match.deliveries.length === 0 ? judgeBeside(context, billed) : null;
  if (beside !== null) return beside;
  const ordered = match.deliveries.length === 0 ? orderedQuantityOf(context) : null;
  if (ordered !== null) return judgeOrdered(context, ordered, toFraction(billed));
  const visits =
    match.deliveries.length === 0
      ? (attendedVisits(context) ?? deliveriesMade(context) ?? loggedVisits(context))
      : null;
  if (visits !== null) return judgeVisits(context, visits, toFraction(billed));
  if (match.deliveries.length === 0 && coversItsDays(context, billed, unit))
    return both((id) => pass(id, sentence("because/counts-days", {})));
  if (match.deliveries.length === 0 && !isMeasured(unit, context) && !hasRecords(context, unit))
    return judgeUnrecorded(context, billed, unit);
  return judgeThingsByTime(context, billed) ?? judgeRecords(context, billed);
}

/** A price that is not the amount was multiplied by something: its quantity stands where nobody read it. */
function hidesQuantity(context: LineContext): boolean {
  const price = valueOf(context.line.unitPrice);
  const net = netOfLine(context);
  return price !== null && net !== null && !isEqual(price, net);
}

/** Without records of delivery, what an accepted offer or order counts is the most that may be billed. */
function judgeOrdered(context: LineContext, ordered: Ordered, billed: Fraction): readonly Verdict[] {
  const total = addFractions(ordered.before, billed);
  const left = subtractFractions(ordered.quantity, ordered.before);
  if (!isMore(total, ordered.quantity))
    return [
      pass(
        "quantity.over",
        sentence("because/of-ordered", {
          billed: showQuantity(total),
          ordered: showQuantity(ordered.quantity),
        }),
      ),
      notApplicable("quantity.under", sentence("because/ordered-not-delivered", {})),
    ];
  if (mayMultiplyByTime(context)) return neitherKnown(sentence("because/ordered-by-time", {}));
  if (ordered.mayGrow)
    return neitherKnown(
      sentence("because/more-than-ordered", {
        billed: showQuantity(total),
        ordered: showQuantity(ordered.quantity),
      }),
    );
  const evidenced = left.numerator < 0n ? fraction(0) : left;
  return verdictsFor(context, "over", billed, evidenced, nothingProven);
}

/** A visit is billed as often as records show that somebody came; that fewer are billed, nothing forbids. */
function judgeVisits(context: LineContext, visits: AttendedVisits, billed: Fraction): readonly Verdict[] {
  const { count: most, unsaid = fraction(0) } = visits;
  if (isMore(billed, most) && !isMore(billed, addFractions(most, unsaid)))
    return both((id) =>
      cannotDetermine(id, sentence("because/approval-unsaid", { quantity: showQuantity(unsaid) })),
    );
  if (isMore(billed, most))
    return verdictsFor(context, "over", billed, most, { ...nothingProven, records: visits.records });
  return [
    pass(
      "quantity.over",
      sentence("because/visits-attended", { billed: showQuantity(billed), visits: showQuantity(most) }),
    ),
    notApplicable("quantity.under", sentence("because/visits-optional", {})),
  ];
}

/** A way there and a way back are two, any other time is one; what goes beyond them only a record can prove. */
function judgeTimes(context: LineContext, billed: DecimalText, least: 1 | 2): readonly Verdict[] {
  if (context.match.deliveries.length > 0) return judgeRecords(context, billed);
  const visits = attendedVisits(context);
  if (visits !== null && least === 1) return judgeVisits(context, visits, toFraction(billed));
  if (compareFractions(toFraction(billed), fraction(least)) > 0)
    return both((id) => cannotDetermine(id, sentence("because/times-unknown", {})));
  return both((id) =>
    id === "quantity.over"
      ? pass(id, least === 2 ? sentence("because/there-and-back", {}) : sentence("because/billed-once", {}))
      : notApplicable(id, sentence("because/times-unsaid", {})),
  );
}

/** A fee is due once for each of its periods. */
function judgePeriods(context: LineContext, billed: DecimalText | null): readonly Verdict[] {
  const { terms, line, owner } = context;
  const [governing] = terms;
  const price = valueOf(line.unitPrice);
  if (governing?.term.type !== "fixed-fee" || billed === null || price === null)
    return both((id) => notApplicable(id, sentence("because/once-per-period", {})));
  const { per } = governing.term.value;
  // A sum that stands in a list of prices without a unit is due for each; its records say how often that was.
  if (per === "once" && context.match.deliveries.length > 0) return judgeRecords(context, billed);
  if (per === "once" && compareFractions(toFraction(billed), fraction(1)) < 0)
    return both((id) => notApplicable(id, sentence("because/quantity.part-of-fee", {})));
  const unit = valueOf(line.unit);
  if (per === "once" && unit !== null && saysUnit({ item: governing.term.value.item, unit: "each" }, unit))
    return both((id) => cannotDetermine(id, sentence("because/quantity.fee-times-unsaid", {})));
  const times = leastTimesDue(governing);
  if (times !== null) return judgeTimes(context, billed, times);
  if (per === "once" && compareFractions(toFraction(billed), fraction(1)) > 0 && !saysOnce(governing))
    return both((id) => cannotDetermine(id, sentence("because/quantity.fee-times-unsaid", {})));
  const periods = periodsBilled(governing.term.value.per, context);
  // Several of a fee, and no days that say for how long: nobody knows whether so many were due.
  if (periods === undefined && compareFractions(toFraction(billed), fraction(1)) > 0)
    return both((id) => cannotDetermine(id, sentence("because/periods-unprinted", {})));
  if (periods === null || periods === undefined)
    return both((id) => notApplicable(id, sentence("because/periods-unprinted", {})));
  // "Windows, 3rd quarter" on the bill of its last month is one quarter, whatever month that is.
  const isLonger =
    compareFractions(periods, fraction(1)) < 0 && compareFractions(toFraction(billed), fraction(1)) === 0;
  if (isLonger && context.interval?.source === "invoice" && valueOf(line.unit) === per)
    return both((id) => notApplicable(id, sentence("because/periods-unprinted", {})));
  const { amount } = governing.term.value;
  const raised = raisedPrice(amount, governing, context);
  if (!isEqual(price, amount) && !(raised.ok && isEqual(price, raised.price)))
    return both((id) => notApplicable(id, sentence("because/amount-by-rate", {})));
  const difference = subtractFractions(billed, periods);
  if (difference.numerator === 0n)
    return both((id) =>
      pass(
        id,
        sentence("because/periods-due", {
          count: showQuantity(periods),
          unit: governing.term.type === "fixed-fee" ? governing.term.value.per : "",
        }),
      ),
    );
  const impact = computeAmount(
    `(${showQuantity(billed)} − ${showQuantity(periods)}) × ${shownAmount(price, owner.precision)}`,
    multiplyFractions(difference, price),
    owner.precision,
  );
  const isOver = difference.numerator > 0n;
  const days =
    context.interval === null
      ? sentence("words/the-period", {})
      : daysWords(context.interval.start, context.interval.end);
  return both((id) =>
    id === (isOver ? "quantity.over" : "quantity.under")
      ? fail(id, {
          direction: isOver ? "over" : "under",
          message: sentence("finding/fee-times", {
            billed: showQuantity(billed),
            days,
            periods: showQuantity(periods),
          }),
          expected: showQuantity(periods),
          found: showQuantity(billed),
          impact: impact.value,
          formula: impact.formula,
          proposal: {
            action: "correct",
            text: sentence("ask/fee-times", { periods: showQuantity(periods) }),
          },
          confidence: confidenceOf(line.quantity, governing),
          evidence: evidenceOf(governing, line.quantity),
        })
      : pass(id, sentence(isOver ? "because/periods-above" : "because/periods-below", {})),
  );
}
