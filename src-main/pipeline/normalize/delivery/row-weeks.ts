import type { GridCell } from "../sheets/grid.ts";
import { foldText } from "../values/fold.ts";
import { dayNamedBy, type DaySpan, type PaperDays } from "./paper-days.ts";
import { spanIn } from "./paper-span.ts";
import type { DayHeading } from "./week-letters.ts";

const weekTitle = /(?<!\p{L})(?:weeks?|w\/?[ec]|woche|kw|semaine|semana|settimana|period)(?!\p{L})/u;

/** The week that a row names in a cell of its own: "14/06/2026" under "Week ending"; `null` where it names none. */
function weekOfRow(
  keys: readonly { readonly title: string; readonly text: string }[],
  days: PaperDays,
): DaySpan | null {
  for (const { title, text } of keys) {
    const week = weekTitle.test(foldText(title)) ? spanIn(`${title} ${text}`, days) : null;
    if (week !== null) return week;
  }
  return null;
}

/**
 * Weekdays at the head of a sheet of many weeks, with the days that they are in the week of one row.
 *
 * The days that the paper covers as a whole are those of its first row; a head that prints a date keeps it.
 */
export function headingsInWeek(
  headings: readonly DayHeading[],
  header: readonly GridCell[],
  keys: readonly { readonly title: string; readonly text: string }[],
  days: PaperDays,
): readonly DayHeading[] {
  const isOpen = ({ index }: DayHeading): boolean => !/\d/.test(header[index]?.text ?? "");
  const span = headings.some(isOpen) ? weekOfRow(keys, days) : null;
  if (span === null) return headings;
  return headings.map((heading) =>
    isOpen(heading)
      ? {
          ...heading,
          date: dayNamedBy(header[heading.index]?.text ?? "", { ...days, span }) ?? heading.date,
        }
      : heading,
  );
}
