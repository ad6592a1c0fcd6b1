import type { ReadDocument, SheetCell } from "../../../../src-shared/model/index.ts";

const cellOf = (text: string, row: number, column: number): SheetCell => ({
  text,
  value: null,
  valueType: text.trim() === "" ? "blank" : "text",
  at: { row: row + 1, column: column + 1 },
  hidden: false,
});

/** Rows of fields as one sheet, cells addressed by row and column from 1; cut, and said so, at the limit. */
export function numberedCells(
  name: string,
  rows: readonly (readonly string[])[],
  limit: number,
): Pick<ReadDocument, "sheets" | "status" | "problem"> {
  const kept: (readonly SheetCell[])[] = [];
  let cells = 0;
  for (const [row, fields] of rows.entries()) {
    cells += fields.length;
    if (cells > limit) break;
    kept.push(fields.map((field, column) => cellOf(field, row, column)));
  }
  const isComplete = kept.length === rows.length;
  return {
    sheets: [{ name, hidden: false, rows: kept }],
    status: isComplete ? "read" : "partly-read",
    problem: isComplete ? null : { code: "read/too-many-cells", facts: { rows: kept.length } },
  };
}
