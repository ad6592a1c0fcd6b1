import {
  allowanceUnitOf,
  coversTripCost,
  tripCostsOf,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import type { Governing } from "./context.ts";

/** Whether a clause on expenses speaks of what a line bills. */
export function isFor(
  { term: { value, conditions } }: Governing<"expenses">,
  words: Wording,
  text: string,
): boolean {
  const types = value.types ?? [];
  const isNamed = types.some(
    (type) => wordingOf(type).content.some((word) => words.all.has(word)) || coversTripCost(type, text),
  );
  return isNamed || (types.length === 0 && !isLimitOfOther(conditions, text));
}

/** What is limited by the night is where one sleeps, and what is limited for meals is none of a ticket. */
export const isLimitOfOther = (
  conditions: readonly string[] | undefined,
  text: string,
  types: readonly string[] = [],
): boolean => {
  const costs = tripCostsOf(text);
  if (costs.length === 0) return false;
  const isNightly = allowanceUnitOf((conditions ?? []).join(" ")) === "night";
  const areOthers = types.length > 0 && types.every((type) => tripCostsOf(type).length > 0);
  return (
    (isNightly && !costs.includes("lodging")) ||
    (areOthers && !types.some((type) => coversTripCost(type, text)))
  );
};
