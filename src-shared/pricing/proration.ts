import { err, exhaustive, ok } from "../result/index.ts";
import type { Result } from "../result/index.ts";
import { divideFractions, fraction, multiplyFractions, sumFractions } from "../money/index.ts";
import type { Fraction, Numeric } from "../money/index.ts";
import {
  addDays,
  calendarPeriod,
  dayOf,
  intersect,
  lengthInDays,
  monthOf,
  periodAt,
  periodsTouching,
  wholeMonthsIn,
  yearOf,
} from "../time/index.ts";
import type { CalendarStep, LocalDate, Period, PeriodStep } from "../time/index.ts";
import { computeAmount, operand, shownAmount } from "./computed.ts";
import type { Computed, Precision, Reading } from "./computed.ts";

export const prorationBases = [
  "actual/actual",
  "30/360",
  "actual/365",
  "actual/30",
  "whole-month",
  "none",
] as const;

/**
 * How the price of a part of a period is computed.
 *
 * "30/360" counts a full month as 30 days whatever its length; "actual/365" takes twelve monthly prices over 365;
 * "actual/30" takes a thirtieth of the monthly price a day; "whole-month" charges a month begun in full; "none"
 * charges the period in full however little of it is used. A whole period costs its price on every basis.
 */
export type ProrationBasis = (typeof prorationBases)[number];

export interface PartialPeriod {
  /** The price of the full period. */
  readonly price: Numeric;
  /** The full period that the price is for. */
  readonly period: Period;
  /** The days in service, both ends of what is printed included; undefined when there are none. */
  readonly billable: Period | undefined;
}

/** The counts behind a share, such as 21 of 31 days, and how they stand in a formula: "21 ÷ 31". */
export interface DayShare {
  readonly part: number;
  readonly whole: number;
  readonly shown: string;
}

/** price × billable ÷ period on a named basis: "3100.00 × 21 ÷ 31 = 2100.00". Days outside the period do not count. */
export function prorate(
  basis: ProrationBasis,
  partial: PartialPeriod,
  precision: Precision,
): Result<Computed, ProrationError> {
  const counted = dayShare(basis, partial.period, partial.billable);
  return counted.ok ? ok(priceShare(partial.price, counted.value, precision)) : counted;
}

export interface ProrationError {
  /** The basis counts months, and the period is not a whole number of them. */
  readonly code: "pricing/period-not-in-months";
  readonly period: Period;
}

/** price × part ÷ whole, multiplied first and divided last. */
export function priceShare(price: Numeric, { part, whole, shown }: DayShare, precision: Precision): Computed {
  const exact = divideFractions(multiplyFractions(price, fraction(part)), fraction(whole));
  return computeAmount(`${operand(shownAmount(price, precision))}${factor(shown)}`, exact, precision);
}

/** Billable and full count of a basis. Shares of adjacent parts add up as long as neither is the whole period. */
export function dayShare(
  basis: ProrationBasis,
  period: Period,
  billable: Period | undefined,
): Result<DayShare, ProrationError> {
  const active = billable === undefined ? undefined : intersect(billable, period);
  if (active === undefined) return ok({ part: 0, whole: 1, shown: "0" });
  if (basis === "none" || (active.start === period.start && active.end === period.end))
    return ok(wholePeriod);
  const days = lengthInDays(active);
  if (basis === "actual/actual") return ok(share(days, lengthInDays(period)));
  const months = wholeMonthsIn(period);
  if (months === undefined) return err({ code: "pricing/period-not-in-months", period });
  switch (basis) {
    case "30/360":
      return ok(share(thirtyDayCount(active, period, months), 30 * months));
    case "actual/365":
      return ok({ part: days * 12, whole: 365 * months, shown: shownYearShare(days, months) });
    case "actual/30":
      return ok(share(days, 30 * months));
    case "whole-month":
      return ok(share(periodsTouching(period.start, "month", active).length, months));
  }
  return exhaustive(basis);
}

/**
 * The day from which the periods of a recurring price are counted, so that a span is a part of the right one.
 *
 * Periods of the calendar, unless only those counted from the first day of the agreement begin or end with the span:
 * 20 May to 14 July is a part of 15 April to 14 July where the agreement began on 15 April, not of two calendar quarters.
 */
export function periodAnchor(step: CalendarStep, span: Period, agreedFrom: LocalDate | null): LocalDate {
  const calendar = calendarPeriod(step, span.start).start;
  if (agreedFrom === null || agreedFrom > span.start) return calendar;
  const fits = (anchor: LocalDate): boolean =>
    periodAt(anchor, step, span.start).start === span.start ||
    periodAt(anchor, step, addDays(span.end, -1)).end === span.end;
  return fits(agreedFrom) && !fits(calendar) ? agreedFrom : calendar;
}

/** One period of a recurring price with the part of it that is billable. */
export interface ProratedPiece {
  readonly period: Period;
  readonly billable: Period;
  readonly computed: Computed;
}

/** A recurring price over a span of any length: whole periods at the price, parts by the basis, each rounded. */
export function prorateSpan(
  basis: ProrationBasis,
  schedule: {
    readonly price: Numeric;
    readonly step: PeriodStep;
    readonly anchor: LocalDate;
    readonly span: Period;
  },
  precision: Precision,
): Result<{ readonly pieces: readonly ProratedPiece[]; readonly total: Computed }, ProrationError> {
  const pieces: ProratedPiece[] = [];
  for (const period of periodsTouching(schedule.anchor, schedule.step, schedule.span)) {
    const billable = intersect(schedule.span, period);
    if (billable === undefined) continue;
    const computed = prorate(basis, { price: schedule.price, period, billable }, precision);
    if (!computed.ok) return computed;
    pieces.push({ period, billable, computed: computed.value });
  }
  const expression = pieces.map(({ computed }) => shownAmount(computed.value, precision)).join(" + ");
  const total = sumFractions(pieces.map(({ computed }) => computed.value));
  return ok({ pieces, total: computeAmount(expression === "" ? "0" : expression, total, precision) });
}

/** A basis, or a basis with a common slip in counting the days. */
export type ProrationReading =
  ProrationBasis | "actual/actual without the last day" | "actual/actual with a day more";

/** What every basis gives that can be applied, so that a check can name the one that explains an invoice. */
export function prorationReadings(
  partial: PartialPeriod,
  precision: Precision,
): readonly Reading<ProrationReading>[] {
  const readings: Reading<ProrationReading>[] = [];
  for (const basis of prorationBases) {
    const computed = prorate(basis, partial, precision);
    if (computed.ok) readings.push({ reading: basis, computed: computed.value });
  }
  const active = partial.billable === undefined ? undefined : intersect(partial.billable, partial.period);
  if (active === undefined) return readings;
  const whole = lengthInDays(partial.period);
  const days = lengthInDays(active);
  const slip = (part: number): Computed => priceShare(partial.price, share(part, whole), precision);
  if (days > 1) readings.push({ reading: "actual/actual without the last day", computed: slip(days - 1) });
  if (days < whole) readings.push({ reading: "actual/actual with a day more", computed: slip(days + 1) });
  return readings;
}

/** A change of price within a period: what is given back, what is charged, and what both come to. */
export interface PlanChange {
  /** Negative: unused days of the old price. */
  readonly credit: Computed;
  readonly charge: Computed;
  /** credit + charge, each rounded as it is printed. */
  readonly net: Computed;
  /** The difference of both prices, rounded once; may be a minor unit off `net`. */
  readonly difference: Computed;
}

/** Credit and charge from the first day of a new price to the end of the period. */
export function changePlan(
  basis: ProrationBasis,
  change: {
    readonly oldPrice: Numeric;
    readonly newPrice: Numeric;
    readonly period: Period;
    readonly from: LocalDate;
  },
  precision: Precision,
): Result<PlanChange, ProrationError> {
  const remaining = intersect(change.period, { start: change.from, end: null });
  const counted = dayShare(basis, change.period, remaining);
  if (!counted.ok) return counted;
  const times = factor(counted.value.shown);
  const [oldText, newText] = [
    shownAmount(change.oldPrice, precision),
    shownAmount(change.newPrice, precision),
  ];
  const ratio = fraction(counted.value.part, counted.value.whole);
  const signed = (price: Numeric, sign: 1 | -1): Fraction =>
    multiplyFractions(multiplyFractions(price, ratio), fraction(sign));
  const credit = computeAmount(`−${oldText}${times}`, signed(change.oldPrice, -1), precision);
  const charge = computeAmount(`${newText}${times}`, signed(change.newPrice, 1), precision);
  const shown = `${credit.value.replace("-", "−")} + ${charge.value}`;
  return ok({
    credit,
    charge,
    net: computeAmount(shown, sumFractions([credit.value, charge.value]), precision),
    difference: computeAmount(
      `(${newText} − ${oldText})${times}`,
      sumFractions([signed(change.newPrice, 1), signed(change.oldPrice, -1)]),
      precision,
    ),
  });
}

const wholePeriod: DayShare = { part: 1, whole: 1, shown: "" };

function share(part: number, whole: number): DayShare {
  return part === whole ? wholePeriod : { part, whole, shown: `${part} ÷ ${whole}` };
}

function factor(shown: string): string {
  return shown === "" ? "" : ` × ${shown}`;
}

function shownYearShare(days: number, months: number): string {
  const perYear = 12 / months;
  if (perYear === 1) return `${days} ÷ 365`;
  return Number.isInteger(perYear) ? `${perYear} × ${days} ÷ 365` : `12 × ${days} ÷ (365 × ${months})`;
}

// The 31st and the missing days of February have no length of their own, and the period as a whole has 30 a month.
function thirtyDayCount(active: Period, period: Period, months: number): number {
  const whole = 30 * months;
  const offset = (date: LocalDate): number =>
    date === period.end ? whole : Math.min(whole, thirtyDayPosition(date) - thirtyDayPosition(period.start));
  return offset(active.end) - offset(active.start);
}

function thirtyDayPosition(date: LocalDate): number {
  return yearOf(date) * 360 + (monthOf(date) - 1) * 30 + (dayOf(date) - 1);
}
