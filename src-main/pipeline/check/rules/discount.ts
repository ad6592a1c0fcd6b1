import { compare, decimalToText, isZero, subtract, zero } from "../../../../src-shared/money/index.ts";
import { discountAmount, discountReadings, reductionOf } from "../../../../src-shared/pricing/index.ts";
import {
  billedDiscountOf,
  isAboutEarlyPayment,
  isScopeUnknown,
  isScopeUnplaced,
  sumBeforeDiscount,
} from "../billed-discount.ts";
import type { BilledDiscount } from "../billed-discount.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { Governing, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { show } from "../show.ts";
import { computeDue, conditionOf, isConditional } from "../due-discount.ts";
import type { Due } from "../due-discount.ts";
import { linesOfDiscount } from "../discount-lines.ts";
import { judgeServiceCredits } from "../service-credits.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { TermType } from "../../../../src-shared/model/index.ts";
import { agreementWords, ownAgreementWords, saidOfAgreement } from "../agreement-words.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

/** The agreed discount is there, on the right base and in the right order; an ended one is gone. */
export const discount: InvoiceRule = {
  ids: ["discount.missing", "discount.wrong"],
  family: 15,
  title: "Discounts are the agreed ones",
  version: 5,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  judge,
};

const both = (make: (id: "discount.missing" | "discount.wrong") => Verdict): readonly Verdict[] => [
  make("discount.missing"),
  make("discount.wrong"),
];

function judge(context: InvoiceContext): readonly Verdict[] {
  const verdicts = judgeDiscounts(context);
  // A service that fell short gives a credit beside discounts that are right.
  const isOpen = verdicts.some(({ outcome }) => outcome === "fail" || outcome === "cannot-determine");
  return isOpen ? verdicts : (judgeServiceCredits(context) ?? verdicts);
}

function judgeDiscounts(context: InvoiceContext): readonly Verdict[] {
  const isOfInvoice = ({ term }: Governing<"discount">): boolean =>
    term.absent !== true && !isAboutEarlyPayment(`${term.value.condition ?? ""} ${term.value.scope}`);
  const all = context.allTermsOf("discount").filter(isOfInvoice);
  if (context.match.state === "ambiguous")
    return both((id) => cannotDetermine(id, sentence("because/agreement-open", {})));
  if (all.length === 0) return judgeUnagreed(context);
  if (context.isCredit) return both((id) => notApplicable(id, sentence("because/credit-gives-back", {})));
  const inForce = context.termsOf("discount").filter(isOfInvoice);
  const blocked = inForce.find((term) => whyUnusable(term) !== null);
  for (const term of inForce) context.use(term);
  if (blocked !== undefined)
    return both((id) =>
      cannotDetermine(id, sentence("because/discount-unusable", { why: whyUnusable(blocked) ?? "" })),
    );
  // What a clause says beyond what its term holds may change what is due: a limit per year, a reduction that is in the prices.
  const worded = inForce.find(hasRemainder);
  if (worded !== undefined)
    return both((id) =>
      cannotDetermine(id, sentence("because/clause-says-more", { words: worded.term.remainder ?? "" })),
    );
  const billed = billedDiscountOf(context);
  const due = computeDue(context, inForce);
  if (due === "unreadable")
    return both((id) => cannotDetermine(id, sentence("because/a-line-amount-unread", {})));
  const isUnplaced = isZero(billed.amount) ? isScopeUnknown : isScopeUnplaced;
  const unplaced = inForce.find(
    (governing) =>
      isUnplaced(context, governing.term.value.scope) && linesOfDiscount(context, governing).length === 0,
  );
  if (unplaced !== undefined)
    return both((id) =>
      cannotDetermine(id, sentence("because/scope-unclear", { scope: unplaced.term.value.scope })),
    );
  const open = inForce.filter((term) => isConditional(term, context));
  if (due === null) {
    if (open.length > 0 && isZero(billed.amount)) return both((id) => cannotDetermine(id, conditionOf(open)));
    return judgeWithoutDue(context, billed, all, open);
  }
  return compareDue(context, due, billed, open);
}

/** A discount that no term grants: it is a gift, unless the agreement takes off something else or a clause was not read. */
function judgeUnagreed(context: InvoiceContext): readonly Verdict[] {
  const billed = billedDiscountOf(context);
  if (context.isCredit || isZero(billed.amount))
    return both((id) => notApplicable(id, saidOfAgreement(context, "because/no-discount-agreed")));
  const { governing, batch, match } = context;
  const isRead = match.governedBy.every((id) => batch.agreements.get(id)?.residue.length === 0);
  if (isRead && !governing.some(({ term }) => reducing.has(term.type)))
    return judgeWithoutDue(context, billed, [], []);
  return [
    notApplicable("discount.missing", sentence("because/discount-billed", {})),
    cannotDetermine("discount.wrong", sentence("because/discount-unagreed", {})),
  ];
}

/** Terms by which an invoice takes off something that is called a discount as well. */
const reducing: ReadonlySet<TermType> = new Set<TermType>([
  "tiers",
  "deposit",
  "retention",
  "service-credit",
  "minimum",
  "cap",
]);

function compareDue(
  context: InvoiceContext,
  due: Due,
  billed: BilledDiscount,
  open: readonly Governing<"discount">[],
): readonly Verdict[] {
  const expected = due.computed.value;
  const tolerance = toleranceFor("discount.wrong", context, null, oneMinorUnit(context));
  // More discount than agreed bills too little: found and expected change places.
  const measured = measure(tolerance, billed.amount, expected, context.currency);
  if (measured.isWithin)
    return both((id) => pass(id, sentence("because/formula", { formula: due.computed.formula })));
  if (open.length > 0 && !isZero(billed.amount)) return both((id) => cannotDetermine(id, conditionOf(open)));
  const source = due.terms[0];
  const agreement = source === undefined ? ownAgreementWords(context) : agreementWords(source.agreement);
  const shared = {
    expected: show(expected, context),
    found: show(billed.amount, context),
    tolerance: measured.applied,
    confidence: confidenceOf(...due.terms) * (due.terms.some(hasRemainder) ? 0.7 : 1),
    evidence: evidenceOf(
      ...due.terms,
      { evidence: billed.evidence },
      context.invoice.subtotal ?? context.invoice.net ?? context.invoice.payable,
    ),
  };
  if (isZero(billed.amount)) {
    return [
      fail("discount.missing", {
        ...shared,
        direction: "over",
        message: sentence("finding/no-discount", { agreement, expected: show(expected, context) }),
        found: null,
        impact: expected,
        formula: due.computed.formula,
        proposal: {
          action: "correct",
          text: sentence("ask/no-discount", { expected: show(expected, context) }),
        },
      }),
      notApplicable("discount.wrong", sentence("because/no-discount-billed", {})),
    ];
  }
  const difference = subtract(expected, billed.amount);
  const isOver = compare(difference, zero) > 0;
  const readings = discountReadings(
    due.base,
    due.terms.map(({ term }) => reductionOf(term.value)),
    context.precision,
  );
  const other =
    due.terms.length > 1
      ? readings.find(({ computed }) => compare(subtract(due.base, computed.value), billed.amount) === 0)
      : undefined;
  return [
    pass("discount.missing", sentence("because/discount-billed", {})),
    fail("discount.wrong", {
      ...shared,
      direction: isOver ? "over" : "under",
      message: sentence("finding/discount", {
        found: show(billed.amount, context),
        agreement,
        expected: show(expected, context),
      }),
      impact: decimalToText(difference),
      formula: `${due.computed.formula}; ${show(expected, context)} − ${show(billed.amount, context)} = ${show(difference, context).replace("-", "−")}`,
      alternative:
        other === undefined
          ? baseAlternative(context, due, billed)
          : sentence(
              other.reading === "discounts added up"
                ? "reading/discounts-added"
                : "reading/discounts-cascade",
              {},
            ),
      proposal: {
        action: "correct",
        text: sentence("ask/discount", {
          found: show(billed.amount, context),
          expected: show(expected, context),
        }),
      },
    }),
  ];
}

/** The discount was taken from everything, where it is for a part. */
function baseAlternative(context: InvoiceContext, due: Due, billed: BilledDiscount): Sentence | null {
  const whole = sumBeforeDiscount(context.lines.filter(({ kind }) => kind === "fee" || kind === "expense"));
  if (whole === null) return null;
  const computed = discountAmount(
    whole,
    due.terms.map(({ term }) => reductionOf(term.value)),
    context.precision,
  );
  return compare(computed.value, billed.amount) === 0 ? sentence("reading/discount-on-all", {}) : null;
}

function judgeWithoutDue(
  context: InvoiceContext,
  billed: BilledDiscount,
  all: readonly Governing<"discount">[],
  open: readonly Governing<"discount">[],
): readonly Verdict[] {
  if (isZero(billed.amount))
    return both((id) =>
      id === "discount.missing"
        ? notApplicable(id, sentence("because/no-discount-due", {}))
        : pass(id, sentence("because/no-discount-due-or-billed", {})),
    );
  if (open.length > 0)
    return both((id) =>
      id === "discount.missing"
        ? pass(id, sentence("because/discount-billed", {}))
        : cannotDetermine(id, conditionOf(open)),
    );
  const ended = all.find(({ to }) => to !== null);
  const threshold = all.find(({ term }) => term.value.threshold !== undefined);
  const why =
    ended !== undefined
      ? sentence("words/discount-ended", { agreement: agreementWords(ended.agreement), day: ended.to ?? "" })
      : threshold !== undefined
        ? sentence("words/discount-begins", {
            agreement: agreementWords(threshold.agreement),
            threshold: threshold.term.value.threshold ?? "",
          })
        : sentence("words/no-discount-applies", { agreement: ownAgreementWords(context) });
  for (const term of all) context.use(term);
  return [
    notApplicable("discount.missing", sentence("because/no-discount-due", {})),
    fail("discount.wrong", {
      direction: "under",
      message: sentence("finding/undue-discount", { found: show(billed.amount, context), why }),
      expected: show(zero, context),
      found: show(billed.amount, context),
      impact: decimalToText(billed.amount),
      formula: `${show(billed.amount, context)} − ${show(zero, context)} = ${show(billed.amount, context)}`,
      proposal: {
        action: "correct",
        text: sentence("ask/undue-discount", { found: show(billed.amount, context) }),
      },
      confidence: confidenceOf(ended ?? threshold),
      evidence: evidenceOf(ended ?? threshold ?? all[0], { evidence: billed.evidence }),
    }),
  ];
}
