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
import { computeAmount } from "../../../src-shared/pricing/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";

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
): string | null {
  const { precision } = context.owner;
  const fits = (value: Fraction): boolean => isEqual(computeAmount("", value, precision).value, billed);
  const exact = typeof agreed === "string" ? toFraction(agreed) : agreed;
  for (const rate of taxRatesOf(context)) {
    const gross = addFractions(fraction(1), percentToFraction(rate));
    if (fits(multiplyFractions(exact, gross))) return `equals the agreed amount with ${rate} % tax`;
    if (fits(divideFractions(exact, gross))) return `equals the agreed amount with ${rate} % tax taken out`;
  }
  const parts = term.type === "fixed-fee" ? (partsOfFee[term.value.per] ?? []) : priceBases;
  const found = parts.find(([, share]) => fits(multiplyFractions(exact, share)));
  return found === undefined ? null : `equals ${found[0]}`;
}

const times = (count: number, of = 1): Fraction => fraction(count, of);

const priceBases: readonly (readonly [name: string, share: Fraction])[] = [
  ["the agreed price for 100 units, billed for each", times(100)],
  ["the agreed price for each unit, billed for 100", times(1, 100)],
  ["the agreed price for 1,000 units, billed for each", times(1000)],
  ["the agreed price for each unit, billed for 1,000", times(1, 1000)],
];

const partsOfFee: Readonly<Partial<Record<string, readonly (readonly [name: string, share: Fraction])[]>>> = {
  month: [
    ["four weeks of the monthly fee (12 ÷ 13)", times(12, 13)],
    ["thirteen fees a year spread over twelve months", times(13, 12)],
    ["the monthly fee by 30 days of a month of 28", times(30, 28)],
    ["the monthly fee by 31 days of a month of 30", times(31, 30)],
    ["the monthly fee by 30 days of a month of 31", times(30, 31)],
    ["two months of the fee", times(2)],
    ["a quarter's fee", times(3)],
    ["a year's fee", times(12)],
  ],
  quarter: [
    ["a month of the quarterly fee", times(1, 3)],
    ["a year's fee", times(4)],
  ],
  "half-year": [["a month of the half-yearly fee", times(1, 6)]],
  year: [
    ["a month of the yearly fee", times(1, 12)],
    ["a quarter of the yearly fee", times(1, 4)],
  ],
  week: [["52 weekly fees spread over twelve months", times(52, 12)]],
};

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
): string | null {
  if (unapproved.numerator > 0n && isSame(billed, addFractions(counted, unapproved)))
    return "equals the records with those that are not approved";
  const entries = records.flatMap(({ kind, quantity, approved }) =>
    kind === "time" && quantity !== null && approved !== false ? [toFraction(quantity)] : [],
  );
  if (entries.length === 0 || entries.length < records.length) return null;
  const sumOf = (read: (hours: Fraction) => Fraction): Fraction =>
    entries.reduce((total, hours) => addFractions(total, read(hours)), fraction(0));
  if (isSame(billed, sumOf(asClock)) || isSame(billed, asClock(counted)))
    return "equals hours and minutes read as decimals (7:30 as 7.30)";
  if (isSame(billed, sumOf(fromClock)) || isSame(billed, fromClock(counted)))
    return "equals decimal hours read as hours and minutes (7.30 as 7:30)";
  if (isSame(billed, multiplyFractions(counted, fraction(60)))) return "equals the minutes, billed as hours";
  if (isSame(billed, sumOf(roundedUp))) return "equals every entry rounded up to a whole hour";
  return isSame(billed, fraction(entries.length)) ? "equals the number of entries" : null;
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
