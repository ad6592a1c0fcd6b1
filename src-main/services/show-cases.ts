import type { InputOf, OutputOf } from "../../src-shared/api/contract.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import type {
  CaseState,
  Finding,
  Invoice,
  InvoiceId,
  Level,
  Problem,
  QueueRow,
  ReviewCase,
} from "../../src-shared/model/index.ts";
import { add, compare, decimalToText, zero } from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import {
  caseRecordOf,
  findCauses,
  openFindings,
  rankCustomers,
  routeAfterDecisions,
  triageCase,
} from "../pipeline/decide/index.ts";
import type { Causes, OpenCase } from "../pipeline/decide/index.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { adviceFor, casesToOffer, noteLook } from "./pilot/recommend.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

/** All cases, the most money at risk first, with what is missing and what concerns no invoice. */
export function listQueue(program: Program): Result<OutputOf<"review.queue">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const { nouns, checked } = workspace.review();
  const { causes, open: openById } = causesOf(workspace);
  const customerValues = rankCustomers(nouns.invoices);
  const rows = nouns.invoices.flatMap(
    (invoice) =>
      describeRow(workspace, invoice, {
        open: openById.get(invoice.id) ?? [],
        causes: causes.byInvoice.get(invoice.id) ?? [],
        customerValue: customerValues.get(invoice.id) ?? null,
      }) ?? [],
  );
  const counts: Record<CaseState, number> = {
    "to-decide": 0,
    waiting: 0,
    blocked: 0,
    approved: 0,
    "sent-back": 0,
    exported: 0,
  };
  for (const { state } of rows) counts[state] += 1;
  return ok({
    rows: rows.toSorted(byRisk),
    missing: checked.missing,
    findings: checked.findings,
    causes: causes.list,
    offered: casesToOffer(workspace),
    counts,
  });
}

/** Findings that still count, by invoice, and what causes them. What was handed over is settled. */
export function causesOf(workspace: OpenWorkspace): {
  readonly causes: Causes;
  readonly open: ReadonlyMap<InvoiceId, readonly Finding[]>;
} {
  const review = workspace.review();
  const fold = workspace.fold();
  const decisions = workspace.decisions();
  const open = new Map<InvoiceId, readonly Finding[]>();
  const cases: OpenCase[] = [];
  for (const invoice of review.nouns.invoices) {
    const checked = review.checkedById.get(invoice.id);
    if (checked === undefined) continue;
    const findings = openFindings(checked, fold);
    open.set(invoice.id, findings);
    if (decisions.get(invoice.id)?.state !== "exported") cases.push({ invoice, open: findings });
  }
  const agreements = new Map(review.nouns.agreements.map((agreement) => [agreement.id, agreement]));
  return { causes: findCauses(cases, agreements, workspace.digest.ofText), open };
}

interface RowLabels {
  readonly open: readonly Finding[];
  readonly causes: readonly string[];
  readonly customerValue: Level | null;
}

function describeRow(workspace: OpenWorkspace, invoice: Invoice, labels: RowLabels): QueueRow | null {
  const review = workspace.review();
  const fold = workspace.fold();
  const checked = review.checkedById.get(invoice.id);
  const decision = workspace.decisions().get(invoice.id);
  if (checked === undefined || decision === undefined) return null;
  const findings = labels.open;
  const [agreement] = review.agreementsOf(invoice.id);
  const root = review.nouns.agreements.find(({ id }) => id === checked.agreementId) ?? agreement;
  return {
    invoiceId: invoice.id,
    number: valueOf(invoice.number),
    customer: invoice.buyer?.name ?? null,
    agreement: root === undefined ? null : (root.number ?? root.title),
    issueDate: valueOf(invoice.issueDate),
    dueDate: valueOf(invoice.dueDate),
    currency: valueOf(invoice.currency),
    payable: valueOf(invoice.payable) ?? valueOf(invoice.gross),
    route: routeAfterDecisions(checked, fold),
    state: decision.state,
    owner: decision.owner,
    waitingUntil: decision.waitingUntil,
    over: sumOf(findings, "over"),
    under: sumOf(findings, "under"),
    findings: findings.length,
    undetermined: checked.outcomes.filter(({ outcome }) => outcome === "cannot-determine").length,
    firstFinding: (findings.find(({ severity }) => severity !== "info") ?? findings[0])?.said.message ?? null,
    checks: [...new Set(findings.map(({ check }) => check))],
    causes: labels.causes,
    ...triageCase({
      invoice,
      checked,
      open: findings,
      asOf: workspace.asOf(),
      policy: workspace.policy(),
      customerValue: labels.customerValue,
    }),
  };
}

/** Impacts in one direction; `null` where no finding of it moves money. */
function sumOf(findings: readonly Finding[], direction: Finding["direction"]): DecimalText | null {
  const impacts = findings.flatMap((finding) =>
    finding.direction === direction ? (finding.impact ?? []) : [],
  );
  return impacts.length === 0 ? null : decimalToText(impacts.reduce<Decimal>(add, zero));
}

/** The larger of both directions: they are never netted. */
const riskOf = ({ over, under }: QueueRow): Decimal | DecimalText => {
  const [left, right] = [over ?? zero, under ?? zero];
  return compare(left, right) >= 0 ? left : right;
};

/** Money at risk first, then what is due first, then by id. */
function byRisk(left: QueueRow, right: QueueRow): number {
  const byMoney = compare(riskOf(right), riskOf(left));
  if (byMoney !== 0) return byMoney;
  const [leftKey, rightKey] = [left, right].map(
    ({ dueDate, issueDate, number, invoiceId }) =>
      `${dueDate ?? "9999"} ${issueDate ?? "9999"} ${number ?? ""} ${invoiceId}`,
  ) as [string, string];
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

/** Everything that the review of one invoice shows. */
export function showCase(
  program: Program,
  { invoiceId, purpose = "look" }: InputOf<"review.case">,
): Result<ReviewCase, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const review = workspace.review();
  const fold = workspace.fold();
  const id = invoiceId as InvoiceId;
  const invoice = review.invoicesById.get(id);
  const match = review.matchById.get(id);
  const checked = review.checkedById.get(id);
  const decision = workspace.decisions().get(id);
  if (invoice === undefined || match === undefined || checked === undefined || decision === undefined)
    return err(unknownInvoice(invoiceId));
  const { history } = caseRecordOf(fold, id);
  if (purpose === "look") noteLook(workspace, id, program.tools.clock.monotonicMs());
  const deliveryIds = new Set(
    match.lines.flatMap(({ deliveries }) => deliveries.map(({ deliveryId }) => deliveryId)),
  );
  return ok({
    invoice,
    match,
    agreements: review.agreementsOf(id),
    termsInForce: review.matching.termsInForce.filter(({ familyId }) => familyId === match.agreementId),
    deliveries: review.nouns.deliveries.filter((delivery) => deliveryIds.has(delivery.id)),
    findings: checked.findings,
    outcomes: checked.outcomes,
    route: routeAfterDecisions(checked, fold),
    advice: adviceFor(workspace, id),
    decision,
    history,
    reversed: history.flatMap((event) => (fold.holding.has(event.id) ? [] : [event.id])),
  });
}

export const unknownInvoice = (id: string): Problem => ({ code: "decide/unknown-invoice", facts: { id } });

/** The number by which people know an invoice; its id where it prints none. */
export const numberOf = (invoice: Invoice): string => valueOf(invoice.number) ?? invoice.id;
