import {
  decimalToText,
  divideFractions,
  fraction,
  multiplyFractions,
  percentToFraction,
  subtract,
  sum,
} from "../money/index.ts";
import type { DecimalText, Numeric } from "../money/index.ts";
import {
  addBusinessDays,
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  nthMonthFrom,
  rollToBusinessDay,
  wholeMonthsBetween,
} from "../time/index.ts";
import type { BusinessCalendar, LocalDate, Roll } from "../time/index.ts";
import { computeAmount, shownAmount, shownPercent } from "./computed.ts";
import type { Computed, Precision } from "./computed.ts";
import { splitInclusive, taxOnNet } from "./tax.ts";

/** Payment terms as far as the due date depends on them. */
export interface DueTerms {
  readonly days: number;
  readonly from: "invoice-date" | "end-of-month" | "receipt";
  /** "days-then-end": the end of the month of date + days. "end-then-days": days after the end of the month. */
  readonly endOfMonthReading?: "days-then-end" | "end-then-days";
  readonly roll?: Roll;
}

export interface DueDate {
  readonly date: LocalDate;
  /** "2026-01-31 + 30 days = 2026-03-02". */
  readonly formula: string;
}

/** The due date of an invoice; for terms from receipt, pass the day of receipt. */
export function dueDate(issued: LocalDate, terms: DueTerms, calendar: BusinessCalendar): DueDate {
  const isEndOfMonth = terms.from === "end-of-month";
  const days = `${terms.days} ${terms.days === 1 ? "day" : "days"}`;
  const isEndFirst = isEndOfMonth && terms.endOfMonthReading === "end-then-days";
  const start = isEndFirst ? endOfMonth(issued) : issued;
  const after = addDays(start, terms.days);
  const fallsOn = isEndOfMonth && !isEndFirst ? endOfMonth(after) : after;
  const date = rollToBusinessDay(fallsOn, terms.roll ?? "none", calendar);
  const rolled = date === fallsOn ? "" : `, next business day ${date}`;
  if (!isEndOfMonth) return { date, formula: `${issued} + ${days} = ${fallsOn}${rolled}` };
  const shown = isEndFirst
    ? `end of month of ${issued} + ${days}`
    : `end of month of ${issued} + ${days} (${after})`;
  return { date, formula: `${shown} = ${fallsOn}${rolled}` };
}

type PlainDueReading = "days, then end of month" | "end of month, then days" | "days from the date";

/** A way to count the days until a sum is due. */
export type DueReading = PlainDueReading | `${PlainDueReading}, next business day`;

/** Every due date that the words allow, by name: both end-of-month readings, and rolled or not. */
export function dueDateReadings(
  issued: LocalDate,
  terms: DueTerms,
  calendar: BusinessCalendar,
): readonly { readonly reading: DueReading; readonly due: DueDate }[] {
  const plain = { days: terms.days, from: terms.from };
  const readings: { readonly reading: PlainDueReading; readonly terms: DueTerms }[] =
    terms.from === "end-of-month"
      ? [
          { reading: "days, then end of month", terms: { ...plain, endOfMonthReading: "days-then-end" } },
          { reading: "end of month, then days", terms: { ...plain, endOfMonthReading: "end-then-days" } },
        ]
      : [{ reading: "days from the date", terms: plain }];
  return readings.flatMap(({ reading, terms: read }) => [
    { reading, due: dueDate(issued, read, calendar) },
    {
      reading: `${reading}, next business day`,
      due: dueDate(issued, { ...read, roll: "next-business-day" }, calendar),
    },
  ]);
}

/** The due date on a day of a later month: "by the 20th of the month after the month of invoice". */
export function dueOnDayOfMonth(issued: LocalDate, monthsLater: number, day: number): LocalDate {
  const last = endOfMonth(addMonths(issued, monthsLater));
  const shift = day - Number(last.slice(8));
  return shift >= 0 ? last : addDays(last, shift);
}

/** The last day that still earns an early discount. */
export function earlyDiscountDeadline(issued: LocalDate, days: number): LocalDate {
  return addDays(issued, days);
}

export interface EarlyDiscount {
  /** Of the gross amount. */
  readonly discount: Computed;
  readonly payable: Computed;
  /** What the payment holds: the tax is corrected along with the price. */
  readonly net: DecimalText;
  readonly tax: DecimalText;
}

/** Early payment of a gross amount of one tax rate: the discount takes its share of price and tax alike. */
export function earlyDiscount(
  gross: Numeric,
  percent: Numeric,
  taxRate: Numeric,
  precision: Precision,
): EarlyDiscount {
  const shown = shownAmount(gross, precision);
  const discount = computeAmount(
    `${shown} × ${shownPercent(percent)}`,
    multiplyFractions(gross, percentToFraction(percent)),
    precision,
  );
  const payable = computeAmount(
    `${shown} − ${shownAmount(discount.value, precision)}`,
    subtract(gross, discount.value),
    precision,
  );
  const { net, tax } = splitInclusive(payable.value, taxRate, precision);
  return { discount, payable, net: net.value, tax: tax.value };
}

/** Early payment of a document with several tax rates, group by group. */
export function earlyDiscountByRate(
  groups: readonly { readonly net: Numeric; readonly rate: Numeric }[],
  percent: Numeric,
  precision: Precision,
): { readonly payable: DecimalText; readonly groups: readonly EarlyDiscount[] } {
  const reduced = groups.map(({ net, rate }) => {
    const gross = sum([net, taxOnNet(net, rate, precision).value]);
    return earlyDiscount(gross, percent, rate, precision);
  });
  return { payable: decimalToText(sum(reduced.map(({ payable }) => payable.value))), groups: reduced };
}

/** "daily": by days over 365. "full-months": only completed months. "started-months": a month begun counts. */
export type LateFeeMethod = "daily" | "full-months" | "started-months";

export interface LateFeeTerms {
  readonly percent: Numeric;
  readonly per: "day" | "month" | "year";
  /** Days after the due date in which nothing accrues; from the day after, everything since the due date does. */
  readonly graceDays?: number;
  readonly method: LateFeeMethod;
}

/** Interest on an overdue amount from its due date: "10000.00 × 1.5 % × 12 × 45 ÷ 365 = 221.917808… ≈ 221.92". */
export function lateFee(
  principal: Numeric,
  due: LocalDate,
  asOf: LocalDate,
  terms: LateFeeTerms,
  precision: Precision,
): Computed {
  const shown = `${shownAmount(principal, precision)} × ${shownPercent(terms.percent)}`;
  const base = multiplyFractions(principal, percentToFraction(terms.percent));
  const days = daysBetween(due, asOf);
  if (days <= (terms.graceDays ?? 0)) return computeAmount(`${shown} × 0`, fraction(0), precision);
  if (terms.per === "day")
    return computeAmount(`${shown} × ${days}`, multiplyFractions(base, fraction(days)), precision);
  if (terms.method === "daily") {
    const yearly = terms.per === "month" ? 12 : 1;
    const factor = terms.per === "month" ? " × 12" : "";
    const exact = divideFractions(multiplyFractions(base, fraction(yearly * days)), fraction(365));
    return computeAmount(`${shown}${factor} × ${days} ÷ 365`, exact, precision);
  }
  const full = wholeMonthsBetween(due, asOf);
  const isStarted = nthMonthFrom(due, full) < asOf;
  const months = terms.method === "started-months" && isStarted ? full + 1 : full;
  const perMonth = terms.per === "year" ? divideFractions(base, fraction(12)) : base;
  const divisor = terms.per === "year" ? " ÷ 12" : "";
  return computeAmount(
    `${shown}${divisor} × ${months}`,
    multiplyFractions(perMonth, fraction(months)),
    precision,
  );
}

/** The last day of silence after a delivery, after which it counts as accepted. */
export function deemedAcceptanceDeadline(
  delivered: LocalDate,
  days: number,
  counting: "days" | "business-days",
  calendar: BusinessCalendar,
): LocalDate {
  return counting === "days" ? addDays(delivered, days) : addBusinessDays(delivered, days, calendar);
}
