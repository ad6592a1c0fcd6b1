import type { ImportOutcome, InputOf } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { ReadingContext } from "../ports/document-reader.ts";
import { findIncoming } from "./check-files.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { readInOrder } from "./read-files.ts";
import type { IncomingFile, TakenIn } from "./read-files.ts";
import { createStaging, StagingError } from "./stage-documents.ts";
import type { StagedImport } from "./stage-documents.ts";

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
export const readingContextOf = (workspace: OpenWorkspace): ReadingContext => {
  const { ownCompany, tableMappings } = workspace.policy();
  return { asOf: workspace.asOf(), ownCompany, tableMappings };
};

export interface KeptImport extends ImportOutcome {
  /** What could not be loaded: it is only reported. */
  readonly unkept: readonly TakenIn[];
}

/**
 * Reads files and keeps them in the workspace as one step.
 *
 * They are staged in the vault while they are read, some hundred at a time, and taken in at the end: a cancel, a failure
 * or a killed program leaves none of them, and memory holds no batch.
 */
export async function keepIncoming(
  program: Program,
  workspace: OpenWorkspace,
  incoming: readonly IncomingFile[],
  call: CallContext,
): Promise<Result<KeptImport, Problem>> {
  // One import at a time: what is known is then all that is known.
  return workspace.importInTurn(call.signal, async (signal) => {
    const staging = createStaging(workspace, program.tools.digest);
    const order = {
      incoming,
      known: staging.known,
      context: readingContextOf(workspace),
      keep: "packed",
    } as const;
    let isKept = false;
    try {
      await readInOrder(order, program.tools, call.report, signal, staging.take);
      await staging.flush();
      // Reading took its time without holding anybody up; the step alone is in turn with others.
      const kept = await workspace.inTurn(() => keepStaged(program, workspace, staging.outcome()));
      isKept = kept.ok;
      return kept;
    } catch (error) {
      if (error instanceof StagingError) return err(error.problem);
      throw error;
    } finally {
      if (!isKept) await workspace.vault.dropStaged();
    }
  });
}

async function keepStaged(
  program: Program,
  workspace: OpenWorkspace,
  { staged, amended, rows, returning, unkept }: StagedImport,
): Promise<Result<KeptImport, Problem>> {
  const { removedDocuments } = workspace.fold();
  const back = returning.filter((id) => removedDocuments.has(id));
  const documentIds = [...staged.map(({ stored }) => stored.file.id), ...back];
  if (documentIds.length > 0) {
    const kept = await workspace.keep({
      label: formatMessage("step/import", { count: documentIds.length }),
      actor: program.person,
      actions: [{ type: "documents-imported", documentIds }],
      staged,
      ...(amended.length === 0 ? {} : { normalized: amended }),
    });
    if (!kept.ok) return kept;
  }
  return ok({
    documents: rows,
    unreadable: rows.filter(({ status }) => status === "unreadable").length,
    alreadyKnown: returning.length - back.length,
    unkept,
  });
}
