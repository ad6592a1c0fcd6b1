import {
  compareFractions,
  decimalToText,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  isEqual,
  isNegative,
  multiply,
  multiplyFractions,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, roundAmount, shownAmount, shownNumber } from "../../../src-shared/pricing/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { countedIn, deliveredQuantity } from "./counted-quantity.ts";
import { agreedPriceOf, billedPriceOf } from "./agreed-price.ts";
import type { AgreedPrice } from "./agreed-price.ts";
import type { FindingDraft } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { termWords } from "./describe-term.ts";
import { confidenceOf, evidenceOf } from "./evidence.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";
import { findAmountReading } from "./other-readings.ts";
import { impactOf } from "./price-impact.ts";
import { isAgreedAfterDiscount, isForPeriods, isRoundedTo } from "./price-equals.ts";
import { findAlternative, findOpenPrice } from "./price-alternative.ts";
import { dayOfWeekPrice } from "./day-of-week-price.ts";
import { show, perWords } from "./show.ts";
import { exactly, measure, toleranceFor } from "./tolerance.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { agreementWords } from "./agreement-words.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** How a billed price stands to the agreed one. */
export type PriceVerdict =
  | {
      readonly is: "same" | "below-ceiling" | "not-applicable" | "cannot-determine";
      readonly because: Sentence;
    }
  | { readonly is: "over" | "under"; readonly finding: FindingDraft };

/** Compares the price of one unit under a rate. */
export function compareUnitPrice(context: LineContext, governing: GoverningTerm): PriceVerdict {
  if (isPlainlySame(context, governing))
    return saidAsAgreed(valueOf(context.line.unitPrice) ?? "", governing);
  const day = dayOfWeekPrice(context, governing);
  if (day !== null) return { is: "same", because: day };
  const agreed = agreedPriceOf(context, governing);
  if (!agreed.ok) return { is: "cannot-determine", because: agreed.because };
  for (const term of agreed.price.with) context.owner.use(term);
  const billed = billedPriceOf(context);
  if (billed === null) return compareWholeAmount(context, governing, agreed.price);
  const { owner, line } = context;
  const order = compareFractions(billed.perUnit, agreed.price.perUnit);
  const shownAgreed = show(agreed.price.shown, owner);
  if (
    order === 0 ||
    isRoundedTo(context, agreed.price) ||
    isForPeriods(context, governing, agreed.price, billed.perUnit)
  )
    return {
      is: "same",
      because: sentence("because/price-as-agreed", {
        price: shownAgreed,
        agreement: agreementWords(governing.agreement),
      }),
    };
  const quantity = valueOf(line.quantity);
  if (isAgreedAfterDiscount(context, agreed.price))
    return {
      is: "same",
      because: sentence("because/price-after-discount", {
        price: shownAgreed,
        agreement: agreementWords(governing.agreement),
      }),
    };
  const difference =
    quantity === null
      ? null
      : multiplyFractions(quantity, subtractFractions(billed.perUnit, agreed.price.perUnit));
  if (billed.isConverted && difference !== null && isLessThanMinorUnit(difference, context))
    return { is: "same", because: sentence("because/price-with-tax", { price: shownAgreed }) };
  if (governing.term.type === "rate" && governing.term.value.ceiling === true && order < 0)
    return { is: "below-ceiling", because: sentence("because/below-ceiling", { price: shownAgreed }) };
  const found = valueOf(line.unitPrice) as DecimalText;
  const isOver = order > 0;
  const tolerance = toleranceFor(isOver ? "rate.over" : "rate.under", owner, context, exactly);
  const comparable = fractionToExactDecimal(billed.perUnit);
  const expectedUnit = fractionToExactDecimal(agreed.price.perUnit);
  const measured = measure(
    tolerance,
    expectedUnit ?? agreed.price.shown,
    comparable ?? found,
    owner.currency,
  );
  if (measured.isWithin) {
    if (quantity !== null) owner.deviations.push(multiply(quantity, measured.difference));
    return {
      is: "same",
      because: sentence("because/price-tolerated", { found: show(found, owner), price: shownAgreed }),
    };
  }
  const open = findOpenPrice(context, billed.perUnit);
  if (open !== null)
    return {
      is: "cannot-determine",
      because: sentence("because/equals-open-price", {
        term: termWords(open.term),
        agreement: agreementWords(open.agreement),
        why: whyUnusable(open) ?? sentence("because/it-is-open", {}),
      }),
    };
  const { impact, formula } = impactOf(context, agreed.price, billed.perUnit, billed.isConverted);
  // On a credit or a reversed line a higher price gives the customer more.
  const flips = owner.isCredit !== (quantity !== null && isNegative(quantity));
  const direction = isOver !== flips ? "over" : "under";
  const per = perWords(valueOf(line.unit) ?? unitOf(governing));
  const { base, note } = agreed.price;
  return {
    is: direction,
    finding: {
      direction,
      message: sentence("finding/rate", {
        found: show(found, owner),
        per,
        agreement: agreementWords(governing.agreement),
        agreed: shownAgreed,
        basis: base === null ? "" : sentence("words/base", { base }),
        note: note === null ? "" : sentence("words/note", { note }),
      }),
      expected: shownAgreed,
      found: show(found, owner),
      impact,
      formula,
      alternative:
        findAlternative(context, governing, billed.perUnit) ??
        findAmountReading(context, governing, agreed.price.perUnit, fractionToDecimal(billed.perUnit, 12)),
      tolerance: measured.applied,
      proposal: {
        action: "correct",
        text: sentence("ask/rate", { line: line.id, agreed: shownAgreed, per, found: show(found, owner) }),
      },
      confidence:
        confidenceOf(line.unitPrice, line.quantity, governing) * (hasRemainder(governing) ? 0.7 : 1),
      evidence: evidenceOf(governing, ...agreed.price.with, line.unitPrice, line.quantity),
    },
  };
}

interface AsAgreed {
  readonly agreement: GoverningTerm["agreement"];
  readonly price: string;
  readonly verdict: PriceVerdict;
}

const asAgreed = new WeakMap<GoverningTerm["term"], AsAgreed>();

/** Lines at one agreed price, printed alike, share one answer. */
function saidAsAgreed(price: string, { term, agreement }: GoverningTerm): PriceVerdict {
  const known = asAgreed.get(term);
  if (known?.price === price && known.agreement === agreement) return known.verdict;
  const because = sentence("because/price-as-agreed", { price, agreement: agreementWords(agreement) });
  const verdict: PriceVerdict = { is: "same", because };
  asAgreed.set(term, { agreement, price, verdict });
  return verdict;
}

/** The same figure for the same unit, where nothing multiplies, raises or converts it. */
function isPlainlySame({ line, owner }: LineContext, governing: GoverningTerm): boolean {
  const { term } = governing;
  if (term.type !== "rate" || term.value.priceBase !== undefined || line.priceBase !== null) return false;
  const price = valueOf(line.unitPrice);
  if (price === null || valueOf(line.unit) !== term.value.unit || owner.invoice.pricesIncludeTax)
    return false;
  if (whyUnusable(governing) !== null || !isEqual(price, term.value.price)) return false;
  return owner.onceForDocuments("prices-plainly", pricesPlainly);
}

/** Whether no term of the agreement raises, multiplies or converts a price. */
const pricesPlainly = ({ allTermsOf }: InvoiceContext): boolean =>
  allTermsOf("escalator").length === 0 &&
  allTermsOf("time-rules").length === 0 &&
  allTermsOf("price-basis").length === 0;

const unitOf = ({ term }: GoverningTerm): string | null =>
  term.type === "rate" || term.type === "overage" ? term.value.unit : null;

function isLessThanMinorUnit(difference: Fraction, { owner }: LineContext): boolean {
  const rounded = roundAmount(difference, owner.precision);
  return isEqual(rounded, "0" as DecimalText) || rounded.replace(/[-0.]/g, "") === "1";
}

/** Without a printed unit price the whole amount is compared: quantity × agreed price. */
function compareWholeAmount(
  context: LineContext,
  governing: GoverningTerm,
  agreed: AgreedPrice,
): PriceVerdict {
  const { line, owner } = context;
  const net = netOfLine(context);
  if (net === null)
    return {
      is: "cannot-determine",
      because: sentence("because/no-price-no-amount", {}),
    };
  const quantity = valueOf(line.quantity) ?? deliveredQuantity(context) ?? countedIn(context, governing, net);
  if (quantity === null)
    return {
      is: "cannot-determine",
      because: sentence("because/needs-quantity", { term: termWords(governing.term) }),
    };
  const exact = multiplyFractions(quantity, agreed.perUnit);
  const expected = computeAmount(
    `${shownNumber(quantity)} × ${shownAmount(agreed.shown, owner.precision)}`,
    exact,
    owner.precision,
  );
  return compareAmounts(context, governing, expected.value, net, expected.formula, null);
}

/** Compares a whole amount with the agreed one and words the finding. */
export function compareAmounts(
  context: LineContext,
  governing: GoverningTerm,
  expected: DecimalText,
  net: DecimalText,
  formula: string,
  alternative: Sentence | null,
): PriceVerdict {
  const { line, owner } = context;
  const isOver = compareFractions(subtractFractions(net, expected), fraction(0)) > 0;
  const tolerance = toleranceFor(isOver ? "rate.over" : "rate.under", owner, context, exactly);
  const measured = measure(tolerance, expected, net, owner.currency);
  if (measured.isWithin) {
    owner.deviations.push(measured.difference);
    return {
      is: "same",
      because: sentence("because/formula-as-agreed", {
        formula,
        agreement: agreementWords(governing.agreement),
      }),
    };
  }
  const direction = isOver !== (owner.isCredit !== isNegative(net)) ? "over" : "under";
  return {
    is: direction,
    finding: {
      direction,
      message: sentence("finding/amount", {
        found: show(net, owner),
        agreement: agreementWords(governing.agreement),
        expected: show(expected, owner),
        term: termWords(governing.term),
      }),
      expected: show(expected, owner),
      found: show(net, owner),
      impact: decimalToText(measured.difference),
      formula: `${formula}; ${show(net, owner)} − ${show(expected, owner)} = ${show(measured.difference, owner).replace("-", "−")}`,
      alternative: alternative ?? findAmountReading(context, governing, expected, net),
      tolerance: measured.applied,
      proposal: {
        action: "correct",
        text: sentence("ask/amount", {
          line: line.id,
          expected: show(expected, owner),
          found: show(net, owner),
        }),
      },
      confidence:
        confidenceOf(line.net, line.unitPrice, line.quantity, governing) *
        (hasRemainder(governing) ? 0.7 : 1),
      evidence: evidenceOf(governing, line.unitPrice, line.net ?? line.printedAmount ?? line),
    },
  };
}
