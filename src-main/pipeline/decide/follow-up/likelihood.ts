import type {
  CalibrationBin,
  CallRow,
  InvoiceId,
  OpenItem,
  PaymentLikelihood,
} from "../../../../src-shared/model/index.ts";
import {
  addFractions,
  compare,
  fraction,
  fractionToDecimal,
  decimalToText,
  minorDigits,
  isPositive,
  multiplyFractions,
  roundFraction,
  subtractFractions,
  type DecimalText,
  type Fraction,
} from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { daysLate } from "./aging.ts";

/** An invoice of the past: how late it was paid, or how late it is and still open. */
export interface PaidCase {
  readonly invoiceId: InvoiceId;
  readonly customer: string;
  readonly daysLate: number;
  readonly isPaid: boolean;
  /** When it was paid; for walking history in order. */
  readonly on: LocalDate;
}

/** Days within which payment is foreseen. */
const horizonDays = 30;

/** What is believed before there is any history: seven of ten, worth as much as four cases. Said wherever it is used. */
export const priorPaid = fraction(28, 10);
export const priorCases = 4;

/** Least number of cases before a calibration is shown. */
export const calibrationCases = 30;

/** Of cases that were as late and not paid yet: how many there are, and how many were paid within the horizon. */
const countCases = (
  history: readonly PaidCase[],
  late: number,
): { readonly paid: number; readonly cases: number } => {
  const from = Math.max(late, 0);
  // A case that is still open and younger than the horizon has not shown yet how it ends.
  const known = history.filter((each) =>
    each.isPaid ? each.daysLate >= from : each.daysLate >= from + horizonDays,
  );
  const paid = known.filter((each) => each.isPaid && each.daysLate <= from + horizonDays);
  return { paid: paid.length, cases: known.length };
};

const shareOf = (paid: Fraction, cases: number): Fraction =>
  multiplyFractions(paid, fraction(1, BigInt(cases)));

/** Share of the workspace as the prior of the customer, itself with the stated prior. */
const likelihoodOf = (
  customer: string,
  late: number,
  history: readonly PaidCase[],
): {
  readonly share: Fraction;
  readonly own: ReturnType<typeof countCases>;
  readonly all: ReturnType<typeof countCases>;
} => {
  const all = countCases(history, late);
  const own = countCases(
    history.filter((each) => each.customer === customer),
    late,
  );
  const common = shareOf(addFractions(priorPaid, fraction(all.paid)), priorCases + all.cases);
  const share = shareOf(
    addFractions(multiplyFractions(common, fraction(priorCases)), fraction(own.paid)),
    priorCases + own.cases,
  );
  return { share, own, all };
};

const percentOf = (share: Fraction): number =>
  Number(roundFraction(multiplyFractions(share, fraction(100)), "half-up"));

/** How likely each item is paid within thirty days, from the workspace's own history. */
export const foreseePayments = (
  items: readonly OpenItem[],
  history: readonly PaidCase[],
  asOf: LocalDate,
): ReadonlyMap<InvoiceId, PaymentLikelihood> =>
  new Map(
    items.map((item) => {
      const { share, own, all } = likelihoodOf(item.customer, daysLate(item, asOf) ?? 0, history);
      return [
        item.invoiceId,
        {
          invoiceId: item.invoiceId,
          percent: percentOf(share),
          ownPaid: own.paid,
          ownCases: own.cases,
          allPaid: all.paid,
          allCases: all.cases,
        },
      ];
    }),
  );

const shown = (value: Fraction, currency: string): DecimalText =>
  decimalToText(fractionToDecimal(value, minorDigits(currency), "half-up"));

/** Customers with late items, by what would not come by itself: the call that is worth most stands first. */
export function rankCalls(
  items: readonly OpenItem[],
  history: readonly PaidCase[],
  asOf: LocalDate,
): readonly CallRow[] {
  const late = items.filter((item) => (daysLate(item, asOf) ?? 0) > 0 && isPositive(item.open));
  const likelihoods = foreseePayments(late, history, asOf);
  const groups = new Map<string, OpenItem[]>();
  for (const item of late) {
    const key = `${item.customer}\n${item.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const rows = [...groups.values()].map((own): CallRow & { readonly worth: Fraction } => {
    const [first] = own as [OpenItem, ...OpenItem[]];
    const worth = own.reduce<Fraction>((total, item) => {
      const { share } = likelihoodOf(item.customer, daysLate(item, asOf) ?? 0, history);
      return addFractions(total, multiplyFractions(item.open, subtractFractions(fraction(1), share)));
    }, fraction(0));
    const open = own.reduce<Fraction>((total, item) => addFractions(total, item.open), fraction(0));
    return {
      customer: first.customer,
      currency: first.currency,
      open: shown(open, first.currency),
      atStake: shown(worth, first.currency),
      oldestDaysLate: Math.max(...own.map((item) => daysLate(item, asOf) ?? 0)),
      likelihoods: own.flatMap((item) => likelihoods.get(item.invoiceId) ?? []),
      worth,
    };
  });
  return rows
    .toSorted(
      (first, second) =>
        compare(second.atStake, first.atStake) || (first.customer < second.customer ? -1 : 1),
    )
    .map(({ worth: _worth, ...row }) => row);
}

/**
 * Foreseen against real, for each case foreseen at its due date from what was known before it; `null` below thirty.
 */
export function calibrate(history: readonly PaidCase[]): readonly CalibrationBin[] | null {
  if (history.length < calibrationCases) return null;
  const ordered = history.toSorted((first, second) => (first.on < second.on ? -1 : 1));
  const bins = new Map<number, { cases: number; foreseen: number; paid: number }>();
  for (const [index, each] of ordered.entries()) {
    const before = ordered.slice(0, index).filter((earlier) => earlier.on < each.on);
    const percent = percentOf(likelihoodOf(each.customer, 0, before).share);
    const start = Math.min(80, Math.floor(percent / 20) * 20);
    const bin = bins.get(start) ?? { cases: 0, foreseen: 0, paid: 0 };
    bin.cases += 1;
    bin.foreseen += percent;
    if (each.isPaid && each.daysLate <= horizonDays) bin.paid += 1;
    bins.set(start, bin);
  }
  const rounded = (part: number, whole: number): number =>
    Number(roundFraction(fraction(BigInt(part), BigInt(whole)), "half-up"));
  return [...bins.entries()]
    .toSorted(([first], [second]) => first - second)
    .map(([fromPercent, { cases, foreseen, paid }]) => ({
      fromPercent,
      toPercent: fromPercent + 20,
      cases,
      foreseenPercent: rounded(foreseen, cases),
      realPercent: rounded(paid * 100, cases),
    }));
}
