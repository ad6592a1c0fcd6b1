import {
  add,
  compare,
  decimalToText,
  multiply,
  integer,
  subtract,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { progressBalance } from "../../../../src-shared/pricing/index.ts";
import { foldWording, termKey, wordingOf, wordingSimilarity } from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext, LineContext } from "../context.ts";
import { findDuplicates } from "../duplicates.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { missingEarlierInvoice } from "../missing-history.ts";
import { invoiceWords } from "../series.ts";
import { show } from "../show.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

const id = "progress.over";

/** What is billed of each part of the work, with all applications before, stays within what it is worth. */
export const progressOver: LineRule = {
  ids: [id],
  family: 21,
  title: "No part of the work is billed beyond its value",
  version: 2,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "term.unbound", "term.ambiguous"],
  skip: ({ isCredit, lines }) =>
    isCredit
      ? sentence("because/credit-gives-back", {})
      : lines.some(({ terms }) => terms[0]?.term.type === "schedule-of-values")
        ? null
        : sentence("because/no-schedule", {}),
  judge: (context) => [judge(context)],
};

type Part = Extract<GoverningTerm["term"], { readonly type: "schedule-of-values" }>["value"]["lines"][number];

function judge(context: LineContext): Verdict {
  const { owner, line } = context;
  const [governing] = context.terms;
  if (governing?.term.type !== "schedule-of-values")
    return notApplicable(id, sentence("because/line-no-schedule", {}));
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/schedule-unusable", { why: blocked }));
  const net = netOfLine(context);
  if (net === null) return cannotDetermine(id, sentence("because/line-amount-unread", {}));
  const part = findPart(context, governing);
  if (part === null) return cannotDetermine(id, sentence("because/schedule-part-unclear", {}));
  const before = owner.batch.once("progress", sumProgress).get(context);
  if (before === undefined || before.total === null)
    return cannotDetermine(id, sentence("because/earlier-application-unread", {}));
  const changes = changesOf(context, part);
  const balance = progressBalance(
    { scheduled: part.amount, changes, previous: decimalToText(before.total), current: net },
    owner.precision,
  );
  const measured = measure(
    toleranceFor(id, owner, context, oneMinorUnit(owner)),
    balance.allowed,
    balance.toDate,
    owner.currency,
  );
  if (measured.isWithin || compare(balance.toDate, balance.allowed) <= 0) {
    // What is too much without the earlier ones is too much with them.
    const missing = missingEarlierInvoice(owner);
    if (missing !== null)
      return cannotDetermine(id, sentence("because/earlier-invoice-missing", { invoice: missing }));
    if (lacksEarlier(owner)) return cannotDetermine(id, sentence("because/earlier-application-missing", {}));
    const note = frontLoadingOf(context, governing, part, balance.toDate);
    if (note === null)
      return pass(
        id,
        sentence("because/progress", {
          billed: show(balance.toDate, owner),
          allowed: show(balance.allowed, owner),
          item: part.item,
        }),
      );
    return fail(id, {
      severity: "info",
      direction: "process",
      message: sentence("finding/front-loaded", { item: part.item, own: note.own, whole: note.whole }),
      expected: `${note.whole} %`,
      found: `${note.own} %`,
      proposal: { action: "ask", text: sentence("ask/front-loaded", { item: part.item }) },
      confidence: 0.6,
      evidence: evidenceOf(governing, line.net ?? line),
    });
  }
  const [last] = before.lines.slice(-1);
  const name =
    last === undefined ? "" : sentence("words/last-application", { invoice: invoiceWords(last.owner) });
  return fail(id, {
    direction: "over",
    message: sentence("finding/progress", {
      item: part.item,
      billed: show(balance.toDate, owner),
      agreement: agreementWords(governing.agreement),
      allowed: show(balance.allowed, owner),
      last: name,
    }),
    expected: show(balance.allowed, owner),
    found: show(balance.toDate, owner),
    impact: balance.excess.value,
    formula: balance.excess.formula,
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/progress", {
        item: part.item,
        most: show(subtract(net, balance.excess.value), owner),
      }),
    },
    confidence: confidenceOf(governing, line.net),
    evidence: evidenceOf(
      governing,
      line.net ?? line,
      ...before.lines
        .slice(-4)
        .map((earlier) => inRole("history", evidenceOf(earlier.line.net ?? earlier.line))),
    ),
    relatedInvoiceId: last === undefined || last.owner === owner ? null : last.owner.invoice.id,
  });
}

const counted = "0?(?:[2-9]|[1-4]\\d)(?!\\d|[.,/-]\\d)";
/** "Application for payment no. 3", "3. Abschlagsrechnung", "Situation n° 2", "SAL 2", "AP2". */
const laterOne = new RegExp(
  `(?<![a-z])(?:applications?(?: for payment)?|(?:progress|interim) (?:claim|payment|billing|invoice|certificate|valuation)|valuation|certificate|abschlags?(?:rechnung|zahlung)?|teilrechnung|situation(?: de travaux)?|certificacion(?: de obra)?|sal|stato (?:di )?avanzamento(?: lavori)?|termijn(?:factuur)?|auto(?: de medicao)?) (?:no\\.?|nr\\.?|n[o°º.]\\.?|num\\.?|#)? ?${counted}|(?<![\\d.,/])${counted}\\. ?(?:abschlags|teil)\\p{L}+|(?<![\\d.,/])[2-9](?:nd|rd|th|eme|e|a|º|ª) (?:application|progress|interim|valuation|situation|certificacion|termijn)`,
  "u",
);

/** Whether an application counts itself the second or later, and none of those before it is there. */
const lacksEarlier = (context: InvoiceContext): boolean =>
  context.batch.once("first-applications-of-later-ones", findFirstOfLater).has(context);

const isLaterOne = ({ number, notes, lines }: InvoiceContext["invoice"]): boolean =>
  /(?:[-/ ]|ap)0?(?:[2-9]|[1-4]\d)$/i.test(valueOf(number) ?? "") ||
  [...notes, ...lines.flatMap(({ description, group }) => [description, group ?? ""])].some((text) =>
    laterOne.test(foldWording(text)),
  );

/** The first bill of each agreement in the order of billing, where it counts itself a later one. */
function findFirstOfLater({ invoices }: BatchContext): ReadonlySet<InvoiceContext> {
  const first = new Map<string, InvoiceContext>();
  for (const context of invoices) {
    // A pro forma bills nothing, and a credit is no application.
    if (context.isCredit || context.invoice.kind === "proforma") continue;
    const key = context.match.agreementId ?? "";
    if (!first.has(key)) first.set(key, context);
  }
  return new Set([...first.values()].filter(({ invoice }) => isLaterOne(invoice)));
}

/** The part of the schedule that a line names: the closest by its words, and no other as close. */
function findPart({ line }: LineContext, { term }: GoverningTerm): Part | null {
  if (term.type !== "schedule-of-values") return null;
  const words = wordingOf(`${line.description} ${line.group ?? ""}`);
  const own = wordingOf(line.description);
  const ranked = term.value.lines
    .map((part) => {
      const said = wordingOf(part.item);
      const isNamed = said.content.length > 0 && said.content.every((word) => words.all.has(word));
      return { part, score: wordingSimilarity(said, own) + (isNamed ? 1 : 0) };
    })
    .toSorted((first, second) => second.score - first.score);
  const [best, next] = ranked;
  if (best === undefined || best.score < 0.5) return null;
  return next !== undefined && best.score - next.score < 0.1 ? null : best.part;
}

interface Progress {
  /** `null` once an amount could not be read. */
  readonly total: Decimal | null;
  readonly lines: readonly LineContext[];
  /** Of all parts of the schedule; amounts that could not be read are left out. */
  readonly whole: Decimal;
}

/** For each line what was billed of its part before it, on earlier applications and higher up on the same one. */
function sumProgress(batch: BatchContext): ReadonlyMap<LineContext, Progress> {
  const running = new Map<string, Progress>();
  const wholes = new Map<string, Decimal>();
  const before = new Map<LineContext, Progress>();
  const duplicates = batch.once("duplicates", findDuplicates);
  for (const invoice of batch.invoices) {
    if (invoice.invoice.kind === "proforma" || duplicates.has(invoice)) continue;
    for (const line of invoice.lines) {
      const [governing] = line.terms;
      if (governing?.term.type !== "schedule-of-values") continue;
      const part = findPart(line, governing);
      if (part === null) continue;
      const schedule = `${invoice.match.agreementId ?? ""}|${termKey(governing.term)}`;
      const key = `${schedule}|${wordingOf(part.item).content.toSorted().join(" ")}`;
      const whole = wholes.get(schedule) ?? zero;
      const known = running.get(key) ?? { total: zero, lines: [], whole };
      before.set(line, { ...known, whole });
      const net = netOfLine(line);
      const signed = net === null ? null : invoice.isCredit ? subtract(zero, net) : add(net, zero);
      wholes.set(schedule, signed === null ? whole : add(whole, signed));
      running.set(key, {
        total: known.total === null || signed === null ? null : add(known.total, signed),
        lines: [...known.lines, line],
        whole,
      });
    }
  }
  return before;
}

/** Amounts that approved change orders add to a part, or take from it. */
function changesOf({ owner, terms }: LineContext, part: Part): readonly DecimalText[] {
  const [governing] = terms;
  return owner.allTermsOf("schedule-of-values").flatMap((other) => {
    if (other.term.id === governing?.term.id || other.agreement.rank !== "change-order") return [];
    if (other.agreement.standing !== "in-force" || whyUnusable(other) !== null) return [];
    return other.term.value.lines.flatMap(({ item, amount }) =>
      wordingSimilarity(wordingOf(item), wordingOf(part.item)) >= 0.8 ? [amount] : [],
    );
  });
}

/** Shares in whole percent where a part runs more than 40 points ahead of the whole. */
function frontLoadingOf(
  context: LineContext,
  governing: GoverningTerm,
  part: Part,
  toDate: DecimalText,
): { readonly own: string; readonly whole: string } | null {
  if (governing.term.type !== "schedule-of-values") return null;
  const { owner } = context;
  const worth = sum(governing.term.value.lines.map(({ amount }) => amount));
  const own = owner.lines.filter(({ terms }) => terms[0]?.term.id === governing.term.id);
  const [first] = own;
  const before = first === undefined ? undefined : owner.batch.once("progress", sumProgress).get(first);
  const billed = sum([before?.whole ?? zero, ...own.flatMap((line) => netOfLine(line) ?? [])]);
  if (compare(worth, zero) <= 0 || compare(part.amount, zero) <= 0) return null;
  const share = (amount: Decimal | DecimalText, of: Decimal | DecimalText): Decimal => {
    const whole = add(of, zero);
    const hundredfold = multiply(amount, integer(100));
    return integer(
      (hundredfold.units * 10n ** BigInt(whole.scale)) / (whole.units * 10n ** BigInt(hundredfold.scale)),
    );
  };
  const [part100, whole100] = [share(toDate, part.amount), share(billed, worth)];
  return compare(subtract(part100, whole100), integer(40)) > 0
    ? { own: decimalToText(part100), whole: decimalToText(whole100) }
    : null;
}
