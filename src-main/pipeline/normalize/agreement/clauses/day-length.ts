import type { RateValue } from "../../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import type { QuantityLiteral } from "../literals/literal.ts";

/** A day of work, then the verb that says how long it is, folded, in seven languages. */
const isLong =
  /(?<![\p{L}])(?:(?:man|person|working|full|consulting|billable|service)?[- ]?days?|\p{L}*tag(?:e[ns]?|werks?)?|jour(?:nee)?s?(?: [\p{L}-]+)?|dias?(?: de trabajo)?|jornadas?(?: [\p{L}-]+)?|giornat[ae](?: [\p{L}-]+)?|giorn[oi](?: [\p{L}-]+)?|(?:mens|werk)?dag(?:en)?|dias?(?: de trabalho)?)(?: of work)? (?:is|are|means?|being|equals?|counts?(?: as| for)?|compris(?:es?|ing)|consists? of|has|have|covers?|umfass(?:t|en)|entspr(?:icht|echen)|sind|ist|hat|haben|zahlt|bedeutet|(?:zu|a|von|mit|of|de|di|da|van)|comprend|correspond a|equivaut a|s'entend(?:ent)? de|compte|est de|comprende|equivale[n]? a|corresponde[n]? a|son|es de|e di|corrisponde a|omvat|telt|bestaat uit|staat voor|compreende)(?: [\p{L}]+)? $/u;

/** How many hours a day has, where a sentence says nothing else: "Ein Personentag umfasst acht Stunden." */
function dayLengthIn(reading: Reading): QuantityLiteral | null {
  const hours = reading.literals.filter(
    (literal): literal is QuantityLiteral => literal.type === "quantity" && literal.unit === "hour",
  );
  const [only] = hours;
  return hours.length === 1 &&
    only !== undefined &&
    only.bound === null &&
    isLong.test(reading.before(only, 70))
    ? only
    : null;
}

/** A length of the day as a condition of its price, in the words that the check of prices reads. */
export const ofDayLength = (hours: DecimalText): string => `a day of ${hours} hours`;

/** Gives every price of a day the length of that day, where the agreement says it once. */
export function withDayLength(
  candidates: readonly Candidate[],
  readings: readonly Reading[],
): readonly Candidate[] {
  const said = readings.flatMap((reading) => dayLengthIn(reading) ?? []);
  const lengths = new Set(said.map(({ value }) => value));
  const [hours] = lengths;
  if (hours === undefined || lengths.size > 1) return candidates;
  return candidates.map((candidate) => {
    const isDay = candidate.type === "rate" && (candidate.value as RateValue).unit === "day";
    const known = candidate.conditions ?? [];
    return isDay && !known.some((condition) => /\d/.test(condition))
      ? { ...candidate, conditions: [...known, ofDayLength(hours)] }
      : candidate;
  });
}
