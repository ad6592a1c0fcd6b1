import {
  absolute,
  add,
  compare,
  decimal,
  decimalToText,
  isZero,
  subtract,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import type { AgreementId, Delivery } from "../../../src-shared/model/index.ts";
import { computeAmount, shareOf } from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import { agreementWords } from "./agreement-words.ts";
import { billedDiscountOf } from "./billed-discount.ts";
import { cannotDetermine, fail, notApplicable, pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { BatchContext, Governing, InvoiceContext } from "./context.ts";
import { confidenceOf, evidenceOf, inRole } from "./evidence.ts";
import { createFamilyFinder, onlyFamilyFor } from "./family-of-record.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";
import { netOfLine } from "./line-figures.ts";
import { show } from "./show.ts";
import { measure, oneMinorUnit, toleranceFor } from "./tolerance.ts";
import { unplacedPaperAbout } from "./unplaced-papers.ts";

/**
 * What the records of a service say of the credit that is due where it falls below the promised level.
 *
 * `null` where no credit is agreed, or no paper speaks of the level: then nothing says that the service fell short.
 * Only shares near the whole are such levels ("99.9 % of the month", "95 % on time"); a credit for lateness is none.
 */
export function judgeServiceCredits(context: InvoiceContext): readonly Verdict[] | null {
  const credits = context
    .termsOf("service-credit")
    .filter(({ term }) => term.absent !== true && compare(term.value.threshold, lowestLevel) >= 0);
  if (credits.length === 0 || context.isCredit) return null;
  const records = levelRecordsOf(context);
  const paper = records.length === 0 ? unplacedPaperAbout(context, levels) : null;
  if (records.length === 0 && paper === null) return null;
  for (const term of credits) context.use(term);
  if (paper !== null) return both(sentence("because/paper-unplaced", { paper }));
  const missed = records.filter(({ quantity }) =>
    credits.some(({ term }) => quantity !== null && compare(quantity, term.value.threshold) < 0),
  );
  return missed.length === 0 ? null : judgeMissed(context, credits, missed);
}

/** Below this a share is no level of a service, but the size of a credit or of a part. */
const lowestLevel = decimal("90");

/** What is measured of a service by a share near the whole. */
const levels =
  /\b(?:availab\w*|uptime|service level|sla|verfugbarkeit\w*|disponibilit\w*|disponibilidad\w*|disponibilidade|beschikbaarheid|accuracy|punctuality|on time)\b/;

const both = (because: Sentence): readonly Verdict[] => [
  cannotDetermine("discount.missing", because),
  cannotDetermine("discount.wrong", because),
];

function judgeMissed(
  context: InvoiceContext,
  credits: readonly Governing<"service-credit">[],
  missed: readonly Delivery[],
): readonly Verdict[] {
  const [record, ...others] = missed;
  const level = record?.quantity ?? null;
  const isDated = record !== undefined && (record.periodStart ?? record.date) !== null;
  if (level === null || others.length > 0 || !isDated) return both(sentence("because/level-open", {}));
  // Of several steps the deepest one that the level fell below holds.
  const [credit] = credits
    .filter(({ term }) => compare(level, term.value.threshold) < 0)
    .toSorted((first, second) => compare(first.term.value.threshold, second.term.value.threshold));
  const why = credit === undefined ? null : whyUnusable(credit);
  if (credit === undefined || why !== null)
    return both(sentence("because/discount-unusable", { why: why ?? "" }));
  const due = creditDue(context, credit);
  const hasDiscounts = context.termsOf("discount").some(({ term }) => term.absent !== true);
  if (due === null || hasDiscounts || hasRemainder(credit) || comesOffLater(credit))
    return both(sentence("because/level-open", {}));
  return compareCredit(context, credit, record, due);
}

function compareCredit(
  context: InvoiceContext,
  credit: Governing<"service-credit">,
  record: Delivery,
  due: Computed,
): readonly Verdict[] {
  const billed = creditedBy(context);
  const isMissing = isZero(billed);
  const [id, otherId] = isMissing
    ? (["discount.missing", "discount.wrong"] as const)
    : (["discount.wrong", "discount.missing"] as const);
  const other = isMissing
    ? notApplicable(otherId, sentence("because/no-discount-billed", {}))
    : pass(otherId, sentence("because/discount-billed", {}));
  const tolerance = toleranceFor(id, context, null, oneMinorUnit(context));
  const measured = measure(tolerance, billed, due.value, context.currency);
  if (measured.isWithin) return [pass(id, sentence("because/formula", { formula: due.formula })), other];
  const difference = subtract(due.value, billed);
  return [
    other,
    fail(id, {
      direction: compare(difference, zero) > 0 ? "over" : "under",
      message: sentence("finding/service-credit", {
        agreement: agreementWords(credit.agreement),
        level: record.quantity ?? "",
        threshold: credit.term.value.threshold,
        expected: show(due.value, context),
        found: show(billed, context),
      }),
      expected: show(due.value, context),
      found: isMissing ? null : show(billed, context),
      impact: decimalToText(absolute(difference)),
      formula: due.formula,
      tolerance: measured.applied,
      proposal: {
        action: "correct",
        text: sentence("ask/service-credit", { expected: show(due.value, context) }),
      },
      confidence: confidenceOf(credit),
      evidence: evidenceOf(
        credit,
        inRole("delivery", record.evidence),
        context.invoice.subtotal ?? context.invoice.net ?? context.invoice.payable,
      ),
    }),
  ];
}

/** A credit of an amount, or of a share of the one fee that comes back; `null` where several fees may be meant. */
function creditDue(context: InvoiceContext, { term }: Governing<"service-credit">): Computed | null {
  const { amount, percent } = term.value;
  if (amount !== undefined) return computeAmount(amount, amount, context.precision);
  const fees = context.lines.filter(({ kind }) => kind === "fee");
  const recurring = fees.filter(({ terms: [governing] }) => {
    const fee = governing?.term;
    return fee?.type === "fixed-fee" && fee.value.per !== "once";
  });
  const [line, ...others] = recurring.length > 0 ? recurring : fees;
  const net = line === undefined || others.length > 0 ? null : netOfLine(line);
  return net === null || percent === undefined ? null : shareOf(net, percent, context.precision);
}

/** Discounts and credit rows of an invoice together, as what they take off. */
function creditedBy(context: InvoiceContext): Decimal {
  let amount: Decimal = billedDiscountOf(context).amount;
  for (const line of context.lines) {
    const net = line.kind === "service-credit" ? netOfLine(line) : null;
    if (net !== null) amount = add(amount, absolute(net));
  }
  return amount;
}

/** "On the next invoice": the bill of the month that fell short does not show it yet. */
const comesOffLater = ({ term }: Governing<"service-credit">): boolean =>
  term.evidence.some(({ quote }) => later.test(foldWording(quote)));
const later =
  /\b(?:next|following|subsequent|nachste[nrsm]?|folgende[nrsm]?|folge\w*|prochaine?|suivante?|siguiente|proxim[oa]|successiv[oa]|prossim[oa]|seguinte|volgende|eerstvolgende)\b/;

/** Records of a level of service in the days of an invoice, of its own agreement. */
function levelRecordsOf({ batch, match, interval }: InvoiceContext): readonly Delivery[] {
  return batch
    .once("records-of-levels", findLevelRecords)
    .filter(
      ({ delivery, family }) =>
        family === match.agreementId && (interval === null || isIn(delivery, interval)),
    )
    .map(({ delivery }) => delivery);
}

function findLevelRecords(
  batch: BatchContext,
): readonly { readonly delivery: Delivery; readonly family: AgreementId }[] {
  const familyOf = createFamilyFinder(batch);
  return batch.input.deliveries.flatMap((delivery) => {
    const { item, unit, quantity } = delivery;
    if (quantity === null || !levels.test(foldWording(`${item ?? ""} ${unit ?? ""}`))) return [];
    if (compare(quantity, leastShare) < 0 || compare(quantity, hundred) > 0) return [];
    const family = familyOf(delivery) ?? onlyFamilyFor(delivery, batch);
    return family === null ? [] : [{ delivery, family }];
  });
}

/** A lower figure beside such words counts hours or outages. */
const leastShare = decimal("50");
const hundred = decimal("100");

/** A record that prints no day may be of any month: it counts, and its month is open. */
function isIn(
  { date, periodStart, periodEnd }: Delivery,
  interval: { readonly start: string; readonly end: string },
): boolean {
  const start = periodStart ?? date;
  if (start === null) return true;
  return start < interval.end && (periodEnd ?? start) >= interval.start;
}
