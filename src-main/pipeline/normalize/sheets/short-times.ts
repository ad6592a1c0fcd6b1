import { foldText } from "../values/fold.ts";
import type { GridCell } from "./grid.ts";

const duration = /^(?:\d{1,3}\s?h(?:rs?)?\.?(?:\s?[0-5]?\d\s?(?:m|min)?\.?)?|\d{1,3}\s?(?:m|min)\.?)$/i;

/** Whether all cells are lengths of time in hours and minutes, one of them in hours: "40m", "1h 50m". */
export function areDurations(cells: readonly GridCell[]): boolean {
  const filled = cells.flatMap(({ text }) => (text === "" ? [] : [text.trim()]));
  return filled.some((text) => /\dh/i.test(text)) && filled.every((text) => duration.test(text));
}

const halfWords =
  /^(?:1\/2|½|(?:a |one )?half|half (?:a )?day|halb(?:er|e|en)?(?: tag)?|halbtags|demie?|(?:une )?(?:1\/2|½|demie?)[- ]?journee|halve(?: dag)?|medi[oa](?: dia| jornada)?|mezz[oa](?: giornata)?|mei[oa](?: dia| jornada)?)$/;

/** "meio dia", "1/2", "demi-journée" in a column of days or hours: half of one. */
export const halfIn = (text: string): string | null => (halfWords.test(foldText(text).trim()) ? "0.5" : null);
