import { compare as compareAmounts, decimalToText, isEqual } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { lateFee } from "../../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../../src-shared/pricing/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import {
  lateCountingOf,
  normalizeInvoiceNumber,
  partyNameOf,
  referenceWords,
} from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext, LineContext } from "../context.ts";
import type { TermOf } from "../../../../src-shared/model/index.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { show } from "../show.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "late-fee.wrong";

/** A charge for late payment is what the agreement gives for the overdue sum and its days. */
export const lateFeeWrong: LineRule = {
  ids: [id],
  family: 17,
  title: "Late fees are the agreed ones",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous"],
  skip: ({ lines }) =>
    lines.some(({ kind }) => kind === "late-fee") ? null : sentence("because/no-late-fee", {}),
  judge: (context) => [judge(context)],
};

function judge(context: LineContext): Verdict {
  if (context.kind !== "late-fee") return notApplicable(id, sentence("because/line-no-late-fee", {}));
  const [governing] = context.terms;
  if (governing?.term.type !== "late-fee") return cannotDetermine(id, sentence("because/no-late-clause", {}));
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/clause-unusable", { why: blocked }));
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  const { value } = governing.term;
  if (value.amount !== undefined && value.percent === undefined)
    return compare(
      context,
      value.amount,
      net,
      `the agreed fee is ${show(value.amount, context.owner)}`,
      null,
      null,
    );
  if (hasRemainder(governing))
    return cannotDetermine(
      id,
      sentence("because/clause-says-more", { words: governing.term.remainder ?? "" }),
    );
  const overdue = findOverdue(context);
  if (overdue === null) return cannotDetermine(id, sentence("because/no-overdue", {}));
  const clause = { term: governing.term, quote: governing.term.evidence.map(({ quote }) => quote).join(" ") };
  return judgeInterest(context, clause, overdue, net);
}

interface Clause {
  readonly term: TermOf<"late-fee">;
  /** Its words, which may say how months are counted. */
  readonly quote: string;
}

function judgeInterest(
  context: LineContext,
  { term, quote }: Clause,
  overdue: InvoiceContext,
  net: DecimalText,
): Verdict {
  const { percent, per, after } = term.value;
  const principal = valueOf(overdue.invoice.payable) ?? valueOf(overdue.invoice.gross);
  const due = valueOf(overdue.invoice.dueDate);
  const until =
    context.interval === null || context.interval.source === "invoice"
      ? valueOf(context.owner.invoice.issueDate)
      : addDays(context.interval.end, -1);
  if (percent === undefined || principal === null || due === null || until === null)
    return cannotDetermine(id, sentence("because/overdue-unread", {}));
  const { precision } = context.owner;
  if (per === null) return cannotDetermine(id, sentence("because/late-rate-unsaid", {}));
  if (per === "once") {
    const once = lateFee(
      principal,
      due,
      addDays(due, 1),
      { percent, per: "day", method: "daily" },
      precision,
    );
    return compare(context, once.value, net, once.formula, overdue, null);
  }
  const said = per === "day" ? null : lateCountingOf(quote);
  const methods = said === null ? (["daily", "full-months", "started-months"] as const) : [said];
  const readings = methods.map((method) => ({
    method,
    computed: lateFee(principal, due, until, { percent, per, graceDays: after ?? 0, method }, precision),
  }));
  const same = readings.find(({ computed }) => isEqual(computed.value, net));
  if (same !== undefined) return pass(id, sentence("because/formula", { formula: same.computed.formula }));
  const highest = readings.reduce<Computed>(
    (most, { computed }) => (compareAmounts(computed.value, most.value) > 0 ? computed : most),
    readings[0]?.computed as Computed,
  );
  const lowest = readings.reduce<Computed>(
    (least, { computed }) => (compareAmounts(computed.value, least.value) < 0 ? computed : least),
    readings[0]?.computed as Computed,
  );
  if (compareAmounts(net, highest.value) > 0)
    return compare(context, highest.value, net, highest.formula, overdue, null);
  if (compareAmounts(net, lowest.value) < 0)
    return compare(context, lowest.value, net, lowest.formula, overdue, null);
  return cannotDetermine(id, sentence("because/between-readings", {}));
}

/** The invoice that the line names, else the only overdue one that the customer has. */
function findOverdue({ line, owner }: LineContext): InvoiceContext | null {
  const index = owner.batch.once("invoices-by-number", indexByNumber);
  for (const word of referenceWords(line.description)) {
    const named = index.get(`${customerOf(owner)}|${normalizeInvoiceNumber(word)}`);
    if (named !== undefined && named !== owner) return named;
  }
  return null;
}

const customerOf = ({ invoice }: InvoiceContext): string =>
  invoice.buyer === null ? "" : partyNameOf(invoice.buyer.name).core;

function indexByNumber(batch: BatchContext): ReadonlyMap<string, InvoiceContext> {
  const index = new Map<string, InvoiceContext>();
  for (const context of batch.invoices) {
    const number = valueOf(context.invoice.number);
    if (number === null) continue;
    const key = `${customerOf(context)}|${normalizeInvoiceNumber(number)}`;
    if (!index.has(key)) index.set(key, context);
  }
  return index;
}

function compare(
  context: LineContext,
  expected: DecimalText,
  net: DecimalText,
  formula: string,
  overdue: InvoiceContext | null,
  alternative: Sentence | null,
): Verdict {
  const { owner, line, terms } = context;
  const measured = measure(
    toleranceFor(id, owner, context, oneMinorUnit(owner)),
    expected,
    net,
    owner.currency,
  );
  if (measured.isWithin) return pass(id, sentence("because/formula", { formula }));
  const [governing] = terms;
  return fail(id, {
    direction: measured.is === "under" ? "under" : "over",
    message: sentence("finding/late-fee", {
      found: show(net, owner),
      agreement:
        governing === undefined ? sentence("words/the-agreement", {}) : agreementWords(governing.agreement),
      expected: show(expected, owner),
    }),
    expected: show(expected, owner),
    found: show(net, owner),
    impact: decimalToText(measured.difference),
    formula: `${formula}; ${show(net, owner)} − ${show(expected, owner)} = ${show(measured.difference, owner).replace("-", "−")}`,
    alternative,
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/late-fee", { expected: show(expected, owner), found: show(net, owner) }),
    },
    confidence: confidenceOf(line.net, governing),
    evidence: evidenceOf(
      governing,
      line.net ?? line,
      inRole("history", overdue === null ? [] : evidenceOf(overdue.invoice.payable, overdue.invoice.dueDate)),
    ),
    relatedInvoiceId: overdue?.invoice.id ?? null,
  });
}
