import { foldText } from "../values/fold.ts";
import type { GridCell } from "./grid.ts";
import type { RecordTable } from "./record-table.ts";

/** A label with its value, printed above or beside a table ("Employee: J. Osei"). */
export interface LabeledCell {
  readonly label: string;
  readonly text: string;
}

const splitCell = (cell: GridCell): { readonly label: string; readonly text: string } | null => {
  const match = /^([^:]{2,40}):\s*(\S.*)$/.exec(cell.text);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { label: match[1], text: match[2].trim() };
};

/** Label-value pairs of the rows above a table: "label: value" in one cell, or in two neighbours. */
export const labeledCells = (table: RecordTable): readonly LabeledCell[] => {
  const found: LabeledCell[] = [];
  for (const row of table.above) {
    for (const [index, cell] of row.entries()) {
      if (cell.text === "") continue;
      const inside = splitCell(cell);
      if (inside !== null) {
        found.push({ label: foldText(inside.label), text: inside.text });
        continue;
      }
      const next = row.slice(index + 1).find((other) => other.text !== "");
      if (next !== undefined && cell.text.length <= 40 && /\p{L}/u.test(cell.text)) {
        found.push({ label: foldText(cell.text.replace(/:\s*$/, "")), text: next.text });
      }
    }
  }
  return found;
};
