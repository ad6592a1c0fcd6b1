import type { Word } from "../../../../src-shared/model/index.ts";
import { isSideways, wordsToRows } from "./rows.ts";

/** Words row by row, top to bottom and left to right; sideways words come last, in their own order. */
export function orderWords<W extends Word>(words: readonly W[], aspect: number): W[] {
  const upright = words.filter((word) => !isSideways(word, aspect));
  const sideways = words.filter((word) => isSideways(word, aspect));
  return [...wordsToRows(upright).flatMap((row) => row.words), ...sideways];
}
