import type { CaseDecision, ExportRefusal, Invoice, InvoiceId } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { caseRecordOf, isActiveExport } from "./fold-decisions.ts";
import type { DecisionFold } from "./fold-decisions.ts";

/** An invoice of a batch as it is at the moment of handing over; `null` where it is not there any more. */
export interface HandOffCandidate {
  readonly invoiceId: InvoiceId;
  readonly invoice: Invoice | null;
  readonly decision: CaseDecision | null;
}

/**
 * The gate before an export: which invoices of a batch may go out now, and why others must not.
 *
 * Everything is looked at again: an approval of something that has changed since does not count.
 */
export function readyToHandOff(
  candidates: readonly HandOffCandidate[],
  fold: DecisionFold,
  /** The unfinished export that is being finished: its own claims stand in nobody's way. */
  resumed: string | null = null,
  /** Any invoice of the workspace: what left earlier is compared by its paper. */
  invoiceOf: (id: InvoiceId) => Invoice | undefined = () => undefined,
): { readonly ready: readonly Invoice[]; readonly refusals: readonly ExportRefusal[] } {
  const exportsById = new Map(fold.exports.map((record) => [record.exportId, record]));
  const taken = papersHandedOver(candidates, fold, resumed, invoiceOf);
  const ready: Invoice[] = [];
  const refusals: ExportRefusal[] = [];
  for (const { invoiceId, invoice, decision } of candidates) {
    const number = valueOf(invoice?.number) ?? invoiceId;
    const refuse = (code: string, facts: Readonly<Record<string, string>> = {}): void =>
      void refusals.push({ invoiceId, code, facts: { number, ...facts } });
    const { exportId } = caseRecordOf(fold, invoiceId);
    const claim = exportId === null ? undefined : exportsById.get(exportId);
    if (claim !== undefined && isActiveExport(claim.state) && claim.exportId !== resumed)
      refuse(claim.state === "prepared" ? "export/unfinished" : "export/already-handed-over", {
        export: claim.exportId,
      });
    else if (invoice === null || decision === null) refuse("decide/unknown-invoice", { id: invoiceId });
    else if (decision.state === "approved") {
      const key = paperKeyOf(invoice);
      const before = taken.get(key);
      if (before === undefined) {
        taken.set(key, { number, exportId: null });
        ready.push(invoice);
      } else if (before.exportId === null) refuse("export/same-paper-in-batch", { other: before.number });
      else refuse("export/same-paper-handed-over", { export: before.exportId });
    } else if ((fold.cases.get(invoiceId)?.approvals.length ?? 0) > 0)
      refuse("decide/changed-since-approval");
    else refuse("decide/not-approved");
  }
  return { ready, refusals };
}

/** Seller, number, date and kind: the same paper under another id is still the same. */
export function paperKeyOf(invoice: Invoice): string {
  const number = valueOf(invoice.number);
  return number === null
    ? invoice.id
    : JSON.stringify([invoice.seller?.name ?? "", number, valueOf(invoice.issueDate) ?? "", invoice.kind]);
}

interface HandedPaper {
  readonly number: string;
  /** `null` for one of this very batch. */
  readonly exportId: string | null;
}

/** Papers that left and count, apart from the candidates themselves: those are judged by their own export. */
function papersHandedOver(
  candidates: readonly HandOffCandidate[],
  fold: DecisionFold,
  resumed: string | null,
  invoiceOf: (id: InvoiceId) => Invoice | undefined,
): Map<string, HandedPaper> {
  const own = new Set(candidates.map(({ invoiceId }) => invoiceId));
  const papers = new Map<string, HandedPaper>();
  for (const { exportId, state, invoiceIds } of fold.exports) {
    if (!isActiveExport(state) || exportId === resumed) continue;
    for (const id of invoiceIds) {
      const invoice = own.has(id) ? undefined : invoiceOf(id);
      if (invoice !== undefined)
        papers.set(paperKeyOf(invoice), { number: valueOf(invoice.number) ?? id, exportId });
    }
  }
  return papers;
}
