import { monthNames, weekdayNames } from "../../../../src-shared/wording/index.ts";
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

const weekdayByName: ReadonlyMap<string, number> = new Map(
  weekdayNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** 1 (Monday) to 7 (Sunday) for the name of a weekday; `null` otherwise. */
export function parseWeekday(word: string): number | null {
  return weekdayByName.get(foldText(word).replace(/[.,]+$/, "")) ?? null;
}
