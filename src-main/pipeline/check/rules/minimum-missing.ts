import {
  add,
  compare,
  decimalToText,
  negate,
  subtract,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { minimumTrueUp, proratedMinimum } from "../../../../src-shared/pricing/index.ts";
import type { Share } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { Governing, InvoiceContext, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { missingOf, shortOfEach, shortOfLeastQuantity } from "../least-charges.ts";
import type { ShortCharge } from "../least-charges.ts";
import { netOfLine } from "../line-figures.ts";
import { isPerMonths, minimumPeriodOf } from "../minimum-period.ts";
import { show, daysWords } from "../show.ts";
import { exactly, measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";
import { isScopeUnknown } from "../billed-discount.ts";
import { linesNamedBy } from "../discount-lines.ts";

const id = "minimum.missing";

/** Charges of a period reach the agreed minimum, or what is missing is billed on top. */
export const minimumMissing: InvoiceRule = {
  ids: [id],
  family: 13,
  title: "Agreed minimums are reached",
  version: 3,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  if (context.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  const minimums = context.termsOf("minimum").filter(({ term }) => term.absent !== true);
  const agreed = minimums.filter(({ term }) => term.value.amount !== undefined);
  const [minimum = agreed[0]] = agreed.filter(({ term }) => isPerMonths(term.value.per));
  const short = context.isCredit ? [] : shortOfLeastQuantity(context);
  if (short.length > 0) return fail(id, ...short.map((one) => tooShort(context, one)));
  const unsaid = minimums.find(
    ({ term }) => term.value.amount === undefined && term.value.quantity === undefined,
  );
  if (minimum === undefined && unsaid !== undefined) {
    context.use(unsaid);
    return cannotDetermine(
      id,
      sentence("because/minimum-unusable", {
        why: whyUnusable(unsaid) ?? sentence("because/open-question", {}),
      }),
    );
  }
  if (minimum === undefined)
    return notApplicable(id, sentence("because/no-minimum", { agreement: ownAgreementWords(context) }));
  if (context.isCredit) return notApplicable(id, sentence("because/credit-gives-back", {}));
  context.use(minimum);
  const blocked = whyUnusable(minimum);
  if (blocked !== null) return cannotDetermine(id, sentence("because/minimum-unusable", { why: blocked }));
  if (hasRemainder(minimum))
    return cannotDetermine(id, sentence("because/clause-says-more", { words: minimum.term.remainder ?? "" }));
  const { per, trueUp } = minimum.term.value;
  const { interval } = context;
  if (!isPerMonths(per)) return judgeEach(context, agreed);
  // A row that fills up the minimum says that the invoice is for all of its period, whatever days it prints.
  const fillsUp = context.lines.some(
    ({ kind, terms }) => kind === "true-up" && terms[0]?.term.type === "minimum",
  );
  if (interval === null)
    return fillsUp || (per === "month" && isOfOneMonth(context))
      ? compareCharges(context, minimum, [context])
      : cannotDetermine(id, sentence("because/no-period", {}));
  // A minimum of each month that is settled once a year is no minimum of any of them.
  const period = trueUp === "year" && per !== "year" ? null : minimumPeriodOf(context, minimum, per);
  if (period === null) return notApplicable(id, sentence("because/no-whole-period", {}));
  // A credit note gives something back, and is asked for no minimum: the last invoice before it answers for both.
  const last = period.invoices.findLast(({ isCredit }) => !isCredit);
  if (last !== undefined && last !== context)
    return pass(id, sentence("because/judged-with-last", { days: daysWords(period.start, period.end) }));
  const verdict = compareCharges(context, minimum, period.invoices, period.share);
  return period.hasGaps === true && verdict.outcome !== "pass"
    ? cannotDetermine(
        id,
        sentence("because/minimum-history-missing", { days: daysWords(period.start, period.end) }),
      )
    : verdict;
}

/** Whether the records of all that is billed are of one month: then that is the month of a bill without a period. */
function isOfOneMonth({ lines, batch }: InvoiceContext): boolean {
  const dates = lines.flatMap(({ match }) =>
    match.deliveries.flatMap(({ deliveryId }) => batch.deliveries.get(deliveryId)?.date ?? []),
  );
  return dates.length > 0 && new Set(dates.map((date) => date.slice(0, 7))).size === 1;
}

/** Where a clause names some of the charges alone, what is charged on top of them fills no minimum. */
const withoutSurcharges = (
  lines: readonly LineContext[],
  { lines: all }: InvoiceContext,
): readonly LineContext[] =>
  lines.length === all.filter(({ kind }) => kind === "fee").length
    ? lines
    : lines.filter(({ terms }) => terms[0]?.term.type !== "surcharge");

/**
 * Minimums of an order or a trip: each line that bills work reaches all of them, or bills one of them.
 *
 * Of a line that is less nobody knows what order it is a part of; only an invoice that is less as a whole is too little
 * whatever its orders are.
 */
function judgeEach(context: InvoiceContext, minimums: readonly Governing<"minimum">[]): Verdict {
  const lines = context.lines.filter(
    ({ kind, terms }) => kind === "fee" && terms[0]?.term.type !== "surcharge",
  );
  const nets = lines.map((line) => netOfLine(line));
  const isReached = lines.every(
    ({ terms }, at) =>
      terms[0]?.term.type === "minimum" ||
      minimums.every(({ term }) => compare(nets[at] ?? zero, term.value.amount ?? zero) >= 0),
  );
  if (lines.length > 0 && isReached) return pass(id, sentence("because/minimum-each", {}));
  const short = minimums.filter(isOfEach).flatMap((minimum) => shortOfEach(context, minimum));
  if (short.length > 0) return fail(id, ...short.map((one) => tooShort(context, one)));
  const [only] = minimums;
  const whole = sum(nets.flatMap((net) => net ?? []));
  const isLess = compare(whole, only?.term.value.amount ?? zero) < 0;
  const isSaid = only !== undefined && only.term.value.per !== null;
  if (isSaid && minimums.length === 1 && isLess && !nets.includes(null) && lines.length > 0)
    return compareCharges(context, only, [context]);
  return only?.term.value.per === null
    ? cannotDetermine(id, sentence("because/minimum-period-unsaid", {}))
    : notApplicable(id, sentence("because/no-whole-period", {}));
}

/** Whether a minimum is for each thing that its words name, not for all that is billed. */
const isOfEach = ({ term }: Governing<"minimum">): boolean =>
  !["agreement", "invoice", ""].includes(term.value.scope);

function tooShort(context: InvoiceContext, short: ShortCharge): FindingDraft {
  const { governing, lines, least, billed } = short;
  const missing = missingOf(short);
  const [first] = lines;
  return {
    direction: "under",
    ...(first === undefined ? {} : { line: first.line.id }),
    message: sentence("finding/minimum", {
      charges: show(billed, context),
      agreement: agreementWords(governing.agreement),
      minimum: show(least, context),
    }),
    expected: show(least, context),
    found: show(billed, context),
    impact: missing,
    formula: `${show(least, context)} − ${show(billed, context)} = ${show(missing, context)}`,
    proposal: { action: "correct", text: sentence("ask/minimum", { missing: show(missing, context) }) },
    confidence: confidenceOf(governing, first?.line.quantity, first?.line.net),
    evidence: evidenceOf(governing, ...lines.map(({ line }) => line.net ?? line)),
  };
}

/** By how much rows that fill up a minimum go beyond it; `null` where there are none or they do not. */
function filledTooFar(
  siblings: readonly InvoiceContext[],
  charges: Decimal,
  expected: DecimalText,
): Decimal | null {
  let filled: Decimal = zero;
  for (const { lines, isCredit } of siblings)
    for (const line of lines)
      if (line.kind === "true-up" && !isCredit) filled = add(filled, netOfLine(line) ?? zero);
  const beyond = subtract(charges, expected);
  if (compare(filled, zero) <= 0 || compare(beyond, zero) <= 0) return null;
  return compare(beyond, filled) < 0 ? beyond : filled;
}

function tooMuch(
  context: InvoiceContext,
  minimum: Governing<"minimum">,
  charges: Decimal,
  amount: DecimalText,
  excess: Decimal,
): Verdict {
  return fail(id, {
    direction: "over",
    message: sentence("finding/minimum-overfilled", {
      charges: show(charges, context),
      agreement: agreementWords(minimum.agreement),
      minimum: show(amount, context),
    }),
    expected: show(amount, context),
    found: show(charges, context),
    impact: decimalToText(excess),
    formula: `${show(charges, context)} − ${show(amount, context)} = ${show(subtract(charges, amount), context)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/minimum-overfilled", { excess: show(excess, context) }),
    },
    confidence: confidenceOf(minimum, context.invoice.net),
    evidence: evidenceOf(minimum, context.invoice.net ?? context.invoice.subtotal ?? context.invoice.payable),
  });
}

function compareCharges(
  context: InvoiceContext,
  minimum: Governing<"minimum">,
  siblings: readonly InvoiceContext[],
  share: Share | null = null,
): Verdict {
  let charges: Decimal = zero;
  for (const invoice of siblings) {
    const { scope } = minimum.term.value;
    // Words that name no line say for which months or of what order it is: then it is for all that is billed.
    const lines = [
      ...(isScopeUnknown(invoice, scope)
        ? invoice.lines.filter(({ kind }) => kind === "fee")
        : withoutSurcharges(linesNamedBy(invoice, minimum), invoice)),
      ...invoice.lines.filter(({ kind }) => kind === "true-up"),
    ];
    for (const line of lines) {
      const net = netOfLine(line);
      if (net === null) return cannotDetermine(id, sentence("because/a-line-amount-unread", {}));
      charges = add(charges, invoice.isCredit ? negate(net) : net);
    }
  }
  const amount = minimum.term.value.amount ?? decimalToText(zero);
  const expected = share === null ? amount : proratedMinimum(amount, share, context.precision).value;
  const excess = filledTooFar(siblings, charges, expected);
  if (excess !== null) return tooMuch(context, minimum, charges, expected, excess);
  if (compare(charges, expected) >= 0)
    return pass(
      id,
      sentence("because/minimum-reached", {
        charges: show(charges, context),
        minimum: show(expected, context),
      }),
    );
  const measured = measure(
    toleranceFor(id, context, null, share === null ? exactly : oneMinorUnit(context)),
    expected,
    charges,
    context.currency,
  );
  if (measured.isWithin)
    return pass(id, sentence("because/minimum-tolerated", { charges: show(charges, context) }));
  const missing = minimumTrueUp({ minimum: amount, charges, share }, context.precision);
  return fail(id, {
    direction: "under",
    message: sentence("finding/minimum", {
      charges: show(charges, context),
      agreement: agreementWords(minimum.agreement),
      minimum: show(expected, context),
    }),
    expected: show(expected, context),
    found: show(charges, context),
    impact: missing.value,
    formula: missing.formula,
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/minimum", { missing: show(missing.value, context) }),
    },
    confidence: confidenceOf(minimum, context.invoice.net),
    evidence: evidenceOf(minimum, context.invoice.net ?? context.invoice.subtotal ?? context.invoice.payable),
  });
}
