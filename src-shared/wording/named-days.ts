import { addDays, dateParts } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";
import { foldWording } from "./fold.ts";
import { monthNames } from "./month-words.ts";

/** "6-31 Oct", "3/10 to 9/10": days between are meant as well. */
const range =
  /\d(?:[./]\d{1,2})?(?:\.|st|nd|rd|th)? ?(?:-|–|—|\bto\b|\bthrough\b|\bbis\b|\bau\b|\bal\b|\btot\b|\ba\b|\bate\b) ?\d{1,2}\b/;

/**
 * Whether words name one day: "22/10/2026", "Sat 8/22", "9 and 10 September", "13 de octubre".
 *
 * Day and month may stand in either order, and the year may be left out: it is asked only of days that there are. A
 * range of days names none of them.
 */
export function namesDay(text: string, date: LocalDate): boolean {
  const folded = foldWording(text);
  if (folded.includes(date)) return true;
  return !range.test(folded) && patternOf(date).test(folded);
}

const patterns = new Map<LocalDate, RegExp>();
const mostPatternsKept = 5_000;

/** The ways to print a day; kept, since the records of a batch are of few days and its lines many. */
function patternOf(date: LocalDate): RegExp {
  const known = patterns.get(date);
  if (known !== undefined) return known;
  if (patterns.size >= mostPatternsKept) patterns.clear();
  const { year, month, day } = dateParts(date);
  const short = String(year).slice(2);
  const end = `(?:[./-](?:${year}|${short}))?(?![./-]?\\d)`;
  const [d, m] = [`0?${day}`, `0?${month}`];
  const names = (monthNames[month - 1] ?? []).join("|");
  const more = "(?:\\.|st|nd|rd|th|er)?(?:[ ,&+]|and|und|et|y|e|en|de|of|\\d{1,2}|\\.)*?";
  const ways = [
    `(?<![\\d./-])${d}[./-]${m}${end}`,
    `(?<![\\d./-])${m}/${d}${end}`,
    `(?<![\\d./-])${d}(?!\\d)${more}(?<!\\p{L})(?:${names})(?!\\p{L})`,
    `(?<!\\p{L})(?:${names})\\.? (?:\\d{1,2}(?:,| and|,? ?&) ?)*${d}(?!\\d)`,
  ];
  const pattern = new RegExp(ways.join("|"), "u");
  patterns.set(date, pattern);
  return pattern;
}

/** The days from the first to the last given that words name, in order; a text without figures names none. */
export function daysNamedIn(text: string, first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const found: LocalDate[] = [];
  if (!/\d/.test(text)) return found;
  for (let day = first; day <= last; day = addDays(day, 1)) if (namesDay(text, day)) found.push(day);
  return found;
}
