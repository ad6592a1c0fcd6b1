import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { isClock, isNumeric } from "../sheets/table-rows.ts";
import { saysUndone } from "./undone-words.ts";

const dashes = /^[-–—_.\s]*$/;
const filledOf = ({ all }: RecordRow): RecordRow["all"] => all.filter(({ text }) => !dashes.test(text));

/** Cells that a row of the table usually fills. */
const usualFilling = (table: RecordTable): number => {
  const counts = table.rows.map((row) => filledOf(row).length).toSorted((one, other) => one - other);
  return counts[Math.floor(counts.length / 2)] ?? 0;
};

const fullRow = 4;

/**
 * The rows of a table that record something: none that only names a figure under the others ("Advance | -200.00"), and
 * none that says itself that nothing was done.
 */
export function recordRows(table: RecordTable): readonly RecordRow[] {
  if (table.mapping !== null) return table.rows;
  const usual = usualFilling(table);
  return table.rows.filter((row) => {
    const filled = filledOf(row);
    if (isSumOf(row, table.rows)) return false;
    const isNamed =
      filled.length === 2 && filled.filter((cell) => isNumeric(cell) || isClock(cell)).length === 1;
    if (isNamed && usual >= fullRow) return false;
    const signed = [row.cells.get("approved"), row.cells.get("approved-by")];
    const hasDay = row.cells.has("date") || !table.columns.has("date");
    return !filled.some((cell) => !(hasDay && signed.includes(cell)) && saysUndone(cell.text));
  });
}

const numberOf = (text: string): number =>
  Number(
    text
      .replace(/[\s']/g, "")
      .replace(/[.,](?=\d{3}(?!\d))/g, "")
      .replace(",", "."),
  );

/** Numbers alone, each of them the sum of what stands above it. */
function isSumOf(row: RecordRow, rows: readonly RecordRow[]): boolean {
  const above = rows.slice(0, rows.indexOf(row));
  const columns = row.all.flatMap(({ text }, column) => (dashes.test(text) ? [] : [column]));
  const sum = (column: number): number =>
    above.reduce((total, { all }) => total + (numberOf(all[column]?.text ?? "") || 0), 0);
  return (
    above.length > 1 &&
    columns.length > 0 &&
    columns.every((column) => {
      const cell = row.all[column];
      return cell !== undefined && isNumeric(cell) && Math.abs(numberOf(cell.text) - sum(column)) < 0.005;
    })
  );
}
