import {
  compare,
  decimalToText,
  isPositive,
  minimum,
  multiply,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../../src-shared/money/index.ts";
import { capBalance, capUsedPercent } from "../../../../src-shared/pricing/index.ts";
import type { CapBalance } from "../../../../src-shared/pricing/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { addedByChanges, computeCapDraws, isAboutExpenses, monthsOfLimit } from "../cap-usage.ts";
import type { CapDraw } from "../cap-usage.ts";
import { readsLikeExtraWork, unitFactor, wordingOf } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { missingEarlierInvoice } from "../missing-history.ts";
import { show } from "../show.ts";
import { exactly, measure, toleranceFor } from "../tolerance.ts";
import { sentence, withoutRepeats } from "../../../../src-shared/text/index.ts";
import type { SentenceFact, Sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

/** What was billed with this invoice stays within every limit; nearing one is a notice. */
export const cap: InvoiceRule = {
  ids: ["cap.exceeded", "cap.near"],
  family: 11,
  title: "Limits are kept",
  version: 3,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "party.mismatch", "duplicate.invoice"],
  judge,
};

const both = (make: (id: "cap.exceeded" | "cap.near") => Verdict): readonly Verdict[] => [
  make("cap.exceeded"),
  make("cap.near"),
];

function judge(context: InvoiceContext): readonly Verdict[] {
  const caps = context.allTermsOf("cap").filter(({ term }) => term.absent !== true);
  if (context.match.state === "ambiguous")
    return both((id) => cannotDetermine(id, sentence("because/agreement-open", {})));
  if (caps.length === 0)
    return both((id) =>
      notApplicable(id, sentence("because/no-limit", { agreement: ownAgreementWords(context) })),
    );
  const blocked = caps.find((limit) => whyUnusable(limit) !== null);
  if (blocked !== undefined) {
    context.use(blocked);
    return both((id) =>
      cannotDetermine(id, sentence("because/limit-unusable", { why: whyUnusable(blocked) ?? "" })),
    );
  }
  const draws = context.batch.once("cap-draws", computeCapDraws).get(context) ?? [];
  const relevant = draws.filter(({ cap: limit }) => limitOf(limit) !== null);
  const lost = caps.find((limit) => isLost(limit, draws, context));
  if (lost !== undefined) {
    context.use(lost);
    return both((id) =>
      cannotDetermine(id, sentence("because/scope-unclear", { scope: lost.term.value.item ?? "" })),
    );
  }
  if (relevant.length === 0) return both((id) => notApplicable(id, sentence("because/nothing-counts", {})));
  for (const { cap: limit, changes } of relevant) for (const term of [limit, ...changes]) context.use(term);
  const uncertain = relevant.find(({ isUncertain }) => isUncertain);
  if (uncertain !== undefined)
    return both((id) => cannotDetermine(id, sentence("because/earlier-amount-unread", {})));
  if (relevant.some(({ bucket }) => bucket === "?"))
    return both((id) => cannotDetermine(id, sentence("because/limit-period-unknown", {})));
  const exceeded = judgeExceeded(context, relevant);
  // What goes beyond the limit without the missing invoice goes beyond it with it.
  const missing = exceeded.outcome === "fail" ? null : missingEarlierInvoice(context);
  if (missing !== null)
    return both((id) =>
      cannotDetermine(id, sentence("because/earlier-invoice-missing", { invoice: missing })),
    );
  return [exceeded, judgeNear(context, relevant)];
}

/**
 * Whether nobody can tell what a limit is on: its words name nothing else that the agreement says, and no line.
 *
 * What is passed on at cost comes and goes, and a limit on it need not be met by any line of an invoice.
 */
function isLost(limit: CapDraw["cap"], draws: readonly CapDraw[], context: InvoiceContext): boolean {
  const { item, quantity, unit } = limit.term.value;
  if (item === undefined) return false;
  // Of a list of limits an invoice bills some, and the others are for what comes later.
  if (draws.some(({ cap: drawn }) => drawn === limit || drawn.term.value.item !== undefined)) return false;
  const words = wordingOf(item).content;
  const isSaid = context.governing.some(({ term }) => {
    if (term.id === limit.term.id || term.type === "discount" || term.type === "cap") return false;
    const said = wordingOf([itemWords(term.value), ...term.evidence.map(({ quote }) => quote)].join(" "));
    return words.some((word) => said.all.has(word));
  });
  if (isSaid || isAboutExpenses(item) || readsLikeExtraWork(item)) return false;
  return context.lines.some(({ kind, line }) => {
    const own = valueOf(line.unit);
    if (kind !== "fee") return false;
    return (
      quantity === undefined || unit === undefined || (own !== null && unitFactor(own, unit) !== undefined)
    );
  });
}

const itemWords = (value: object): string => {
  const {
    item = "",
    role = "",
    name = "",
    types = [],
  } = value as Partial<Record<"item" | "role" | "name", string> & { readonly types: readonly string[] }>;
  return [item, role, name, ...types].join(" ");
};

const limitOf = ({ term }: CapDraw["cap"]): Numeric | null =>
  term.value.quantity ?? term.value.amount ?? null;

const balances = new WeakMap<CapDraw, CapBalance>();

function balanceOf(draw: CapDraw, context: InvoiceContext): CapBalance {
  const known = balances.get(draw);
  if (known !== undefined) return known;
  const balance = computeBalance(draw, context);
  balances.set(draw, balance);
  return balance;
}

function computeBalance(draw: CapDraw, { precision }: InvoiceContext): CapBalance {
  const isQuantity = draw.cap.term.value.quantity !== undefined;
  return capBalance(
    {
      limit: limitOf(draw.cap) ?? zero,
      changes: addedByChanges(draw.changes),
      billed: [draw.before],
      current: draw.current,
    },
    isQuantity ? { ...precision, places: 2 } : precision,
  );
}

const usedOf = ({ used, effectiveLimit }: CapBalance, context: InvoiceContext): Sentence =>
  sentence("because/used", { used: show(used.value, context), limit: show(effectiveLimit, context) });

function judgeExceeded(context: InvoiceContext, draws: readonly CapDraw[]): Verdict {
  const id = "cap.exceeded";
  const findings: FindingDraft[] = [];
  const notes: Sentence[] = [];
  for (const draw of draws) {
    const balance = balanceOf(draw, context);
    if (balance.level !== "exceeded" || !isPositive(draw.current)) {
      notes.push(usedOf(balance, context));
      continue;
    }
    const tolerance = toleranceFor(id, context, null, exactly);
    const measured = measure(tolerance, balance.effectiveLimit, balance.used.value, context.currency);
    if (measured.isWithin) {
      notes.push(usedOf(balance, context));
      continue;
    }
    findings.push(toFinding(context, draw, balance));
  }
  return findings.length > 0
    ? fail(id, ...findings)
    : pass(id, sentence("because/reasons", { reasons: withoutRepeats(notes) }));
}

function toFinding(context: InvoiceContext, draw: CapDraw, balance: CapBalance): FindingDraft {
  const { cap: limit, changes, earlier, current } = draw;
  const isQuantity = limit.term.value.quantity !== undefined;
  const units = isQuantity ? sentence("words/units", { unit: limit.term.value.unit ?? "unit" }) : "";
  // Of a limit that was passed before, this invoice adds no more than itself.
  const excess = minimum(balance.excess.value, current);
  const impact = isQuantity ? quantityImpact(context, draw, excess) : decimalToText(excess);
  const where = scopeWords(draw);
  return {
    direction: "over",
    message: sentence("finding/cap", {
      used: show(balance.used.value, context),
      units,
      where,
      agreement: agreementWords(limit.agreement),
      limit: show(balance.effectiveLimit, context),
    }),
    expected: show(balance.effectiveLimit, context),
    found: show(balance.used.value, context),
    impact,
    formula: balance.excess.formula,
    alternative: null,
    tolerance: null,
    proposal: {
      action: "escalate",
      text: sentence("ask/cap", { excess: show(decimalToText(excess), context), units, where }),
    },
    confidence:
      confidenceOf(limit, ...changes) *
      (hasRemainder(limit) && monthsOfLimit(limit.term.remainder) === null ? 0.7 : 1),
    evidence: evidenceOf(
      limit,
      ...changes,
      context.invoice.net ?? context.invoice.payable,
      ...earlier.map(({ invoice }) => inRole("history", (invoice.net ?? invoice.payable)?.evidence ?? [])),
    ),
  };
}

/** Excess units at the highest price that the invoice bills for them: what the limit would have cut first. */
function quantityImpact(context: InvoiceContext, draw: CapDraw, excess: Numeric): DecimalText | null {
  const prices = context.lines.flatMap(({ line }) => {
    const price = valueOf(line.unitPrice);
    return price !== null && valueOf(line.unit) === (draw.cap.term.value.unit ?? valueOf(line.unit))
      ? [price]
      : [];
  });
  const [price] = prices;
  if (price === undefined || prices.some((other) => compare(other, price) !== 0)) return null;
  return decimalToText(multiply(excess, price));
}

function scopeWords({ cap: limit, bucket }: CapDraw): SentenceFact {
  const item =
    limit.term.value.item === undefined ? "" : sentence("words/for-item", { item: limit.term.value.item });
  switch (limit.term.value.scope) {
    case "month":
      return sentence("words/in-bucket", { item, bucket });
    case "year":
      return sentence("words/in-bucket", { item, bucket });
    case "job":
    case "phase":
      return bucket === "" ? item : sentence("words/on-bucket", { item, bucket });
    case "agreement":
    case "item":
      return bucket === "" ? item : sentence("words/in-bucket", { item, bucket });
  }
}

function judgeNear(context: InvoiceContext, draws: readonly CapDraw[]): Verdict {
  const id = "cap.near";
  const findings: FindingDraft[] = [];
  for (const draw of draws) {
    const balance = balanceOf(draw, context);
    const isNews =
      (balance.level === "near-80" || balance.level === "near-90") && balance.level !== balance.levelBefore;
    if (!isNews) continue;
    const percent = capUsedPercent(balance) ?? "";
    findings.push({
      severity: "info",
      direction: "process",
      message: sentence("finding/cap-near", {
        percent,
        where: scopeWords(draw),
        used: show(balance.used.value, context),
        limit: show(balance.effectiveLimit, context),
      }),
      expected: show(balance.effectiveLimit, context),
      found: show(balance.used.value, context),
      formula: balance.used.formula,
      proposal: {
        action: "approve",
        text: sentence("ask/cap-near", { left: show(balance.remaining, context) }),
      },
      confidence: confidenceOf(draw.cap, ...draw.changes),
      evidence: evidenceOf(draw.cap, ...draw.changes, context.invoice.net ?? context.invoice.payable),
    });
  }
  return findings.length > 0 ? fail(id, ...findings) : pass(id, sentence("because/no-notice", {}));
}
