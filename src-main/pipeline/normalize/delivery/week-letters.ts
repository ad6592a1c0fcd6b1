import { addDays, weekdayOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { GridCell } from "../sheets/grid.ts";
import type { DaySpan, PaperDays } from "./paper-days.ts";

/** A column that counts what was done on a day, or in several. */
export interface DayHeading {
  readonly index: number;
  readonly date: LocalDate | null;
  readonly span: DaySpan | null;
}

/** How weeks are written with one letter for each day, from Monday on. */
const weeks: readonly string[] = [
  "LMMJVSD",
  "LMXJVSD",
  "LMMGVSD",
  "MDMDFSS",
  "MTWTFSS",
  "MDWDVZZ",
  "STQQSSD",
];
const fewestLetters = 5;

/** "L M M J V" over five columns or more: the days of the week that the paper names. */
export function weekLetters(header: readonly GridCell[], { span }: PaperDays): readonly DayHeading[] {
  const single = header.flatMap(({ text }, index) =>
    /^\p{Lu}\p{Ll}?$/u.test(text) ? [{ text, index }] : [],
  );
  const written = single.map(({ text }) => text.charAt(0)).join("");
  const isWeek =
    single.length >= fewestLetters &&
    // "Mo | Di" name their days themselves; "M | T | W | Th | F" only together.
    single.some(({ text }) => text.length === 1) &&
    weeks.some((week) => week.startsWith(written));
  if (!isWeek) return [];
  return single.map(({ index }, place) => {
    const day = span === null ? null : addDays(span.start, (place + 1 - weekdayOf(span.start) + 7) % 7);
    return { index, date: day !== null && span !== null && day < span.end ? day : null, span: null };
  });
}
