import type { IncludedValue, RateValue, Term } from "../../../src-shared/model/index.ts";
import { relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import { byteFactor } from "./byte-multiples.ts";

/** Whether two units count the same: gigabytes and terabytes do, hours and calls do not. */
export function countSame(first: string, second: string): boolean {
  const relation = relateUnits(first, second);
  return relation === "same" || relation === "convertible" || byteFactor(first, second) !== undefined;
}

/**
 * Whether a fee includes some of the very thing that a price is for: "retainer of 1,900, including 20 hours of help desk
 * support" beside "help desk support, 95 an hour". What is said to be included by its unit alone tells no price apart.
 */
export function includesSomeOf({ item, role, unit }: RateValue, term: Term): boolean {
  if (term.type !== "included" || term.absent === true) return false;
  const value: IncludedValue = term.value;
  const { content } = wordingOf(value.item);
  const words = wordingOf(`${role ?? ""} ${item}`).all;
  return (
    value.item !== value.unit &&
    countSame(value.unit, unit) &&
    content.length > 0 &&
    content.every((word) => words.has(word))
  );
}
