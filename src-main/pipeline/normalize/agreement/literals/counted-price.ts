import { unitOfWord } from "../lexicon/unit-words.ts";
import type { Literal, PerUnit } from "./literal.ts";
import { oneOf } from "./one-of.ts";

/** From a count to the price of one: "18 bait stations at", "2 x pump DP40 à", "4 Stück Feuerlöscher zu je". */
const countedBy =
  /^(?: ?[x\u00d7*])? (?!(?:instal|payment|rate|mensualit|cuota|plazo|termijn|parcela|prestac))(\p{L}[\p{L}'-]*)\.?(?: [\p{L}\d][\p{L}\d'./-]*){0,4} (?:a|at|@|je|zu je|x|\u00d7) ?$/u;

/** "18 bait stations at 14.50", "5 hours at £60": the price of one of what is counted before it. "24 chairs for £1,548" is that of all. */
export function countedPrice(literal: Literal, literals: readonly Literal[], folded: string): Literal {
  if (literal.type !== "money" || literal.per.length > 0) return literal;
  const nearest = literals.filter(({ end }) => end <= literal.start).slice(-mostBetween);
  // "2 x pump CP-32 at": the figure of a name may stand between.
  const per = nearest
    .map((count) => unitOfCount(count, folded.slice(count.start, literal.start)))
    .find((found) => found !== null);
  return per === undefined
    ? literal
    : { ...literal, per: [{ ...per, span: { start: literal.start, end: literal.start } }] };
}

/** The count of a price is one of the figures right before it. */
const mostBetween = 2;

function unitOfCount(count: Literal, words: string): PerUnit | null {
  if (count.type !== "number" && count.type !== "quantity" && count.type !== "multiplier") return null;
  const [, word = ""] = countedBy.exec(words.replace(/^[\d.,']+/, "")) ?? [];
  if (word === "") return null;
  const per = oneOf(unitOfWord(word) ?? "each", { start: 0, end: 0 });
  // "12 months at £400" counts periods: the price is a fee.
  return per.cadence === null ? per : null;
}
