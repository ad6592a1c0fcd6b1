import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import type { Evidence } from "../../../../src-shared/model/index.ts";
import { addDays } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { daysWords, showDays } from "../show.ts";
import { sentence, fillSentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords, saidOfAgreement } from "../agreement-words.ts";

const id = "period.outside-agreement";

/** What is billed was delivered while the agreement was in force. */
export const periodOutsideAgreement: InvoiceRule = {
  ids: [id],
  family: 17,
  title: "Service lies within the agreement",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

interface Span {
  readonly from: LocalDate | null;
  /** Exclusive. */
  readonly to: LocalDate | null;
  readonly renews: boolean;
  readonly evidence: readonly Evidence[];
}

function judge(context: InvoiceContext): Verdict {
  if (context.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  const durations = context.allTermsOf("duration");
  const blocked = durations.map((term) => whyUnusable(term)).find((why) => why !== null);
  const span = context.onceForDocuments("span", spanOf);
  if (blocked !== undefined && !isWellWithin(context, span))
    return cannotDetermine(id, sentence("because/duration-unusable", { why: blocked ?? "" }));
  if (span.from === null && span.to === null)
    return notApplicable(id, saidOfAgreement(context, "because/no-agreed-days"));
  const { interval, invoice } = context;
  if (isUndecided(invoice.periodStart) || isUndecided(invoice.periodEnd))
    return cannotDetermine(id, sentence("because/period-unread", {}));
  if (interval === null) return judgeIssueDate(context, span);
  const isEarly = span.from !== null && interval.start < span.from;
  const isLate = span.to !== null && interval.end > span.to;
  if (!isEarly && !isLate)
    return pass(
      id,
      sentence("because/within-span", {
        days: daysWords(interval.start, interval.end),
        span: spanWords(span),
      }),
    );
  if (!isEarly && span.renews)
    return pass(
      id,
      sentence("because/renews", {
        agreement: ownAgreementWords(context),
        day: span.to === null ? "" : addDays(span.to, -1),
      }),
    );
  for (const term of durations) context.use(term);
  return fail(id, {
    direction: "process",
    message: sentence("finding/outside", {
      days: daysWords(interval.start, interval.end),
      agreement: ownAgreementWords(context),
      span: spanWords(span),
    }),
    expected: showSpan(span),
    found: showDays(interval.start, interval.end),
    alternative: null,
    proposal: {
      action: "ask",
      text: isEarly
        ? sentence("ask/outside-early", { day: span.from ?? "" })
        : sentence("ask/outside-late", {
            agreement: ownAgreementWords(context),
            day: span.to === null ? "" : addDays(span.to, -1),
          }),
    },
    confidence: 1,
    evidence: evidenceOf(
      { evidence: span.evidence },
      invoice.periodStart,
      invoice.periodEnd,
      ...datedLines(context),
    ),
  });
}

/** Under every reading of an open question about the last day, what ends two days before it is inside. */
function isWellWithin({ interval, invoice }: InvoiceContext, { from, to }: Span): boolean {
  const issued = valueOf(invoice.issueDate);
  const [start, end] = interval === null ? [issued, issued] : [interval.start, interval.end];
  if (start === null || end === null) return false;
  return (from === null || from <= start) && (to === null || end <= addDays(to, -1));
}

const datedLines = ({ lines, interval }: InvoiceContext) =>
  lines
    .filter(
      (line) =>
        line.interval !== null &&
        line.interval.source === "line" &&
        interval !== null &&
        (line.interval.start === interval.start || line.interval.end === interval.end),
    )
    .slice(0, 3)
    .map(({ line }) => line.serviceDate ?? line.periodStart ?? line);

/** The days of the agreement: its duration terms, strongest first, else the dates of its documents. */
function spanOf({ allTermsOf, agreements }: InvoiceContext): Span {
  const durations = allTermsOf("duration").filter(({ term }) => term.absent !== true);
  const [first] = durations;
  const base = agreements.filter(
    ({ rank }) => rank !== "amendment" && rank !== "change-order" && rank !== "acceptance-message",
  );
  const from = earliest([
    ...durations.map(({ term }) => term.value.from),
    ...base.map((agreement) => agreement.from),
  ]);
  const renews = durations.some(({ term }) => term.value.autoRenew === true);
  if (first !== undefined) {
    const ends = durations.map(({ term }) => term.value.to);
    const to = ends.includes(null) && first.term.value.to === null ? null : latest(ends);
    return { from, to, renews, evidence: evidenceOf(...durations) };
  }
  const ends = base.map((agreement) => agreement.to);
  return {
    from,
    to: ends.includes(null) ? null : latest(ends),
    renews,
    evidence: evidenceOf(...base.slice(0, 1)),
  };
}

const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce<LocalDate | null>(
    (first, day) => (day !== null && (first === null || day < first) ? day : first),
    null,
  );
const latest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce<LocalDate | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );

const showSpan = (span: Span): string => fillSentence(spanWords(span));

function spanWords({ from, to }: Span): Sentence {
  if (from === null) return sentence("words/until", { day: to === null ? "" : addDays(to, -1) });
  return to === null ? sentence("words/from", { day: from }) : daysWords(from, to);
}

/** Stages, deposits and fees in advance are no work of a day: they may be due before the first one. */
const isDueBeforeWork = ({ lines }: InvoiceContext): boolean => {
  const billed = lines.filter(({ match }) => match.state !== "not-priced");
  return (
    billed.length > 0 &&
    billed.every(({ terms }) => {
      const term = terms[0]?.term;
      return (
        term?.type === "milestone" ||
        term?.type === "deposit" ||
        (term?.type === "fixed-fee" && term.value.timing === "advance")
      );
    })
  );
};

/** Whether an agreement of the invoice was made on or before a day. */
const isAgreedBy = ({ match, batch }: InvoiceContext, day: LocalDate): boolean =>
  match.governedBy.some((agreementId) => {
    const agreement = batch.agreements.get(agreementId);
    const made = agreement?.signedOn ?? agreement?.dated ?? null;
    return agreement?.standing === "in-force" && made !== null && made <= day;
  });

/** Without a service date the day of issue can show that all is well, never that it is not. */
function judgeIssueDate(context: InvoiceContext, span: Span): Verdict {
  const issued = valueOf(context.invoice.issueDate);
  if (issued === null) return cannotDetermine(id, sentence("because/no-day-at-all", {}));
  const isEarly = span.from !== null && issued < span.from;
  if (isEarly && isDueBeforeWork(context) && isAgreedBy(context, issued))
    return pass(
      id,
      sentence("because/due-before-work", { day: issued, agreement: ownAgreementWords(context) }),
    );
  const isInside =
    (span.from === null || span.from <= issued) && (span.to === null || issued < span.to || span.renews);
  return isInside
    ? pass(id, sentence("because/issued-within", { day: issued, span: spanWords(span) }))
    : cannotDetermine(
        id,
        sentence("because/issued-outside", {
          day: issued,
          agreement: ownAgreementWords(context),
          span: spanWords(span),
        }),
      );
}
