import { addYears, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { parseMonth } from "../../values/month.ts";

const eachYear =
  "(?:each|every|jeweils (?:zum|am|ab)|jedes jahr (?:zum|am)|chaque (?:annee )?(?:au|le)?|cada|ogni|todos los|ieder(?:e)?|elk(?:e)?)";
const shapes: readonly RegExp[] = [
  new RegExp(`\\b${eachYear} (\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de )?(\\p{L}{3,10})\\b`, "u"),
  new RegExp(`\\b${eachYear} (\\p{L}{3,10}) (\\d{1,2})(?:st|nd|rd|th)?\\b`, "u"),
  new RegExp(
    `\\b(?:on|from|au|le|am|zum|ab|ab dem|per|op|vanaf|el|il|al|dal|a|em|desde el|a partir de(?:l)?) (\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de |di )?(\\p{L}{3,10}) (?:of |de |van |in |di )?(?:each|every|chaque|jedes|cada|ogni|ieder|elk) (?:year|annee|jahres?|ano|anno|jaar)\\b`,
    "u",
  ),
  /\b(?:on|in) (?:each|every) (\p{L}{3,10})\b/u,
];

/** Once a year, in any words; which day it is stands elsewhere in the sentence. */
const yearly =
  /(?<![\p{L}])(?:(?:each|every|per|a) (?:contract |calendar )?year|annual(?:ly)?|yearly|jahrlich\p{L}*|jedes jahr|jeden jahres|pro jahr|alljahrlich|annuellement|annuel(?:le)?s?|chaque annee|tous les ans|par an|cada ano|anualmente|anual(?:es)?|todos los anos|ogni anno|annualmente|annual[ei]|tutti gli anni|todos os anos|a cada ano|anua(?:l|is)|jaarlijks\p{L}*|(?:elk|ieder) jaar|per jaar)(?![\p{L}])/u;
const dayOfYear =
  /(?<![\p{L}\d.])(?:(\d{1,2})(?:st|nd|rd|th|ere?|er|\.|º|°)? (?:day of |of |de |di )?(\p{L}{3,10})(?!,? (?:of |de |di |do )?\d{4})|(\p{L}{3,10}) (\d{1,2})(?:st|nd|rd|th)?(?![\d.])(?!,? \d{4}))(?![\p{L}])/gu;

/** "Jährlich zum 1. Januar", "1 April … every year": a day without a year, in a sentence that says that it comes back. */
function dayBesideYearly(folded: string): readonly string[] | null {
  if (!yearly.test(folded)) return null;
  const found = [...folded.matchAll(dayOfYear)]
    .map((match) => match.slice(1).filter((word): word is string => word !== undefined))
    .filter((words) => words.some((word) => /\p{L}/u.test(word) && parseMonth(word) !== null));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

/** The first return of a day that is named for every year ("each 1 July", "every January 1"), after a start. */
export function firstYearlyDay(folded: string, start: LocalDate | null): LocalDate | null {
  if (start === null) return null;
  const besides = dayBesideYearly(folded);
  const named = shapes.map(
    (shape) =>
      shape
        .exec(folded)
        ?.slice(1)
        .filter((word) => word !== undefined) ?? null,
  );
  for (const words of [...named, besides]) {
    if (words === null) continue;
    const name = words.find((word) => /\p{L}/u.test(word));
    const month = name === undefined ? null : parseMonth(name);
    const day = words.find((word) => /^\d/.test(word)) ?? "1";
    if (month === null || Number(day) < 1 || Number(day) > 28) continue;
    const pad = (part: string): string => part.padStart(2, "0");
    const same = localDate(`${start.slice(0, 4)}-${pad(String(month))}-${pad(day)}`);
    return same > start ? same : addYears(same, 1);
  }
  return null;
}
