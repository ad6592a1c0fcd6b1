import type { DecisionReceipt, InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import type {
  DocumentId,
  ExportRecord,
  ImportedFile,
  Invoice,
  InvoiceId,
  Problem,
  ReadDocument,
} from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { findArrived, joinJournalLines, joinPostings } from "../../pipeline/export/index.ts";
import type { ListRow } from "../../pipeline/export/index.ts";
import { detectMediaType } from "../../pipeline/import/index.ts";
import { isActiveExport } from "../../pipeline/decide/index.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { keepStep } from "../receipts.ts";

/**
 * Reads a list that the target handed out, and says what of an export it holds.
 *
 * All there and alike: the export is confirmed. Missing ones may be released and sent again; doubles are an alarm.
 */
export async function readBack(
  program: Program,
  { exportId, name, base64 }: InputOf<"exports.read-back">,
  call: CallContext,
): Promise<Result<OutputOf<"exports.read-back">, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const record = workspace.fold().exports.find((each) => each.exportId === exportId);
  if (record === undefined) return err({ code: "export/unknown-export", facts: { id: exportId } });
  if (!isActiveExport(record.state)) return err({ code: "export/already-voided" });
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const file: ImportedFile = {
    id: `doc-${program.tools.digest.ofBytes(bytes).slice(0, 12)}` as DocumentId,
    path: name,
    name,
    sha256: program.tools.digest.ofBytes(bytes),
    sizeBytes: bytes.length,
    mediaType: detectMediaType(name, bytes),
    copyOf: null,
  };
  const context = { asOf: workspace.asOf(), ownCompany: workspace.policy().ownCompany };
  const { document, problem } = await program.tools.reader.read(
    file,
    bytes,
    context,
    "everything",
    call.signal,
  );
  if (document === null) return err(problem ?? { code: "export/list-unreadable", facts: { file: name } });
  const invoices = invoicesOf(record, workspace.review().invoicesById);
  const arrived = findArrived(invoices, rowsOf(document));
  return workspace.inTurn(async () => {
    const kept = await keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/read-back", { file: name }),
        actions: [{ type: "export-read-back", exportId, source: name, ...arrived }],
      },
      record.invoiceIds,
      [],
      ["batches", "history"],
    );
    if (!kept.ok) return kept;
    const after = workspace.fold().exports.find((each) => each.exportId === exportId);
    return after === undefined ? err({ code: "export/unknown-export", facts: { id: exportId } }) : ok(after);
  });
}

const invoicesOf = (
  record: ExportRecord,
  invoicesById: ReadonlyMap<InvoiceId, Invoice>,
): readonly Invoice[] => record.invoiceIds.flatMap((id) => invoicesById.get(id) ?? []);

/** The rows of a list, whatever its format, one a transaction where it is a ledger's. */
const rowsOf = (document: ReadDocument): readonly ListRow[] => joinPostings(cellsOf(document));

/** Of sheets and tables their cells, of text its lines in words. */
const cellsOf = (document: ReadDocument): readonly ListRow[] => {
  const sheets = document.sheets.flatMap(({ rows }) =>
    rows.map((row) => row.map(({ text, value }) => value ?? text)),
  );
  if (sheets.length > 0) return sheets;
  const tables = document.blocks.flatMap((block) =>
    block.type === "table" ? block.rows.map((row) => row.map((cell) => cell?.text ?? "")) : [],
  );
  if (tables.length > 0) return tables;
  const lines = (
    document.text ?? document.blocks.map((block) => ("text" in block ? block.text : "")).join("\n")
  ).split("\n");
  return joinJournalLines(lines).map((line) => line.split(/\t|\s{2,}|;|(?<=\S) (?=\S)/));
};

/** Lets the missing invoices of an export go out again; what arrived stays handed over. */
export async function releaseMissing(
  program: Program,
  { exportId, invoiceIds, reason }: InputOf<"exports.release">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const record = workspace.fold().exports.find((each) => each.exportId === exportId);
    if (record === undefined) return err({ code: "export/unknown-export", facts: { id: exportId } });
    if (!isActiveExport(record.state)) return err({ code: "export/already-voided" });
    const missing = new Set<string>(record.readBack?.missing ?? []);
    const free = invoiceIds.filter((id) => missing.has(id)).map((id) => id as InvoiceId);
    if (free.length === 0) return err({ code: "export/nothing-missing" });
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/release", { count: free.length }),
        actions: [{ type: "export-items-released", exportId, invoiceIds: free, reason }],
        releasedEntries: free.map((invoiceId) => ({ exportId, invoiceId })),
      },
      free,
      invoiceIds
        .filter((id) => !missing.has(id))
        .map((id) => ({ id, problem: { code: "export/nothing-missing" } })),
      ["batches", "queue", "history"],
    );
  });
}
