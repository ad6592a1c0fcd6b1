import type { DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import type {
  AgreementId,
  DecisionAction,
  Evidence,
  Invoice,
  InvoiceId,
  Problem,
  TermId,
} from "../../src-shared/model/index.ts";
import { err } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { checkCorrection } from "../pipeline/decide/index.ts";
import { termsById } from "./decide-terms.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { readGivenValue } from "./read-given-value.ts";
import { keepStep } from "./receipts.ts";
import { numberOf, unknownInvoice } from "./show-cases.ts";
import { isQuoteThere } from "./verify-quote.ts";
import type { PointedQuote } from "./verify-quote.ts";

/** A person sets a value in place of what was read. */
export function correctValue(
  program: Program,
  { invoiceId, field, value: given, pointedAt = null }: InputOf<"review.correct-value">,
): Promise<Result<DecisionReceipt, Problem>> {
  return correct(program, invoiceId, async (invoice, workspace) => {
    const read = readGivenValue({ field, value: given }, workspace.asOf());
    if (!read.ok) return { problem: read.error };
    const evidence = pointedAt === null ? undefined : await proofOf(workspace, invoice, pointedAt);
    const correction = { field, value: read.value, ...(evidence === undefined ? {} : { evidence }) };
    const checked = checkCorrection(invoice, correction);
    if (!checked.ok) return { problem: checked.error };
    return {
      label: formatMessage("step/correct-value", { field, number: numberOf(invoice) }),
      action: { type: "value-corrected", invoiceId: invoice.id, correction },
    };
  });
}

/** The words that a person pointed at, as evidence; none where they do not stand there. */
async function proofOf(
  workspace: OpenWorkspace,
  invoice: Invoice,
  pointedAt: { readonly quote: string; readonly at: unknown },
): Promise<readonly Evidence[] | undefined> {
  const { documentId } = invoice;
  const file = workspace.documents().find((stored) => stored.file.id === documentId)?.file;
  const reading = await workspace.vault.readDocument(file?.copyOf ?? documentId);
  const quoted = pointedAt as PointedQuote;
  if (!reading.ok || reading.value === null || !isQuoteThere(reading.value, quoted)) return undefined;
  return [{ documentId, role: "invoice", quote: quoted.quote, at: quoted.at }];
}

/** A person says which agreement governs an invoice, or that none does. */
export function assignAgreement(
  program: Program,
  { invoiceId, agreementId }: InputOf<"review.assign-agreement">,
): Promise<Result<DecisionReceipt, Problem>> {
  return correct(program, invoiceId, (invoice, workspace) => {
    const isThere =
      agreementId === null ||
      workspace.review().nouns.agreements.some(({ id }) => id === (agreementId as AgreementId));
    if (!isThere) return { problem: { code: "decide/unknown-agreement", facts: { id: agreementId } } };
    return {
      label: formatMessage("step/assign-agreement", { number: numberOf(invoice) }),
      action: { type: "agreement-assigned", invoiceId: invoice.id, agreementId },
    };
  });
}

/** A person says which term a line bills, or that none does. */
export function bindLine(
  program: Program,
  { invoiceId, line, termId }: InputOf<"review.bind-line">,
): Promise<Result<DecisionReceipt, Problem>> {
  return correct(program, invoiceId, (invoice, workspace) => {
    if (!invoice.lines.some(({ id }) => id === line))
      return { problem: { code: "decide/unknown-line", facts: { id: numberOf(invoice), line } } };
    if (termId !== null && !termsById(workspace).has(termId as TermId))
      return { problem: { code: "decide/unknown-term", facts: { id: termId } } };
    return {
      label: formatMessage("step/bind-line", { line, number: numberOf(invoice) }),
      action: { type: "line-bound", invoiceId: invoice.id, line, termId: termId as TermId | null },
    };
  });
}

/** A person says whether two invoices are the same; the pair is never asked about again. */
export function judgeDuplicate(
  program: Program,
  { invoiceId, otherId, verdict }: InputOf<"review.judge-duplicate">,
): Promise<Result<DecisionReceipt, Problem>> {
  return correct(program, invoiceId, (invoice, workspace) => {
    const other = workspace.review().invoicesById.get(otherId as InvoiceId);
    if (other === undefined || other.id === invoice.id) return { problem: unknownInvoice(otherId) };
    return {
      label: formatMessage("step/judge-duplicate", { verdict }),
      action: { type: "duplicate-judged", invoiceId: invoice.id, otherId: other.id, verdict },
    };
  });
}

type Draft = { readonly problem: Problem } | { readonly label: string; readonly action: DecisionAction };

async function correct(
  program: Program,
  invoiceId: string,
  draft: (invoice: Invoice, workspace: OpenWorkspace) => Draft | Promise<Draft>,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const invoice = workspace.review().invoicesById.get(invoiceId as InvoiceId);
    if (invoice === undefined) return err(unknownInvoice(invoiceId));
    if (workspace.decisions().get(invoice.id)?.state === "exported")
      return err({ code: "decide/already-exported", facts: { number: numberOf(invoice) } });
    const drafted = await draft(invoice, workspace);
    if ("problem" in drafted) return err(drafted.problem);
    const step = { label: drafted.label, actions: [drafted.action] };
    return keepStep(program, workspace, step, [invoice.id], [], ["queue", "history"]);
  });
}
