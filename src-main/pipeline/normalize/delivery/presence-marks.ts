import type { GridCell } from "../sheets/grid.ts";
import { namesSum } from "../sheets/sum-words.ts";
import { foldText } from "../values/fold.ts";

const hoursAlone = /^(?:week(?:ly)? )?(?:hours|std|stunden|uren|heures|horas|ore)(?![a-z])/;

/** Whether a title of a row or column among days stands over their sums: "Total", "Hours". */
export const titlesSums = (text: string): boolean => namesSum(text) || hoursAlone.test(foldText(text));

/** A mark as it is compared. */
export const markOf = (text: string): string => foldText(text).trim();
const presentMarks: ReadonlySet<string> = new Set([
  "p",
  "x",
  "✓",
  "✔",
  "☑",
  "•",
  "●",
  "1",
  "pr",
  "present",
  "[x]",
]);
const dayTotal =
  /^(?:duties|days|days (?:present|worked)|man ?-?days|attendance|present|tage|anwesend\w*|einsatze|jours|presences?|dagen|aanwezig|dias|dias trabajados|asistencias?|giorni|presenze|presencas?|shifts|schichten|turnos|turni|total days)\b/;

/**
 * Marks that say that somebody was there or a thing was done on a day: those whose count is the total of the row,
 * else the usual ones where no cell holds hours. `null` for a matrix of hours.
 */
export function presenceOf(
  header: readonly GridCell[],
  headings: readonly { readonly index: number }[],
  body: readonly (readonly GridCell[])[],
): ReadonlySet<string> | null {
  const rows = body.filter(
    (row) => row.some(({ text }) => /\p{L}/u.test(text)) && !row.some(({ text }) => titlesSums(text)),
  );
  const marks = rows.map((row) =>
    headings.map(({ index }) => markOf(row[index]?.text ?? "")).filter((mark) => mark !== ""),
  );
  const used = marks.flat();
  if (used.length === 0) return null;
  const totals = header.findIndex(({ text }) => dayTotal.test(foldText(text)));
  const proven =
    totals < 0
      ? []
      : [...new Set(used)].filter((mark) =>
          rows.every((row, at) => {
            const own = marks[at] ?? [];
            return (
              own.length === 0 || own.filter((each) => each === mark).length === Number(row[totals]?.text)
            );
          }),
        );
  if (proven.length === 1) return new Set(proven);
  const isMarked = used.every((mark) => !/\d/.test(mark)) && used.some((mark) => presentMarks.has(mark));
  return isMarked ? presentMarks : null;
}
