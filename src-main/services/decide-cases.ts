import type { DecisionInput, DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import type {
  CaseDecision,
  DecisionAction,
  FindingId,
  Invoice,
  InvoiceId,
  Problem,
} from "../../src-shared/model/index.ts";
import { compare } from "../../src-shared/money/index.ts";
import { exhaustive } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { caseRecordOf, hasBankChange, openFindings, validApprovals } from "../pipeline/decide/index.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { recommend } from "./pilot/recommend.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import type { Refusal } from "./receipts.ts";
import { numberOf, unknownInvoice } from "./show-cases.ts";

/** One decision on one or many invoices, as one step. Those that refuse are listed with the reason. */
export async function decideCases(
  program: Program,
  { invoiceIds, decision }: InputOf<"review.decide">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(() => {
    const applied: string[] = [];
    const actions: DecisionAction[] = [];
    const refusals: Refusal[] = [];
    for (const id of new Set(invoiceIds)) {
      const problem = refuse(program, workspace, id as InvoiceId, decision);
      if (problem !== null) {
        refusals.push({ id, problem });
        continue;
      }
      actions.push(
        ...toActions(workspace, id as InvoiceId, decision),
        ...besideOf(program, workspace, id as InvoiceId, decision),
      );
      applied.push(id);
    }
    const step = { label: labelOf(decision, applied.length), actions };
    return keepStep(program, workspace, step, applied, refusals, ["queue", "history"]);
  });
}

/** What the program would have done, written down beside what the person does. */
function besideOf(
  program: Program,
  workspace: OpenWorkspace,
  invoiceId: InvoiceId,
  decision: DecisionInput,
): readonly DecisionAction[] {
  if (decision.type === "dismiss-finding" || decision.type === "postpone") return [];
  const recommendation = recommend(workspace, invoiceId, program.tools.clock.monotonicMs());
  return recommendation === null ? [] : [{ type: "recommendation-recorded", invoiceId, recommendation }];
}

function refuse(
  program: Program,
  workspace: OpenWorkspace,
  id: InvoiceId,
  decision: DecisionInput,
): Problem | null {
  const invoice = workspace.review().invoicesById.get(id);
  const current = workspace.decisions().get(id);
  if (invoice === undefined || current === undefined) return unknownInvoice(id);
  const number = numberOf(invoice);
  if (current.state === "exported") return { code: "decide/already-exported", facts: { number } };
  if (decision.type === "dismiss-finding") {
    const findings = workspace.review().checkedById.get(id)?.findings ?? [];
    const isThere = findings.some((finding) => finding.id === (decision.findingId as FindingId));
    return isThere ? null : { code: "decide/unknown-finding", facts: { id: decision.findingId } };
  }
  if (decision.type !== "approve") return null;
  const isBlocked = blockingFindings(workspace, id).length > 0;
  if (isBlocked && decision.reason === null) return { code: "decide/blocked", facts: { number } };
  return refuseApproval(program, workspace, invoice, current);
}

function refuseApproval(
  program: Program,
  workspace: OpenWorkspace,
  invoice: Invoice,
  current: CaseDecision,
): Problem | null {
  const number = numberOf(invoice);
  if (current.state === "approved") return { code: "decide/already-approved", facts: { number } };
  const approvals = validApprovals(
    caseRecordOf(workspace.fold(), invoice.id),
    workspace.review().contentHashOf(invoice.id),
  );
  const limit = workspace.policy().fourEyesAbove;
  const amount = valueOf(invoice.payable) ?? valueOf(invoice.gross);
  const isLarge = limit !== null && amount !== null && compare(amount, limit) > 0;
  if (!approvals.some(({ actor }) => actor === program.person)) return null;
  const checked = workspace.review().checkedById.get(invoice.id);
  return !isLarge && checked !== undefined && hasBankChange(checked)
    ? { code: "decide/four-eyes-bank", facts: { number, actor: program.person } }
    : { code: "decide/four-eyes", facts: { number, limit: limit ?? "0", actor: program.person } };
}

/** A case that waits or was sent back can still hold a finding that blocks. */
function blockingFindings(workspace: OpenWorkspace, id: InvoiceId): readonly FindingId[] {
  const checked = workspace.review().checkedById.get(id);
  return checked === undefined
    ? []
    : openFindings(checked, workspace.fold()).flatMap((finding) =>
        finding.severity === "block" ? finding.id : [],
      );
}

/** An approval in spite of findings that block settles those with its reason, in the same step. */
function toActions(
  workspace: OpenWorkspace,
  invoiceId: InvoiceId,
  decision: DecisionInput,
): readonly DecisionAction[] {
  const action = toAction(workspace, invoiceId, decision);
  if (decision.type !== "approve" || decision.reason === null) return [action];
  const { reason } = decision;
  return [
    ...blockingFindings(workspace, invoiceId).map((findingId): DecisionAction => ({
      type: "finding-dismissed",
      invoiceId,
      findingId,
      reason,
    })),
    action,
  ];
}

function toAction(workspace: OpenWorkspace, invoiceId: InvoiceId, decision: DecisionInput): DecisionAction {
  switch (decision.type) {
    case "approve": {
      const contentHash = workspace.review().contentHashOf(invoiceId);
      const basis = workspace.review().basisOf(invoiceId);
      return {
        type: "invoice-approved",
        invoiceId,
        contentHash,
        ...(basis === undefined ? {} : { basis }),
        reason: decision.reason,
      };
    }
    case "correct": {
      const known = new Set(
        workspace
          .review()
          .checkedById.get(invoiceId)
          ?.findings.map(({ id }) => id),
      );
      const findingIds = (decision.findingIds as FindingId[]).filter((id) => known.has(id));
      return { type: "invoice-sent-back", invoiceId, findingIds, note: decision.note };
    }
    case "ask": {
      const until = decision.until as LocalDate | null;
      return { type: "question-asked", invoiceId, to: decision.to, text: decision.text, until };
    }
    case "escalate":
      return { type: "invoice-escalated", invoiceId, role: decision.role, note: decision.note };
    case "postpone":
      return {
        type: "invoice-postponed",
        invoiceId,
        until: decision.until as LocalDate,
        note: decision.note,
      };
    case "dismiss-finding": {
      const findingId = decision.findingId as FindingId;
      return { type: "finding-dismissed", invoiceId, findingId, reason: decision.reason };
    }
    default:
      return exhaustive(decision);
  }
}

function labelOf(decision: DecisionInput, count: number): string {
  return decision.type === "dismiss-finding"
    ? formatMessage("step/dismiss", {})
    : formatMessage(`step/${decision.type}`, { count });
}
