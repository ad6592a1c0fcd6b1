import type { Delivery, DeliveryId, DocumentKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { meaningsByTitle } from "../sheets/column-roles.ts";
import { gridsOf, type Grid } from "../sheets/grid.ts";
import { recordTables } from "../sheets/record-table.ts";
import { tableKind } from "../sheets/table-kind.ts";
import { foldText } from "../values/fold.ts";
import { labeledLines } from "../kind/labeled-line.ts";
import { pageLines } from "../kind/page-line.ts";
import type { LabeledCell } from "../sheets/record-text.ts";
import { acceptanceRecords } from "./acceptance-records.ts";
import { matrixEntries } from "./day-matrix.ts";
import { sheetDeliveries } from "./sheet-deliveries.ts";

const keyOf = (
  keys: readonly { readonly title: string; readonly text: string }[],
  role: ColumnRole,
): string | null =>
  keys.find(
    (key) =>
      meaningsByTitle.get(foldText(key.title).trim())?.some((meaning) => meaning.role === role) ?? false,
  )?.text ?? null;

const matrixDeliveries = (
  document: ReadDocument,
  grid: Grid,
  context: NormalizeContext,
): readonly Delivery[] =>
  (matrixEntries(grid, context.asOf) ?? []).map((entry, index): Delivery => ({
    id: `dlv-${context.hash(`${document.documentId}|${grid.name}|day|${index}`).slice(0, 12)}` as DeliveryId,
    documentId: document.documentId,
    kind: "time",
    sourceId: null,
    date: entry.date,
    instant: null,
    periodStart: null,
    periodEnd: null,
    person: keyOf(entry.keys, "person"),
    role: keyOf(entry.keys, "role"),
    item:
      keyOf(entry.keys, "task") ??
      keyOf(entry.keys, "notes") ??
      keyOf(entry.keys, "description") ??
      entry.keys[0]?.text ??
      null,
    customer: keyOf(entry.keys, "customer"),
    project: keyOf(entry.keys, "project"),
    quantity: entry.hours,
    unit: "hour",
    amount: null,
    currency: null,
    billable: null,
    approved: null,
    approvedBy: null,
    reference: null,
    basis: "rule",
    confidence: entry.hours === null ? 0.2 : 0.85,
    evidence: entry.evidence,
  }));

/** Labels that a page prints around its tables ("Approved by: J. Reed"). */
const printedLabels = (document: ReadDocument): readonly LabeledCell[] =>
  labeledLines(pageLines(document, 3)).map(({ label, value }) => ({ label, text: value }));

/** Delivery records of a timesheet, work order, delivery note, usage report, expense list or acceptance. */
export const readDeliveries = (
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): readonly Delivery[] => {
  const basis = document.sheets.length > 0 ? "structured" : "rule";
  const found: Delivery[] = [];
  const printed = printedLabels(document);
  for (const grid of gridsOf(document)) {
    const matrix = kind === "timesheet" ? matrixDeliveries(document, grid, context) : [];
    if (matrix.length > 0) {
      found.push(...matrix);
      continue;
    }
    for (const table of recordTables(grid, context.tableMappings)) {
      const own = tableKind(table)?.kind ?? kind;
      // A document of one kind may hold a table that looks like another; deliveries stay deliveries.
      const tableOf = own === "invoice" || own === "statement" ? kind : own;
      found.push(...sheetDeliveries(document, table, tableOf, context, basis, printed));
    }
  }
  if (found.length === 0 && kind === "acceptance") return acceptanceRecords(document, context);
  return found;
};
