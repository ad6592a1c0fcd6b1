import { addDays, partsToLocalDate, weekdayOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import { foldAligned } from "../values/fold.ts";
import { findDays, weekdayAt, type DayMatch, type PaperDays } from "./paper-days.ts";

const weekdayAndNumber =
  /(?<![a-z])([a-z]{2,10})\.?,? (?:the |dem |den |le |el |il |de )?(\d{1,2})(?:st|nd|rd|th|er|e|ste|de|\.|º|ª)?(?![\d:]|[.,/-]\d|\s?(?:h|hrs?|hours?|std|uur|uren|u|ore|horas?|heures?|x|€|%)(?![a-z]))/g;
const articleAndNumber =
  /(?<![a-z])(?:the (\d{1,2})(?:st|nd|rd|th)|(?:am|vom|der|den) (\d{1,2})\.|(?:le|du) (\d{1,2})(?:er)?|(?:el|del) (\d{1,2})|(?:op |van )?de (\d{1,2})(?:e|ste|de)|il (\d{1,2})|dia (\d{1,2}))(?![\d:]|[.,/-]\d|\s?[a-z]{2,9}(?: 20\d\d)|\s(?:floor|stock|etage|phase|h|hrs?|heures?|std))/g;
/** "Montag: 6 h", "Donnerstag 7 Std.": a weekday at the head, before words or a count; short ones are words too. */
const alone = /^\s*(?:([a-z]{2,10})\.?\s*(?=[-–:,]|$)|([a-z]{4,10})\s+(?=\d))/;

/**
 * The days that a sentence of a letter or chat names: whole dates, days without a month ("Tues 6th", "the 9th") and
 * weekdays alone at its head, which are the last of that name when it was sent.
 */
export function toldDays(
  text: string,
  days: PaperDays,
  sent: LocalDate,
  months: readonly LocalDate[],
): readonly DayMatch[] {
  const found: DayMatch[] = [...findDays(text, days)];
  const folded = foldAligned(text);
  const isFree = (start: number, end: number): boolean =>
    !found.some((other) => start < other.end && other.start < end);
  const put = (start: number, end: number, value: LocalDate | null): void => {
    if (value !== null && isFree(start, end)) found.push({ start, end, value });
  };
  for (const match of folded.matchAll(weekdayAndNumber)) {
    const weekday = weekdayAt(match[1] ?? "", days.isDutch);
    if (weekday === null) continue;
    put(match.index, match.index + match[0].length, dayOfMonth(Number(match[2]), weekday, sent, months));
  }
  for (const match of folded.matchAll(articleAndNumber)) {
    const number = Number(match.slice(1).find((part) => part !== undefined));
    put(match.index, match.index + match[0].length, dayOfMonth(number, null, sent, months));
  }
  const head = alone.exec(folded);
  const weekday = head === null ? null : weekdayAt(head[1] ?? head[2] ?? "", days.isDutch);
  if (head !== null && weekday !== null) put(0, head[0].length, lastOf(weekday, sent));
  return found
    .map((day) => ({ ...day, start: day.start - weekdayLength(folded.slice(0, day.start)) }))
    .toSorted((one, other) => one.start - other.start);
}

/** The weekday before a day belongs to it: "lunes 1 de junio". */
function weekdayLength(before: string): number {
  const [whole = "", word = ""] =
    /(?<![a-z])([a-z-]{2,13})[.,]{0,2}\s+(?:(?:the|dem|den|le|el|il) )?$/.exec(before) ?? [];
  return word !== "" && weekdayAt(word) !== null ? whole.length : 0;
}

/** The last day with that number, in the month of a day that the text names or of the day when it was sent. */
function dayOfMonth(
  number: number,
  weekday: number | null,
  sent: LocalDate,
  months: readonly LocalDate[],
): LocalDate | null {
  const named = [...months, sent, addDays(sent, -28)].map((day) => day.slice(0, 7));
  const dates = [...new Set(named)].flatMap((month) => {
    const [year = 0, of = 0] = month.split("-").map(Number);
    const date = partsToLocalDate({ year, month: of, day: number });
    const isDay = date.ok && date.value <= sent && (weekday === null || weekdayOf(date.value) === weekday);
    return isDay ? [date.value] : [];
  });
  return dates.toSorted().at(-1) ?? null;
}

/** The last day of that name up to the day when something was sent. */
export const lastOf = (weekday: number, sent: LocalDate): LocalDate =>
  addDays(sent, -((weekdayOf(sent) - weekday + 7) % 7));
