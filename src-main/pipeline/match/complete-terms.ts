import type { Term, TermOf } from "../../../src-shared/model/index.ts";

/** Sentences on expenses that say different things: a markup here, a limit there. Two rates of tax are for two things. */
export function completeEachOther(first: Term, second: Term): boolean {
  if (first.type === "tax" && second.type === "tax" && isReverseCharge(first, second)) return true;
  if (first.type === "tax" && second.type === "tax")
    return first.value.rate !== null && second.value.rate !== null && first.value.rate !== second.value.rate;
  if (first.type !== "expenses" || second.type !== "expenses") return false;
  const [one, other] = [first.value as Record<string, unknown>, second.value as Record<string, unknown>];
  return Object.keys(one).every(
    (name) => name === "types" || other[name] === undefined || other[name] === one[name],
  );
}

/** One sentence that says who accounts for the tax, and at which rate. */
const isReverseCharge = (first: TermOf<"tax">, second: TermOf<"tax">): boolean =>
  [first, second].filter(({ value }) => value.category === "AE").length === 1 &&
  first.evidence.some(({ quote }) => second.evidence.some((other) => other.quote === quote));
