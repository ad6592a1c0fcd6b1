import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import { summingRows } from "../sheets/summing-rows.ts";
import { isClock, isNumeric } from "../sheets/table-rows.ts";
import { foldText } from "../values/fold.ts";
import { saysUndone } from "./undone-words.ts";

const dashes = /^[-–—_.\s]*$/;
const filledOf = ({ all }: RecordRow): RecordRow["all"] => all.filter(({ text }) => !dashes.test(text));

/** Cells that a row of the table usually fills. */
const usualFilling = (table: RecordTable): number => {
  const counts = table.rows.map((row) => filledOf(row).length).toSorted((one, other) => one - other);
  return counts[Math.floor(counts.length / 2)] ?? 0;
};

/** States of things that are still to be made or brought; hours on them are worked all the same. */
const unfinished =
  /^(?:in progress|in work|wip|pending|on order|back ?order(?:ed)?|to follow|cancel\w*|in arbeit|in bearbeitung|ausstehend|storniert|folgt|en cours|en attente|annulee?s?|in behandeling|lopend|geannuleerd|en curso|pendiente|anulad[oa]|in corso|in lavorazione|annullat[oa]|em curso|pendente|cancelad[oa])$/;
const fullRow = 4;

/**
 * The rows of a table that record something: none that adds up others, none that only names a figure under them
 * ("Advance | -200.00"), and none that says itself that nothing was done.
 */
export function recordRows(table: RecordTable): readonly RecordRow[] {
  if (table.mapping !== null) return table.rows;
  const usual = usualFilling(table);
  const sums = summingRows(table.rows);
  const isTimed = table.measures.some(({ counts }) => counts === "hours") || table.columns.has("hours");
  return table.rows.filter((row) => {
    const filled = filledOf(row);
    if (sums.has(row) || (!isTimed && unfinished.test(foldText(row.cells.get("status")?.text ?? "").trim())))
      return false;
    const isNamed =
      filled.length === 2 && filled.filter((cell) => isNumeric(cell) || isClock(cell)).length === 1;
    if (isNamed && usual >= fullRow) return false;
    const signed = [row.cells.get("approved"), row.cells.get("approved-by")];
    const hasDay = row.cells.has("date") || !table.columns.has("date");
    return !filled.some((cell) => !(hasDay && signed.includes(cell)) && saysUndone(cell.text));
  });
}
