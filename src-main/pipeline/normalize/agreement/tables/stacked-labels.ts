import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { PlacedTable } from "../structure/outline.ts";
import { rowUnit } from "../structure/unit.ts";
import type { Unit } from "../structure/unit.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";

/** Boxes of a form in a row: few columns, and their values wrapped over a few lines at most. */
const widest = 6;
const lowest = 4;

/**
 * Rows of labels over rows of their values, as forms print them: "SUBSCRIPTION TERM | BILLING" above "12 months | Monthly".
 *
 * Each column becomes a line "label: value"; `null` for other tables.
 */
export function stackedUnits(placed: PlacedTable, style: NumberStyle): readonly Unit[] | null {
  const { rows } = placed;
  const isLabels = (row: Row): boolean =>
    row.filter((cell) => cell !== null && cell.text !== "").length > 1 &&
    row.every((cell) => isLabel(cell, style) && isShouted(cell));
  const [first] = rows;
  if (first === undefined || first.length > widest || !isLabels(first)) return null;
  const heads = rows.flatMap((row, index) => (isLabels(row) ? [index] : []));
  const blocks = heads.map((at, index) => rows.slice(at, heads[index + 1] ?? rows.length));
  if (blocks.some((block) => block.length < 2 || block.length > lowest + 1)) return null;
  const told = rows
    .flat()
    .some(
      (cell) =>
        cell !== null &&
        parseLiterals(cell.text, cell.folded, style).some(
          ({ type }) => type === "date" || type === "quantity",
        ),
    );
  if (!told) return null;
  return blocks.flatMap((block, index) => unitsOfBlock(block, index, placed));
}

type Row = PlacedTable["rows"][number];

const isLabel = (cell: PreparedText | null, style: NumberStyle): boolean =>
  cell === null ||
  cell.text === "" ||
  (cell.text.length < 36 &&
    /\p{L}{2}/u.test(cell.text) &&
    parseLiterals(cell.text, cell.folded, style).length === 0);

function unitsOfBlock(
  [heads = [], ...values]: readonly Row[],
  index: number,
  { order, contexts, clause, zone }: PlacedTable,
): readonly Unit[] {
  return heads.flatMap((head, column): readonly Unit[] => {
    const cells = values
      .map((row) => row[column])
      .filter((cell): cell is PreparedText => cell !== null && cell !== undefined && cell.text !== "");
    if (head === null || head.text === "" || cells.length === 0) return [];
    const value = joinSourcedTexts(
      cells.map(({ source }) => source),
      " ",
    );
    const prepared = prepareText(
      joinSourcedTexts([head.source, value], head.text.endsWith(":") ? " " : ": "),
    );
    return [
      rowUnit(prepared, order - 1 + (index * widest + column + 1) / 10_000, { contexts, clause, zone }),
    ];
  });
}

/** Capitals, or a colon: what marks a label without doubt. */
const isShouted = (cell: PreparedText | null): boolean =>
  cell === null || cell.text === "" || cell.text === cell.text.toUpperCase() || cell.text.endsWith(":");
