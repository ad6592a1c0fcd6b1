import type { InputOf, TableReading, TablesState } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  NormalizedDocument,
  Problem,
  ReadDocument,
  TableMapping,
} from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { sentenceFor } from "../../../src-shared/text/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { findUnreadValues } from "../unread-values.ts";
import { keepPolicy } from "../write-policy.ts";

const shownRecords = 20;

/** The tables of a document under a draft or under what is known, and what comes of it. Nothing is kept. */
export async function sketchDocument(
  program: Program,
  { documentId, headerRow, draft }: InputOf<"tables.sketch">,
  call: CallContext,
): Promise<Result<TablesState, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const stored = workspace.documents().find(({ file }) => file.id === documentId);
  if (stored === undefined) return err({ code: "decide/unknown-document", facts: { id: documentId } });
  const read = await workspace.vault.readDocument(stored.file.copyOf ?? stored.file.id);
  if (!read.ok) return read;
  if (read.value === null)
    return err(stored.problem ?? { code: "mapping/no-table", facts: { file: stored.file.path } });
  const document = read.value;
  // The rooms that understand tables are large; the program starts without them.
  const { presets, sketchTables } = await import("../../pipeline/normalize/index.ts");
  const remembered = workspace.policy().tableMappings;
  const chosen =
    draft === null
      ? null
      : "preset" in draft
        ? findMapping(draft.preset, [...remembered, ...presets])
        : draft;
  const order = { draft: chosen as TableMapping | null, remembered, headerRow, asOf: workspace.asOf() };
  const sketches = sketchTables(document, order);
  if (sketches.length === 0) return err({ code: "mapping/no-table", facts: { file: stored.file.path } });
  const mapping = order.draft ?? findMapping(sketches[0]?.mapping?.id ?? null, [...remembered, ...presets]);
  return ok({
    sketches,
    reading: await readBy(program, workspace, document, stored.file, order.draft, call),
    presets: presets.map(({ id, title, kind }) => ({ id, title, kind })),
    mapping,
  });
}

const findMapping = (id: string | null, known: readonly TableMapping[]): TableMapping | null =>
  known.find((one) => one.id === id) ?? null;

async function readBy(
  program: Program,
  workspace: OpenWorkspace,
  document: ReadDocument,
  file: Parameters<Program["tools"]["reader"]["normalize"]>[1],
  draft: TableMapping | null,
  call: CallContext,
): Promise<TableReading> {
  const { ownCompany, tableMappings } = workspace.policy();
  const context = {
    asOf: workspace.asOf(),
    ownCompany,
    tableMappings: draft === null ? tableMappings : [draft, ...tableMappings],
  };
  const { normalized, problem } = await program.tools.reader.normalize(document, file, context, call.signal);
  if (normalized === null)
    return { ...nothingRead, problems: problem === null ? [] : [sentenceFor(problem, file.path)] };
  return describeNouns(normalized, file.path);
}

const nothingRead: TableReading = {
  kind: "unknown",
  invoices: [],
  invoiceCount: 0,
  records: [],
  recordCount: 0,
  payments: 0,
  problems: [],
};

function describeNouns(normalized: NormalizedDocument, path: string): TableReading {
  const { kind, invoices, deliveries, statements } = normalized;
  return {
    kind,
    invoices: invoices.slice(0, shownRecords).map((invoice) => ({
      number: valueOf(invoice.number),
      date: valueOf(invoice.issueDate),
      customer: invoice.buyer?.name ?? null,
      lines: invoice.lines.length,
      total: valueOf(invoice.payable) ?? valueOf(invoice.gross) ?? valueOf(invoice.net),
      currency: valueOf(invoice.currency),
    })),
    invoiceCount: invoices.length,
    records: deliveries.slice(0, shownRecords).map((delivery) => ({
      date: delivery.date,
      person: delivery.person,
      item: delivery.item,
      quantity: delivery.quantity,
      unit: delivery.unit,
    })),
    recordCount: deliveries.length,
    payments: statements.reduce((sum, { payments }) => sum + payments.length, 0),
    problems: findUnreadValues(normalized)
      .slice(0, shownRecords)
      .map((problem) => sentenceFor(problem, path)),
  };
}

/** Remembers a mapping for every table with its titles; documents that are here are understood by it at once. */
export async function rememberMapping(
  program: Program,
  { mapping }: InputOf<"tables.remember">,
  call: CallContext,
): Promise<Result<TableMapping, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const signature = [
    ...new Set(mapping.signature.map((title) => title.trim()).filter((title) => title !== "")),
  ];
  if (signature.length === 0) return err({ code: "mapping/no-titles" });
  const fingerprint = workspace.digest.ofText(JSON.stringify(signature)).slice(0, 16);
  const own = { ...mapping, id: `own-${fingerprint}`, signature } as TableMapping;
  const kept = await workspace.inTurn(() => {
    const policy = workspace.policy();
    const others = policy.tableMappings.filter(({ id }) => id !== own.id);
    return keepPolicy(program, workspace, { ...policy, tableMappings: [own, ...others] }, call);
  });
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics: ["documents", "agreements", "queue", "history"] });
  return ok(own);
}
