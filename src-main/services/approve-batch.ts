import type { BatchRow, DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import type { BatchId, Invoice, InvoiceId, Problem } from "../../src-shared/model/index.ts";
import { add, decimalToText, zero } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import { signedAmount } from "../../src-shared/pricing/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { isActiveExport } from "../pipeline/decide/index.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import type { Refusal } from "./receipts.ts";
import { numberOf, unknownInvoice } from "./show-cases.ts";

/** Approved batches, newest first, with what became of them. */
export function listBatches(program: Program): Result<readonly BatchRow[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const { batches, exports } = open.value.fold();
  return ok(
    batches
      .map((batch) => ({ ...batch, exports: exports.filter(({ batchId }) => batchId === batch.batchId) }))
      .toReversed(),
  );
}

/** Puts approved invoices together for accounting. Those that are not approved refuse. */
export async function approveBatch(
  program: Program,
  { invoiceIds }: InputOf<"batches.approve">,
): Promise<Result<DecisionReceipt & { readonly batchId: string | null }, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const invoices: Invoice[] = [];
    const refusals: Refusal[] = [];
    for (const id of new Set(invoiceIds)) {
      const invoice = workspace.review().invoicesById.get(id as InvoiceId);
      const problem = invoice === undefined ? unknownInvoice(id) : refuse(workspace, invoice);
      if (problem !== null) refusals.push({ id, problem });
      else if (invoice !== undefined) invoices.push(invoice);
    }
    const batchId = program.tools.ids.next("bat") as BatchId;
    const ids = invoices.map(({ id }) => id);
    const kept = await keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/approve-batch", { count: ids.length }),
        actions:
          ids.length === 0
            ? []
            : [{ type: "batch-approved", batchId, invoiceIds: ids, totals: totalsOf(invoices) }],
      },
      ids,
      refusals,
      ["batches", "queue", "history"],
    );
    if (!kept.ok) return kept;
    await writeAnchor(workspace);
    return ok({ ...kept.value, batchId: ids.length === 0 ? null : batchId });
  });
}

function refuse(workspace: OpenWorkspace, invoice: Invoice): Problem | null {
  const decision = workspace.decisions().get(invoice.id);
  const number = numberOf(invoice);
  if (decision?.state === "exported") return { code: "decide/already-exported", facts: { number } };
  const isStale = (workspace.fold().cases.get(invoice.id)?.approvals.length ?? 0) > 0;
  if (decision?.state !== "approved")
    return { code: isStale ? "decide/changed-since-approval" : "decide/not-approved", facts: { number } };
  if (decision.batchId === null) return null;
  // A batch whose exports were all voided lets its invoices go.
  const { exports } = workspace.fold();
  const own = exports.filter(({ batchId }) => batchId === decision.batchId);
  const isFree = own.length > 0 && own.every(({ state }) => !isActiveExport(state));
  return isFree ? null : { code: "decide/already-in-batch", facts: { number, batch: decision.batchId } };
}

/** What the batch is worth by currency; credits count against it. */
export function totalsOf(invoices: readonly Invoice[]): Readonly<Record<string, DecimalText>> {
  const totals = new Map<string, DecimalText>();
  for (const invoice of invoices) {
    const amount = valueOf(invoice.gross) ?? valueOf(invoice.payable);
    const currency = valueOf(invoice.currency);
    if (amount === null || currency === null) continue;
    const before = totals.get(currency) ?? decimalToText(zero);
    totals.set(currency, decimalToText(add(before, signedAmount(invoice.kind, amount))));
  }
  return Object.fromEntries([...totals.entries()].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Writes the head of the audit trail outside the database, so that a later cut is noticed. */
export async function writeAnchor(workspace: OpenWorkspace): Promise<void> {
  const head = workspace.auditHead();
  // The anchor is a second witness; the step itself is kept already.
  if (head !== null) await workspace.vault.anchor({ sequence: head.sequence, hash: head.hash });
}
