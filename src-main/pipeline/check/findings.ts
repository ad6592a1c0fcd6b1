import { absolute, compare, decimalToText, roundToCurrency } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { CheckId, Finding, FindingId } from "../../../src-shared/model/index.ts";
import { compareText } from "../../../src-shared/wording/index.ts";
import type { FindingDraft } from "./check.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { worded } from "./show.ts";

/** A finding before it is known which checks did not run because of it. */
export type RaisedFinding = Omit<Finding, "blockedChecks">;

/** What a check found, with its id and its place. */
export function toFinding(
  draft: FindingDraft,
  check: CheckId,
  version: number,
  { invoice, match, currency, batch }: InvoiceContext,
  line: LineContext | null,
): RaisedFinding {
  const [expected, found] = [draft.expected ?? null, draft.found ?? null];
  const impact = draft.impact ?? null;
  const lineId = line?.line.id ?? draft.line ?? null;
  const key = [
    check,
    invoice.id,
    lineId ?? "",
    expected ?? "",
    found ?? "",
    draft.relatedInvoiceId ?? "",
  ].join("\n");
  return {
    id: `fnd-${batch.input.hash(key).slice(0, 12)}` as FindingId,
    check,
    version,
    severity: draft.severity ?? "warn",
    direction: draft.direction,
    invoiceId: invoice.id,
    agreementId: match.agreementId,
    documentId: invoice.documentId,
    line: lineId,
    ...worded(draft),
    expected,
    found,
    impact: impact === null ? null : inCurrency(decimalToText(absolute(impact)), currency),
    formula: draft.formula ?? null,
    tolerance: draft.tolerance ?? null,
    confidence: Math.floor((draft.confidence ?? 1) * 100) / 100,
    evidence: draft.evidence,
    relatedInvoiceId: draft.relatedInvoiceId ?? null,
  };
}

/** An impact in minor units of its currency. */
const inCurrency = (amount: DecimalText, currency: string | null): DecimalText =>
  currency === null ? amount : decimalToText(roundToCurrency(amount, currency));

const severityRank = { block: 0, warn: 1, info: 2 } as const;

/** Blocking first, then by money, then as they stand on the page. */
export function compareFindings(first: Finding, second: Finding, { invoice }: InvoiceContext): number {
  const bySeverity = severityRank[first.severity] - severityRank[second.severity];
  if (bySeverity !== 0) return bySeverity;
  if (first.impact !== second.impact) {
    if (first.impact === null) return 1;
    if (second.impact === null) return -1;
    const byMoney = compare(second.impact, first.impact);
    if (byMoney !== 0) return byMoney;
  }
  const place = (finding: Finding): number =>
    finding.line === null ? -1 : invoice.lines.findIndex(({ id }) => id === finding.line);
  return (
    place(first) - place(second) || compareText(first.check, second.check) || compareText(first.id, second.id)
  );
}
