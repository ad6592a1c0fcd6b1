import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import type { Field } from "../../../../src-shared/model/index.ts";
import { dueDate, dueDateReadings } from "../../../../src-shared/pricing/index.ts";
import type { DueTerms } from "../../../../src-shared/pricing/index.ts";
import { addDays, businessCalendar, daysBetween } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { foldWording } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { Governing, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const id = "terms.due-date";

/** The due date follows from the invoice date and the agreed payment terms. */
export const termsDueDate: InvoiceRule = {
  ids: [id],
  family: 17,
  title: "Due date follows the payment terms",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice } = context;
  if (isUndecided(invoice.dueDate) || isUndecided(invoice.issueDate))
    return cannotDetermine(id, sentence("because/a-date-unread", {}));
  const terms = context.termsOf("payment-terms").filter(({ term }) => term.absent !== true);
  const [governing] = terms;
  const printedDays = printedTermsOf(invoice.paymentTerms);
  const due = valueOf(invoice.dueDate);
  const issued = valueOf(invoice.issueDate);
  if (governing === undefined) return judgeOwnTerms(context, printedDays, issued, due);
  const settled = settleReadings(governing, context, issued, due);
  if (settled !== null) return settled;
  context.use(governing);
  const blocked = terms.map((term) => whyUnusable(term)).find((why) => why !== null);
  if (blocked !== undefined)
    return cannotDetermine(id, sentence("because/payment-unusable", { why: blocked ?? "" }));
  if (due === null) return judgeWords(context, governing, printedDays);
  if (issued === null) return cannotDetermine(id, sentence("because/due-without-date", {}));
  return compareDates(context, governing, issued, due);
}

/**
 * Two readings of "30 days end of month" that lead to one day are no question for this invoice, nor is a day that none
 * of them leads to.
 *
 * `null` where the terms have no such open reading, or the day printed is one of two.
 */
function settleReadings(
  governing: Governing<"payment-terms">,
  context: InvoiceContext,
  issued: LocalDate | null,
  due: LocalDate | null,
): Verdict | null {
  const { term } = governing;
  const { days, from, endOfMonthReading, roll } = term.value;
  const isOnlyQuestion =
    governing.conflictsWith.length === 0 &&
    (term.questions ?? []).every((question) => question === "end-of-month-reading");
  if (from !== "end-of-month" || endOfMonthReading !== undefined || !isOnlyQuestion) return null;
  if (issued === null || due === null) return null;
  const calendar = businessCalendar(context.batch.policy.holidays);
  const [one, other] = (["days-then-end", "end-then-days"] as const).map((reading) =>
    dueDate(
      issued,
      { days, from, endOfMonthReading: reading, ...(roll === undefined ? {} : { roll }) },
      calendar,
    ),
  );
  if (one === undefined || other === undefined) return null;
  // Where the readings part, the question is which of them; a day that is neither is wrong by both.
  if (one.date !== other.date && (due === one.date || due === other.date)) return null;
  const read = { ...governing, term: { ...term, questions: [] } };
  context.use(read);
  return due === one.date
    ? pass(id, sentence("because/due-both-readings", { formula: one.formula }))
    : fail(id, findingOf(context, read, due, one.date, one.formula, null));
}

function compareDates(
  context: InvoiceContext,
  governing: Governing<"payment-terms">,
  issued: LocalDate,
  due: LocalDate,
): Verdict {
  const { value } = governing.term;
  const calendar = businessCalendar(context.batch.policy.holidays);
  const terms: DueTerms = {
    days: value.days,
    from: value.from,
    ...(value.endOfMonthReading === undefined ? {} : { endOfMonthReading: value.endOfMonthReading }),
    ...(value.roll === undefined ? {} : { roll: value.roll }),
  };
  const expected = dueDate(issued, terms, calendar);
  if (due === expected.date) return pass(id, sentence("because/formula", { formula: expected.formula }));
  // Receipt is never before the invoice date: a later due date leaves the customer the agreed days.
  if (value.from === "receipt" && due > expected.date && daysBetween(expected.date, due) <= 10)
    return pass(id, sentence("because/due-from-receipt", { formula: expected.formula }));
  const readings = dueDateReadings(issued, terms, calendar).filter((reading) => reading.due.date === due);
  const [other] = readings;
  const isOpenReading = value.from === "end-of-month" && value.endOfMonthReading === undefined;
  if (isOpenReading && other !== undefined)
    return cannotDetermine(
      id,
      sentence("because/due-one-reading", { reading: sentence(`words/method.${other.reading}`, {}) }),
    );
  return fail(
    id,
    findingOf(
      context,
      governing,
      due,
      expected.date,
      expected.formula,
      other === undefined
        ? null
        : sentence("reading/due", { reading: sentence(`words/method.${other.reading}`, {}) }),
    ),
  );
}

function findingOf(
  context: InvoiceContext,
  governing: Governing<"payment-terms">,
  due: LocalDate,
  expected: LocalDate,
  formula: string,
  alternative: Sentence | null,
): FindingDraft {
  const { invoice } = context;
  return {
    direction: "process",
    message: sentence("finding/due-date", {
      due,
      agreement: agreementWords(governing.agreement),
      expected,
      terms: describeTerms(governing),
    }),
    expected,
    found: due,
    formula,
    alternative: alternative ?? daysAlternative(invoice.issueDate, due),
    proposal: { action: "correct", text: sentence("ask/due-date", { due, expected }) },
    confidence: confidenceOf(invoice.dueDate, invoice.issueDate, governing),
    evidence: evidenceOf(governing, invoice.dueDate, invoice.issueDate),
  };
}

function daysAlternative(issueDate: Field<LocalDate> | null, due: LocalDate): Sentence | null {
  const issued = valueOf(issueDate);
  if (issued === null) return null;
  const days = daysBetween(issued, due);
  return [0, 7, 10, 14, 15, 21, 30, 45, 60, 90].includes(days)
    ? sentence("reading/days-from-date", { days })
    : null;
}

function describeTerms({ term }: Governing<"payment-terms">): Sentence {
  const { days, from } = term.value;
  if (days === 0 && from !== "end-of-month") return sentence("words/due-at-once", {});
  const start = from === "receipt" ? "receipt" : from === "end-of-month" ? "month-end" : "date";
  return sentence(`words/days-from-${start}`, { days });
}

/** Without a due date the printed words are compared: "Net 45" against 30 days. */
function judgeWords(
  context: InvoiceContext,
  governing: Governing<"payment-terms">,
  printed: number | null,
): Verdict {
  const { days } = governing.term.value;
  if (printed === null) return notApplicable(id, sentence("because/no-due-no-terms", {}));
  if (printed === days) return pass(id, sentence("because/days-both-sides", { days }));
  return fail(id, {
    direction: "process",
    message: sentence("finding/payment-days", {
      printed,
      agreement: agreementWords(governing.agreement),
      terms: describeTerms(governing),
    }),
    expected: `${days} days`,
    found: `${printed} days`,
    proposal: { action: "correct", text: sentence("ask/payment-days", { printed, days }) },
    confidence: confidenceOf(context.invoice.paymentTerms, governing),
    evidence: evidenceOf(governing, context.invoice.paymentTerms),
  });
}

/** Without agreed terms the invoice is compared with itself. */
function judgeOwnTerms(
  context: InvoiceContext,
  printed: number | null,
  issued: LocalDate | null,
  due: LocalDate | null,
): Verdict {
  if (printed === null || issued === null || due === null)
    return notApplicable(id, sentence("because/no-payment-terms", { agreement: ownAgreementWords(context) }));
  const expected = addDays(issued, printed);
  if (due === expected || daysBetween(expected, due) <= 3)
    return pass(id, sentence("because/own-due-date", { issued, days: printed, due: expected }));
  return fail(id, {
    direction: "process",
    message: sentence("finding/own-due-date", { due, printed, expected }),
    expected,
    found: due,
    formula: `${issued} + ${printed} days = ${expected}`,
    proposal: {
      action: "correct",
      text: sentence("ask/own-due-date", {}),
    },
    confidence: confidenceOf(
      context.invoice.dueDate,
      context.invoice.issueDate,
      context.invoice.paymentTerms,
    ),
    evidence: evidenceOf(context.invoice.paymentTerms, context.invoice.dueDate, context.invoice.issueDate),
  });
}

/** "Net 30", "30 days net", "payable within 14 days"; `null` for anything with more in it. */
function printedTermsOf(field: Field<string> | null): number | null {
  const text = valueOf(field);
  if (text === null) return null;
  const folded = foldWording(text);
  if (/end of month|eom|monatsende|fin de mois|%|receipt/.test(folded)) return null;
  if (/^(due|payable) (up)?on (receipt|presentation)|^immediate/.test(folded)) return 0;
  const numbers = [...folded.matchAll(/\d+/g)];
  if (numbers.length !== 1) return null;
  const days =
    /\bnet\s*(\d{1,3})\b|\b(\d{1,3})\s*(?:calendar )?(?:days?|tage?n?|jours?|dias|giorni|dagen)\b/.exec(
      folded,
    );
  const count = Number(days?.[1] ?? days?.[2]);
  return days === null || Number.isNaN(count) ? null : count;
}
