import { absolute, isZero } from "../../../../src-shared/money/index.ts";
import type { NumberReading } from "../values/index.ts";
import { isShareOf, valuesOf } from "./arithmetic.ts";
import type { Row, Segment } from "./layout.ts";
import { isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";
import { numbersIn, tokensOf } from "./printed-row.ts";
import { isFurtherTax } from "./row-totals.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/** A row of a tax table without a word for tax: a percentage, its base and its product. */
export function unlabeledTax(row: Row, conventions: Conventions): readonly TotalCandidate[] {
  const [segment] = row.segments;
  const numbers = numbersIn(row, conventions);
  const triple = numbers.some(({ reading }) => reading.isPercent) ? taxTriple(numbers) : null;
  // "Ad valorem 0.30 % on 77,950.00" says what it is: a tax without its name has hardly another.
  const words = tokensOf(row).filter(({ text }) => /\p{L}{3}/u.test(text)).length;
  if (segment === undefined || triple === null || !triple.rate.reading.isPercent || words > 1) return [];
  return [unnamedTax(row, segment, { percent: triple.rate, number: triple.amount, base: triple.base })];
}

/** "R = 5%  8.25" under a row of the same tax at another rate. */
export function furtherTax(
  row: Row,
  rows: readonly Row[],
  labels: LabelIndex,
  conventions: Conventions,
): readonly TotalCandidate[] {
  const [segment] = row.segments;
  const [percent, number, ...others] = numbersIn(row, conventions);
  const isRated = percent?.reading.isPercent === true && number?.reading.isPercent === false;
  if (segment === undefined || !isRated || others.length > 0 || !isFurtherTax(row, rows, labels)) return [];
  return [unnamedTax(row, segment, { percent, number, base: null })];
}

const unnamedTax = (
  row: Row,
  segment: Segment,
  { number, ...printed }: Pick<TotalCandidate, "percent" | "number" | "base">,
): TotalCandidate => ({
  field: "tax",
  score: 0.7,
  number,
  tokens: number.tokens,
  label: {
    segment,
    start: 0,
    end: 1,
    meanings: [{ field: "tax", weight: 0.8, languages: [] }],
    phrase: "tax",
    isPlain: true,
    place: 1,
  },
  row,
  ...printed,
});

/** "IVA – autoliquidação  0,00", "VAT reverse charge  0.00": a tax of nothing is printed where none is due. */
export function exemptTax(row: Row, labels: LabelIndex, conventions: Conventions): readonly TotalCandidate[] {
  const label = row.segments
    .flatMap((segment) => labels.get(segment) ?? [])
    .find((one) => weightOf(one, "exemption") >= 1 && isLeading(one));
  const number = numbersIn(row, conventions)
    .filter(({ reading }) => !reading.isPercent)
    .at(-1);
  if (label === undefined || number === undefined || number.reading.decimals !== 2) return [];
  if (number.reading.value === null || !isZero(number.reading.value)) return [];
  return [
    {
      field: "tax",
      score: 0.8,
      number,
      tokens: number.tokens,
      label: { ...label, meanings: [{ field: "tax", weight: 0.8, languages: [] }] },
      row,
      percent: null,
      base: null,
    },
  ];
}

/** Base, rate and tax in one row, by their product and in any order: "275,00  7  19,25". */
export function taxTriple(numbers: readonly Found<NumberReading>[]): {
  readonly base: Found<NumberReading>;
  readonly rate: Found<NumberReading>;
  readonly amount: Found<NumberReading>;
} | null {
  if (numbers.length < 3 || numbers.length > 6) return null;
  for (const rate of numbers) {
    const percent = rate.reading.value;
    if (percent === null || rate.reading.currency !== null || Number(percent) <= 0 || Number(percent) > 50)
      continue;
    for (const amount of numbers.toReversed()) {
      const base = numbers.find((one) => {
        if (
          one === rate ||
          one === amount ||
          amount === rate ||
          one.reading.isPercent ||
          amount.reading.isPercent
        )
          return false;
        return valuesOf(one.reading).some((left) =>
          valuesOf(amount.reading).some(
            (right) => !isZero(right) && isShareOf(absolute(right), absolute(left), percent, 1),
          ),
        );
      });
      if (base !== undefined) return { base, rate, amount };
    }
  }
  return null;
}

// "MwSt 19  47,90": the rate of a tax label may miss its mark.
export function bareRate(
  label: PrintedLabel,
  numbers: readonly Found<NumberReading>[],
): Found<NumberReading> | null {
  if (weightOf(label, "tax") === 0 || numbers.length < 2) return null;
  const [first] = numbers;
  const value = Number(first?.reading.value ?? "99");
  return first !== undefined &&
    first.reading.currency === null &&
    first.reading.decimals <= 1 &&
    value > 0 &&
    value <= 30
    ? first
    : null;
}

// "19 % MwSt. 47,90", "7.25% Sales Tax".
export function percentBefore(label: PrintedLabel, conventions: Conventions): Found<NumberReading> | null {
  const before = label.segment.tokens.slice(0, label.start);
  return findNumbers(before, conventions).find(({ reading }) => reading.isPercent) ?? null;
}
