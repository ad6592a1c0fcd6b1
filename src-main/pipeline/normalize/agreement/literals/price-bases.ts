import type { Literal } from "./literal.ts";

/** Whether a count is how many a price is for, as in "$0.90 per 1,000 calls": it comes with nothing. */
export const isBaseOfPrice = (count: Literal, literals: readonly Literal[]): boolean =>
  "value" in count &&
  literals.some(
    (literal) =>
      literal.type === "money" &&
      literal.per.some(
        ({ base, span }) => base === count.value && span.start <= count.start && count.end <= span.end,
      ),
  );
