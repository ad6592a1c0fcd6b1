import { add, decimalToText, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { addDays, daysBetween } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { Governing, InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { listed, show } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const id = "charge.too-old";

/** Charges are billed within the time after service that the agreement allows. */
export const chargeTooOld: InvoiceRule = {
  ids: [id],
  family: 17,
  title: "Charges are billed in time",
  version: 1,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  if (context.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  const [limit] = context.termsOf("charge-age").filter(({ term }) => term.absent !== true);
  if (limit === undefined)
    return notApplicable(id, sentence("because/no-age-limit", { agreement: ownAgreementWords(context) }));
  if (context.isCredit) return notApplicable(id, sentence("because/credit-gives-back", {}));
  context.use(limit);
  const blocked = whyUnusable(limit);
  if (blocked !== null) return cannotDetermine(id, sentence("because/limit-unusable", { why: blocked }));
  const issued = valueOf(context.invoice.issueDate);
  if (issued === null) return cannotDetermine(id, sentence("because/date-unread", {}));
  if (context.lines.every(({ interval }) => interval === null))
    return cannotDetermine(id, sentence("because/no-service-day", {}));
  return judgeLines(context, limit, issued);
}

function judgeLines(context: InvoiceContext, limit: Governing<"charge-age">, issued: LocalDate): Verdict {
  const { days } = limit.term.value;
  const old = context.lines.flatMap((line) => {
    if (line.interval === null || line.kind === "text") return [];
    const last = addDays(line.interval.end, -1);
    const age = daysBetween(last, issued);
    return age > days ? [{ line, age, last }] : [];
  });
  const [oldest] = old.toSorted((first, second) => second.age - first.age);
  if (oldest === undefined) return pass(id, sentence("because/charges-young", { days }));
  let impact: Decimal | null = zero;
  for (const { line } of old) {
    const net = netOfLine(line);
    impact = impact === null || net === null ? null : add(impact, net);
  }
  return fail(id, {
    direction: "over",
    message: sentence("finding/too-old", {
      day: oldest.last,
      age: oldest.age,
      agreement: agreementWords(limit.agreement),
      days,
    }),
    expected: `${days} days`,
    found: `${oldest.age} days`,
    impact: impact === null ? null : decimalToText(impact),
    formula: `${oldest.last} to ${issued} = ${oldest.age} days; lines ${listed(old.map(({ line }) => line.line.id))}${impact === null ? "" : ` = ${show(impact, context)}`}`,
    proposal: {
      action: "ask",
      text: sentence("ask/too-old", { lines: old.map(({ line }) => line.line.id) }),
    },
    confidence: confidenceOf(context.invoice.issueDate, limit),
    evidence: evidenceOf(
      limit,
      context.invoice.issueDate,
      ...old
        .slice(0, 6)
        .map(
          ({ line }) =>
            line.line.serviceDate ?? line.line.periodEnd ?? context.invoice.periodEnd ?? line.line,
        ),
    ),
  });
}
