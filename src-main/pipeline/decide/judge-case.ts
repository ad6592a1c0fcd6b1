import type {
  Agreement,
  CaseDecision,
  CaseState,
  CheckedInvoice,
  CheckId,
  ExportRecord,
  Finding,
  Invoice,
  Policy,
  Route,
} from "../../../src-shared/model/index.ts";
import { defaultPolicy, valueOf } from "../../../src-shared/model/index.ts";
import { compare } from "../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { caseRecordOf, isActiveExport } from "./fold-decisions.ts";
import type { CaseRecord, DecisionFold } from "./fold-decisions.ts";

/** What a case is judged by. */
export interface CaseInput {
  readonly invoice: Invoice;
  readonly checked: CheckedInvoice;
  /** Hash of what the case holds now. */
  readonly contentHash: string;
  readonly asOf: LocalDate;
  readonly policy: ApprovalPolicy;
}

/** The part of a policy that says who decides. */
export type ApprovalPolicy = Pick<Policy, "fourEyesAbove" | "fourEyesForBankChanges" | "owners" | "roles">;

/** The role that a case belongs to while nobody else was named: no case is without an owner. */
export function ownerOf({ invoice, checked, policy }: CaseInput): string {
  const customer = invoice.buyer?.name.toLowerCase() ?? null;
  const checks = checked.findings.filter(({ severity }) => severity !== "info").map(({ check }) => check);
  const rule = policy.owners.find(
    (each) =>
      (each.customer === null || each.customer.toLowerCase() === customer) &&
      (each.check === null || checks.some((check) => isOfFamily(check, each.check ?? ""))),
  );
  return rule?.role ?? policy.roles[0] ?? defaultPolicy.roles[0] ?? "";
}

const isOfFamily = (check: CheckId, name: string): boolean => check === name || check.startsWith(`${name}.`);

/** Findings that nobody has dismissed. */
export function openFindings(checked: CheckedInvoice, fold: DecisionFold): readonly Finding[] {
  const { dismissed } = caseRecordOf(fold, checked.invoiceId);
  const ids = new Set(dismissed.map(({ findingId }) => findingId));
  return ids.size === 0 ? checked.findings : checked.findings.filter(({ id }) => !ids.has(id));
}

/** The route after dismissals: what blocked is gone, but a person still looks. */
export function routeAfterDecisions(checked: CheckedInvoice, fold: DecisionFold): Route {
  if (checked.route !== "blocked") return checked.route;
  return openFindings(checked, fold).some(({ severity }) => severity === "block") ? "blocked" : "review";
}

/** How many persons must approve. */
export function countNeededApprovers({ invoice, checked, policy }: CaseInput): 1 | 2 {
  const { fourEyesAbove, fourEyesForBankChanges } = policy;
  if (fourEyesForBankChanges && hasBankChange(checked)) return 2;
  const amount = valueOf(invoice.payable) ?? valueOf(invoice.gross);
  return fourEyesAbove !== null && amount !== null && compare(amount, fourEyesAbove) > 0 ? 2 : 1;
}

/** A dismissal does not take the change away: it only says why it is right. */
export const hasBankChange = ({ findings }: CheckedInvoice): boolean =>
  findings.some(({ check }) => check === "bank.changed");

/** Approvals of what the case holds now; an approval of something else is void. */
export function validApprovals(record: CaseRecord, contentHash: string): CaseRecord["approvals"] {
  return record.approvals.filter(
    ({ action }) => action.type === "invoice-approved" && action.contentHash === contentHash,
  );
}

/** The export that an invoice left with; one that was only prepared, or voided, does not count. */
export function findActiveExport(record: CaseRecord, fold: DecisionFold): ExportRecord | undefined {
  if (record.exportId === null) return undefined;
  const last = fold.exports.find(({ exportId }) => exportId === record.exportId);
  return last !== undefined && isActiveExport(last.state) && last.state !== "prepared" ? last : undefined;
}

/** Where a case stands: the fold of all decisions on one invoice. */
export function judgeCase(input: CaseInput, fold: DecisionFold): CaseDecision {
  const { invoice, checked, contentHash, asOf } = input;
  const record = caseRecordOf(fold, invoice.id);
  const approvals = validApprovals(record, contentHash);
  const approvers = new Map(approvals.map(({ actor, at }) => [actor, at]));
  const approversNeeded = countNeededApprovers(input);
  const isApproved = approvers.size >= approversNeeded;
  const handedOver = findActiveExport(record, fold);
  const action = record.last?.action;
  const waitingUntil =
    action?.type === "question-asked" || action?.type === "invoice-postponed" ? action.until : null;
  const isDue = waitingUntil !== null && waitingUntil <= asOf;

  const state = ((): CaseState => {
    if (handedOver !== undefined) return "exported";
    if (isApproved) return "approved";
    if (action?.type === "invoice-sent-back") return "sent-back";
    if (action?.type === "invoice-escalated") return "waiting";
    if ((action?.type === "question-asked" || action?.type === "invoice-postponed") && !isDue)
      return "waiting";
    return routeAfterDecisions(checked, fold) === "blocked" ? "blocked" : "to-decide";
  })();

  const last = approvals.at(-1);
  return {
    invoiceId: invoice.id,
    state,
    owner:
      action?.type === "invoice-escalated"
        ? action.role
        : action?.type === "question-asked"
          ? action.to
          : ownerOf(input),
    waitingUntil: state === "waiting" ? waitingUntil : null,
    question: action?.type === "question-asked" ? { to: action.to, text: action.text } : null,
    note: action !== undefined && "note" in action ? action.note : null,
    dismissed: record.dismissed,
    approvals: [...approvers].map(([by, at]) => ({ by, at })),
    approversNeeded,
    approvedHash: isApproved ? contentHash : null,
    approvedBy: isApproved ? (last?.actor ?? null) : null,
    approvedAt: isApproved ? (last?.at ?? null) : null,
    batchId: isApproved || handedOver !== undefined ? record.batchId : null,
    exportId: handedOver?.exportId ?? null,
  };
}

/** Everything that an approval vouches for; a later difference in any of it reopens the case. */
export interface ApprovedContent {
  readonly invoice: Invoice;
  readonly agreements: readonly Agreement[];
  readonly checked: CheckedInvoice;
  /** Hashes of the files of invoice and agreements, in that order. */
  readonly fileHashes: readonly string[];
}

/** Hash of invoice, terms, findings and files. Confidence and outcomes do not count: they do not change what is billed. */
export function hashContent(content: ApprovedContent, hash: (text: string) => string): string {
  const { invoice, agreements, checked, fileHashes } = content;
  const terms = agreements.flatMap((agreement) =>
    agreement.terms
      .filter(({ status }) => status !== "rejected")
      .map(({ id, type, value, from, to, status, version }) => [id, type, value, from, to, status, version]),
  );
  // An approval answers the finding that an earlier one has lapsed: it is no part of what is approved.
  const lasting = checked.findings.filter(({ check }) => check !== "evidence.drift");
  const findings = lasting.map(({ id, check, version, severity, impact, message }) => [
    id,
    check,
    version,
    severity,
    impact,
    message,
  ]);
  return hash(JSON.stringify([invoice, terms, findings, checked.agreementId, fileHashes]));
}
