import { matchFieldLabels } from "../labels/index.ts";
import type { LabelField } from "../labels/index.ts";
import type { RecordRow } from "./record-table.ts";

/** The sums of an invoice that an export prints as rows of their own, under its items. */
export interface TotalRows {
  readonly items: readonly RecordRow[];
  readonly totals: ReadonlyMap<LabelField, RecordRow>;
}

const sums: readonly LabelField[] = ["subtotal", "net", "tax", "gross", "payable"];

/**
 * Parts the rows of an invoice into items and sums: "…,SUBTOTAL,,,3055.99", "…,GST 5%,,,152.80", "…,TOTAL,,,3208.79".
 *
 * A row is a sum if it counts and prices nothing and one of its cells is the name of a sum and no other word; only at the
 * end of an invoice, behind its items.
 */
export function partTotals(rows: readonly RecordRow[]): TotalRows {
  const named = rows.map(sumOfRow);
  const last = named.findLastIndex((field) => field === null);
  const totals = new Map<LabelField, RecordRow>();
  const twice = new Set<LabelField>();
  for (const [at, row] of rows.entries()) {
    const field = at > last ? named[at] : null;
    if (field === null || field === undefined) continue;
    if (totals.has(field)) twice.add(field);
    totals.set(field, row);
  }
  // Two rows of one name ("GST 5 %", "PST 7 %") are parts of a sum that nobody printed.
  for (const field of twice) totals.delete(field);
  return last < 0 ? { items: rows, totals: new Map() } : { items: rows.slice(0, last + 1), totals };
}

function sumOfRow(row: RecordRow): LabelField | null {
  if (["quantity", "unit-price", "hours"].some((role) => row.cells.has(role as never))) return null;
  for (const { text } of row.all) {
    const words = text.trim().split(/\s+/);
    if (!/\p{L}{3}/u.test(text) || words.length > 5) continue;
    const [hit] = matchFieldLabels(words);
    if (hit === undefined || hit.start > 0) continue;
    const isWhole = words.slice(hit.end).every((word) => !/\p{L}{2}/u.test(word));
    const meaning = hit.meanings.find(({ field, weight }) => sums.includes(field) && weight >= 0.5);
    if (isWhole && meaning !== undefined) return meaning.field;
  }
  return null;
}
