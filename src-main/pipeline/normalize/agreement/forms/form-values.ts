import { offsetBetween } from "../../invoice/pairing.ts";
import type { Layout, Segment, Token } from "../../invoice/layout.ts";
import type { FormGrid, FormLabel, FormRow } from "./form-labels.ts";
import type { FormField } from "./form-phrases.ts";

/** Words where the value of a label may stand, and how well the place fits. */
export interface FormValue {
  readonly label: FormLabel;
  readonly tokens: readonly Token[];
  readonly cell: Segment;
  readonly relation: "same-cell" | "right" | "below";
  readonly score: number;
  readonly page: number;
  readonly row: number;
}

/** Reach of "right", in heights of the page's text; farther words belong to another column. */
const farthest = 30;

const parties: ReadonlySet<FormField> = new Set(["buyer", "agent", "seller", "party-name"]);

/** Values of all labels of some fields, in the order of the page; the best place of each label first. */
export function valuesOf(
  fields: ReadonlySet<FormField>,
  grid: FormGrid,
  layout: Layout,
  isOpen: (row: number) => boolean,
): readonly FormValue[] {
  return grid.rows.flatMap((row, index) =>
    !isOpen(row.index)
      ? []
      : row.cells.flatMap((cell, at) => {
          const label = grid.labels.get(cell);
          return label === undefined || !fields.has(label.field)
            ? []
            : placesOf(label, grid, layout, index, at, isOpen);
        }),
  );
}

function placesOf(
  label: FormLabel,
  grid: FormGrid,
  layout: Layout,
  index: number,
  at: number,
  isOpen: (row: number) => boolean,
): readonly FormValue[] {
  const row = grid.rows[index];
  const page = layout.pages.find((one) => one.number === row?.page);
  if (row === undefined || page === undefined) return [];
  const value = (
    cell: Segment,
    tokens: readonly Token[],
    relation: FormValue["relation"],
    score: number,
  ): FormValue => ({
    label,
    cell,
    tokens,
    relation,
    score: score * label.weight,
    page: row.page,
    row: row.index,
  });
  if (label.behind.length > 0) {
    // A bare noun with words behind it is a phrase ("Order Type", "Client Code"), not a label.
    const isBare = parties.has(label.field) || label.weight < 0.8;
    const isNumber = label.behind.length <= 2 && /^[#A-Z-]*\d[\w/-]{2,}$/.test(label.behind[0]?.text ?? "");
    return label.isPlain || !isBare || (isNumber && !parties.has(label.field))
      ? [value(label.cell, label.behind, "same-cell", 1)]
      : [];
  }
  const found: FormValue[] = [];
  let next = row.cells[at + 1];
  let before: Segment = label.cell;
  const named = next === undefined ? undefined : grid.labels.get(next);
  // "Advertiser | Name: | Acme": a heading at the side names whose name it is.
  if (named?.field === "party-name" && named.isPlain && next !== undefined) {
    if (named.behind.length > 0) return [value(next, named.behind, "same-cell", 1)];
    before = next;
    next = row.cells[at + 2];
  }
  if (next !== undefined && !grid.isLabel(next)) {
    const gap = (next.left - before.right) / page.height;
    if (gap < farthest) found.push(value(next, next.tokens, "right", 0.95 - 0.01 * Math.max(0, gap)));
  }
  const below = cellBelow(label.cell, grid.rows, index, page.pitch, page.height);
  if (below !== null && isOpen(below.cell.row) && !grid.isLabel(below.cell))
    found.push(value(below.cell, below.cell.tokens, "below", 0.9 - 0.1 * (below.distance - 1)));
  // In a row of labels the values stand in the row below; beside each other they stand to the right.
  const isGridRow = next !== undefined && grid.isLabel(next);
  return found.toSorted((first, second) =>
    isGridRow && first.relation !== second.relation
      ? first.relation === "below"
        ? -1
        : 1
      : second.score - first.score,
  );
}

/** The nearest cell under another one that shares its edge or most of its width. */
export function cellBelow(
  cell: Segment,
  rows: readonly FormRow[],
  index: number,
  pitch: number,
  height: number,
): { readonly cell: Segment; readonly distance: number } | null {
  const from = rows[index];
  for (const row of rows.slice(index + 1, index + 6)) {
    if (from === undefined || row.page !== from.page) return null;
    const distance = (row.top + row.bottom - from.top - from.bottom) / 2 / pitch;
    if (distance > 2.4) return null;
    const [best] = row.cells
      .map((one) => ({ one, offset: offsetBetween(cell, one, height) }))
      .filter(({ offset }) => offset < 0.5)
      .sort((first, second) => first.offset - second.offset || first.one.left - second.one.left);
    if (best !== undefined) return { cell: best.one, distance };
  }
  return null;
}
