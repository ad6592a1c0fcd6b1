import { programActor } from "../model/index.ts";
import type { DecisionEvent, InvoiceId } from "../model/index.ts";
import type { MeasuredCase, MeasureFilter, MeasureLog } from "./log.ts";
import { holdingEvents } from "./log.ts";

/** What happened to one case, in the words of the measures. Instants are ISO 8601 in UTC. */
export interface CaseHistory extends MeasuredCase {
  readonly importedAt: string | null;
  /** The first thing that a person or the program did with it. */
  readonly firstActionAt: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly handedOverAt: string | null;
  /** Decisions that ended or moved it: approvals, returns, questions, escalations, postponements. */
  readonly decisions: number;
  readonly sentBack: number;
  readonly asked: number;
  readonly escalated: number;
  readonly corrected: number;
  readonly dismissed: number;
  /** Disputes that the customer opened, also those that ended. */
  readonly disputed: number;
  /** Handed over, and then found wrong: the export was voided, or it was sent back after an approval. */
  readonly cameBack: boolean;
  readonly secondsOpen: number | null;
  readonly lastActionAt: string | null;
}

const caseActions = new Set<DecisionEvent["action"]["type"]>([
  "invoice-approved",
  "invoice-sent-back",
  "question-asked",
  "invoice-escalated",
  "invoice-postponed",
]);

interface Draft {
  firstActionAt: string | null;
  approvedAt: string | null;
  approvedBy: string | null;
  handedOverAt: string | null;
  decisions: number;
  sentBack: number;
  asked: number;
  escalated: number;
  corrected: number;
  dismissed: number;
  disputed: number;
  cameBack: boolean;
  secondsOpen: number | null;
  lastActionAt: string | null;
}

/** The history of every case that a filter lets through, in the order of the log. */
export function caseHistories(log: MeasureLog, filter: MeasureFilter): readonly CaseHistory[] {
  const imported = new Map<string, string>();
  const exports = new Map<string, readonly InvoiceId[]>();
  const drafts = new Map<InvoiceId, Draft>();
  const draftOf = (id: InvoiceId): Draft => {
    const known = drafts.get(id);
    if (known !== undefined) return known;
    const fresh: Draft = {
      firstActionAt: null,
      approvedAt: null,
      approvedBy: null,
      handedOverAt: null,
      decisions: 0,
      sentBack: 0,
      asked: 0,
      escalated: 0,
      corrected: 0,
      dismissed: 0,
      disputed: 0,
      cameBack: false,
      secondsOpen: null,
      lastActionAt: null,
    };
    drafts.set(id, fresh);
    return fresh;
  };

  for (const { at, actor, action } of holdingEvents(log.events)) {
    if (action.type === "documents-imported")
      for (const id of action.documentIds) if (!imported.has(id)) imported.set(id, at);
    if (action.type === "export-prepared") exports.set(action.exportId, action.invoiceIds);
    if (action.type === "export-written")
      for (const id of exports.get(action.exportId) ?? []) draftOf(id).handedOverAt ??= at;
    if (action.type === "export-voided")
      for (const id of exports.get(action.exportId) ?? []) draftOf(id).cameBack = true;
    if (action.type === "dispute-opened") draftOf(action.invoiceId).disputed += 1;
    if (action.type === "recommendation-recorded") {
      const draft = draftOf(action.invoiceId);
      draft.secondsOpen = (draft.secondsOpen ?? 0) + (action.recommendation.secondsOpen ?? 0);
    }
    const isOwn =
      caseActions.has(action.type) ||
      action.type === "value-corrected" ||
      action.type === "finding-dismissed";
    if (!isOwn || !("invoiceId" in action)) continue;
    const draft = draftOf(action.invoiceId);
    draft.firstActionAt ??= at;
    draft.lastActionAt = at;
    if (caseActions.has(action.type)) draft.decisions += 1;
    if (action.type === "invoice-approved") {
      draft.approvedAt = at;
      draft.approvedBy = actor;
    }
    if (action.type === "invoice-sent-back") {
      draft.sentBack += 1;
      if (draft.approvedAt !== null) draft.cameBack = true;
    }
    if (action.type === "question-asked") draft.asked += 1;
    if (action.type === "invoice-escalated") draft.escalated += 1;
    if (action.type === "value-corrected") draft.corrected += 1;
    if (action.type === "finding-dismissed") draft.dismissed += 1;
  }
  return log.cases
    .map((each) => ({
      ...each,
      importedAt: imported.get(each.documentId) ?? null,
      ...draftOf(each.invoiceId),
    }))
    .filter((each) => passes(each, filter));
}

function passes(history: CaseHistory, { customer, kind, from, to }: MeasureFilter): boolean {
  const day = (history.lastActionAt ?? history.importedAt ?? "").slice(0, 10);
  return (
    (customer === null || history.customer === customer) &&
    (kind === null || history.kind === kind) &&
    (from === null || day >= from) &&
    (to === null || (day !== "" && day <= to))
  );
}

export const isDecided = ({ approvedAt, sentBack }: CaseHistory): boolean =>
  approvedAt !== null || sentBack > 0;
export const isAutomatic = ({ approvedBy }: CaseHistory): boolean => approvedBy === programActor;
export const hasException = ({ findings }: CaseHistory): boolean =>
  findings.some(({ severity }) => severity !== "info");
