import type { Delivery, DeliveryId, DocumentKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { pageLines } from "../kind/page-line.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { gridsOf, type Grid } from "../sheets/grid.ts";
import { recordTables } from "../sheets/record-table.ts";
import { withSheetPages } from "../sheets/sheet-page.ts";
import { tableKind } from "../sheets/table-kind.ts";
import { meaningsOf } from "../sheets/title-meanings.ts";
import { byAnother } from "./approval.ts";
import { acceptanceRecords } from "./acceptance-records.ts";
import { matrixEntries } from "./day-matrix.ts";
import { dayOrderOf } from "./day-order.ts";
import { recordLabels } from "./record-labels.ts";
import { readSurroundings, type Surroundings } from "./record-surroundings.ts";
import { sheetDeliveries } from "./sheet-deliveries.ts";

type RowKeys = readonly { readonly title: string; readonly text: string }[];

const rolesOf = (title: string): readonly ColumnRole[] => meaningsOf(title).map(({ role }) => role);
const keyOf = (keys: RowKeys, role: ColumnRole): string | null =>
  keys.find((key) => rolesOf(key.title)[0] === role)?.text ??
  keys.find((key) => rolesOf(key.title).includes(role))?.text ??
  null;

/** The first text of a row that names no person, place or sum. */
const otherKey = (keys: RowKeys): string | null =>
  keys.find(
    ({ title, text }) =>
      /\p{L}/u.test(text) &&
      !rolesOf(title).some((role) =>
        (
          ["person", "role", "customer", "project", "approved", "approved-by", "hours", "total"] as const
        ).some((other) => other === role),
      ),
  )?.text ?? null;

const matrixDeliveries = (
  document: ReadDocument,
  grid: Grid,
  context: NormalizeContext,
  around: Surroundings,
): readonly Delivery[] =>
  (matrixEntries(grid, context.asOf, around.period) ?? []).map((entry, index): Delivery => {
    const person = keyOf(entry.keys, "person") ?? around.text("person");
    const approval = byAnother(around.approval, person);
    return {
      id: `dlv-${context.hash(`${document.documentId}|${grid.name}|day|${index}`).slice(0, 12)}` as DeliveryId,
      documentId: document.documentId,
      kind: "time",
      sourceId: around.text("record-id"),
      date: entry.date,
      instant: null,
      periodStart: entry.date === null ? (around.period?.start ?? null) : null,
      periodEnd: entry.date === null ? (around.period?.end ?? null) : null,
      person,
      role: keyOf(entry.keys, "role") ?? around.text("role"),
      item:
        keyOf(entry.keys, "task") ??
        keyOf(entry.keys, "notes") ??
        keyOf(entry.keys, "description") ??
        otherKey(entry.keys),
      customer: keyOf(entry.keys, "customer") ?? around.text("customer"),
      project: keyOf(entry.keys, "project") ?? around.text("project"),
      quantity: entry.hours,
      unit: "hour",
      amount: null,
      currency: null,
      billable: null,
      approved: approval.approved,
      approvedBy: approval.by,
      reference: around.text("reference"),
      basis: "rule",
      confidence: entry.hours === null ? 0.2 : 0.85,
      evidence: [...entry.evidence, ...(approval === around.approval ? around.approvalEvidence : [])],
    };
  });

const mostLines = 3;

/** Delivery records of a timesheet, work order, delivery note, usage report, expense list or acceptance. */
export const readDeliveries = (
  document: ReadDocument,
  kind: DocumentKind,
  context: NormalizeContext,
): readonly Delivery[] => {
  const basis = document.sheets.length > 0 ? "structured" : "rule";
  const lines = pageLines(document.sheets.length > 0 ? withSheetPages(document) : document, mostLines);
  const around = readSurroundings(recordLabels(document, lines), {
    order: dayOrderOf(
      lines.map((line) => line.text),
      context.asOf,
    ),
    asOf: context.asOf,
  });
  const found: Delivery[] = [];
  for (const grid of gridsOf(document)) {
    const matrix = kind === "timesheet" ? matrixDeliveries(document, grid, context, around) : [];
    if (matrix.length > 0) {
      found.push(...matrix);
      continue;
    }
    for (const table of recordTables(grid, context.tableMappings)) {
      const own = tableKind(table)?.kind ?? kind;
      // A document of one kind may hold a table that looks like another; deliveries stay deliveries.
      const tableOf = own === "invoice" || own === "statement" ? kind : own;
      found.push(...sheetDeliveries(document, table, tableOf, context, basis, around));
    }
  }
  if (found.length === 0 && kind === "acceptance") return acceptanceRecords(document, context);
  return found;
};
