import type { Segment } from "./layout.ts";
import { isPersonText } from "../values/person-name.ts";
import { hasLegalForm, hasStrictLegalForm, isCityLine, isStreet } from "./legal-names.ts";
import { isNameLike, isPerson } from "./name-shape.ts";
import { titles } from "./name-words.ts";

/**
 * The lines of who is billed without the person whom they open with, where a house of several words stands between that
 * person and the street: "Priya Nair" over "Harborview Analytics".
 */
export function underPerson(lines: readonly Segment[]): readonly Segment[] {
  const [person, house, next] = lines;
  if (person === undefined || house === undefined || next === undefined) return lines;
  const isBetween = isStreet(next.text) || isCityLine(next.text);
  const isHouse =
    house.tokens.length > 1 &&
    isNameLike(house.text) &&
    !houseName.test(house.text) &&
    !isPerson(house.text) &&
    !isPersonText(house.text);
  const opensWithPerson = isPersonText(person.text) && person.tokens.length <= 3;
  return isBetween && isHouse && opensWithPerson && !hasLegalForm(person.text) ? lines.slice(1) : lines;
}

/** How much larger than the line under it a letterhead of two lines is set at least. */
const letterheadSize = 1.15;

/**
 * Whether a name goes on in the line under it: it broke at a hyphen, or both are set in the one large print that no
 * further line of the address has.
 */
export function goesOnBelow(name: Segment, below: Segment, lines: readonly Segment[]): boolean {
  if (below.row !== name.row + 1 && below.top - name.bottom > name.size) return false;
  if (/\p{L}-$/u.test(name.text)) return /^\p{Ll}{2}/u.test(below.text) && !/\d/.test(below.text);
  const rest = lines.slice(lines.indexOf(below) + 1);
  return (
    !hasStrictLegalForm(name.text) &&
    Math.abs(below.size - name.size) < 0.05 * name.size &&
    below.bold === name.bold &&
    rest.length > 0 &&
    rest.every(({ size }) => size * letterheadSize < name.size) &&
    below.tokens.length <= 4 &&
    isNameLike(below.text) &&
    !titles.test(below.text)
  );
}

/** What houses are called that go by a name and no number: "The Old Rectory", "Villa Clara", "Mill Cottage". */
const houseName =
  /^(?:the|villa|haus|maison|casa|cascina|huize|château|quinta)\s|\s(?:cottage|farm(?:house)?|lodge|barn|manor|rectory|vicarage|grange|house|hof)$/iu;

/** "Mrs J Pemberton" over "The Old Chapel" and the town, without a numbered street between: the house goes by its name. */
export function isHouseOf([person, house]: readonly Segment[], lines: readonly Segment[]): boolean {
  if (person === undefined || house === undefined || !isPerson(person.text)) return false;
  const at = lines.findIndex(({ row }) => row === house.row);
  const town = lines.findIndex((line, index) => index > at && isCityLine(line.text));
  return (
    lines[at - 1]?.row === person.row &&
    town > at &&
    town - at <= 3 &&
    !lines.slice(at + 1, town).some((line) => /\d/.test(line.text)) &&
    !isPerson(house.text) &&
    houseName.test(house.text)
  );
}
