/** Row and column of a cell, both from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** "B12" as row 12, column 2; dollar signs are ignored. `null` for anything beyond the format's limits. */
export function parseCellAddress(text: string): CellPlace | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : null;
}

/** Row 12, column 2 as "B12". */
export function cellAddress(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
