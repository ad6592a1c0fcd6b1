import { foldText } from "../values/fold.ts";
import { parseMonth, parseWeekday } from "../values/month.ts";
import { isPersonText } from "../values/person-name.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";
import { measuredIn } from "./measured-cell.ts";

/** What the cells of a column look like, as shares of those that are filled; 0 each where none is. */
export interface ColumnContent {
  readonly filled: number;
  readonly number: number;
  readonly date: number;
  readonly clock: number;
  /** Numbers with a unit of their own. */
  readonly measured: number;
  /** Words of yes or no, ticks, states of approval. */
  readonly verdict: number;
  /** Letters and no figure. */
  readonly words: number;
  /** Names of people, as far as their print shows it. */
  readonly people: number;
  /** Numbers that are no month, no week and no year. */
  readonly countedBeyondYear: number;
}

const looked = 60;
const numberText =
  /^[-+(]?\s?(?:[€$£]|eur|usd|gbp|chf)?\s?\d[\d.,' \u00a0]*\)?-?\s?(?:%|[€$£]|eur|usd|gbp|chf|[a-z²³]{1,5}\.?)?$/;
const dateText =
  /^(?:[a-z]{2,10}\.?,? )?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/. ]+[a-z]{3,10}\.?(?:[-/. ,]+\d{2,4})?|[a-z]{3,10}\.? \d{1,2},? \d{4}|\d{1,2}[./]\d{1,2}\.?|\d{4}-\d{2}|(?:19|20)\d{6})(?:[ t,]+\d{1,2}:\d{2}.*)?$/;
const clockText =
  /^\d{1,2}(?:[:h]\d{2}(?::\d{2})?|[:.h]\d{2}\s?[ap]\.?m\.?|\s?[ap]\.?m\.?)\s?(?:h|uhr|hrs|uur)?$/;
const verdictText =
  /^(?:y|yes|n|no|true|false|x|✓|✔|☑|☒|☐|✗|ja|nein|nee|oui|non|si|sim|nao|ok|approved|accepted|signed|pending|pend\.?|open|rejected|declined|submitted|draft|complete|completed|done|genehmigt|freigegeben|offen|abgelehnt|valide|goedgekeurd|akkoord|aprobado|approvato|aprovado)$/;

/** A month, a week, a quarter or a year, or year and month in one figure. */
const calendarNumber = /^(?:0?[1-9]|[1-4]\d|5[0-3]|(?:19|20)\d{2}(?:0[1-9]|1[0-2])?)$/;

/** Looks at the first cells of a column. */
export function contentOf(cells: Iterable<GridCell>): ColumnContent {
  const counts = { number: 0, date: 0, clock: 0, verdict: 0, words: 0 };
  let countedBeyondYear = 0;
  let people = 0;
  let measured = 0;
  let filled = 0;
  for (const cell of cells) {
    if (filled === looked) break;
    const text = foldText(cell.text).trim();
    if (text === "" || /^[-–—_.]+$/.test(text)) continue;
    filled += 1;
    const type = typeOf(cell, text);
    if (type !== "other") counts[type] += 1;
    if (type === "words" && isPersonText(cell.text.trim())) people += 1;
    if ((type === "number" || type === "other") && measuredIn(cell.text) !== null) measured += 1;
    if (type === "number" && !calendarNumber.test(text)) countedBeyondYear += 1;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    number: share(counts.number),
    date: share(counts.date),
    clock: share(counts.clock),
    measured: share(measured),
    verdict: share(counts.verdict),
    words: share(counts.words),
    people: share(people),
    countedBeyondYear: share(countedBeyondYear),
  };
}

function typeOf(cell: GridCell, text: string): "number" | "date" | "clock" | "verdict" | "words" | "other" {
  if (cell.valueType === "date" || cell.valueType === "date-time") return "date";
  if (cell.valueType === "duration") return "clock";
  if (cell.valueType === "number") return "number";
  if (cell.valueType === "boolean" || verdictText.test(text)) return "verdict";
  if (clockText.test(text)) return "clock";
  if ((dateText.test(text) && isDatePossible(text)) || isWeekday(text)) return "date";
  if (numberText.test(text)) return "number";
  return /\d/.test(text) ? "other" : "words";
}

/** "Montag", "lun.", "seg": a weekday and nothing else, as sheets abbreviate it. */
const isWeekday = (text: string): boolean => parseWeekday(text) !== null || shortWeekday.test(text);
const shortWeekday =
  /^(?:mo|di|mi|do|fr|sa|so|lun|mar|mer|mie|jeu|jue|gio|ven|vie|sam|sab|dim|dom|ma|wo|vr|za|zo|seg|ter|qua|qui|sex|tu|th|we|su|[2-6][aª]\.?(?: feira)?)\.?$/;

/** "8.5" and "12.30" are figures before they are days; "05.10." is a day. */
function isDatePossible(text: string): boolean {
  const short = /^(\d{1,2})([./])(\d{1,2})(\.?)$/.exec(text);
  if (short !== null) {
    const [one, other] = [Number(short[1]), Number(short[3])];
    const isDay = Math.min(one, other) >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
    // "14/14" is a share.
    return isDay && (short[2] === "/" || short[4] === ".");
  }
  const [, lead = ""] = /^([a-z]{4,10})\.?,? (?=\d)/.exec(text) ?? [];
  // "Splitt 5/8" is a size of gravel: only a weekday or a month goes before a day.
  if (lead !== "" && !isWeekday(lead) && parseMonth(lead) === null) return false;
  const name = /[a-z]{3,10}/.exec(text.replace(/^[a-z]{2,10}\.?,? (?=\d)/, ""))?.[0];
  return name === undefined || /^\d.*\dt\d/.test(text) || parseMonth(name) !== null;
}

const most = 0.6;
const half = 0.5;
const numberRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "quantity",
  "hours",
  "minutes",
  "unit-price",
  "line-amount",
  "reading-before",
  "reading-after",
]);
const dateRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "date",
  "accepted-on",
  "timestamp",
  "period-start",
  "period-end",
]);
const wordRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "person",
  "first-name",
  "last-name",
  "role",
  "task",
  "notes",
]);

/** Whether the cells of a column speak plainly against what its title means: days are no quantity, figures no name. */
export function contradicts(role: ColumnRole, content: ColumnContent): boolean {
  if (content.filled === 0) return false;
  if (role === "hours")
    return content.date >= most || content.verdict >= most || (content.words >= 0.9 && content.filled >= 3);
  if (numberRoles.has(role))
    return content.date >= most || content.verdict >= most || content.clock >= most || content.words >= 0.9;
  if (dateRoles.has(role))
    return (
      content.verdict >= most || content.clock >= most || content.words >= most || content.number >= most
    );
  if (role === "price-base") return content.words >= most;
  if (role === "project" || role === "customer") return content.clock >= most || content.date >= most;
  if (role === "week") return content.words >= most || content.verdict >= most;
  // Months and weeks have numbers, and so have counts "per month": those are no period.
  if (role === "period") return content.number >= most && content.countedBeyondYear > 0;
  if (role === "start" || role === "end")
    return content.date >= most || content.words >= most || content.verdict >= most;
  if (role === "approved" || role === "approved-by") return content.number >= most || content.clock >= most;
  // "LABOUR: T. Muir, A. Webb": who worked is no work.
  if (role === "task" && content.people >= half) return true;
  if (wordRoles.has(role)) return content.number >= most || content.date >= most || content.clock >= most;
  if (role === "unit") return content.number >= most || content.date >= most;
  if (role === "status") return content.measured >= most;
  if (role === "break") return content.words >= most || content.date >= most;
  return false;
}

const fewestTimes = 3;

/** "18:00", "19:30", "22:00", "01:15": times that go on through a day or a night, each after the one above. */
export function runsThroughDay(cells: readonly GridCell[]): boolean {
  const times = cells.flatMap(({ text }) => {
    const [, hours, minutes] = /^(\d{1,2})[:.h](\d{2})$/.exec(text.trim()) ?? [];
    return hours === undefined ? [] : [Number(hours) * 60 + Number(minutes)];
  });
  const filled = cells.filter(({ text }) => text !== "").length;
  const falls = times.filter((time, index) => index > 0 && time <= (times[index - 1] ?? 0)).length;
  return times.length === filled && filled >= fewestTimes && falls <= 1 && Math.max(...times) > 8 * 60;
}
