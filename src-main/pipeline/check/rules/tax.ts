import {
  compare,
  decimalToText,
  fixedTolerance,
  isEqual,
  isPositive,
  isZero,
  maximum,
  minorUnit,
  roundingBound,
  subtract,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { taxOnNet } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { Governing, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { expectedByPrint, expectedByRates, expectedByTerms } from "../expected-tax.ts";
import type { ExpectedTax } from "../expected-tax.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { show } from "../show.ts";
import { billedTaxesOf, exemptionOf } from "../tax-groups.ts";
import type { BilledTax } from "../tax-groups.ts";
import { unreadPartOfTaxClause, withoutReverseCharged } from "../tax-clause.ts";
import { untaxedLineOf } from "../untaxed-lines.ts";
import { measure, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const ids = ["tax.over", "tax.under", "tax.missing"] as const;

/** Tax is the agreed rate of its base, rounded once or line by line; where tax is agreed it is there. */
export const tax: InvoiceRule = {
  ids,
  family: 16,
  title: "Tax is right",
  version: 3,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  judge,
};

const every = (make: (id: (typeof ids)[number]) => Verdict): readonly Verdict[] => ids.map(make);

/** There is tax, and whether it is right is open. */
const billedBut = (because: Sentence): readonly Verdict[] =>
  every((id) =>
    id === "tax.missing" ? pass(id, sentence("because/tax-billed", {})) : cannotDetermine(id, because),
  );

function judge(context: InvoiceContext): readonly Verdict[] {
  const { invoice } = context;
  if (isUndecided(invoice.tax)) return every((id) => cannotDetermine(id, sentence("because/tax-unread", {})));
  // A clause that leaves the rate to the law agrees nothing that could be compared.
  const terms = withoutReverseCharged(context.termsOf("tax").filter((term) => !isLeftToLaw(term)));
  const blocked = terms.find((term) => whyUnusable(term) !== null);
  for (const term of terms) context.use(term);
  if (blocked !== undefined)
    return every((id) =>
      cannotDetermine(id, sentence("because/tax-unusable", { why: whyUnusable(blocked) ?? "" })),
    );
  const billed = billedTaxesOf(context).filter(
    ({ amount, rate }) => amount === null || !isZero(amount) || (rate !== null && !isZero(rate)),
  );
  if (billed.some(({ isUnreadable }) => isUnreadable))
    return every((id) => cannotDetermine(id, sentence("because/tax-figure-unread", {})));
  const agreed = terms.filter(({ term }) => term.absent !== true || term.value.exempt === true);
  if (billed.length === 0) return judgeNone(context, agreed);
  return judgeBilled(context, billed, agreed);
}

function judgeNone(context: InvoiceContext, agreed: readonly Governing<"tax">[]): readonly Verdict[] {
  const none = (because: Sentence): readonly Verdict[] => every((id) => notApplicable(id, because));
  if (agreed.length === 0) return none(sentence("because/no-tax-no-rate", {}));
  const rated = agreed.filter((term) => isTaxed(term));
  if (rated.length === 0 || agreed.some((term) => isCertified(term)))
    return every((id) =>
      id === "tax.missing"
        ? pass(id, sentence("because/tax-exempt", {}))
        : notApplicable(id, sentence("because/no-tax", {})),
    );
  // Beside prices without tax, a sum that includes it (a deposit) says nothing of the rest.
  const bases = context.termsOf("price-basis");
  if (bases.length > 0 && bases.every(({ term }) => term.value.includesTax))
    return none(sentence("because/prices-include-tax", {}));
  const exemption = exemptionOf(context);
  // A certificate of the agreement that no longer holds is what the invoice claims.
  const isExpired = context.allTermsOf("tax").some((term) => isCertified(term) && !agreed.includes(term));
  if (exemption !== null && !isExpired)
    return every((id) =>
      id === "tax.missing"
        ? cannotDetermine(id, sentence("because/exemption-claimed", { words: exemption }))
        : notApplicable(id, sentence("because/no-tax", {})),
    );
  const expected = expectedByTerms(context, rated);
  if (expected === null)
    return every((id) =>
      id === "tax.missing"
        ? cannotDetermine(id, sentence("because/tax-base-unread", {}))
        : notApplicable(id, sentence("because/no-tax", {})),
    );
  if (isZero(expected.value)) return none(sentence("because/no-taxed-line", {}));
  const [first] = rated;
  return [
    notApplicable("tax.over", sentence("because/no-tax-see", {})),
    notApplicable("tax.under", sentence("because/no-tax-see", {})),
    fail("tax.missing", {
      direction: "under",
      message: sentence("finding/no-tax", {
        agreement: first === undefined ? ownAgreementWords(context) : agreementWords(first.agreement),
        rates: ratesOf(rated),
      }),
      expected: show(expected.value, context),
      found: null,
      impact: expected.value,
      formula: expected.formula,
      proposal: {
        action: "correct",
        text: sentence("ask/no-tax", { expected: show(expected.value, context) }),
      },
      confidence: confidenceOf(...rated),
      evidence: evidenceOf(...rated, context.invoice.net ?? context.invoice.payable ?? context.invoice),
    }),
  ];
}

/** Exempt from all tax under a certificate that the agreement names. */
const isCertified = ({ term: { value } }: Governing<"tax">): boolean =>
  value.exempt === true && value.certificate !== undefined && (value.scope ?? "") === "";

const ratesOf = (rated: readonly Governing<"tax">[]): readonly Sentence[] =>
  rated.map(({ term }) => sentence("words/percent", { percent: term.value.rate ?? "" }));

const isLeftToLaw = ({ term }: Governing<"tax">): boolean =>
  term.value.rate === null &&
  term.value.exempt !== true &&
  (term.value.category === null || term.value.category === "S");

const untaxed = new Set(["Z", "E", "AE", "K", "G", "O"]);

const isTaxed = ({ term }: Governing<"tax">): boolean =>
  term.value.exempt !== true &&
  term.value.rate !== null &&
  isPositive(term.value.rate) &&
  (term.value.category === null || !untaxed.has(term.value.category));

function judgeBilled(
  context: InvoiceContext,
  billed: readonly BilledTax[],
  agreed: readonly Governing<"tax">[],
): readonly Verdict[] {
  const found = totalOf(context, billed);
  if (found === null) return billedBut(sentence("because/tax-amount-unread", {}));
  const exempt = agreed.find(
    ({ term }) =>
      term.value.exempt === true || (term.value.category !== null && untaxed.has(term.value.category)),
  );
  const rated = agreed.filter((term) => isTaxed(term));
  if (exempt !== undefined && (rated.length === 0 || isCertified(exempt)))
    return verdictsOf(
      context,
      { expected: "0" as DecimalText, formula: "the agreement exempts from tax", terms: [exempt] },
      found,
      billed,
      sentence("words/tax-exempt", { agreement: agreementWords(exempt.agreement) }),
    );
  const expected = rated.length > 0 ? expectedByRates(context, billed, rated) : null;
  if (rated.length > 0 && expected === null) return billedBut(sentence("because/tax-base-unread", {}));
  if (expected !== null)
    return verdictsOf(
      context,
      { ...expected, terms: rated },
      found,
      billed,
      sentence("words/tax-rates", {
        agreement: agreementWords((rated[0] as Governing<"tax">).agreement),
        rates: ratesOf(rated),
      }),
    );
  const printed = expectedByPrint(context, billed);
  if (printed === null) return billedBut(sentence("because/tax-without-rate", {}));
  return verdictsOf(context, { ...printed, terms: [] }, found, billed, sentence("words/tax-printed", {}));
}

function totalOf({ invoice }: InvoiceContext, billed: readonly BilledTax[]): DecimalText | null {
  const whole = valueOf(invoice.tax);
  if (whole !== null) return whole;
  return billed.some(({ amount }) => amount === null)
    ? null
    : decimalToText(sum(billed.flatMap(({ amount }) => amount ?? [])));
}

function verdictsOf(
  context: InvoiceContext,
  { expected, formula, terms }: ExpectedTax & { readonly terms: readonly Governing<"tax">[] },
  found: DecimalText,
  billed: readonly BilledTax[],
  source: Sentence,
): readonly Verdict[] {
  if (isEqual(found, expected))
    return every((id) =>
      pass(
        id,
        id === "tax.missing" ? sentence("because/tax-billed", {}) : sentence("because/formula", { formula }),
      ),
    );
  const slack = maximum(
    minorUnit(context.precision.currency),
    roundingBound(context.lines.length, context.precision.currency),
  );
  const standard = fixedTolerance(decimalToText(slack));
  const side = compare(found, expected) < 0 ? "tax.under" : "tax.over";
  const measured = measure(
    toleranceFor(side, context, null, isZero(expected) ? fixedTolerance("0" as DecimalText) : standard),
    expected,
    found,
    context.currency,
  );
  if (measured.isWithin)
    return every((id) =>
      pass(
        id,
        id === "tax.missing" ? sentence("because/tax-billed", {}) : sentence("because/formula", { formula }),
      ),
    );
  const untaxed = side === "tax.under" ? untaxedLineOf(context, found, terms) : null;
  if (untaxed === "late-fee") return every((id) => pass(id, sentence("because/tax-billed", {})));
  if (untaxed !== null) return billedBut(sentence("because/line-untaxed", { line: untaxed.line.id }));
  const unread = unreadPartOfTaxClause(billed, terms);
  if (unread !== null) return billedBut(sentence("because/clause-says-more", { words: unread }));
  const difference = subtract(found, expected);
  const isOver = compare(difference, zero) > 0;
  const direction = isOver !== context.isCredit ? "over" : "under";
  const finding: FindingDraft = {
    direction,
    message: sentence("finding/tax", {
      found: show(found, context),
      source,
      expected: show(expected, context),
    }),
    expected: show(expected, context),
    found: show(found, context),
    impact: decimalToText(difference),
    formula: `${formula}; ${show(found, context)} − ${show(expected, context)} = ${show(difference, context).replace("-", "−")}`,
    alternative: findAlternative(context, found, billed),
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/tax", { found: show(found, context), expected: show(expected, context) }),
    },
    confidence: confidenceOf(context.invoice.tax, ...terms) * (terms.some(hasRemainder) ? 0.7 : 1),
    evidence: evidenceOf(
      ...terms,
      ...billed.flatMap(({ fields }) => fields),
      context.invoice.tax,
      context.invoice.net,
    ),
  };
  const failing = isOver ? "tax.over" : "tax.under";
  return every((id) =>
    id === failing
      ? fail(id, finding)
      : pass(
          id,
          id === "tax.missing"
            ? sentence("because/tax-billed", {})
            : sentence(isOver ? "because/tax-above" : "because/tax-below", {}),
        ),
  );
}

/** The printed rate on another base, or another agreed rate. */
function findAlternative(
  context: InvoiceContext,
  found: DecimalText,
  billed: readonly BilledTax[],
): Sentence | null {
  const { invoice, precision } = context;
  const rates = [
    ...billed.flatMap(({ rate }) => rate ?? []),
    ...context.allTermsOf("tax").flatMap(({ term }) => term.value.rate ?? []),
  ];
  for (const rate of rates) {
    const bases = [
      ["reading/tax-on-net", valueOf(invoice.net)],
      ["reading/tax-before-discount", valueOf(invoice.subtotal)],
      ["reading/tax-on-gross", valueOf(invoice.gross)],
    ] as const;
    for (const [reading, base] of bases)
      if (base !== null && isEqual(taxOnNet(base, rate, precision).value, found))
        return sentence(reading, { rate });
  }
  return null;
}
