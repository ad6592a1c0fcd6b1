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

function isDay(text: string, folded: string, days: PaperDays): boolean {
  const name = word.exec(folded)?.[0] ?? "";
  if (name !== "" && parseWeekday(name) !== null) return true;
  return day.test(folded) && findDays(text.slice(0, longestDay), days)[0]?.start === 0;
}
