import type { DocumentKind, ReadDocument } from "../../../../src-shared/model/index.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import { recordTables } from "../sheets/record-table.ts";
import { tableKind } from "../sheets/table-kind.ts";
import { recordPoints, type RecordKind } from "./record-wording.ts";

const recordKinds: ReadonlySet<DocumentKind> = new Set<RecordKind>([
  "timesheet",
  "work-order",
  "delivery",
  "acceptance",
  "usage",
  "expense",
]);
const isRecordKind = (kind: DocumentKind): kind is RecordKind => recordKinds.has(kind);

/** Above this many words a paper is no slip, and its words alone do not make a record of it. */
const longestSlip = 500;
/** How much an invoice, or an offer and an agreement together, may have for them where a record is still thought of. */
const rivals = { billed: 2, agreed: 2 } as const;
const least = { points: 1.6, margin: 0.3 } as const;

/**
 * The kind of a record that no title names: by the columns of its tables, then by its labels, deeds and signature.
 *
 * `null` where an invoice or an agreement is about as likely, or where two kinds of records are.
 */
export function untitledRecordKind(
  document: ReadDocument,
  totals: ReadonlyMap<DocumentKind, number>,
  folded: string,
): { readonly kind: RecordKind; readonly confidence: number } | null {
  const pointsOf = (kind: DocumentKind): number => Math.max(0, totals.get(kind) ?? 0);
  const agreed =
    pointsOf("agreement") + pointsOf("estimate") + pointsOf("purchase-order") + pointsOf("amendment");
  const billed = pointsOf("invoice") + pointsOf("credit-note");
  if (billed >= rivals.billed || agreed >= rivals.agreed) return null;
  const points = new Map<RecordKind, number>();
  const add = (kind: RecordKind, more: number): void => void points.set(kind, (points.get(kind) ?? 0) + more);
  for (const [kind, sum] of totals) if (isRecordKind(kind) && sum > 0) add(kind, sum);
  if (folded.split(" ").length <= longestSlip) for (const [kind, sum] of recordPoints(folded)) add(kind, sum);
  for (const { kind, confidence } of tableKinds(document)) add(kind, 2.2 * confidence);
  const [first, second] = [...points].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined) return null;
  const margin = first[1] - (second?.[1] ?? 0);
  if (first[1] < least.points || margin < least.margin || first[1] - Math.max(billed, agreed) < least.margin)
    return null;
  return {
    kind: first[0],
    confidence: Math.min(0.8, 0.5 + 0.06 * Math.min(first[1], 4) + 0.04 * Math.min(margin, 2)),
  };
}

/** What the tables of a printed paper are tables of, each kind once. */
function tableKinds(
  document: ReadDocument,
): readonly { readonly kind: RecordKind; readonly confidence: number }[] {
  if (document.sheets.length > 0) return [];
  const best = new Map<RecordKind, number>();
  for (const grid of gridsOf(document))
    for (const table of recordTables(grid)) {
      const found = tableKind(table);
      if (found !== null && isRecordKind(found.kind))
        best.set(found.kind, Math.max(best.get(found.kind) ?? 0, found.confidence));
    }
  return [...best].map(([kind, confidence]) => ({ kind, confidence }));
}
