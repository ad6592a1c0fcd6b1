import type { Term, TermOf } from "../model/index.ts";
import { wordingOf } from "./words.ts";

/**
 * Words by which a line says that a surcharge is in its price: those of its condition, else the hours that it is on, else
 * what it is called by and no price is ("expedited").
 *
 * What a surcharge is taken from names no condition: every line has those words.
 */
export function surchargeCues(
  { value: { condition = "", on } }: TermOf<"surcharge">,
  terms: readonly Term[],
): readonly string[] {
  const named = wordingOf(condition).content;
  if (named.length > 0) return named;
  const { shifts, content } = wordingOf(on);
  if (shifts.length > 0) return shifts;
  const priced = new Set(terms.flatMap((term) => wordingOf(itemOf(term)).content));
  return content.filter((word) => word.length >= 4 && !/^\d/.test(word) && !priced.has(word));
}

const itemOf = ({ type, value }: Term): string => {
  if (type === "surcharge") return "";
  const { role, item, name } = value as {
    readonly role?: string;
    readonly item?: string;
    readonly name?: string;
  };
  return [role, item, name].filter((part) => part !== undefined).join(" ");
};
