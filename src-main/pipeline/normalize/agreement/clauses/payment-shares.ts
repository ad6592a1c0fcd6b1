import {
  absolute,
  compare,
  decimalText,
  decimalToText,
  multiply,
  subtract,
  sum,
  withoutTrailingZeros,
} from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Reading } from "../engine/reading.ts";
import { fractionsIn, restWords } from "../lexicon/part-words.ts";
import type { Literal, Span } from "../literals/literal.ts";
import { ratioToDecimal } from "../literals/number-atoms.ts";

/** A share of a whole as a text says it: "30 %", "two fifths", "the balance". */
export interface PaymentShare extends Span {
  /** In percent; a fraction that does not end is cut at four places. */
  readonly percent: DecimalText;
  /** The literals that say it; none for a rest. */
  readonly literals: readonly Literal[];
}

const hundred = decimalText("100");
/** Thirds that are cut miss the whole by less. */
const slack = decimalText("0.01");

/** Whether shares make the whole. */
export const makeWhole = (shares: readonly { readonly percent: DecimalText }[]): boolean =>
  compare(absolute(subtract(sum(shares.map(({ percent }) => percent)), hundred)), slack) < 0;

/** The percents and fractions of a text in the order in which they stand, without those in `apart`. */
export function sharesIn(reading: Reading, apart: readonly Literal[] = []): readonly PaymentShare[] {
  const percents = reading.literals.flatMap((literal): readonly PaymentShare[] => {
    const { start, end } = literal;
    if (apart.includes(literal)) return [];
    if (literal.type === "percent") return [{ start, end, percent: literal.value, literals: [literal] }];
    // "40 % of the price is due": what could multiply a price is a share of it here.
    const isShare = literal.type === "multiplier" && reading.text.slice(start, end).includes("%");
    return isShare
      ? [
          {
            start,
            end: start + reading.text.slice(start, end).indexOf("%") + 1,
            percent: decimalToText(withoutTrailingZeros(multiply(literal.value, hundred))),
            literals: [literal],
          },
        ]
      : [];
  });
  const fractions = fractionsIn(reading.folded).flatMap(
    ({ start, end, numerator, denominator }): readonly PaymentShare[] => {
      const literals = reading.literals.filter((literal) => literal.start < end && literal.end > start);
      // "One half of one percent", "1/2 %": the fraction belongs to the percent.
      if (literals.some(({ type }) => type !== "number" && type !== "multiplier")) return [];
      const percent = decimalToText(
        withoutTrailingZeros(multiply(ratioToDecimal(numerator, denominator), hundred)),
      );
      return [{ start, end, percent, literals }];
    },
  );
  return [...percents, ...fractions].sort((one, other) => one.start - other.start);
}

/** The same shares, and where a text names what is left of the whole, that one with what it comes to. */
export function withRest(shares: readonly PaymentShare[], folded: string): readonly PaymentShare[] {
  const last = shares.at(-1);
  if (last === undefined) return shares;
  const rest = restWords.exec(folded.slice(last.end));
  if (rest === null) return shares;
  const start = last.end + rest.index;
  const left = subtract(hundred, sum(shares.map(({ percent }) => percent)));
  return compare(left, slack) > 0
    ? [
        ...shares,
        {
          start,
          end: start + rest[0].length,
          percent: decimalToText(withoutTrailingZeros(left)),
          literals: [],
        },
      ]
    : shares;
}
