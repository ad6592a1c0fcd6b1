import { isMoneyAction } from "../../../src-shared/model/index.ts";
import type {
  AgreementId,
  Assignments,
  BatchId,
  DecisionAction,
  DecisionEvent,
  DocumentId,
  EventId,
  ExportRecord,
  ExportState,
  FindingId,
  InvoiceId,
  MoneyAction,
  TermId,
  ValueCorrection,
} from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";

type ActionOf<T extends DecisionAction["type"]> = Extract<DecisionAction, { readonly type: T }>;

/** What a person made of a term. A later word goes over an earlier one. */
export interface TermDecision {
  readonly status: "confirmed" | "rejected";
  readonly edit: ActionOf<"term-edited"> | null;
  /** From 1; each edit makes the next. */
  readonly version: number;
}

/** What a person last did with a case; approvals of several persons stand side by side. */
export interface CaseRecord {
  readonly last: DecisionEvent | null;
  readonly approvals: readonly DecisionEvent[];
  readonly dismissed: readonly { readonly findingId: FindingId; readonly reason: string }[];
  readonly batchId: BatchId | null;
  readonly exportId: string | null;
  /** Events that concern the invoice, in order, with those that were reversed. */
  readonly history: readonly DecisionEvent[];
}

export interface BatchRecord {
  readonly batchId: BatchId;
  readonly at: string;
  readonly actor: string;
  readonly invoiceIds: readonly InvoiceId[];
  readonly totals: Readonly<Record<string, DecimalText>>;
}

/** A judged pair: whether the two are the same invoice. */
export interface DuplicateVerdict {
  readonly invoiceId: InvoiceId;
  readonly otherId: InvoiceId;
  readonly verdict: "duplicate" | "distinct";
}

/** What all decisions amount to. */
export interface DecisionFold {
  /** Events that hold: neither reversed nor reversals. */
  readonly holding: ReadonlySet<EventId>;
  readonly removedDocuments: ReadonlySet<DocumentId>;
  readonly terms: ReadonlyMap<TermId, TermDecision>;
  /** Terms that a person added to what the rules read. */
  readonly addedTerms: readonly ActionOf<"term-added">[];
  readonly assignments: Assignments;
  readonly corrections: ReadonlyMap<InvoiceId, readonly ValueCorrection[]>;
  readonly verdicts: readonly DuplicateVerdict[];
  readonly cases: ReadonlyMap<InvoiceId, CaseRecord>;
  readonly batches: readonly BatchRecord[];
  readonly exports: readonly ExportRecord[];
}

/** Exports that keep their invoices from going out again. */
export const isActiveExport = (state: ExportState): boolean => state !== "voided" && state !== "rejected";

/**
 * Events that hold, and reversals that do.
 *
 * A reversal can be reversed itself (that is redo), so the log is read from its end: what nothing later reverses holds.
 */
export function findHoldingEvents(events: readonly DecisionEvent[]): ReadonlySet<EventId> {
  const reversed = new Set<EventId>();
  const holding = new Set<EventId>();
  for (const event of events.toReversed()) {
    if (reversed.has(event.id)) continue;
    holding.add(event.id);
    if (event.action.type === "decision-reversed") for (const id of event.action.reverses) reversed.add(id);
  }
  return holding;
}

/** Folds the log of decisions into what holds now. Documents that were removed by undoing their import count, too. */
export function foldDecisions(events: readonly DecisionEvent[]): DecisionFold {
  const holding = findHoldingEvents(events);
  const removedDocuments = new Set<DocumentId>();
  const terms = new Map<TermId, TermDecision>();
  const addedTerms: ActionOf<"term-added">[] = [];
  const agreements = new Map<InvoiceId, AgreementId | null>();
  const lines = new Map<string, TermId | null>();
  const corrections = new Map<InvoiceId, readonly ValueCorrection[]>();
  const verdicts = new Map<string, DuplicateVerdict>();
  const cases = new Map<InvoiceId, CaseRecord>();
  const batches: BatchRecord[] = [];
  const exports = new Map<string, ExportRecord>();

  const updateCase = (id: InvoiceId, change: (record: CaseRecord) => Partial<CaseRecord>): void => {
    const record = cases.get(id) ?? noRecord;
    cases.set(id, { ...record, ...change(record) });
  };
  const decide = (id: InvoiceId, event: DecisionEvent): void =>
    updateCase(id, () => ({ last: event, approvals: [] }));
  const moveExport = (exportId: string, change: Partial<ExportRecord>): void => {
    const record = exports.get(exportId);
    if (record !== undefined) exports.set(exportId, { ...record, ...change });
  };

  /** What reading back says about an export; the rest of what concerns money is folded by `foldMoney`. */
  const applyToExports = (action: MoneyAction, { at }: DecisionEvent): void => {
    if (action.type === "export-read-back") {
      const { exportId, source, confirmed, missing, doubled, differing } = action;
      const isWhole = missing.length + doubled.length + differing.length === 0;
      moveExport(exportId, {
        readBack: { source, at, confirmed, missing, doubled, differing },
        ...(isWhole && { state: "confirmed" as const }),
      });
    }
    if (action.type === "export-items-released") {
      const released = new Set(action.invoiceIds);
      const record = exports.get(action.exportId);
      if (record === undefined) return;
      const left = record.invoiceIds.filter((id) => !released.has(id));
      moveExport(action.exportId, {
        invoiceIds: left,
        ...(left.length === 0 && { state: "rejected" as const }),
      });
      for (const id of released) updateCase(id, () => ({ exportId: null }));
    }
  };

  const apply = (event: DecisionEvent): void => {
    const { action } = event;
    if (isMoneyAction(action)) return applyToExports(action, event);
    switch (action.type) {
      case "documents-imported":
        for (const id of action.documentIds) removedDocuments.delete(id);
        return;
      case "document-removed":
        return void removedDocuments.add(action.documentId);
      case "term-confirmed":
        return void terms.set(action.termId, { ...termOf(terms, action.termId), status: "confirmed" });
      case "term-rejected":
        return void terms.set(action.termId, { ...termOf(terms, action.termId), status: "rejected" });
      case "term-edited": {
        const { version } = termOf(terms, action.termId);
        return void terms.set(action.termId, { status: "confirmed", edit: action, version: version + 1 });
      }
      case "agreement-assigned":
        return void agreements.set(action.invoiceId, action.agreementId as AgreementId | null);
      case "line-bound":
        return void lines.set(`${action.invoiceId}#${action.line}`, action.termId);
      case "value-corrected": {
        const { invoiceId, correction } = action;
        const others = (corrections.get(invoiceId) ?? []).filter(({ field }) => field !== correction.field);
        return void corrections.set(invoiceId, [...others, correction]);
      }
      case "finding-dismissed": {
        const { invoiceId, findingId, reason } = action;
        return updateCase(invoiceId, ({ dismissed }) => ({
          dismissed: [...dismissed, { findingId, reason }],
        }));
      }
      case "duplicate-judged": {
        const { invoiceId, otherId, verdict } = action;
        return void verdicts.set([invoiceId, otherId].toSorted().join("+"), { invoiceId, otherId, verdict });
      }
      case "invoice-approved":
        return updateCase(action.invoiceId, ({ approvals }) => ({
          last: event,
          approvals: [...approvals, event],
        }));
      case "invoice-sent-back":
      case "question-asked":
      case "answer-received":
      case "invoice-escalated":
      case "invoice-postponed":
        return decide(action.invoiceId, event);
      case "batch-approved": {
        const { batchId, invoiceIds, totals } = action;
        batches.push({ batchId, at: event.at, actor: event.actor, invoiceIds, totals });
        for (const id of invoiceIds) updateCase(id, () => ({ batchId }));
        return;
      }
      case "export-prepared": {
        const { exportId, batchId, target, invoiceIds } = action;
        exports.set(exportId, {
          exportId,
          batchId,
          target,
          state: "prepared",
          invoiceIds,
          files: [],
          at: event.at,
          readBack: null,
        });
        for (const id of invoiceIds) updateCase(id, () => ({ exportId }));
        return;
      }
      case "export-written":
        return moveExport(action.exportId, { state: "written", files: action.files });
      case "export-handed-over":
        return moveExport(action.exportId, { state: "handed-over" });
      case "export-confirmed":
        return moveExport(action.exportId, { state: "confirmed" });
      case "export-rejected":
        return moveExport(action.exportId, { state: "rejected" });
      case "export-voided":
        return moveExport(action.exportId, { state: "voided" });
      case "term-added":
        return void addedTerms.push(action);
      case "comment-added":
      case "question-sealed":
      case "policy-changed":
      case "decision-reversed":
      case "recommendation-recorded":
      case "pilot-recorded":
      case "assistant-set":
      case "model-asked":
      case "proposal-judged":
        return;
    }
  };

  for (const event of events) {
    for (const id of invoicesOf(event)) updateCase(id, ({ history }) => ({ history: [...history, event] }));
    if (holding.has(event.id)) apply(event);
    // An import that was undone takes its documents out of sight; the files stay in the vault.
    else if (event.action.type === "documents-imported")
      for (const id of event.action.documentIds) removedDocuments.add(id);
  }
  return {
    holding,
    removedDocuments,
    terms,
    addedTerms,
    assignments: { agreements, lines },
    corrections,
    verdicts: [...verdicts.values()],
    cases,
    batches,
    exports: [...exports.values()],
  };
}

const noRecord: CaseRecord = {
  last: null,
  approvals: [],
  dismissed: [],
  batchId: null,
  exportId: null,
  history: [],
};

/** The record of an invoice that nobody has touched is empty. */
export const caseRecordOf = (fold: DecisionFold, id: InvoiceId): CaseRecord => fold.cases.get(id) ?? noRecord;

const termOf = (terms: ReadonlyMap<TermId, TermDecision>, id: TermId): TermDecision =>
  terms.get(id) ?? { status: "confirmed", edit: null, version: 1 };

/** The invoices that an event speaks about. */
export function invoicesOf({ action }: DecisionEvent): readonly InvoiceId[] {
  if ("invoiceId" in action) return [action.invoiceId];
  if ("invoiceIds" in action) return action.invoiceIds;
  return [];
}
