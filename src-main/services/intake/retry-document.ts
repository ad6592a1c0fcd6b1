import type { DecisionReceipt, InputOf } from "../../../src-shared/api/contract.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { readingContextOf } from "../import-documents.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { readInOrder } from "../read-files.ts";
import type { TakenIn } from "../read-files.ts";
import { groupOf, receiptFor } from "../receipts.ts";
import { createStaging, StagingError } from "../stage-documents.ts";

/**
 * Reads a document again from the bytes that are kept: alone, with the program as it is now.
 *
 * What it holds inside comes in with it. When it still cannot be read, nothing is kept.
 */
export async function retryDocument(
  program: Program,
  { documentId }: InputOf<"documents.retry">,
  call: CallContext,
): Promise<Result<DecisionReceipt & { readonly status: string }, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const known = workspace.documents().find(({ file }) => file.id === documentId);
  if (known === undefined) return err({ code: "decide/unknown-document", facts: { id: documentId } });
  const { path, sha256, sizeBytes } = known.file;
  const original = await workspace.vault.readOriginal(sha256);
  if (!original.ok) return original;
  const bytes = original.value;
  if (bytes === null) return err({ code: "vault/original-damaged", facts: { file: path } });
  return workspace.importInTurn(call.signal, async (signal) => {
    const staging = createStaging(workspace, program.tools.digest);
    let again: TakenIn | undefined;
    let isKept = false;
    try {
      await readInOrder(
        {
          incoming: [{ path, sizeBytes, load: () => Promise.resolve(ok(bytes)) }],
          known: new Map([...staging.known].filter(([hash]) => hash !== sha256)),
          context: readingContextOf(workspace),
          keep: "packed",
        },
        program.tools,
        call.report,
        signal,
        async ([first, ...members]) => {
          again = first;
          await staging.take(members);
        },
      );
      await staging.flush();
      if (again === undefined) throw new Error("One file gives one document.");
      const { stored, reading } = again;
      const { status } = stored;
      if (status === "unreadable") return ok({ ...receiptFor([], [], null), status });
      const { staged } = staging.outcome();
      const documentIds = staged.map((one) => one.stored.file.id);
      const kept = await workspace.inTurn(() =>
        workspace.keep({
          label: formatMessage("step/retry", { file: path }),
          actor: program.person,
          actions: documentIds.length === 0 ? [] : [{ type: "documents-imported", documentIds }],
          staged,
          normalized: [stored],
          readings: reading === null ? [] : [{ id: stored.file.id, packed: reading }],
        }),
      );
      if (!kept.ok) return kept;
      isKept = true;
      program.emit({ type: "workspace-changed", topics: ["documents", "agreements", "queue", "history"] });
      return ok({ ...receiptFor([documentId], [], groupOf(kept.value)), status });
    } catch (error) {
      if (error instanceof StagingError) return err(error.problem);
      throw error;
    } finally {
      if (!isKept) await workspace.vault.dropStaged();
    }
  });
}
