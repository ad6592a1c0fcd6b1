import type { ImportOutcome, InputOf } from "../../src-shared/api/contract.ts";
import type { DocumentId, Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { ReadingContext } from "../ports/document-reader.ts";
import { findIncoming } from "./check-files.ts";
import { describeDocument } from "./describe-document.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { readFiles } from "./read-files.ts";
import type { IncomingFile, TakenIn } from "./read-files.ts";

const megabyte = 1024 * 1024;
const largestUploadBytes = 512 * megabyte;

/** Imports files and folders of this machine. */
export async function importPaths(
  program: Program,
  { paths }: InputOf<"documents.import-paths">,
  call: CallContext,
): Promise<Result<ImportOutcome, Problem>> {
  const incoming = await findIncoming(paths, program.tools, call.report, call.signal);
  return importIncoming(program, incoming, call);
}

/** Imports files that a browser window sent. */
export async function importFiles(
  program: Program,
  { files }: InputOf<"documents.import-files">,
  call: CallContext,
): Promise<Result<ImportOutcome, Problem>> {
  const incoming: IncomingFile[] = [];
  let total = 0;
  for (const { path, base64 } of files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    total += bytes.length;
    incoming.push({ path: plainPath(path), sizeBytes: bytes.length, load: () => Promise.resolve(ok(bytes)) });
  }
  if (total > largestUploadBytes)
    return err({
      code: "call/too-large",
      facts: { megabytes: Math.ceil(total / megabyte), limit: largestUploadBytes / megabyte },
    });
  return importIncoming(program, incoming, call);
}

/** A path of a browser is only a name: forward slashes, no way up, no root. */
const plainPath = (path: string): string => {
  const parts = path
    .replaceAll("\\", "/")
    .normalize("NFC")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.length === 0 ? "document" : parts.join("/");
};

async function importIncoming(
  program: Program,
  incoming: readonly IncomingFile[],
  call: CallContext,
): Promise<Result<ImportOutcome, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const outcome = await keepIncoming(program, open.value, incoming, call);
  if (!outcome.ok) return outcome;
  program.emit({ type: "workspace-changed", topics: ["documents", "agreements", "queue", "history"] });
  const { documents, unreadable, alreadyKnown } = outcome.value;
  return ok({ documents, unreadable, alreadyKnown });
}

/** What reading may know of a workspace. */
const readingContextOf = (workspace: OpenWorkspace): ReadingContext => {
  const { ownCompany, tableMappings } = workspace.policy();
  return { asOf: workspace.asOf(), ownCompany, tableMappings };
};

/** Reads files and keeps them in the workspace as one step; what could not be loaded is only reported. */
export async function keepIncoming(
  program: Program,
  workspace: OpenWorkspace,
  incoming: readonly IncomingFile[],
  call: CallContext,
): Promise<Result<ImportOutcome & { readonly unkept: readonly TakenIn[] }, Problem>> {
  const { removedDocuments } = workspace.fold();
  const present = workspace.documents();
  const known = new Map<string, DocumentId>();
  for (const { file } of present)
    if (file.copyOf === null && !removedDocuments.has(file.id) && !known.has(file.sha256))
      known.set(file.sha256, file.id);
  const taken = await readFiles(
    {
      incoming,
      known,
      context: readingContextOf(workspace),
      keep: "everything",
    },
    program.tools,
    call.report,
    call.signal,
  );
  // Reading took its time without holding anybody up; what is new is found out when it is kept.
  return workspace.inTurn(() => keepTaken(program, workspace, taken));
}

async function keepTaken(
  program: Program,
  workspace: OpenWorkspace,
  taken: readonly TakenIn[],
): Promise<Result<ImportOutcome & { readonly unkept: readonly TakenIn[] }, Problem>> {
  const { removedDocuments } = workspace.fold();
  const storedIds = new Set(workspace.documents().map(({ file }) => file.id));
  const withBytes = taken.filter(({ stored }) => stored.file.sha256 !== "");
  const fresh = withBytes.filter(({ stored }) => !storedIds.has(stored.file.id));
  const isHere = (id: DocumentId): boolean => storedIds.has(id) && !removedDocuments.has(id);
  const alreadyKnown = withBytes.filter(({ stored }) => isHere(stored.file.id)).length;
  const back = withBytes.filter(
    ({ stored }) => storedIds.has(stored.file.id) && removedDocuments.has(stored.file.id),
  );
  const documentIds = [...fresh, ...back].map(({ stored }) => stored.file.id);
  if (documentIds.length > 0) {
    const kept = await workspace.keep({
      label: formatMessage("step/import", { count: documentIds.length }),
      actor: program.person,
      actions: [{ type: "documents-imported", documentIds }],
      documents: fresh,
    });
    if (!kept.ok) return kept;
  }
  return ok({
    documents: taken.map(({ stored }) => describeDocument(stored)),
    unreadable: taken.filter(({ stored }) => stored.status === "unreadable").length,
    alreadyKnown,
    unkept: taken.filter(({ stored }) => stored.file.sha256 === ""),
  });
}
