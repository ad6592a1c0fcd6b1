import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { daysWords } from "../show.ts";
import { isCalendarUnit } from "../../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../../src-shared/wording/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords } from "../agreement-words.ts";

const id = "date.invalid";

/** Dates are possible and in order: not in the future, not due before issue, not billed before delivered in arrears. */
export const dateInvalid: InvoiceRule = {
  ids: [id],
  family: 17,
  title: "Dates are possible and in order",
  version: 3,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice } = context;
  const dates = [
    invoice.issueDate,
    invoice.dueDate,
    invoice.periodStart,
    invoice.periodEnd,
    invoice.taxPointDate,
  ];
  if (dates.some((date) => isUndecided(date)))
    return cannotDetermine(id, sentence("because/a-date-of-invoice-unread", {}));
  const findings = [
    ...issueFindings(context),
    ...dueFindings(context),
    ...periodFindings(context),
    ...arrearsFindings(context),
  ];
  if (findings.length > 0) return fail(id, ...findings);
  if (invoice.issueDate === null && invoice.dueDate === null)
    return notApplicable(id, sentence("because/no-date", {}));
  return pass(id, sentence("because/dates-in-order", {}));
}

function issueFindings({ invoice, batch }: InvoiceContext): readonly FindingDraft[] {
  const issued = valueOf(invoice.issueDate);
  if (issued === null || issued <= batch.asOf) return [];
  return [
    {
      direction: "process",
      message: sentence("finding/future", { issued, today: batch.asOf }),
      expected: `≤ ${batch.asOf}`,
      found: issued,
      proposal: { action: "correct", text: sentence("ask/future", { today: batch.asOf, issued }) },
      confidence: confidenceOf(invoice.issueDate),
      evidence: evidenceOf(invoice.issueDate),
    },
  ];
}

function dueFindings({ invoice }: InvoiceContext): readonly FindingDraft[] {
  const [issued, due] = [valueOf(invoice.issueDate), valueOf(invoice.dueDate)];
  if (issued === null || due === null || due >= issued) return [];
  return [
    {
      direction: "process",
      message: sentence("finding/due-before", { due, issued }),
      expected: `≥ ${issued}`,
      found: due,
      proposal: {
        action: "correct",
        text: sentence("ask/due-before", { due, issued }),
      },
      confidence: confidenceOf(invoice.issueDate, invoice.dueDate),
      evidence: evidenceOf(invoice.issueDate, invoice.dueDate),
    },
  ];
}

function periodFindings({ invoice, lines }: InvoiceContext): readonly FindingDraft[] {
  const findings: FindingDraft[] = [];
  if (endsBeforeStart(invoice)) findings.push(backwards(invoice, sentence("words/service-period", {})));
  for (const { line } of lines)
    if (endsBeforeStart(line))
      findings.push(backwards(line, sentence("words/period-of-line", { line: line.id })));
  return findings;
}

type Dated = Pick<InvoiceContext["invoice"], "periodStart" | "periodEnd">;

function endsBeforeStart({ periodStart, periodEnd }: Dated): boolean {
  const first = valueOf(periodStart);
  const last = valueOf(periodEnd);
  return first !== null && last !== null && first >= last;
}

function backwards({ periodStart: start, periodEnd: end }: Dated, period: Sentence): FindingDraft {
  const [first, last] = [valueOf(start) ?? "", addDays(valueOf(end) as LocalDate, -1)];
  return {
    direction: "process",
    message: sentence("finding/backwards", { period, last, first }),
    expected: `> ${first}`,
    found: last,
    proposal: { action: "correct", text: sentence("ask/backwards", { period }) },
    confidence: confidenceOf(start, end),
    evidence: evidenceOf(start, end),
  };
}

/** The days of the charges that are not billed ahead; of the whole invoice where no line prints days of its own. */
function arrearsInterval(context: InvoiceContext): InvoiceContext["interval"] {
  const { invoice, lines, interval } = context;
  const isMixed = lines.some(({ terms }) => terms.some(isMetered)) || billsBothWays(context);
  const late = lines.filter(
    ({ terms, kind }) =>
      kind !== "text" && !terms.some((term) => isAhead(term) || (isMixed && isSubscription(term))),
  );
  if (lines.length > 0 && late.length === 0) return null;
  if (late.length === lines.length) return interval;
  const own = late.flatMap((line) => (line.interval?.source === "line" ? [line.interval] : []));
  const [latest] = own.toSorted((first, second) => (first.end > second.end ? -1 : 1));
  // Beside charges that are billed ahead, the period of the invoice may be theirs.
  return latest ?? (invoice.periodStart === null ? interval : null);
}

const isAhead = ({ term }: GoverningTerm): boolean =>
  term.type === "fixed-fee" && term.value.timing === "advance";

/** A fee that comes back, of which the agreement says that it is due when its period is over. */
const isBehind = (governing: GoverningTerm): boolean =>
  governing.term.type === "fixed-fee" &&
  governing.term.value.per !== "once" &&
  governing.term.value.timing === "arrears" &&
  whyUnusable(governing) === null;

/** Beside use, which can only be billed afterwards, a subscription is as a rule billed ahead. */
const isSubscription = ({ term }: GoverningTerm): boolean =>
  (term.type === "rate" && (term.value.per !== undefined || isCalendarUnit(term.value.unit))) ||
  (term.type === "fixed-fee" && term.value.per !== "once" && term.value.timing === null);

/** Whether the agreement bills some of its charges ahead and others behind. */
const billsBothWays = (context: InvoiceContext): boolean =>
  new Set(context.termsOf("billing").flatMap(({ term }) => term.value.timing ?? [])).size > 1;

const isMetered = ({ term }: GoverningTerm): boolean => term.type === "tiers" || term.type === "overage";

/** What is billed in arrears has been delivered by the day of issue. */
function arrearsFindings(context: InvoiceContext): readonly FindingDraft[] {
  const { invoice } = context;
  const issued = valueOf(invoice.issueDate);
  if (issued === null) return [];
  const isEarly = (days: InvoiceContext["interval"]): days is NonNullable<InvoiceContext["interval"]> =>
    days !== null && days.end > addDays(issued, 1);
  const fee = context.lines.find((line) => line.terms.some(isBehind) && isEarly(line.interval));
  const interval = fee?.interval ?? arrearsInterval(context);
  if (!isEarly(interval)) return [];
  const arrears =
    fee?.terms.find(isBehind) ??
    context
      .termsOf("billing")
      .find((term) => term.term.value.timing === "arrears" && whyUnusable(term) === null);
  if (arrears === undefined) return [];
  context.use(arrears);
  return [
    {
      direction: "process",
      message: sentence("finding/arrears", {
        issued,
        days: daysWords(interval.start, interval.end),
        agreement: agreementWords(arrears.agreement),
      }),
      expected: `≥ ${addDays(interval.end, -1)}`,
      found: issued,
      proposal: {
        action: "correct",
        text: sentence("ask/arrears", { day: addDays(interval.end, -1) }),
      },
      confidence: confidenceOf(invoice.issueDate, invoice.periodEnd, arrears),
      evidence: evidenceOf(arrears, invoice.issueDate, invoice.periodEnd),
    },
  ];
}
