import type { DraftRequest, InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Draft, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { normalizeInvoiceNumber } from "../../../src-shared/wording/index.ts";
import { writePaper } from "../../pipeline/export/index.ts";
import type { PaperLanguage } from "../../pipeline/export/index.ts";
import { keepIncoming } from "../import-documents.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { encodeBase64 } from "../show-documents.ts";
import { makeDrafts } from "./make-drafts.ts";
import { nextNumberOf } from "./number-series.ts";

/** A draft as a page to read, print or send; without a number it says that it is a draft. */
export async function writeDraftPage(
  program: Program,
  { order, draftId }: InputOf<"drafts.page">,
): Promise<Result<OutputOf<"drafts.page">, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const picked = pick(open.value, order, draftId);
  if (!picked.ok) return picked;
  const bytes = await render(program, open.value, picked.value, order.language ?? "en");
  if (!bytes.ok) return bytes;
  return ok({ name: fileName(picked.value), base64: encodeBase64(bytes.value) });
}

/**
 * Makes an invoice of a draft: gives it its number and puts its page among the documents, where it is read and checked
 * like any other. Refuses a number that is taken, and open questions that nobody has let pass.
 */
export async function keepDraft(
  program: Program,
  { order, draftId, despiteGaps }: InputOf<"drafts.keep">,
  call: CallContext,
): Promise<Result<OutputOf<"drafts.keep">, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const picked = pick(workspace, order, draftId);
  if (!picked.ok) return picked;
  const numbered = withNumber(workspace, picked.value);
  if (!numbered.ok) return numbered;
  const draft = numbered.value;
  const gaps = draft.gaps.filter(({ isOpen }) => isOpen).length;
  if (draft.invoice.lines.length === 0) return err({ code: "drafting/nothing-to-bill" });
  if (gaps > 0 && !despiteGaps) return err({ code: "drafting/has-gaps", facts: { count: gaps } });
  const bytes = await render(program, workspace, draft, order.language ?? "en");
  if (!bytes.ok) return bytes;
  const path = fileName(draft);
  const kept = await keepIncoming(
    program,
    workspace,
    [{ path, sizeBytes: bytes.value.length, load: () => Promise.resolve(ok(bytes.value)) }],
    call,
  );
  if (!kept.ok) return kept;
  const [document] = kept.value.documents;
  if (document === undefined) return err({ code: "drafting/nothing-to-bill" });
  program.emit({ type: "workspace-changed", topics: ["documents", "queue", "history"] });
  const invoice = workspace.review().nouns.invoices.find(({ documentId }) => documentId === document.id);
  return ok({
    documentId: document.id,
    invoiceId: invoice?.id ?? null,
    number: valueOf(draft.invoice.number) ?? "",
  });
}

function pick(
  workspace: OpenWorkspace,
  order: DraftRequest,
  draftId: string | undefined,
): Result<Draft, Problem> {
  const made = makeDrafts(workspace, order);
  if (!made.ok) return made;
  const draft = draftId === undefined ? made.value[0] : made.value.find(({ id }) => id === draftId);
  return draft === undefined ? err({ code: "drafting/nothing-to-bill" }) : ok(draft);
}

/** The number that a person gave, else the next one of the series. A corrected invoice keeps its own. */
function withNumber(workspace: OpenWorkspace, draft: Draft): Result<Draft, Problem> {
  const { invoice, source } = draft;
  const issued = valueOf(invoice.issueDate) ?? workspace.asOf();
  const number = valueOf(invoice.number) ?? nextNumberOf(workspace, issued);
  if (number === null) return err({ code: "drafting/number-missing" });
  const key = normalizeInvoiceNumber(number);
  const isTaken = workspace
    .review()
    .nouns.invoices.some(
      (other) =>
        !(source === "correction" && draft.relatedInvoiceIds.includes(other.id)) &&
        normalizeInvoiceNumber(valueOf(other.number) ?? "") === key,
    );
  if (isTaken) return err({ code: "drafting/number-taken", facts: { number } });
  return ok({
    ...draft,
    invoice: { ...invoice, number: { value: number, evidence: [], basis: "person", confidence: 1 } },
  });
}

async function render(
  program: Program,
  workspace: OpenWorkspace,
  draft: Draft,
  language: PaperLanguage,
): Promise<Result<Uint8Array, Problem>> {
  const fonts = await program.fonts.load();
  if (!fonts.ok) return fonts;
  return ok(
    writePaper(
      { invoice: draft.invoice, language, provisionalId: draft.id },
      fonts.value,
      workspace.digest.ofText,
    ),
  );
}

const fileName = ({ id, invoice }: Draft): string =>
  `${(valueOf(invoice.number) ?? id).replaceAll(/[^\p{L}\p{N}_.-]+/gu, "-")}.pdf`;
