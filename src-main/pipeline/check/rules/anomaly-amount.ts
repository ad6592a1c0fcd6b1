import {
  absolute,
  compare,
  fractionToDecimal,
  isZero,
  median,
  minorDigits,
  percentToFraction,
  compareFractions,
  multiplyFractions,
  outlierFences,
  quartiles,
  standingIn,
  subtract,
  sum,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { addMonths, wholeMonthsIn } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import { compareFixedAmount } from "../compare-amount.ts";
import { netOf } from "../context.ts";
import type { BatchContext, InvoiceContext, LineContext } from "../context.ts";
import { termWords } from "../describe-term.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { isFirmTerm } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { differsByMoreThan, placeInSeries, invoiceWords } from "../series.ts";
import type { SeriesPlace } from "../series.ts";
import { quoteWords, show } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "anomaly.amount";

/** The amount is like the earlier ones of its series, and a fixed charge is what it was. */
export const anomalyAmount: InvoiceRule = {
  ids: [id],
  family: 24,
  title: "The amount is like the earlier ones",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: ["duplicate.invoice"],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice, batch } = context;
  if (context.isCredit) return notApplicable(id, sentence("because/credits-outside-series", {}));
  if (invoice.kind === "proforma") return notApplicable(id, sentence("because/proforma", {}));
  const place = batch.once("series", placeInSeries).get(context);
  if (place === undefined) return notApplicable(id, sentence("because/no-series", {}));
  if (place.amount === null)
    return isUndecided(invoice.net) || isUndecided(invoice.gross) || place.count > 0
      ? cannotDetermine(id, sentence("because/total-unread", {}))
      : notApplicable(id, sentence("because/no-total", {}));
  const changes = changedFees(context);
  const outlier = place.standing === "high" || place.standing === "low" ? judgeOutlier(context, place) : null;
  const findings = [...changes, ...(outlier !== null && "message" in outlier ? [outlier] : [])];
  if (findings.length > 0) return fail(id, ...findings);
  if (outlier !== null && "reason" in outlier) return pass(id, outlier.reason);
  if (place.standing === null)
    return notApplicable(
      id,
      place.count >= 3
        ? sentence("because/uneven-bills", {})
        : sentence(place.count === 1 ? "because/one-earlier" : "because/few-earlier", { count: place.count }),
    );
  return pass(
    id,
    sentence("because/like-earlier", { amount: show(place.amount, context), count: place.count }),
  );
}

/** What stands out, or why it does not count. */
function judgeOutlier(
  context: InvoiceContext,
  place: SeriesPlace,
): FindingDraft | { readonly reason: Sentence } | null {
  const { amount, sorted, standing, previous } = place;
  if (amount === null || sorted === null || standing === "usual" || standing === null) return null;
  const usual = median(sorted);
  const typical = fractionToDecimal(usual, minorDigits(context.precision.currency));
  const difference = subtract(amount, typical);
  // Below the owner's share nobody needs to look, however even the history is.
  const floor = multiplyFractions(usual, percentToFraction(context.batch.policy.variancePercent));
  if (compareFractions(absolute(difference), floor) <= 0)
    return {
      reason: sentence("because/within-usual", {
        amount: show(amount, context),
        percent: context.batch.policy.variancePercent,
        typical: show(typical, context),
      }),
    };
  if (context.lines.every((line) => line.kind === "text" || isAgreedAmount(line)))
    return { reason: sentence("because/agreed-amounts", {}) };
  const explained = previous === null ? null : explainStep(context, previous, sorted, amount);
  if (explained !== null) return { reason: explained };
  const season = findSeason(context, place);
  if (season !== null)
    return {
      reason: sentence("because/season", { amount: show(amount, context), invoice: invoiceWords(season) }),
    };
  const bounds = sorted.length >= 8 ? outlierFences(quartiles(sorted)) : null;
  const places = minorDigits(context.precision.currency);
  const range =
    bounds === null
      ? sentence("words/usually", { typical: show(typical, context) })
      : sentence("words/usually-between", {
          lower: show(fractionToDecimal(bounds.lower, places), context),
          upper: show(fractionToDecimal(bounds.upper, places), context),
        });
  return {
    direction: standing === "high" ? "over" : "under",
    message: sentence(standing === "high" ? "finding/unusually-high" : "finding/unusually-low", {
      amount: show(amount, context),
      count: sorted.length,
      range,
    }),
    expected: show(typical, context),
    found: show(amount, context),
    impact: null,
    formula: `${show(amount, context)} − ${show(typical, context)} = ${show(difference, context).replace("-", "−")}`,
    proposal: {
      action: "ask",
      text: sentence(standing === "high" ? "ask/unusually-high" : "ask/unusually-low", {}),
    },
    confidence: 0.6 * confidenceOf(context.invoice.net ?? context.invoice.gross),
    evidence: evidenceOf(
      context.invoice.net ?? context.invoice.gross ?? context.invoice,
      inRole("history", evidenceOf(previous?.invoice.net ?? previous?.invoice)),
    ),
    relatedInvoiceId: previous?.invoice.id ?? null,
  };
}

/** Confirmed terms that were billed now and not before, or before and no more: without them the amount is usual. */
function explainStep(
  context: InvoiceContext,
  previous: InvoiceContext,
  sorted: readonly Decimal[],
  amount: Decimal,
): Sentence | null {
  const before = new Set(previous.lines.flatMap(({ terms }) => terms.map(({ term }) => term.id)));
  const fresh = context.lines.filter(
    ({ terms }) =>
      terms.length > 0 && terms.every((governing) => isFirmTerm(governing) && !before.has(governing.term.id)),
  );
  const start = context.interval?.start ?? null;
  const ended = previous.lines.filter(
    ({ terms }) =>
      terms.length > 0 &&
      terms.every(
        (governing) => isFirmTerm(governing) && start !== null && hasEnded(context, governing, start),
      ),
  );
  if (fresh.length === 0 && ended.length === 0) return null;
  const nets = (lines: readonly LineContext[]): Decimal =>
    sum(lines.flatMap((line) => netOfLine(line) ?? []));
  const without = subtract(amount, subtract(nets(fresh), nets(ended)));
  const isExplained =
    isZero(without) || standingIn(sorted, without) === "usual" || isWithinFloor(context, sorted, without);
  if (!isExplained) return null;
  const termsOf = (lines: readonly LineContext[]) => [
    ...new Set(lines.flatMap(({ terms }) => terms.map(({ term }) => termWords(term)))),
  ];
  const reasons = [
    ...termsOf(fresh).map((term) => sentence("words/billed-first-time", { term })),
    ...termsOf(ended).map((term) => sentence("words/has-ended", { term })),
  ];
  return sentence("because/step-explained", { reasons: reasons.slice(0, 3) });
}

/** Whether no piece of a term is left on a day: what a line is bound to is cut to the days of the line itself. */
const hasEnded = ({ governing }: InvoiceContext, { term }: GoverningTerm, day: LocalDate): boolean => {
  const pieces = governing.filter((piece) => piece.term.id === term.id);
  return pieces.length > 0 && pieces.every(({ to }) => to !== null && to <= day);
};

function isWithinFloor({ batch }: InvoiceContext, sorted: readonly Decimal[], amount: Decimal): boolean {
  const usual = median(sorted);
  const typical = fractionToDecimal(usual, 6);
  const floor = multiplyFractions(usual, percentToFraction(batch.policy.variancePercent));
  return compareFractions(absolute(subtract(amount, typical)), floor) <= 0;
}

/** A fee at exactly the amount that a confirmed term gives for its days. */
function isAgreedAmount(line: LineContext): boolean {
  const [governing] = line.terms;
  return (
    governing?.term.type === "fixed-fee" &&
    isFirmTerm(governing) &&
    compareFixedAmount(line, governing).is === "same"
  );
}

/** An invoice of the series over the same days a year before whose amount is no more than half away. */
function findSeason(context: InvoiceContext, { series, count, amount }: SeriesPlace): InvoiceContext | null {
  const start = context.interval?.start ?? null;
  if (start === null || amount === null) return null;
  const lastYear = addMonths(start, -12).slice(0, 7);
  return (
    series.slice(0, count).find((earlier) => {
      const net = netOf(earlier);
      return (
        earlier.interval?.start.startsWith(lastYear) === true &&
        net !== null &&
        !differsByMoreThan(50, net, amount)
      );
    }) ?? null
  );
}

/** Fixed charges that moved by more than 2 % while their term stayed. */
function changedFees(context: InvoiceContext): readonly FindingDraft[] {
  const before = context.batch.once("fees-before", findFeesBefore).get(context);
  if (before === undefined) return [];
  return [...before].flatMap(([line, earlier]) => {
    const [now, then] = [netOfLine(line), netOfLine(earlier)];
    if (now === null || then === null || isZero(then) || !differsByMoreThan(2, then, now)) return [];
    if (isAgreedAmount(line)) return [];
    const difference = subtract(now, then);
    const isMore = compare(now, then) > 0;
    return [
      {
        direction: isMore ? ("over" as const) : ("under" as const),
        line: line.line.id,
        message: sentence("finding/fee-changed", {
          what: quoteWords(line.line.description),
          earlierAmount: show(then, context),
          earlier: invoiceWords(earlier.owner),
          now: show(now, context),
        }),
        expected: show(then, context),
        found: show(now, context),
        impact: null,
        formula: `${show(now, context)} − ${show(then, context)} = ${show(difference, context).replace("-", "−")}`,
        proposal: {
          action: "ask" as const,
          text: sentence("ask/fee-changed", { what: quoteWords(line.line.description) }),
        },
        confidence: 0.7 * confidenceOf(line.line.net),
        evidence: evidenceOf(
          line.terms[0],
          line.line.net ?? line.line,
          inRole("history", evidenceOf(earlier.line.net ?? earlier.line)),
        ),
        relatedInvoiceId: earlier.owner.invoice.id,
      },
    ];
  });
}

/** For each fixed charge the latest one under the same term over as many months. */
function findFeesBefore(
  batch: BatchContext,
): ReadonlyMap<InvoiceContext, ReadonlyMap<LineContext, LineContext>> {
  const latest = new Map<string, LineContext>();
  const before = new Map<InvoiceContext, Map<LineContext, LineContext>>();
  const places = batch.once("series", placeInSeries);
  for (const invoice of batch.invoices) {
    if (!places.has(invoice)) continue;
    for (const line of invoice.lines) {
      const [governing] = line.terms;
      if (
        governing?.term.type !== "fixed-fee" ||
        governing.term.value.per === "once" ||
        line.interval === null
      )
        continue;
      const months = wholeMonthsIn(line.interval);
      if (months === undefined) continue;
      const key = `${governing.term.id}|${months}|${valueOf(line.line.quantity) ?? ""}`;
      const earlier = latest.get(key);
      if (earlier !== undefined && earlier.owner !== invoice) {
        const pairs = before.get(invoice) ?? new Map<LineContext, LineContext>();
        before.set(invoice, pairs.set(line, earlier));
      }
      latest.set(key, line);
    }
  }
  return before;
}
