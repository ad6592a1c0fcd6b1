import type { Unit } from "../../../src-shared/model/index.ts";
import {
  foldWording,
  isCalendarUnit,
  isCountUnit,
  isTimeUnit,
  normalizeReference,
  relateUnits,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import type { ComparedLine } from "./compared-line.ts";

/** Whether a line says in words the measure that it counts: kilometres, square metres, but no hours and no pieces. */
export const namesMeasure = (description: string, unit: Unit | null): boolean =>
  unit !== null &&
  !isTimeUnit(unit) &&
  !isCalendarUnit(unit) &&
  !isCountUnit(unit) &&
  foldWording(description)
    .split(/[^\p{L}\p{N}]+/u)
    .some(
      (word) => word.length > 1 && (relateUnits(word, unit) === "same" || namesUnit(wordingOf(word), unit)),
    );

/** Codes of agreed articles that a line prints. */
export const codesNamed = (
  { description, itemCode }: ComparedLine,
  codes: ReadonlySet<string>,
): readonly string[] =>
  codes.size === 0
    ? []
    : [...description.split(/[\s,;:()]+/), itemCode ?? ""]
        .map(normalizeReference)
        .filter((word) => word !== "" && codes.has(word));

/** Whether a wording names what a unit counts. */
export function namesUnit(wording: Wording, unit: Unit | null): boolean {
  if (unit === null || isTimeUnit(unit) || isCalendarUnit(unit)) return false;
  const words = wordingOf(unit.replaceAll("-", " ")).content;
  return words.length > 0 && words.every((word) => wording.all.has(word));
}
