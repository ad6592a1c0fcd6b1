import type { CheckId, InvoiceId } from "../model/index.ts";
import type { DecimalText } from "../money/index.ts";
import { isoWeekOf, parseLocalDate } from "../time/index.ts";
import { caseHistories, hasException, isDecided } from "./case-history.ts";
import type { CaseHistory } from "./case-history.ts";
import { daysFromTo, medianOf, minutesFromTo, percentOf, present, sumsByCurrency } from "./figures.ts";
import { compareThirtyDays } from "./before-after.ts";
import type { BeforeAfter } from "./before-after.ts";
import { baselineOf } from "./log.ts";
import type { MeasureFilter, MeasureLog } from "./log.ts";
import { metrics } from "./metrics.ts";
import type { MetricFigure } from "./metric-figure.ts";
import { computeReturn, returnInputsOf } from "./value-return.ts";
import type { ValueReturn } from "./value-return.ts";

/** One metric with its figure now and before. Titles and formulas are those of the table. */
export interface BoardMetric extends MetricFigure {
  readonly id: string;
  readonly before: DecimalText | null;
}

/** One week of the trend. */
export interface TrendWeek {
  /** `2026-W47`. */
  readonly week: string;
  readonly decided: number;
  readonly exceptions: number;
  /** Median of minutes from import to approval. */
  readonly minutesToDecide: DecimalText | null;
  /** Share of decided cases without a finding, in percent. */
  readonly cleanPercent: DecimalText | null;
  /** Every metric of the week that is a number, by its id. */
  readonly figures: Readonly<Record<string, DecimalText | null>>;
}

/** Findings of one check: how often, how they ended, and the money in each direction. */
export interface CauseRow {
  readonly check: CheckId;
  readonly count: number;
  readonly open: number;
  readonly sentBack: number;
  readonly approved: number;
  readonly over: Readonly<Record<string, DecimalText>>;
  readonly under: Readonly<Record<string, DecimalText>>;
  readonly cases: readonly InvoiceId[];
}

export interface Bucket {
  readonly label: string;
  readonly count: number;
  readonly cases: readonly InvoiceId[];
}

/** Everything that the dashboard and the reports show, computed from the log alone. */
export interface MeasureBoard {
  readonly asOf: string;
  readonly filter: MeasureFilter;
  readonly cases: number;
  readonly baselineCases: number;
  readonly metrics: readonly BoardMetric[];
  readonly trend: readonly TrendWeek[];
  readonly beforeAfter: BeforeAfter;
  readonly causes: readonly CauseRow[];
  /** Minutes from import to approval. */
  readonly timeToDecide: readonly Bucket[];
  /** Open cases by days since import. */
  readonly aging: readonly Bucket[];
  readonly value: ValueReturn;
  readonly customers: readonly string[];
}

export function measureBoard(log: MeasureLog, filter: MeasureFilter): MeasureBoard {
  const cases = caseHistories(log, filter);
  const baseline = baselineOf(log.events);
  return {
    asOf: log.asOf,
    filter,
    cases: cases.length,
    baselineCases: baseline.length,
    metrics: metrics.map(({ id, compute, before }) => ({
      id,
      ...compute(cases),
      before: before?.(baseline) ?? null,
    })),
    trend: trendOf(cases),
    beforeAfter: compareThirtyDays(log, filter),
    causes: causesOf(cases),
    timeToDecide: bucketsOf(
      cases.filter(({ approvedAt }) => approvedAt !== null),
      (each) => minutesFromTo(each.importedAt, each.approvedAt),
      [
        ["≤ 10 min", 10],
        ["≤ 1 h", 60],
        ["≤ 1 day", 1_440],
        ["≤ 1 week", 10_080],
        ["longer", Number.POSITIVE_INFINITY],
      ],
    ),
    aging: bucketsOf(
      cases.filter((each) => !isDecided(each)),
      (each) => daysFromTo(each.importedAt, log.asOf),
      [
        ["0–2 days", 2],
        ["3–7 days", 7],
        ["8–14 days", 14],
        ["15–30 days", 30],
        ["older", Number.POSITIVE_INFINITY],
      ],
    ),
    value: computeReturn(cases, baseline, returnInputsOf(log.events)),
    customers: [...new Set(log.cases.flatMap(({ customer }) => customer ?? []))].toSorted(),
  };
}

/** The ISO week of a day or instant, "2026-W47"; `null` when it is none. */
export function weekOf(day: string): string | null {
  const parsed = parseLocalDate(day.slice(0, 10));
  if (!parsed.ok) return null;
  const { year, week } = isoWeekOf(parsed.value);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

function trendOf(cases: readonly CaseHistory[]): readonly TrendWeek[] {
  const weeks = new Map<string, CaseHistory[]>();
  for (const each of cases) {
    const week = isDecided(each) && each.lastActionAt !== null ? weekOf(each.lastActionAt) : null;
    if (week !== null) weeks.set(week, [...(weeks.get(week) ?? []), each]);
  }
  return [...weeks]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([week, decided]) => ({
      week,
      decided: decided.length,
      exceptions: decided.filter(hasException).length,
      minutesToDecide: medianOf(
        present(decided.map((each) => minutesFromTo(each.importedAt, each.approvedAt))),
      ),
      cleanPercent: percentOf(decided.filter((each) => !hasException(each)).length, decided.length),
      figures: Object.fromEntries(
        metrics
          .filter(({ unit }) => unit !== "money")
          .map(({ id, compute }) => [id, compute(decided).value] as const),
      ),
    }));
}

function causesOf(cases: readonly CaseHistory[]): readonly CauseRow[] {
  const rows = new Map<CheckId, CaseHistory[]>();
  for (const each of cases)
    for (const { check } of each.findings) rows.set(check, [...(rows.get(check) ?? []), each]);
  return [...rows]
    .map(([check, found]): CauseRow => {
      const distinct = [...new Set(found)];
      const sums = (direction: "over" | "under"): Readonly<Record<string, DecimalText>> =>
        sumsByCurrency(
          distinct.flatMap(({ currency, findings }) =>
            findings
              .filter((finding) => finding.check === check && finding.direction === direction)
              .map(({ impact }) => ({ currency, amount: impact })),
          ),
        );
      const sentBack = distinct.filter((each) => each.sentBack > 0);
      const approved = distinct.filter((each) => each.sentBack === 0 && each.approvedAt !== null);
      return {
        check,
        count: found.length,
        open: distinct.length - sentBack.length - approved.length,
        sentBack: sentBack.length,
        approved: approved.length,
        over: sums("over"),
        under: sums("under"),
        cases: distinct.map(({ invoiceId }) => invoiceId),
      };
    })
    .toSorted((left, right) => right.count - left.count || (left.check < right.check ? -1 : 1));
}

function bucketsOf(
  cases: readonly CaseHistory[],
  read: (each: CaseHistory) => number | null,
  limits: readonly (readonly [label: string, most: number])[],
): readonly Bucket[] {
  return limits.map(([label, most], index) => {
    const least = index === 0 ? Number.NEGATIVE_INFINITY : (limits[index - 1]?.[1] ?? 0);
    const found = cases.filter((each) => {
      const value = read(each);
      return value !== null && value > least && value <= most;
    });
    return { label, count: found.length, cases: found.map(({ invoiceId }) => invoiceId) };
  });
}
