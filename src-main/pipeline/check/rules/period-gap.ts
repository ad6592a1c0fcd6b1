import { valueOf } from "../../../../src-shared/model/index.ts";
import { addDays, lengthInDays } from "../../../../src-shared/time/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext, LineContext } from "../context.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { findDuplicates } from "../duplicates.ts";
import { pushTo } from "../keyed-values.ts";
import { daysWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { compareText } from "../../../../src-shared/wording/index.ts";

const id = "period.gap";

/** Periods of a recurring fee follow each other without a day between them. */
export const periodGap: InvoiceRule = {
  ids: [id],
  family: 17,
  title: "Periods follow without a gap",
  version: 2,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const recurring = context.lines.filter(isRecurring);
  if (context.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  if (recurring.length === 0) return notApplicable(id, sentence("because/nothing-recurs", {}));
  const dated = recurring.filter(({ interval }) => interval !== null);
  const before = context.batch.once("recurring-before", findPeriodsBefore);
  if (dated.length === 0)
    return isBilledElsewhere(context)
      ? cannotDetermine(id, sentence("because/fee-without-period", {}))
      : notApplicable(id, sentence("because/no-other-fee", {}));
  let last: LineContext | undefined;
  for (const line of dated) {
    const previous = before.get(line);
    if (previous === undefined) continue;
    last = previous;
    const verdict = compareLines(context, line, previous);
    if (verdict !== null) return verdict;
  }
  return last === undefined
    ? notApplicable(id, sentence("because/no-earlier-fee", {}))
    : pass(
        id,
        sentence("because/period-follows", {
          invoice: valueOf(last.owner.invoice.number) ?? sentence("words/invoice-before", {}),
        }),
      );
}

function compareLines(context: InvoiceContext, line: LineContext, previous: LineContext): Verdict | null {
  const [ours, theirs] = [line.interval, previous.interval];
  if (ours === null || theirs === null || ours.start <= theirs.end) return null;
  const gap = daysWords(theirs.end, ours.start);
  const fee = line.terms[0];
  return fail(id, {
    direction: "process",
    message: sentence("finding/gap", {
      invoice: valueOf(previous.owner.invoice.number) ?? sentence("words/invoice-before", {}),
      until: addDays(theirs.end, -1),
      begins: ours.start,
      gap,
    }),
    expected: theirs.end,
    found: ours.start,
    proposal: { action: "ask", text: sentence("ask/gap", { gap }) },
    confidence: confidenceOf(context.invoice.periodStart, previous.owner.invoice.periodEnd, fee),
    evidence: evidenceOf(
      fee,
      line.line.periodStart ?? context.invoice.periodStart ?? line.line,
      inRole(
        "history",
        (previous.line.periodEnd ?? previous.owner.invoice.periodEnd ?? previous.line).evidence,
      ),
    ),
    relatedInvoiceId: previous.owner.invoice.id,
  });
}

/** Whether another invoice of the agreement recurs too, so that the days would matter. */
function isBilledElsewhere(context: InvoiceContext): boolean {
  const counts = context.batch.once("recurring-invoices", countRecurring);
  return (counts.get(context.match.agreementId ?? "") ?? 0) > 1;
}

function countRecurring(batch: BatchContext): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const context of batch.invoices) {
    const key = context.match.agreementId;
    if (key !== null && context.lines.some(isRecurring)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A fee of each period, or use that is metered for each one: where nothing was used, that is billed as nothing. */
const isRecurring = ({ terms, match, interval }: LineContext): boolean => {
  const term = terms[0]?.term;
  if (match.state !== "bound" && match.state !== "split") return false;
  if (term?.type === "fixed-fee") return term.value.per !== "once";
  return (
    term?.type === "tiers" &&
    term.value.per !== null &&
    term.value.per !== "once" &&
    (interval === null || lengthInDays(interval) > 1)
  );
};

/** For each recurring line the one before it that bills the same fee of the same agreement. */
function findPeriodsBefore(batch: BatchContext): ReadonlyMap<LineContext, LineContext> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const byFee = new Map<string, LineContext[]>();
  for (const context of batch.invoices) {
    if (context.isCredit || context.invoice.kind === "proforma" || duplicates.has(context)) continue;
    for (const line of context.lines) {
      if (!isRecurring(line) || line.interval === null) continue;
      const fee = line.terms[0]?.term;
      const item = fee?.type === "fixed-fee" || fee?.type === "tiers" ? fee.value.item.toLowerCase() : "";
      const key = `${context.match.agreementId ?? ""}|${item}`;
      pushTo(byFee, key, line);
    }
  }
  const before = new Map<LineContext, LineContext>();
  for (const lines of byFee.values()) {
    const sorted = lines.toSorted(
      (first, second) =>
        compareText(first.interval?.start ?? "", second.interval?.start ?? "") ||
        first.owner.position - second.owner.position,
    );
    let reached: LineContext | undefined;
    for (const line of sorted) {
      if (reached !== undefined && reached.owner !== line.owner) before.set(line, reached);
      if (reached === undefined || (line.interval?.end ?? "") >= (reached.interval?.end ?? ""))
        reached = line;
    }
  }
  return before;
}
