import { minorDigits } from "../../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../../src-shared/money/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  subtract,
  withoutTrailingZeros,
} from "../../../../src-shared/money/index.ts";
import type {
  ExampleRival,
  Term,
  TermExample,
  TermOf,
  TermType,
} from "../../../../src-shared/model/index.ts";
import { shownAmount } from "../../../../src-shared/pricing/index.ts";
import type { Computed, Precision, Reading } from "../../../../src-shared/pricing/index.ts";
import { isSameSentence, sentence } from "../../../../src-shared/text/index.ts";
import type { ReadingName, Sentence } from "../../../../src-shared/text/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";

/** What the agreement around a term says that its cases need. */
export interface ExampleContext {
  readonly precision: Precision;
  /** First day of the agreement; a day of this year where none is known. */
  readonly start: LocalDate;
  /** The other terms of the same agreement: what is included beside an overage, a fee beside a proration. */
  readonly terms: readonly Term[];
}

export type ExamplesOf<T extends TermType> = (
  term: TermOf<T>,
  context: ExampleContext,
) => readonly TermExample[];

/** A case whose outcome is computed; rivals that give the same are left out. */
export function computedExample(
  when: Sentence,
  computed: Computed,
  context: ExampleContext,
  rivals: readonly Reading<ReadingName>[] = [],
): TermExample {
  return {
    when,
    gives: figureOf(computed.value, context),
    formula: computed.formula,
    rivals: rivals
      .filter((rival) => rival.computed.value !== computed.value)
      .map(({ reading, computed: other }) => rival(reading, figureOf(other.value, context))),
  };
}

/** A case whose outcome is a word or a day. */
export const saidExample = (
  when: Sentence,
  gives: Sentence | null,
  rivals: TermExample["rivals"] = [],
  formula: string | null = null,
): TermExample => ({
  when,
  gives,
  formula,
  rivals: rivals.filter((other) => gives === null || !isSameSentence(other.gives, gives)),
});

/** Another reading by its name, and what it gives. */
export const rival = (reading: ReadingName, gives: Sentence): ExampleRival => ({
  reading: sentence(`words/method.${reading}`, {}),
  gives,
});

/** An amount, and a day, as what comes of a case. */
export const figureOf = (value: Numeric, context: ExampleContext): Sentence =>
  sentence("words/figure", { amount: amountOf(value, context) });
export const dayOf = (day: LocalDate): Sentence => sentence("words/day", { day });

/** The smallest amount of a currency: 0.01, 1 for yen. */
export const minorUnit = ({ currency }: Precision): DecimalText => {
  const digits = minorDigits(currency);
  return decimalText(digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`);
};

export const plus = (one: Numeric, other: Numeric): DecimalText => decimalToText(add(one, other));
export const minus = (one: Numeric, other: Numeric): DecimalText => decimalToText(subtract(one, other));

/** Half of a number, to two places more than it has. */
export const halfOf = (value: DecimalText): DecimalText =>
  trimmed(fractionToDecimal(divideFractions(value, fraction(2)), (value.split(".")[1]?.length ?? 0) + 1));

export const trimmed = (value: Numeric): DecimalText => decimalToText(withoutTrailingZeros(value));

export const amountOf = (value: Numeric, { precision }: ExampleContext): string =>
  shownAmount(value, precision);
