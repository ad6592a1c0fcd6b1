import { monthNames } from "../../../../src-shared/wording/index.ts";
import { foldText } from "./fold.ts";

const monthByName: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 1 to 12 for a whole word that names exactly one month; `null` otherwise. A trailing point is allowed. */
export function parseMonth(word: string): number | null {
  return monthByName.get(foldText(word).replace(/\.$/, "")) ?? null;
}

/** Any month name as a piece of a pattern over folded text, longest first. */
export const monthPattern = monthNames
  .flat()
  .sort((first, second) => second.length - first.length || (first < second ? -1 : 1))
  .join("|");

const weekdayNames: readonly (readonly string[])[] = [
  ["monday", "mon", "montag", "lundi", "maandag", "lunes", "lunedi", "segunda-feira", "segunda"],
  ["tuesday", "tue", "tues", "dienstag", "mardi", "dinsdag", "martes", "martedi", "terca-feira", "terca"],
  [
    "wednesday",
    "wed",
    "mittwoch",
    "mercredi",
    "woensdag",
    "miercoles",
    "mercoledi",
    "quarta-feira",
    "quarta",
  ],
  [
    "thursday",
    "thu",
    "thur",
    "thurs",
    "donnerstag",
    "jeudi",
    "donderdag",
    "jueves",
    "giovedi",
    "quinta-feira",
    "quinta",
  ],
  ["friday", "fri", "freitag", "vendredi", "vrijdag", "viernes", "venerdi", "sexta-feira", "sexta"],
  ["saturday", "sat", "samstag", "sonnabend", "samedi", "zaterdag", "sabado", "sabato"],
  ["sunday", "sun", "sonntag", "dimanche", "zondag", "domingo", "domenica"],
];

const weekdayByName: ReadonlyMap<string, number> = new Map(
  weekdayNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 1 (Monday) to 7 (Sunday) for the name of a weekday; `null` otherwise. */
export function parseWeekday(word: string): number | null {
  return weekdayByName.get(foldText(word).replace(/[.,]+$/, "")) ?? null;
}
