import type { Cell } from "./table-view.ts";

/** A letter, a number, or both behind what they count: "B", "H2", "3.1", "Phase 2". */
const mark =
  /^(?:\p{L}{0,2}|(?:task|phase|stage|item|lot|pos|milestone|position|schritt|meilenstein|fase|etape|etapa|tappa|jalon|hito|marco|mijlpaal)) ?[.#-]? ?\d{0,3}(?:\.\d{1,2})?[.)]?$/iu;

/** Whether a label only tells its row from the others, and the cell behind it says what the row is. */
export const isMark = (text: string): boolean => mark.test(text.trim());

/** The first cell behind a mark that has words, which spell it out: "H2 | 30 % | Delivery of the modules"; `null` without one. */
export function spelledBy(cells: readonly (Cell | null)[], at: number): Cell | null {
  if (!isMark(cells[at]?.text ?? "")) return null;
  return (
    cells.find((cell, index) => index > at && cell !== null && /^\W*\p{L}.*\p{L}{3}/su.test(cell.text)) ??
    null
  );
}
