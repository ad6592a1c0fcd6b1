import {
  compareFractions,
  decimalToText,
  divideFractions,
  fraction,
  isEqual,
  multiply,
  subtract,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import {
  computeAmount,
  escalatedPrice,
  shownAmount,
  shownNumber,
} from "../../../../src-shared/pricing/index.ts";
import {
  escalatedAlternatives,
  escalationOf,
  hasIncrease,
  isCompoundingOpen,
  isDayUnknown,
  isRightToRaise,
  mayBeRaisedTo,
  openEscalatorOf,
  whyOpen,
  whyRightIsOpen,
} from "../raised-price.ts";
import type { ActiveEscalation } from "../raised-price.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { hasRemainder } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { show, perWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, saidOfAgreement } from "../agreement-words.ts";

const id = "rate.escalator";

/** Yearly increases that have taken effect are in the price, once each and by the agreed method. */
export const rateEscalator: LineRule = {
  ids: [id],
  family: 6,
  title: "Yearly increases are applied as agreed",
  version: 2,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous", "currency.mismatch"],
  restsOn: "the price of its line",
  skip: (invoice) =>
    invoice.allTermsOf("escalator").length === 0 ? saidOfAgreement(invoice, "because/no-increase") : null,
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const { match, terms, owner } = context;
  const [governing] = terms;
  if (match.state === "not-priced" || governing === undefined)
    return notApplicable(id, sentence("because/no-agreed-price", {}));
  const { term } = governing;
  if (term.type !== "rate" && term.type !== "fixed-fee" && term.type !== "overage")
    return notApplicable(id, sentence("because/no-rising-price", {}));
  if (match.state === "split") return notApplicable(id, sentence("because/spans-change", {}));
  if (isDayUnknown(context) && hasIncrease(context))
    return cannotDetermine(id, sentence("because/increase-without-day", {}));
  const active = escalationOf(governing, context);
  const open = active === null ? openEscalatorOf(governing, context) : null;
  const agreed = term.type === "fixed-fee" ? term.value.amount : term.value.price;
  const billed = billedFigure(context, term.type === "fixed-fee");
  if (open !== null)
    return isRightToRaise(open) && billed !== null && isEqual(billed, agreed)
      ? pass(id, sentence("because/increase-by-notice", {}))
      : cannotDetermine(id, whyOpen(open));
  if (active === null) return notApplicable(id, sentence("because/no-increase-yet", {}));
  owner.use(active.escalator);
  const { percent, index, notice } = active.escalator.term.value;
  if (billed === null) return cannotDetermine(id, sentence("because/billed-price-unread", {}));
  if (isRightToRaise(active.escalator))
    return mayBeRaisedTo(billed, agreed, active, owner)
      ? cannotDetermine(id, whyRightIsOpen(active.escalator))
      : pass(id, sentence("because/increase-by-notice", {}));
  if (notice !== undefined)
    return isEqual(billed, agreed)
      ? pass(id, sentence("because/increase-by-notice", {}))
      : cannotDetermine(id, sentence("because/increase-without-notice", { notice }));
  if (percent === undefined)
    return cannotDetermine(
      id,
      sentence("because/follows-index", { index: index ?? sentence("words/an-index", {}) }),
    );
  if (active.blocked !== null) return cannotDetermine(id, active.blocked);
  if (hasRemainder(active.escalator))
    return cannotDetermine(
      id,
      sentence("because/clause-says-more", { words: active.escalator.term.remainder ?? "" }),
    );
  if (isCompoundingOpen(agreed, active, context))
    return cannotDetermine(id, sentence("because/compounding-unsaid", {}));
  return compareSteps(context, active, agreed, billed, percent);
}

/** The price of one unit; of a fee the amount, where no unit price is printed. */
function billedFigure(context: LineContext, isFee: boolean): DecimalText | null {
  const price = valueOf(context.line.unitPrice);
  if (price !== null) {
    const base = valueOf(context.line.priceBase);
    return base === null || compareFractions(divideFractions(base, fraction(1)), fraction(1)) === 0
      ? price
      : null;
  }
  return isFee ? netOfLine(context) : null;
}

function compareSteps(
  context: LineContext,
  active: ActiveEscalation,
  agreed: DecimalText,
  billed: DecimalText,
  percent: DecimalText,
): Verdict {
  const { owner, line, terms } = context;
  const { compound } = active.escalator.term.value;
  const percents = Array.from({ length: active.steps }, () => percent);
  const expected = escalatedPrice(
    agreed,
    percents,
    compound === false ? "simple" : "compound",
    owner.precision,
  );
  if (isEqual(expected.value, billed))
    return pass(id, sentence("because/formula", { formula: expected.formula }));
  const alternatives = escalatedAlternatives(agreed, active, owner).filter(
    ({ price }) => isEqual(price, billed) && !isEqual(price, expected.value),
  );
  if (alternatives.length === 0)
    return pass(id, sentence("because/raised-compared", { formula: expected.formula }));
  const quantity = valueOf(line.unitPrice) === null ? null : valueOf(line.quantity);
  const difference = subtract(billed, expected.value);
  const impact = computeAmount(
    `${quantity === null ? "" : `${shownNumber(quantity)} × `}(${shownAmount(billed, owner.precision)} − ${shownAmount(expected.value, owner.precision)})`,
    quantity === null ? difference : multiply(quantity, difference),
    owner.precision,
  );
  const direction = impact.value.startsWith("-") !== owner.isCredit ? "under" : "over";
  const [governing] = terms;
  return fail(id, {
    direction,
    message: sentence("finding/escalator", {
      found: show(billed, owner),
      per: perWords(valueOf(line.unit)),
      increases:
        active.steps === 1
          ? sentence("words/yearly-increase", {})
          : sentence("words/yearly-increases", { count: active.steps }),
      percent,
      agreement: agreementWords(active.escalator.agreement),
      expected: show(expected.value, owner),
    }),
    expected: show(expected.value, owner),
    found: show(billed, owner),
    impact: impact.value,
    formula: `${expected.formula}; ${impact.formula}`,
    alternative: sentence("reading/escalated", { readings: alternatives.map(({ reading }) => reading) }),
    tolerance: {
      over: show(decimalToText({ units: 0n, scale: 0 }), owner),
      under: show(decimalToText({ units: 0n, scale: 0 }), owner),
    },
    proposal: {
      action: "correct",
      text: sentence("ask/escalator", {
        line: line.id,
        expected: show(expected.value, owner),
        found: show(billed, owner),
      }),
    },
    confidence: confidenceOf(line.unitPrice, governing, active.escalator),
    evidence: evidenceOf(governing, active.escalator, line.unitPrice ?? line.net),
  });
}
