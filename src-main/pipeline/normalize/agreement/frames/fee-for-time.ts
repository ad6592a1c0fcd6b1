import { isMoney } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";
import type { Reading } from "../engine/reading.ts";

const atMost =
  /(?:(?<!\p{L})(?:up to|as many as|a maximum of|bis zu|jusqu'a|hasta|fino a|tot|ate)) ?(?:a total of )?$/u;
const everyPeriod =
  /(?<!\p{L})(?:monthly|quarterly|weekly|annual|yearly|(?:per|each|a|every|the) (?:calendar )?(?:month|quarter|week|year))(?!\p{L})/u;
const ofWork: ReadonlySet<string> = new Set(["hour", "day", "half-day", "minute"]);

/**
 * "£1,450 per month for up to twelve hours": time that the fee of a period buys.
 *
 * Beside a price of the hour the same words are a limit, and beside a fee for one piece of work an estimate.
 */
export function isTimeForFee(reading: Reading, anchor: Literal): boolean {
  if (anchor.type !== "quantity" || !ofWork.has(anchor.unit)) return false;
  if (!atMost.test(reading.before(anchor, 30))) return false;
  const prices = reading.literals.filter(isMoney);
  return (
    prices.length > 0 &&
    prices.every(({ per }) => !per.some(({ unit }) => ofWork.has(unit))) &&
    everyPeriod.test(reading.folded)
  );
}

/**
 * "Hours above 45 are charged at our rates: partner $310, associate $240": prices of a list, each of what is named
 * before it. "Additional days: £600 for Ann, £450 for Joe" are prices of the additional days.
 */
export function listsPrices({ folded, literals }: Reading, anchor: Literal): boolean {
  const colon = folded.lastIndexOf(":", anchor.start);
  const listed = literals.filter((literal) => isMoney(literal) && literal.start > colon);
  const isNamed = /\p{L}/u.test(folded.slice(colon, listed[0]?.start ?? colon));
  return colon > 0 && listed.length > 1 && isNamed && !moreOf.test(folded.slice(colon, anchor.start));
}
const moreOf = /(?<!\p{L})(?:additional|extra|further|excess|overage|beyond|above|over|each)(?!\p{L})/u;
