import type { Weekday } from "../time/index.ts";
import { foldWording } from "./fold.ts";
import { weekdayNames } from "./weekday-words.ts";

/** Ordinals of Portuguese are days of the week only with their second half. */
const plain = /^(?:segunda|terca|quarta|quinta|sexta)$/;
const dayByName = new Map<string, Weekday>(
  weekdayNames.flatMap((names, index) =>
    names.filter((name) => !plain.test(name)).map((name) => [name, (index + 1) as Weekday] as const),
  ),
);
const name = `(${[...dayByName.keys()].toSorted((one, other) => other.length - one.length).join("|")})s?`;
const through = "(?:-|–|—|to|through|thru|bis|au|al|a|tot(?: en met)?|t/m|hasta(?: el)?|ate)";
const span = new RegExp(`(?<!\\p{L})${name}\\.? ?${through} ?${name}(?!\\p{L})`, "gu");
const single = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "gu");
const weekend =
  /(?<!\p{L})(?:week-?ends?|wochenende[ns]?|fins? de semana|fines de semana|fim de semana|fine settimana)(?!\p{L})/u;
const workdays =
  /(?<!\p{L})(?:weekdays?|wochentags?|jours ouvres|semaine ouvree|dias laborables|giorni feriali|dias uteis|doordeweeks?)(?!\p{L})/u;

/** The weekdays that words name: "Mon–Fri day", "Samstag und Sonntag", "du lundi au jeudi"; none where they name none. */
export function weekdaysNamedIn(text: string): ReadonlySet<Weekday> {
  const folded = foldWording(text);
  const found = new Set<Weekday>();
  const add = (from: Weekday, to: Weekday): void => {
    for (let day = from; ; day = ((day % 7) + 1) as Weekday) {
      found.add(day);
      if (day === to) return;
    }
  };
  for (const [, first = "", last = ""] of folded.matchAll(span)) {
    const [from, to] = [dayByName.get(first), dayByName.get(last)];
    if (from !== undefined && to !== undefined) add(from, to);
  }
  for (const [, one = ""] of folded.matchAll(single)) {
    const day = dayByName.get(one);
    if (day !== undefined) add(day, day);
  }
  if (weekend.test(folded)) add(6, 7);
  if (workdays.test(folded)) add(1, 5);
  return found;
}
