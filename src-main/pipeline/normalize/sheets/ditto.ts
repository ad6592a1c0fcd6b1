import type { GridCell } from "./grid.ts";

/** "do." is none of them: in German and Dutch weekdays it is the Thursday under "Mi." or "wo." */
const ditto = /^(?:["”“„″〃]|''|,,|-\s?["”″]\s?-|-''-|dto\.?|dito|ditto|idem|id\.|s\. ?o\.)$/i;

/** Whether a text only says that what stands above it stands here too: '"', "dto.", "idem". */
export const isDitto = (text: string): boolean => ditto.test(text.trim());

/** Whether a word among others can only be such a mark: quotation marks that quote nothing. */
export const isDittoMark = (text: string): boolean => /^(?:["”“„″〃]|''|-["”″]-)$/.test(text);

const mostly = 0.6;

/**
 * Rows of which each ditto mark reads what stands above it, in the last row that fills the columns which most rows fill:
 * a day off between is not repeated. What is read is still proven by the mark.
 */
export function withoutDittos(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
  const isMarked = (row: readonly GridCell[]): boolean => row.some(({ text }) => isDitto(text));
  const marked = rows.filter(isMarked);
  if (marked.length === 0) return rows;
  const isFilled = (row: readonly GridCell[], column: number): boolean => (row[column]?.text ?? "") !== "";
  const width = marked.reduce((widest, { length }) => Math.max(widest, length), 0);
  const listed = rows.filter((row) => row.filter(({ text }) => text !== "").length > 1);
  const usual = Array.from({ length: width }, (_, column) => column).filter(
    (column) => listed.filter((row) => isFilled(row, column)).length >= listed.length * mostly,
  );
  const read: (readonly GridCell[])[] = [];
  for (const row of rows) {
    if (!isMarked(row)) {
      read.push(row);
      continue;
    }
    const above = read.findLast((other) =>
      usual.every((column) => isFilled(other, column) || !isFilled(row, column)),
    );
    read.push(
      row.map((cell, column) => {
        const meant = isDitto(cell.text) ? above?.[column] : undefined;
        return meant === undefined || meant.text === "" ? cell : { ...meant, prove: cell.prove };
      }),
    );
  }
  return read;
}
