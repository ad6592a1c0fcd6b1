import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { TextPart } from "../structure/unit.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import type { TableView } from "./table-view.ts";

/** "Item | Scheduled value": what each part of the work is worth, for progress billing. One term for the table. */
export function readScheduleOfValues(view: TableView, style: NumberStyle): readonly Candidate[] | null {
  const heads = view.columns.map((column) => column.head?.folded ?? "");
  const isNamed =
    /\bschedule of values\b|\bleistungsverzeichnis mit werten\b/.test(contextText(view.placed)) ||
    heads.some((head) => /\bscheduled? value\b/.test(head));
  if (!isNamed) return null;
  const named = heads.findIndex((head) => /\bscheduled? value|amount|value|sum|price\b/.test(head));
  const valueAt = named >= 0 ? named : view.columns.length - 1;
  const itemAt = view.columns.findIndex((column, index) => index !== valueAt && column.role !== "number");
  if (itemAt < 0) return null;
  const lines: { item: string; amount: NonNullable<ReturnType<typeof priceOf>>["value"] }[] = [];
  const parts: TextPart[] = [];
  for (const row of view.rows) {
    const item = row.cells[itemAt] ?? null;
    const cell = row.cells[valueAt] ?? null;
    const price = priceOf(cell, { head: null, role: "amount" }, style);
    if (item === null || cell === null || price === null || totalRow.test(item.folded)) continue;
    lines.push({ item: item.text, amount: price.value });
    parts.push(
      { prepared: item.prepared, start: 0, end: item.text.length },
      { prepared: cell.prepared, start: 0, end: cell.text.length },
    );
  }
  if (lines.length < 2) return null;
  return [
    {
      type: "schedule-of-values",
      key: "schedule-of-values",
      value: { lines },
      from: null,
      to: null,
      confidence: 0.88,
      parts,
      order: view.placed.order - 1,
      clause: view.placed.clause,
      outranks: null,
    },
  ];
}
