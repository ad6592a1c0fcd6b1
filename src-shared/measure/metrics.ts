import type { BaselineCase } from "../model/index.ts";
import type { DecimalText } from "../money/index.ts";
import { decimalToText, fractionToDecimal, quartiles } from "../money/index.ts";
import { hasException, isAutomatic, isDecided } from "./case-history.ts";
import type { CaseHistory } from "./case-history.ts";
import { daysFromTo, medianOf, minutesFromTo, percentOf, present } from "./figures.ts";
import { collected, ids, middle, money, number, share } from "./metric-figure.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** One measure: what it is called, how it is computed, and which way is better. */
export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly unit: "days" | "minutes" | "percent" | "count" | "money";
  readonly better: "lower" | "higher" | "neither";
  readonly formula: string;
  readonly compute: (cases: readonly CaseHistory[]) => MetricFigure;
  /** The same figure before the pilot; `null` where the baseline cannot tell. */
  readonly before: ((baseline: readonly BaselineCase[]) => DecimalText | null) | null;
}

const every = (): boolean => true;
const isPaid = ({ paidOn, dueOn }: CaseHistory): boolean => paidOn !== null && dueOn !== null;
const sentOn = ({ handedOverAt }: CaseHistory): string | null => handedOverAt;

/** Days before the pilot between two days that some cases have. */
const daysBefore =
  (from: "triggeredOn" | "sentOn" | "dueOn", to: "sentOn" | "paidOn") =>
  (baseline: readonly BaselineCase[]): DecimalText | null =>
    medianOf(present(baseline.map((each) => daysFromTo(each[from], each[to]))));

/**
 * Every measure, once. The dashboard, the reports, the command line and the guide are views of this table.
 *
 * A median is the middle value, or the mean of the two in the middle, with one decimal. Days are whole.
 */
export const metrics: readonly Metric[] = [
  {
    id: "customer-wait",
    title: "Customer wait",
    unit: "days",
    better: "lower",
    formula: "median of days from the last day of the work to the hand-off",
    compute: middle((each) => daysFromTo(each.deliveredOn, sentOn(each))),
    before: daysBefore("triggeredOn", "sentOn"),
  },
  {
    id: "first-response",
    title: "First response",
    unit: "minutes",
    better: "lower",
    formula: "median of minutes from import to the first action on the case",
    compute: middle((each) => minutesFromTo(each.importedAt, each.firstActionAt)),
    before: null,
  },
  {
    id: "completion",
    title: "Time to decide",
    unit: "minutes",
    better: "lower",
    formula: "median of minutes from import to approval",
    compute: middle((each) => minutesFromTo(each.importedAt, each.approvedAt)),
    before: null,
  },
  {
    id: "work-minutes",
    title: "Work on a case",
    unit: "minutes",
    better: "lower",
    formula: "median of whole minutes that a case was open before its decision",
    compute: middle(({ secondsOpen }) => (secondsOpen === null ? null : Math.trunc(secondsOpen / 60))),
    before: (baseline) => {
      const minutes = present(baseline.map((each) => each.minutes));
      return minutes.length === 0 ? null : decimalToText(fractionToDecimal(quartiles(minutes).median, 1));
    },
  },
  {
    id: "follow-up-rate",
    title: "Follow-ups",
    unit: "percent",
    better: "lower",
    formula: "cases with a question ÷ cases decided or asked about",
    compute: share(
      (each) => each.decisions > 0,
      ({ asked }) => asked > 0,
    ),
    before: null,
  },
  {
    id: "completeness",
    title: "Data completeness",
    unit: "percent",
    better: "higher",
    formula: "required fields that were read ÷ required fields, over all cases",
    compute: (cases) => ({
      value: percentOf(
        cases.reduce((sum, each) => sum + each.presentFields, 0),
        cases.reduce((sum, each) => sum + each.requiredFields, 0),
      ),
      sums: null,
      count: cases.length,
      cases: ids(cases.filter((each) => each.presentFields < each.requiredFields)),
    }),
    before: null,
  },
  {
    id: "rework",
    title: "Rework",
    unit: "percent",
    better: "lower",
    formula: "cases with more than one decision ÷ cases with a decision",
    compute: share(
      (each) => each.decisions > 0,
      ({ decisions }) => decisions > 1,
    ),
    before: null,
  },
  {
    id: "corrections",
    title: "Corrections",
    unit: "percent",
    better: "lower",
    formula: "cases with a corrected value ÷ all cases",
    compute: share(every, ({ corrected }) => corrected > 0),
    before: null,
  },
  {
    id: "escalations",
    title: "Escalations",
    unit: "percent",
    better: "lower",
    formula: "cases that were escalated ÷ cases with a decision",
    compute: share(
      (each) => each.decisions > 0,
      ({ escalated }) => escalated > 0,
    ),
    before: null,
  },
  {
    id: "error-rate",
    title: "Errors that went out",
    unit: "percent",
    better: "lower",
    formula: "cases voided after export or sent back after approval ÷ cases approved",
    compute: share(
      ({ approvedAt, cameBack }) => approvedAt !== null || cameBack,
      ({ cameBack }) => cameBack,
    ),
    before: (baseline) => {
      const known = baseline.filter(({ hadError }) => hadError !== null);
      return percentOf(known.filter(({ hadError }) => hadError === true).length, known.length);
    },
  },
  {
    id: "cycle",
    title: "Trigger to payment",
    unit: "days",
    better: "lower",
    formula: "median of days from the last day of the work to the payment",
    compute: middle((each) => daysFromTo(each.deliveredOn, each.paidOn)),
    before: daysBefore("triggeredOn", "paidOn"),
  },
  {
    id: "exceptions",
    title: "Exceptions",
    unit: "percent",
    better: "lower",
    formula: "cases with a finding above “info” ÷ all cases",
    compute: share(every, hasException),
    before: null,
  },
  {
    id: "without-person",
    title: "Resolved without a person",
    unit: "percent",
    better: "higher",
    formula: "cases approved by the program ÷ cases decided",
    compute: share(isDecided, isAutomatic),
    before: null,
  },
  {
    id: "days-to-pay",
    title: "Invoice to payment",
    unit: "days",
    better: "lower",
    formula: "median of days from the invoice date to the payment that covered all of it",
    compute: middle((each) => daysFromTo(each.issuedOn, each.paidOn)),
    before: daysBefore("sentOn", "paidOn"),
  },
  {
    id: "late-payments",
    title: "Paid late",
    unit: "percent",
    better: "lower",
    formula: "cases paid after their due date ÷ cases paid",
    compute: share(isPaid, ({ paidOn, dueOn }) => (paidOn ?? "") > (dueOn ?? "")),
    before: (baseline) => {
      const paid = baseline.filter(({ paidOn, dueOn }) => paidOn !== null && dueOn !== null);
      return percentOf(
        paid.filter(({ paidOn, dueOn }) => (paidOn ?? "") > (dueOn ?? "")).length,
        paid.length,
      );
    },
  },
  {
    id: "days-late",
    title: "Days late",
    unit: "days",
    better: "lower",
    formula: "median of days from due date to payment; early is negative",
    compute: middle((each) => (isPaid(each) ? daysFromTo(each.dueOn, each.paidOn) : null)),
    before: daysBefore("dueOn", "paidOn"),
  },
  {
    id: "disputes",
    title: "Disputed",
    unit: "percent",
    better: "lower",
    formula: "cases with a dispute ÷ cases handed over or disputed",
    compute: share(
      ({ handedOverAt, disputed }) => handedOverAt !== null || disputed > 0,
      ({ disputed }) => disputed > 0,
    ),
    before: null,
  },
  {
    id: "collected",
    title: "Money collected",
    unit: "money",
    better: "higher",
    formula: "sum of what payments were settled against cases, by currency",
    compute: collected,
    before: null,
  },
  {
    id: "reconciliation",
    title: "Reconciliation",
    unit: "days",
    better: "lower",
    formula: "median of days from the payment at the bank to its match",
    compute: middle(({ matchedAfterDays }) => matchedAfterDays),
    before: null,
  },
  {
    id: "throughput",
    title: "Cases approved",
    unit: "count",
    better: "higher",
    formula: "number of cases with an approval that holds",
    compute: number(({ approvedAt }) => approvedAt !== null),
    before: null,
  },
  {
    id: "on-time",
    title: "Out on time",
    unit: "percent",
    better: "higher",
    formula: "cases handed over on or before their invoice date ÷ cases handed over with a date",
    compute: share(
      (each) => each.handedOverAt !== null && each.issuedOn !== null,
      ({ handedOverAt, issuedOn }) => (handedOverAt ?? "").slice(0, 10) <= (issuedOn ?? ""),
    ),
    before: null,
  },
  {
    id: "found-over",
    title: "Found: billed too much",
    unit: "money",
    better: "neither",
    formula: "sum of impacts of findings in the direction “over”, by currency",
    compute: money("over"),
    before: null,
  },
  {
    id: "found-under",
    title: "Found: billed too little",
    unit: "money",
    better: "neither",
    formula: "sum of impacts of findings in the direction “under”, by currency",
    compute: money("under"),
    before: null,
  },
];
