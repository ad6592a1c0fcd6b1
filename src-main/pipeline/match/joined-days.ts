import { wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";

/** When work costs more than by day in the week. */
const offHours = [
  "saturday",
  "sunday",
  "weekend",
  "holiday",
  "night",
  "evening",
  "afterhours",
  "overtime",
].flatMap((word) => wordingOf(word).shifts);
const joint = /[,/&+]|(?<![\p{L}])(?:and|und|u\.|sowie|et|y|e|en|as well as)(?![\p{L}])|- /iu;

/**
 * "Sunday and public holidays" is the price of either: times that are joined are alternatives of one another.
 *
 * "Sunday nights" are both at once: there, the two words stand together.
 */
export function eachTime(text: string, wording: Wording): readonly Wording[] {
  const { shifts } = wording;
  if (shifts.length < 2 || !joint.test(text) || !shifts.every((shift) => offHours.includes(shift)))
    return [wording];
  if (text.split(joint).some((part) => wordingOf(part).shifts.length > 1)) return [wording];
  return shifts.map((shift) => ({
    ...wording,
    content: wording.content.filter((word) => word === shift || !shifts.includes(word)),
    shifts: [shift],
  }));
}
