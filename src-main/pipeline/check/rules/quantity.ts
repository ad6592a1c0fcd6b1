import {
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
import { isCalendarUnit } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import { leastTimesDue, periodsBilled } from "../compare-amount.ts";
import type { LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { orderedQuantityOf } from "../ordered-quantity.ts";
import type { Ordered } from "../ordered-quantity.ts";
import { isMore, proveQuantity, showQuantity } from "../proven-quantity.ts";
import { coversItsDays, hasRecords, isMeasured, whyNoRecords } from "../record-use.ts";
import { daysWords } from "../show.ts";
import { unplacedPaperFor } from "../unplaced-papers.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { both, ids, nothingProven, verdictsFor } from "../quantity-verdicts.ts";

/** What is billed here and before is what the approved records prove, no more and no less. */
export const quantity: LineRule = {
  ids,
  family: 7,
  title: "Quantities are what was delivered",
  version: 4,
  scope: "line",
  needs: ["invoice", "timesheet"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "term.unbound", "term.ambiguous", "cutoff.timezone"],
  restsOn: "the price of its line",
  skip: ({ isCredit, invoice }) =>
    isCredit ? "a credit note gives back" : invoice.kind === "proforma" ? "a pro forma bills nothing" : null,
  judge: (context) => judge(context),
};

function judge(context: LineContext): readonly Verdict[] {
  const { line, match, terms } = context;
  if (match.state === "not-priced") return both((id) => notApplicable(id, "the line bills no quantity"));
  if (isUndecided(line.quantity)) return both((id) => cannotDetermine(id, "the quantity could not be read"));
  const billed = valueOf(line.quantity);
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
      return both((id) => notApplicable(id, "the line bills an amount, not a quantity"));
    case "overage":
      return both((id) => notApplicable(id, "use beyond what is included: see overage.wrong"));
    default:
      break;
  }
  if (billed === null) return both((id) => notApplicable(id, "the line prints no quantity"));
  const unit = valueOf(line.unit) ?? (governing?.term.type === "rate" ? governing.term.value.unit : null);
  if (isCalendarUnit(unit) && match.deliveries.length === 0)
    return both((id) => notApplicable(id, "the quantity counts periods of time"));
  const ordered = match.deliveries.length === 0 ? orderedQuantityOf(context) : null;
  if (ordered !== null) return judgeOrdered(context, ordered, toFraction(billed));
  if (match.deliveries.length === 0 && coversItsDays(context, billed, unit))
    return both((id) => pass(id, "the quantity is the days that the line prints"));
  if (match.deliveries.length === 0 && !isMeasured(unit, context) && !hasRecords(context, unit)) {
    const paper = unplacedPaperFor(context.owner);
    return both((id) =>
      paper === null
        ? notApplicable(
            id,
            "pieces are billed, and no delivery records of this agreement are among the files",
          )
        : cannotDetermine(id, `“${paper}” was not understood and may hold the records of what is billed`),
    );
  }
  return judgeRecords(context, toFraction(billed));
}

/** Without records of delivery, what an accepted offer or order counts is the most that may be billed. */
function judgeOrdered(context: LineContext, ordered: Ordered, billed: Fraction): readonly Verdict[] {
  const total = addFractions(ordered.before, billed);
  const left = subtractFractions(ordered.quantity, ordered.before);
  if (!isMore(total, ordered.quantity))
    return [
      pass(
        "quantity.over",
        `${showQuantity(total)} of the ${showQuantity(ordered.quantity)} ordered are billed`,
      ),
      notApplicable("quantity.under", "what was ordered need not be delivered yet"),
    ];
  const evidenced = left.numerator < 0n ? fraction(0) : left;
  return verdictsFor(context, "over", billed, evidenced, nothingProven);
}

/** A way there and a way back are two, any other time is one; what goes beyond them only a record can prove. */
function judgeTimes(context: LineContext, billed: DecimalText, least: 1 | 2): readonly Verdict[] {
  if (context.match.deliveries.length > 0) return judgeRecords(context, toFraction(billed));
  if (compareFractions(toFraction(billed), fraction(least)) > 0)
    return both((id) =>
      cannotDetermine(id, "the fee is due each time, and how often it came about is not among the files"),
    );
  return both((id) =>
    id === "quantity.over"
      ? pass(id, least === 2 ? "the fee is due each time, there and back" : "the fee is billed for one time")
      : notApplicable(id, "how often the fee is due is not agreed"),
  );
}

/** A fee is due once for each of its periods. */
function judgePeriods(context: LineContext, billed: DecimalText | null): readonly Verdict[] {
  const { terms, line, owner } = context;
  const [governing] = terms;
  const price = valueOf(line.unitPrice);
  if (governing?.term.type !== "fixed-fee" || billed === null || price === null)
    return both((id) => notApplicable(id, "a fee is due once for each period"));
  const times = leastTimesDue(governing);
  if (times !== null) return judgeTimes(context, billed, times);
  const periods = periodsBilled(governing.term.value.per, context);
  if (periods === null || periods === undefined)
    return both((id) => notApplicable(id, "how many periods are billed is not printed"));
  const isFee = compareFractions(toFraction(price), toFraction(governing.term.value.amount)) === 0;
  if (!isFee) return both((id) => notApplicable(id, "the amount is compared by rate.over and rate.under"));
  const difference = subtractFractions(billed, periods);
  if (difference.numerator === 0n)
    return both((id) =>
      pass(
        id,
        `${showQuantity(periods)} ${governing.term.type === "fixed-fee" ? governing.term.value.per : ""} billed and due`,
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
      : pass(id, `the quantity is ${isOver ? "above" : "below"} the periods due`),
  );
}

function judgeRecords(context: LineContext, billed: Fraction): readonly Verdict[] {
  const { match, line } = context;
  if (match.deliveries.length === 0) {
    const why = whyNoRecords(context);
    if (why.is === "none") return both((id) => cannotDetermine(id, why.because));
  }
  const proven = proveQuantity(context);
  if (proven.hasUnreadable)
    return both((id) => cannotDetermine(id, "the quantity of a delivery record could not be read"));
  if (isMore(billed, proven.most)) {
    const withUnknown = addFractions(proven.most, proven.unknown);
    if (proven.unknown.numerator > 0n && !isMore(billed, withUnknown))
      return both((id) =>
        cannotDetermine(id, `${showQuantity(proven.unknown)} of the records say nothing of approval`),
      );
    return verdictsFor(context, "over", billed, proven.most, proven);
  }
  if (isMore(proven.counted, billed)) return verdictsFor(context, "under", billed, proven.counted, proven);
  return both((id) =>
    pass(
      id,
      `${showQuantity(billed)} billed, ${showQuantity(proven.counted)} proven by ${proven.records.length} records${line.unit === null ? "" : ` in ${valueOf(line.unit) ?? ""}s`}`,
    ),
  );
}
