import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { parseLiterals } from "../literals/compose.ts";
import type { NumberStyle } from "../literals/literal.ts";
import type { PlacedTable } from "../structure/outline.ts";
import type { Unit } from "../structure/unit.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";

/** Boxes of a form in a row: few columns, and their values wrapped over a few lines at most. */
const widest = 6;
const lowest = 4;

/**
 * A row of labels over a row of their values, as forms print them: "SUBSCRIPTION TERM | BILLING" above "12 months | Monthly".
 *
 * Each column becomes a line "label: value"; `null` for other tables.
 */
export function stackedUnits(
  { rows, order, contexts, clause, zone }: PlacedTable,
  style: NumberStyle,
): readonly Unit[] | null {
  const [heads, ...values] = rows;
  if (heads === undefined || values.length === 0 || values.length > lowest || heads.length > widest)
    return null;
  const isLabel = (cell: PreparedText | null): boolean =>
    cell === null ||
    cell.text === "" ||
    (cell.text.length < 36 &&
      /\p{L}{2}/u.test(cell.text) &&
      parseLiterals(cell.text, cell.folded, style).length === 0);
  const labeled = heads.flatMap((cell, column) => (cell === null || cell.text === "" ? [] : [column]));
  if (labeled.length < 2 || !heads.every(isLabel)) return null;
  const told = values
    .flat()
    .some(
      (cell) =>
        cell !== null &&
        parseLiterals(cell.text, cell.folded, style).some(
          ({ type }) => type === "date" || type === "quantity",
        ),
    );
  if (!told || !heads.every(isShouted)) return null;
  return labeled.flatMap((column, at): readonly Unit[] => {
    const [head, ...cells] = [heads[column], ...values.map((row) => row[column])].filter(
      (cell): cell is PreparedText => cell !== null && cell !== undefined && cell.text !== "",
    );
    if (head === undefined || cells.length === 0) return [];
    const value = joinSourcedTexts(
      cells.map(({ source }) => source),
      " ",
    );
    const prepared = prepareText(
      joinSourcedTexts([head.source, value], head.text.endsWith(":") ? " " : ": "),
    );
    return [
      {
        order: order - 1 + (at + 1) / 10_000,
        shape: "row",
        prepared,
        start: 0,
        end: prepared.text.length,
        text: prepared.text,
        folded: prepared.folded,
        contexts,
        clause,
        zone,
        previous: null,
        isStruck: false,
      },
    ];
  });
}

/** Capitals, or a colon: what marks a label without doubt. */
const isShouted = (cell: PreparedText | null): boolean =>
  cell === null || cell.text === "" || cell.text === cell.text.toUpperCase() || cell.text.endsWith(":");
