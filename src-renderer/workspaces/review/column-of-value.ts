import type { ValueGroup, ValueRow } from "./value-rows.ts";

/** `lines/2/quantity` is the quantity of line 2; a value of the head has no column. */
const columnOf = (field: string): string | null => /^lines\/[^/]+\/(\w+)$/.exec(field)?.[1] ?? null;

/** The same value line by line, in the order of the invoice; a value of the head stands alone. */
function columnRows(field: string, groups: readonly ValueGroup[]): readonly ValueRow[] {
  const column = columnOf(field);
  if (column === null) return groups.flatMap(({ rows }) => rows.filter((row) => row.field === field));
  return groups.flatMap(({ rows }) => rows.filter((row) => columnOf(row.field) === column));
}

/** The same value of the line above; `null` in the first line, in the head, and where nothing is decided there. */
export function valueAbove(field: string, groups: readonly ValueGroup[]): string | null {
  const rows = columnRows(field, groups);
  return rows[rows.findIndex((row) => row.field === field) - 1]?.printed?.value ?? null;
}

/** Each pasted line with the value that it goes to: the one at hand, then the same value of the lines below. */
export function spreadColumn(
  pasted: string,
  field: string,
  groups: readonly ValueGroup[],
): readonly { readonly row: ValueRow; readonly text: string }[] {
  // A spreadsheet ends a column with a line break, which is no empty cell.
  const texts = pasted.replace(/\r?\n$/, "").split(/\r?\n/);
  const rows = columnRows(field, groups);
  const from = rows.findIndex((row) => row.field === field);
  return texts.flatMap((line, at) => {
    const row = rows[from + at];
    const text = (line.split("\t")[0] ?? "").trim();
    return row === undefined || text === "" ? [] : [{ row, text }];
  });
}
