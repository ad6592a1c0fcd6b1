import type {
  CheckedBatch,
  CheckId,
  Finding,
  FindingVerdict,
  Invoice,
  InvoiceId,
  RuleTally,
  RuleTrial,
  TrialDifference,
} from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { add, decimalToText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { caseRecordOf } from "./fold-decisions.ts";
import type { DecisionFold } from "./fold-decisions.ts";

export interface TrialSides {
  readonly now: CheckedBatch;
  readonly tried: CheckedBatch;
  /** Checks that are left out of the trial. */
  readonly without: ReadonlySet<CheckId>;
  readonly invoices: ReadonlyMap<InvoiceId, Invoice>;
}

/** Holds two sets of findings against what people did with them. Notes count as little as in a route: not at all. */
export function compareRules({ now, tried, without, invoices }: TrialSides, fold: DecisionFold): RuleTrial {
  const kept = leaveOut(tried, without);
  const [before, after] = [listLoud(now), listLoud(kept)];
  const [beforeIds, afterIds] = [before, after].map((findings) => new Set(findings.map(({ id }) => id)));
  const differ = (
    change: TrialDifference["change"],
    findings: readonly Finding[],
    other: ReadonlySet<string>,
  ) =>
    findings
      .filter(({ id }) => !other.has(id))
      .map((finding) => toDifference(change, finding, invoices, fold));
  return {
    invoices: now.invoices.length,
    now: tally(now, before, invoices, fold),
    tried: tally(kept, after, invoices, fold),
    differences: [
      ...differ("appears", after, beforeIds ?? new Set()),
      ...differ("vanishes", before, afterIds ?? new Set()),
    ],
  };
}

const listLoud = ({ invoices }: CheckedBatch): readonly Finding[] =>
  invoices.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== "info"));

/** As if a check were off: its findings are gone, and an invoice that had no others is clear. */
function leaveOut(batch: CheckedBatch, without: ReadonlySet<CheckId>): CheckedBatch {
  if (without.size === 0) return batch;
  return {
    ...batch,
    invoices: batch.invoices.map((invoice) => {
      const findings = invoice.findings.filter(({ check }) => !without.has(check));
      if (findings.length === invoice.findings.length) return invoice;
      const outcomes = invoice.outcomes.filter(
        ({ check, blockedBy }) => !without.has(check) && (blockedBy === undefined || !without.has(blockedBy)),
      );
      const isOpen =
        findings.some(({ severity }) => severity !== "info") ||
        outcomes.some(({ outcome }) => outcome === "cannot-determine" || outcome === "not-run");
      const isBlocked = findings.some(({ severity }) => severity === "block");
      return { ...invoice, findings, outcomes, route: isBlocked ? "blocked" : isOpen ? "review" : "clear" };
    }),
  };
}

/** Sent back for it, or waved through: dismissed, or approved with the finding open. */
function verdictOn({ id, invoiceId }: Finding, fold: DecisionFold): FindingVerdict {
  if (invoiceId === null) return "unjudged";
  const record = caseRecordOf(fold, invoiceId);
  if (record.dismissed.some(({ findingId }) => findingId === id)) return "false-alarm";
  const isSentBack = record.history.some(
    ({ id: eventId, action }) =>
      fold.holding.has(eventId) && action.type === "invoice-sent-back" && action.findingIds.includes(id),
  );
  if (isSentBack) return "caught";
  return record.approvals.length > 0 ? "false-alarm" : "unjudged";
}

function tally(
  { invoices: checked }: CheckedBatch,
  findings: readonly Finding[],
  invoices: ReadonlyMap<InvoiceId, Invoice>,
  fold: DecisionFold,
): RuleTally {
  const counts = { caught: 0, "false-alarm": 0, unjudged: 0 };
  const money: Record<string, DecimalText> = {};
  for (const finding of findings) {
    const verdict = verdictOn(finding, fold);
    counts[verdict] += 1;
    const currency = currencyOf(finding, invoices);
    if (verdict === "false-alarm" || finding.impact === null || currency === null) continue;
    money[currency] = decimalToText(add(money[currency] ?? ("0" as DecimalText), finding.impact));
  }
  return {
    caught: counts.caught,
    falseAlarms: counts["false-alarm"],
    unjudged: counts.unjudged,
    clear: checked.filter(({ route }) => route === "clear").length,
    money,
  };
}

const currencyOf = ({ invoiceId }: Finding, invoices: ReadonlyMap<InvoiceId, Invoice>): string | null =>
  invoiceId === null ? null : valueOf(invoices.get(invoiceId)?.currency ?? null);

function toDifference(
  change: TrialDifference["change"],
  finding: Finding,
  invoices: ReadonlyMap<InvoiceId, Invoice>,
  fold: DecisionFold,
): TrialDifference {
  const { id, invoiceId, check, line, message, said, impact } = finding;
  return {
    change,
    verdict: verdictOn(finding, fold),
    invoiceId: invoiceId as InvoiceId,
    findingId: id,
    number: invoiceId === null ? null : valueOf(invoices.get(invoiceId)?.number ?? null),
    check,
    line,
    message,
    said,
    impact,
    currency: currencyOf(finding, invoices),
  };
}
