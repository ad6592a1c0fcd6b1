import type { Candidate, DocumentFacts } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { contextText, priceOf, totalRow } from "./cell-price.ts";
import { attributeColumns, isHireTable, provenRate } from "./row-attributes.ts";
import { includedRow, overRow } from "./quantity-rows.ts";
import { minimumCharge } from "./minimum-column.ts";
import { isPercentRow, percentRow } from "./percent-rows.ts";
import { headText } from "./price-columns.ts";
import { priceCandidate } from "./price-row.ts";
import type { Cell, Column, TableView } from "./table-view.ts";

export function readPriceTable(
  view: TableView,
  style: NumberStyle,
  facts: DocumentFacts,
): readonly Candidate[] | null {
  const columns = view.columns.map((column, index) => ({ ...column, index }));
  const priced = (column: { index: number; role: string; head: Column["head"] }): number =>
    view.rows.filter(
      (row) =>
        priceOf(
          row.cells[column.index] ?? null,
          view.columns[column.index] ?? { head: null, role: "unknown" },
          style,
        ) !== null,
    ).length;
  let prices = columns.filter(
    (column) =>
      (["rate", "amount", "unknown", "unit", "band", "date", "frequency"].includes(column.role) &&
        priced(column) >= Math.max(1, view.rows.length * 0.4)) ||
      (["item", "role", "milestone", "quantity"].includes(column.role) &&
        column.index > 0 &&
        priced(column) >= Math.max(2, view.rows.length * 0.9)),
  );
  if (prices.length === 0) {
    if (view.hasHead) return null;
    prices = columns.filter(
      (column) =>
        view.rows.length > 1 &&
        priced({ ...column }) >= view.rows.length * 0.7 &&
        view.rows.every((row) =>
          (row.cells[column.index]?.literals ?? []).every((literal) => literal.type !== "date"),
        ),
    );
    if (prices.length === 0) return null;
  }
  const labels = columns.filter(
    (column) =>
      !prices.includes(column) &&
      view.rows.some((row) => row.cells[column.index] !== null && row.cells[column.index] !== undefined),
  );
  const isWorded = (column: { readonly index: number }): boolean =>
    view.rows.filter((row) => /\p{L}/u.test(row.cells[column.index]?.text ?? "")).length >=
    view.rows.length * 0.5;
  const label =
    labels.find((column) => column.role === "item" || column.role === "milestone") ??
    labels.find((column) => column.role === "role") ??
    labels.find(
      (column) =>
        column.role !== "number" &&
        column.role !== "quantity" &&
        column.role !== "unit" &&
        column.role !== "percent" &&
        isWorded(column),
    ) ??
    labels.find((column) => !["number", "quantity", "unit", "percent"].includes(column.role)) ??
    null;
  const role = labels.find((column) => column.role === "role") ?? null;
  const attributes = label === null ? [] : attributeColumns(view, labels, label.index);
  if (label === null) return null;
  const list = columns.find((column) => column.role === "list");
  const quantity =
    columns.find((column) => column.role === "quantity" && column !== label && !prices.includes(column)) ??
    null;
  const unitColumn = columns.find((column) => column.role === "unit") ?? null;
  const frequency = columns.find((column) => column.role === "frequency" && column !== label) ?? null;
  const minimum = columns.find((column) => column.role === "minimum") ?? null;
  const rates = prices.filter((column) => column.role === "rate" && column !== list);
  // An extended amount beside quantity and unit price is derived: it proves the price and bills nothing by itself.
  const proven = quantity === null ? null : provenRate(view, prices, quantity.index, style);
  const used =
    proven !== null
      ? [{ ...proven, role: "rate" as const }]
      : rates.length > 0 && quantity !== null
        ? rates
        : prices.filter(
            (column) =>
              column !== list &&
              !(
                rates.length > 0 &&
                column.role === "amount" &&
                /\b(?:total|extended|gesamt|amount|subtotal|extension)\b/.test(headText(column))
              ),
          );
  const context = contextText(view.placed);
  const candidates: Candidate[] = [];
  for (const row of view.rows) {
    const labelCell = row.cells[label.index] ?? null;
    if (labelCell === null || totalRow.test(labelCell.folded) || isStruck(labelCell)) continue;
    if (notOrdered.test(labelCell.folded)) continue;
    if (isPercentRow(row)) {
      const extra = percentRow(row, labelCell, view);
      if (extra !== null) candidates.push(extra);
      continue;
    }
    const counted =
      unitColumn === null
        ? null
        : (includedRow(row, view, unitColumn.index, labelCell, style) ??
          overRow(row, view, unitColumn.index, labelCell, style));
    if (counted !== null) {
      candidates.push(counted);
      continue;
    }
    for (const column of used) {
      const candidate = priceCandidate(row, column, {
        view,
        style,
        facts,
        context,
        label: labelCell,
        role: role === null ? null : (row.cells[role.index] ?? null),
        unit: unitColumn === null ? null : (row.cells[unitColumn.index] ?? null),
        frequency: frequency === null ? null : (row.cells[frequency.index] ?? null),
        quantity: quantity === null ? null : (row.cells[quantity.index] ?? null),
        minimum: minimum === null ? null : (row.cells[minimum.index] ?? null),
        minimumHead: minimum === null ? "" : headText(minimum),
        attributes: attributes.flatMap((index) => row.cells[index] ?? []),
        isHire: isHireTable(used, style),
        hasQuantity: quantity !== null,
        isOnly: used.length === 1,
      });
      if (candidate !== null) candidates.push(candidate);
    }
    const least = minimum === null ? null : minimumCharge(row, minimum, labelCell, view, style);
    if (least !== null) candidates.push(least);
  }
  return candidates;
}

/** A position that the total leaves out: offered, and not agreed until somebody orders it. */
const notOrdered =
  /^(?:eventual|alternativ|wahl)pos(?:ition|\.)|\b(?:nicht in (?:der )?(?:summe|gesamtsumme) enthalten|nicht in der summe|not (?:included )?in (?:the )?total|hors total|non compris dans le total|no incluid[oa] en el total|non inclus[oa] nel totale|niet in (?:het )?totaal)\b/;

export const isStruck = (cell: Cell): boolean => /^~~.*~~$/.test(cell.text);
