import type { DecisionReceipt, DocumentRow, InputOf } from "../../src-shared/api/contract.ts";
import type {
  Agreement,
  Delivery,
  DocumentId,
  Invoice,
  Problem,
  ReadDocument,
} from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { describeDocument } from "./describe-document.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";

/** The documents of the workspace, by path. */
export function listDocuments(program: Program): Result<readonly DocumentRow[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const rows = open.value.review().documents.map(describeDocument);
  return ok(rows.toSorted((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0)));
}

export function listAgreements(program: Program): Result<readonly Agreement[], Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(open.value.review().nouns.agreements) : open;
}

export function listDeliveries(program: Program): Result<readonly Delivery[], Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(open.value.review().nouns.deliveries) : open;
}

/** The words of a document and where they stand; a copy shows those of its original. */
export async function showDocument(
  program: Program,
  { documentId }: InputOf<"documents.read">,
): Promise<Result<ReadDocument, Problem>> {
  const found = findDocument(program, documentId);
  if (!found.ok) return found;
  const { workspace, document } = found.value;
  const read = await workspace.vault.readDocument(document.file.copyOf ?? document.file.id);
  if (!read.ok) return read;
  if (read.value !== null) return ok({ ...read.value, documentId: document.file.id });
  return err(document.problem ?? { code: "decide/unknown-document", facts: { id: documentId } });
}

/** The invoices of a document as they were read; none for a document that was not read as one. */
export function showInvoices(
  program: Program,
  { documentId }: InputOf<"documents.invoices">,
): Result<readonly Invoice[], Problem> {
  const found = findDocument(program, documentId);
  return found.ok ? ok(found.value.document.normalized?.invoices ?? []) : found;
}

/**
 * The bytes of a document as they came in. A picture comes as pages of a PDF that holds its pixels unchanged: every
 * window can show that, and it stands as it was read.
 */
export async function showOriginal(
  program: Program,
  { documentId }: InputOf<"documents.original">,
): Promise<Result<{ mediaType: string; base64: string }, Problem>> {
  const found = findDocument(program, documentId);
  if (!found.ok) return found;
  const { workspace, document } = found.value;
  const bytes = await workspace.vault.readOriginal(document.file.sha256);
  if (!bytes.ok) return err({ ...bytes.error, facts: { ...bytes.error.facts, file: document.file.path } });
  if (bytes.value === null)
    return err({ code: "vault/original-damaged", facts: { file: document.file.path } });
  const { mediaType } = document.file;
  if (!mediaType.startsWith("image/")) return ok({ mediaType, base64: encodeBase64(bytes.value) });
  // A stranger's picture is unpacked where strangers' files are read.
  const pages = await program.tools.reader.show(document.file, bytes.value, new AbortController().signal);
  return pages === null
    ? ok({ mediaType, base64: encodeBase64(bytes.value) })
    : ok({ mediaType: "application/pdf", base64: encodeBase64(pages) });
}

const chunkLength = 32_768;

/** Base64 without Node: services know no host. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunkLength)
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkLength));
  return btoa(binary);
}

/** Sets a document aside. Nothing is deleted; one that an export rests on stays. */
export async function removeDocument(
  program: Program,
  { documentId }: InputOf<"documents.remove">,
): Promise<Result<DecisionReceipt, Problem>> {
  const found = findDocument(program, documentId);
  if (!found.ok) return found;
  const { workspace, document } = found.value;
  const { path, id } = document.file;
  return workspace.inTurn(async () => {
    const decisions = workspace.decisions();
    const isInUse = workspace
      .review()
      .nouns.invoices.some(
        (invoice) => invoice.documentId === id && decisions.get(invoice.id)?.state === "exported",
      );
    if (isInUse) return err({ code: "decide/in-use", facts: { file: path } });
    const step = {
      label: formatMessage("step/remove", { file: path }),
      actions: [{ type: "document-removed", documentId: id } as const],
    };
    return keepStep(program, workspace, step, [id], [], ["documents", "agreements", "queue", "history"]);
  });
}

function findDocument(
  program: Program,
  documentId: string,
): Result<{ readonly workspace: OpenWorkspace; readonly document: StoredDocument }, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const document = open.value.review().documents.find(({ file }) => file.id === (documentId as DocumentId));
  return document === undefined
    ? err({ code: "decide/unknown-document", facts: { id: documentId } })
    : ok({ workspace: open.value, document });
}
