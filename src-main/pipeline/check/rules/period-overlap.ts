import { valueOf } from "../../../../src-shared/model/index.ts";
import type { InvoiceLine, TermOf } from "../../../../src-shared/model/index.ts";
import { computeAmount } from "../../../../src-shared/pricing/index.ts";
import { daysBetween } from "../../../../src-shared/time/index.ts";
import { divideFractions, fraction, isEqual, multiplyFractions } from "../../../../src-shared/money/index.ts";
import {
  compareText,
  hasSizeConflict,
  withoutPeriodNames,
  wordingOf,
  wordingSimilarity,
} from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { BatchContext, LineContext } from "../context.ts";
import { findCreditedLines } from "../credited-lines.ts";
import { findDuplicates } from "../duplicates.ts";
import { confidenceOf, evidenceOf, inRole } from "../evidence.ts";
import { pushTo } from "../keyed-values.ts";
import { netOfLine } from "../line-figures.ts";
import { show, showDays, daysWords } from "../show.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const id = "period.overlap";

/** A recurring fee of one agreement, or a price for each month of a seat, is billed once for each day. */
export const periodOverlap: LineRule = {
  ids: [id],
  family: 10,
  title: "Periods of a fee do not overlap",
  version: 1,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice", "duplicate.line", "term.unbound", "term.ambiguous"],
  restsOn: "the price of its line",
  skip: (invoice) =>
    invoice.isCredit
      ? sentence("because/credit-gives-back", {})
      : invoice.lines.some((line) => isRecurring(line))
        ? null
        : sentence("because/nothing-recurs", {}),
  judge: (context) => [judge(context)],
};

const isRecurring = ({ terms, match }: LineContext): boolean => {
  const term = terms[0]?.term;
  if (match.state !== "bound" && match.state !== "split") return false;
  return term?.type === "fixed-fee" ? term.value.per !== "once" : term?.type === "rate" && isOfPeriods(term);
};

/** A price that each month, quarter or year of a thing costs: "18.00 per user per month", "900.00 per lift and year". */
const isOfPeriods = ({ value }: TermOf<"rate">): boolean =>
  value.per !== undefined || value.unit === "month" || value.unit === "quarter" || value.unit === "year";

function judge(context: LineContext): Verdict {
  if (!isRecurring(context)) return notApplicable(id, sentence("because/no-recurring-line", {}));
  const { interval, owner, line } = context;
  if (interval === null) return notApplicable(id, sentence("because/line-without-period", {}));
  const other = owner.batch.once("overlaps", findOverlaps).get(context);
  if (other === undefined || other.interval === null)
    return pass(
      id,
      sentence("because/nothing-else-bills", { days: daysWords(interval.start, interval.end) }),
    );
  const start = interval.start > other.interval.start ? interval.start : other.interval.start;
  const end = interval.end < other.interval.end ? interval.end : other.interval.end;
  const net = netOfLine(context);
  const [shared, whole] = [daysBetween(start, end), daysBetween(interval.start, interval.end)];
  const impact =
    net === null
      ? null
      : shared === whole
        ? computeAmount(show(net, owner), net, owner.precision)
        : computeAmount(
            `${show(net, owner)} × ${shared} ÷ ${whole}`,
            divideFractions(multiplyFractions(net, fraction(shared)), fraction(whole)),
            owner.precision,
          );
  const invoice = valueOf(other.owner.invoice.number) ?? sentence("words/earlier-invoice", {});
  const where = other.owner === owner ? sentence("words/line", { line: other.line.id }) : invoice;
  // Units that joined within a period are billed beside those that were there, and may be called the same.
  if (context.terms[0]?.term.type === "rate" && !areAsMany(line, other.line))
    return cannotDetermine(
      id,
      sentence("because/other-count-of-days", { days: daysWords(start, end), where }),
    );
  return fail(id, {
    direction: "over",
    message: sentence("finding/overlap", { days: daysWords(start, end), where }),
    expected: null,
    found: showDays(interval.start, interval.end),
    impact: impact?.value ?? null,
    formula: impact?.formula ?? null,
    proposal: {
      action: "correct",
      text: sentence("ask/overlap", { days: daysWords(start, end), line: line.id, where }),
    },
    confidence: confidenceOf(
      line.periodStart ?? owner.invoice.periodStart,
      other.line.periodEnd ?? other.owner.invoice.periodEnd,
    ),
    evidence: evidenceOf(
      context.terms[0],
      line.periodStart ?? owner.invoice.periodStart ?? line,
      inRole("history", (other.line.periodStart ?? other.owner.invoice.periodStart ?? other.line).evidence),
    ),
    relatedInvoiceId: other.owner === owner ? null : other.owner.invoice.id,
  });
}

/** For every recurring line an earlier billed one of the same fee that shares a day with it. */
function findOverlaps(batch: BatchContext): ReadonlyMap<LineContext, LineContext> {
  const duplicates = batch.once("duplicates", findDuplicates);
  const takenBack = batch.once("credited-lines", findCreditedLines);
  const byFee = new Map<string, LineContext[]>();
  for (const context of batch.invoices) {
    if (context.isCredit || context.invoice.kind === "proforma" || duplicates.has(context)) continue;
    for (const line of context.lines) {
      const fee = line.terms[0]?.term;
      if (!isRecurring(line) || line.interval === null) continue;
      if (fee?.type !== "fixed-fee" && fee?.type !== "rate") continue;
      // What a credit note took back is billed no more.
      if (takenBack.has(line)) continue;
      const net = netOfLine(line);
      if (net?.startsWith("-") === true) continue;
      const key = `${context.match.agreementId ?? ""}|${wordingOf(fee.value.item).content.toSorted().join(" ")}`;
      pushTo(byFee, key, line);
    }
  }
  const overlaps = new Map<LineContext, LineContext>();
  for (const lines of byFee.values()) {
    const sorted = lines.toSorted(
      (first, second) =>
        compareText(first.interval?.start ?? "", second.interval?.start ?? "") ||
        first.owner.position - second.owner.position,
    );
    let open: LineContext[] = [];
    for (const line of sorted) {
      open = open.filter((other) => (other.interval?.end ?? "") > (line.interval?.start ?? ""));
      for (const other of open.slice(-20)) {
        if (!readAlike(line, other) || (isPriceOfUnits(line) && line.owner === other.owner)) continue;
        const [later, earlier] = line.owner.position >= other.owner.position ? [line, other] : [other, line];
        if (!overlaps.has(later)) overlaps.set(later, earlier);
      }
      open.push(line);
    }
  }
  return overlaps;
}

/** Lines of one invoice split the units of a price: by team, by month or by the day that they joined. */
const isPriceOfUnits = ({ terms }: LineContext): boolean => terms[0]?.term.type === "rate";

const areAsMany = (first: InvoiceLine, second: InvoiceLine): boolean => {
  const [one, other] = [valueOf(first.quantity), valueOf(second.quantity)];
  return one !== null && other !== null && isEqual(one, other);
};

/**
 * The same fee for two sites, or for two sizes of a thing, is billed on lines that say so.
 *
 * What they say of their months tells no fees apart: "gen-mar" and "mar-mag" are what the two bills are for.
 */
function readAlike(first: LineContext, second: LineContext): boolean {
  const [one, other] = [first, second].map(({ line }) => wordingOf(withoutPeriodNames(line.description)));
  if (one === undefined || other === undefined || hasSizeConflict(one, other)) return false;
  if (wordingSimilarity(one, other) >= 0.8) return true;
  // A later bill at the very amount that only says more, or less, of what it is for, or says of the very days the same
  // in other words altogether: sites and sizes of one thing share the name of the thing.
  const [net, billed] = [netOfLine(first), netOfLine(second)];
  if (first.owner === second.owner || net === null || billed === null || !isEqual(net, billed)) return false;
  const areSameDays =
    first.interval?.start === second.interval?.start && first.interval?.end === second.interval?.end;
  return (
    one.content.every((word) => other.all.has(word)) ||
    other.content.every((word) => one.all.has(word)) ||
    (areSameDays && wordingSimilarity(one, other) === 0)
  );
}
