import { wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";

const days = ["saturday", "sunday", "weekend", "holiday"].flatMap((word) => wordingOf(word).shifts);
const joint = /[,/&+]|(?<![\p{L}])(?:and|und|u\.|sowie|et|y|e|en|as well as)(?![\p{L}])|- /iu;

/** "Sunday and public holidays" is the price of either: days that are joined are alternatives of one another. */
export function eachTime(text: string, wording: Wording): readonly Wording[] {
  const { shifts } = wording;
  if (shifts.length < 2 || !joint.test(text) || !shifts.every((shift) => days.includes(shift)))
    return [wording];
  return shifts.map((shift) => ({
    ...wording,
    content: wording.content.filter((word) => word === shift || !shifts.includes(word)),
    shifts: [shift],
  }));
}
