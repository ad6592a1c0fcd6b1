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

/** The first return of a day that is named for every year ("each 1 July", "every January 1"), after a start. */
export function firstYearlyDay(folded: string, start: LocalDate | null): LocalDate | null {
  if (start === null) return null;
  for (const shape of shapes) {
    const found = shape.exec(folded);
    if (found === null) continue;
    const words = found.slice(1).filter((word) => word !== undefined);
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
