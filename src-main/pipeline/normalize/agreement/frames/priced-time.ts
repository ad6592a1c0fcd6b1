import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";
import { atMostOf } from "../literals/upper-limits.ts";

const ofAtMost = new RegExp(
  `(?<!\\b(?:total|sum|maximum|budget|amount|estimate|limit|cap) )(?:of|von|de|di|van) (?:${atMostOf})[ :]*$`,
);

/** "A half day of no more than four hours is charged at 890": how long the thing is at most that has the price. */
export const isSizeOfPriced = (reading: Reading, size: Literal): boolean =>
  size.type === "quantity" &&
  size.isTime &&
  ofAtMost.test(reading.before(size, 50)) &&
  reading.literals.some(
    (price) =>
      isMoney(price) &&
      price.bound === null &&
      price.start > size.end &&
      // "Work of no more than 40 hours at £80 an hour" is limited.
      price.per.every(({ unit }) => unit !== size.unit),
  );
