import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { findDays, weekdayAt, type PaperDays } from "./paper-days.ts";

const longestHeading = 60;
const fewestDays = 2;

/**
 * The day that each drawn table of a diary stands under: "Monday 9 November" above the men, plant and loads of that day.
 *
 * One for each table of the body in order; all `null` where the paper has no two headings of days.
 */
export function daysOfTables({ blocks }: ReadDocument, days: PaperDays): readonly (LocalDate | null)[] {
  const found: (LocalDate | null)[] = [];
  const headed = new Set<LocalDate>();
  let day: LocalDate | null = null;
  let level = 0;
  for (const block of blocks) {
    if (block.zone !== "body") continue;
    if (block.type === "table") {
      found.push(day);
      continue;
    }
    const named = headingDay(block.text, days);
    // A heading of the same rank that names no day ends the day's part of the paper.
    if (named !== null || (block.headingLevel !== null && level > 0 && block.headingLevel <= level))
      [day, level] = [named, block.headingLevel ?? level];
    if (named !== null) headed.add(named);
  }
  return headed.size < fewestDays ? found.map(() => null) : found;
}

/** The day of a text that says a day and no more than its weekday or number beside it. */
function headingDay(text: string, days: PaperDays): LocalDate | null {
  if (text.length > longestHeading) return null;
  const [found, ...others] = findDays(text, days);
  if (found === undefined || others.length > 0) return null;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`.split(/[^\p{L}]+/u);
  return rest.every((word) => word === "" || weekdayAt(word) !== null || dayWord.test(word))
    ? found.value
    : null;
}

const dayWord =
  /^(?:day|date|the|tag|datum|vom|den|der|jour|date|le|du|dag|dia|d[ií]a|fecha|el|giorno|data|il|de|di)$/iu;
