import { foldAligned } from "../values/fold.ts";
import { parseWeekday } from "../values/month.ts";
import { findDays, type PaperDays } from "./paper-days.ts";
import type { ToldUnit } from "./told-units.ts";

/** Where a clause may begin: at the head, behind a colon, a comma or the word that joins the last one. */
const clauseHead =
  /(?:^|[:;,]\s|\s(?:and|und|et|en|y|e)\s)\s*(?:(?:and|und|et|en|y|e|then|dann|puis|dan|luego|poi|depois)\s)?(?:(?:on|am|le|op|el|il|na|no)\s)?/gu;
const word = /^[a-z-]{3,13}(?![a-z])/;
const day = /^(?:\d{1,4}[./-]\d{1,2}|\d{1,2}\.? (?:de )?[a-z]{3,10})/;
const fewestDays = 2;
/** Letters of a day at most, written out with its month and year. */
const longestDay = 40;

/**
 * A sentence that goes through several days, a clause for each: "Monday 7.5 (drawings), Tuesday 8, and Friday 4".
 *
 * The sentence as it is where fewer than two of its clauses begin with a day, or figures stand before the first.
 */
export function dayClauses(unit: ToldUnit, days: PaperDays): readonly ToldUnit[] {
  const folded = foldAligned(unit.text);
  const counted = countsByDay(unit, folded, days);
  if (counted.length >= fewestDays) return counted;
  const heads = [...folded.matchAll(clauseHead)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ end }) => isDay(unit.text.slice(end), folded.slice(end), days));
  const [first] = heads;
  if (heads.length < fewestDays || first === undefined || /\d/.test(folded.slice(0, first.start)))
    return [unit];
  return heads.map(({ end }, index): ToldUnit => ({
    ...unit,
    text: unit.text.slice(end, heads[index + 1]?.start ?? unit.text.length).replace(/[,;.\s]+$/u, ""),
  }));
}

/** A count of time with the day on which it was worked right behind: "12 hours on 14 March". */
const countThenDay =
  /(?<![\d.,:])\d{1,3}(?:[.,]\d{1,2})? ?(?:h|hrs?|hours?|days?|std|stunden|tage|heures?|jours?|uur|uren|dagen|horas?|dias|ore|giorni)\.? (?:each )?(?:on|am|le|op|el|il|em|no|na) (?:the )?/gu;

/** "Extra cleaning: 12 hours on 14 March and 6 hours on 15 March": what was done, once for each count with its day. */
function countsByDay(unit: ToldUnit, folded: string, days: PaperDays): readonly ToldUnit[] {
  const counts = [...folded.matchAll(countThenDay)].filter(({ index, 0: { length } }) =>
    isDay(unit.text.slice(index + length), folded.slice(index + length), days),
  );
  const [first] = counts;
  // Other figures before the first count may be what all of them add up to.
  if (first === undefined || /\d/.test(folded.slice(0, first.index))) return [];
  const lead = unit.text.slice(0, first.index).replace(/[:;,\s]+$/u, "");
  return counts.map(({ index }, at): ToldUnit => ({
    ...unit,
    text: `${lead} – ${unit.text.slice(index, counts[at + 1]?.index ?? unit.text.length)}`
      .replace(/(?:[,;.\s]|\s(?:and|und|et|en|y|e))+$/u, "")
      .trim(),
  }));
}

function isDay(text: string, folded: string, days: PaperDays): boolean {
  const name = word.exec(folded)?.[0] ?? "";
  if (name !== "" && parseWeekday(name) !== null) return true;
  return day.test(folded) && findDays(text.slice(0, longestDay), days)[0]?.start === 0;
}
