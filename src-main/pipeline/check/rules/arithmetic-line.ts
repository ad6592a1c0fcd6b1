import {
  isEqual,
  isProduct,
  minorDigits,
  noTolerance,
  subtract,
  decimalToText,
} from "../../../../src-shared/money/index.ts";
import { fractionToExactDecimal } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { lineAmount } from "../../../../src-shared/pricing/index.ts";
import type { Computed, LinePricing } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { printedAmountOf, reductionsOf, unreadable } from "../line-figures.ts";
import { show } from "../show.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "arithmetic.line";

/** Quantity × price ÷ base × (1 − discount) is the line's amount. */
export const arithmeticLine: LineRule = {
  ids: [id],
  family: 1,
  title: "Quantity times price gives the line's amount",
  version: 1,
  scope: "line",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  skip: () => null,
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  const { line, owner } = context;
  const printed = printedAmountOf(line, owner);
  const { quantity, unitPrice, priceBase, discountPercent, discountAmount } = line;
  const isAnyUnread =
    isUndecided(quantity) ||
    isUndecided(unitPrice) ||
    isUndecided(priceBase) ||
    isUndecided(discountPercent) ||
    isUndecided(discountAmount) ||
    isUndecided(printed);
  const missing = isAnyUnread
    ? unreadable(
        ["quantity", quantity],
        ["unit-price", unitPrice],
        ["price-base", priceBase],
        ["discount", isUndecided(discountPercent) ? discountPercent : discountAmount],
        ["amount", printed],
      )
    : [];
  if (missing.length > 0)
    return cannotDetermine(
      id,
      sentence("because/figures-unread", {
        names: missing.map((name) => sentence(`words/number.${name}`, {})),
      }),
    );
  const [q, p, amount] = [valueOf(quantity), valueOf(unitPrice), valueOf(printed)];
  if (q === null || p === null || amount === null)
    return notApplicable(id, sentence("because/figures-not-together", {}));
  const isPlain = priceBase === null && discountPercent === null && discountAmount === null;
  if (isPlain && isProduct(amount, q, p))
    return pass(id, sentence("because/product", { quantity: q, price: p, amount }));
  const pricing: LinePricing = {
    quantity: q,
    unitPrice: p,
    priceBase: valueOf(priceBase),
    reductions: reductionsOf(line, owner.precision),
  };
  const expected = lineAmount(pricing, owner.precision);
  if (isEqual(expected.value, amount))
    return pass(id, sentence("because/formula", { formula: expected.formula }));
  const standard = isRounded(expected, owner.precision.currency) ? oneMinorUnit(owner) : noTolerance;
  const measured = measure(
    toleranceFor(id, owner, context, standard),
    expected.value,
    amount,
    owner.currency,
  );
  if (measured.isWithin)
    return pass(
      id,
      sentence("because/within-tolerance", { formula: expected.formula, found: show(amount, owner) }),
    );
  // A credit that comes to more is billed too low: the sign is that of the document.
  const direction = (measured.is === "under") === owner.isCredit ? "over" : "under";
  return fail(id, {
    direction,
    message: sentence("finding/line-sum", {
      found: show(amount, owner),
      expected: show(expected.value, owner),
    }),
    expected: show(expected.value, owner),
    found: show(amount, owner),
    impact: decimalToText(measured.difference),
    formula: `${expected.formula}; ${show(amount, owner)} − ${show(expected.value, owner)} = ${show(subtract(amount, expected.value), owner).replace("-", "−")}`,
    alternative: findAlternative(pricing, amount, context),
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/line-sum", {
        line: line.id,
        found: show(amount, owner),
        expected: show(expected.value, owner),
      }),
    },
    confidence: confidenceOf(quantity, unitPrice, printed),
    evidence: evidenceOf(quantity, unitPrice, priceBase, printed),
  });
}

const isRounded = (computed: Computed, currency: string): boolean => {
  const exact = fractionToExactDecimal(computed.exact);
  return exact === undefined || exact.scale > minorDigits(currency);
};

/** Another reading of the same figures that gives the printed amount. */
function findAlternative(pricing: LinePricing, amount: string, { owner }: LineContext): Sentence | null {
  const readings: readonly (readonly [Sentence, LinePricing])[] = [
    [sentence("reading/no-discount", {}), { ...pricing, reductions: [] }],
    [sentence("reading/price-of-one", {}), { ...pricing, priceBase: null }],
    [sentence("reading/price-of-100", {}), { ...pricing, priceBase: { units: 100n, scale: 0 } }],
    [sentence("reading/price-of-1000", {}), { ...pricing, priceBase: { units: 1000n, scale: 0 } }],
  ];
  for (const [name, reading] of readings)
    if (isEqual(lineAmount(reading, owner.precision).value, amount as never)) return name;
  return null;
}
