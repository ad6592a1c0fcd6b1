import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  isEqual,
  multiplyFractions,
  percentToFraction,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction, Numeric } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { roundAmount } from "../../../src-shared/pricing/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import type { Cadence } from "../../../src-shared/model/index.ts";

/**
 * Another reading of an agreed amount that gives the billed one to the minor unit, by name; `null` when none does.
 *
 * Net for gross, four weeks for a month, another cadence, another price base.
 */
export function findAmountReading(
  context: LineContext,
  { term }: GoverningTerm,
  agreed: Fraction | DecimalText,
  billed: Numeric,
): Sentence | null {
  const { precision } = context.owner;
  const fits = (value: Fraction): boolean => isEqual(roundAmount(value, precision), billed);
  const exact = typeof agreed === "string" ? toFraction(agreed) : agreed;
  for (const rate of taxRatesOf(context)) {
    const gross = addFractions(fraction(1), percentToFraction(rate));
    if (fits(multiplyFractions(exact, gross))) return sentence("reading/amount-with-tax", { rate });
    if (fits(divideFractions(exact, gross))) return sentence("reading/amount-tax-out", { rate });
  }
  const parts = term.type === "fixed-fee" ? partsOf(term.value.per) : priceBases;
  const found = parts.find(([, share]) => fits(multiplyFractions(exact, share)));
  return found === undefined ? null : sentence(found[0], {});
}

const times = (count: number, of = 1): Fraction => fraction(count, of);

const priceBases = [
  ["reading/per-100-billed-each", times(100)],
  ["reading/each-billed-per-100", times(1, 100)],
  ["reading/per-1000-billed-each", times(1000)],
  ["reading/each-billed-per-1000", times(1, 1000)],
] as const;

const partsOfFee = {
  month: [
    ["reading/four-weeks", times(12, 13)],
    ["reading/thirteen-fees", times(13, 12)],
    ["reading/30-of-28", times(30, 28)],
    ["reading/31-of-30", times(31, 30)],
    ["reading/30-of-31", times(30, 31)],
    ["reading/two-months", times(2)],
    ["reading/quarters-fee", times(3)],
    ["reading/years-fee", times(12)],
  ],
  quarter: [
    ["reading/month-of-quarterly", times(1, 3)],
    ["reading/years-fee", times(4)],
  ],
  "half-year": [["reading/month-of-half-yearly", times(1, 6)]],
  year: [
    ["reading/month-of-yearly", times(1, 12)],
    ["reading/quarter-of-yearly", times(1, 4)],
  ],
  week: [["reading/52-weeks", times(52, 12)]],
} as const;

const partsOf = (per: Cadence) => (per === "once" ? [] : partsOfFee[per]);

/** Rates that the line, the invoice or the agreement names, each once. */
function taxRatesOf({ line, owner }: LineContext): readonly DecimalText[] {
  const rates = [
    valueOf(line.taxRate),
    ...owner.invoice.taxes.map(({ rate }) => valueOf(rate)),
    ...owner.allTermsOf("tax").map(({ term }) => term.value.rate ?? null),
  ];
  return [
    ...new Set(rates.flatMap((rate) => (rate === null || isEqual(rate, "0" as DecimalText) ? [] : [rate]))),
  ];
}

/**
 * Another reading of the records that gives the billed quantity, by name; `null` when none does.
 *
 * 7 h 30 min written as 7.30, minutes counted as hours, every entry rounded up to the hour, entries counted.
 */
export function findQuantityReading(
  billed: Fraction,
  { records, counted, unapproved }: ProvenQuantity,
): Sentence | null {
  if (unapproved.numerator > 0n && isSame(billed, addFractions(counted, unapproved)))
    return sentence("reading/records-unapproved", {});
  const entries = records.flatMap(({ kind, quantity, approved }) =>
    kind === "time" && quantity !== null && approved !== false ? [toFraction(quantity)] : [],
  );
  if (entries.length === 0 || entries.length < records.length) return null;
  const sumOf = (read: (hours: Fraction) => Fraction): Fraction =>
    entries.reduce((total, hours) => addFractions(total, read(hours)), fraction(0));
  if (isSame(billed, sumOf(asClock)) || isSame(billed, asClock(counted)))
    return sentence("reading/clock-as-decimals", {});
  if (isSame(billed, sumOf(fromClock)) || isSame(billed, fromClock(counted)))
    return sentence("reading/decimals-as-clock", {});
  if (isSame(billed, multiplyFractions(counted, fraction(60))))
    return sentence("reading/minutes-as-hours", {});
  if (isSame(billed, sumOf(roundedUp))) return sentence("reading/rounded-up", {});
  return isSame(billed, fraction(entries.length)) ? sentence("reading/entries", {}) : null;
}

const isSame = (first: Fraction, second: Fraction): boolean => compareFractions(first, second) === 0;

const wholeOf = ({ numerator, denominator }: Fraction): Fraction => fraction(numerator / denominator);

/** 7.5 hours as "7:30" and then as 7.30. */
const asClock = (hours: Fraction): Fraction => {
  const whole = wholeOf(hours);
  return addFractions(whole, multiplyFractions(subtractFractions(hours, whole), fraction(60, 100)));
};

/** 7.30 as 7 hours and 30 minutes. */
const fromClock = (hours: Fraction): Fraction => {
  const whole = wholeOf(hours);
  return addFractions(whole, multiplyFractions(subtractFractions(hours, whole), fraction(100, 60)));
};

const roundedUp = (hours: Fraction): Fraction => {
  const whole = wholeOf(hours);
  return isSame(whole, hours) ? hours : addFractions(whole, fraction(1));
};
