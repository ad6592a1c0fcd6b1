import type { AssessmentHints } from "../../../src-shared/api/contract.ts";
import { baselineOf, daysFromTo, medianOf, percentOf, present } from "../../../src-shared/measure/index.ts";
import type { MeasuredCase } from "../../../src-shared/measure/index.ts";
import { decimalToText, fractionToDecimal, quartiles } from "../../../src-shared/money/index.ts";
import { collectMeasureLog } from "../measure/collect-log.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

const segmentsShown = 3;
const fewestOfSegment = 2;

/**
 * What the workspace itself shows of the handoff: how often, how long, how often wrong, and where terms are clearest.
 *
 * A person judges whether it is typical; nothing of it is recorded before it was taken over.
 */
export function findHints(workspace: OpenWorkspace): AssessmentHints {
  const { cases, events } = collectMeasureLog(workspace);
  const issued = cases.filter(({ kind, issuedOn }) => kind === "invoice" && issuedOn !== null);
  const months = new Set(issued.map(({ issuedOn }) => issuedOn?.slice(0, 7)));
  const waits = present(issued.map(({ deliveredOn, issuedOn }) => daysFromTo(deliveredOn, issuedOn)));
  const minutes = present(baselineOf(events).map((each) => each.minutes));
  return {
    repetitionsPerMonth: months.size === 0 ? null : Math.ceil(issued.length / months.size),
    dragDays: medianOf(waits.filter((days) => days >= 0)),
    minutesEach: minutes.length === 0 ? null : decimalToText(fractionToDecimal(quartiles(minutes).median, 1)),
    errorPercent: percentOf(cases.filter((each) => !isClean(each)).length, cases.length),
    segments: findSegments(cases),
  };
}

const isClean = ({ findings }: MeasuredCase): boolean =>
  findings.every(({ severity }) => severity === "info");

/** The customers with the largest share of invoices that nothing speaks against. */
function findSegments(cases: readonly MeasuredCase[]): AssessmentHints["segments"] {
  const byCustomer = new Map<string, MeasuredCase[]>();
  for (const each of cases)
    if (each.customer !== null)
      byCustomer.set(each.customer, [...(byCustomer.get(each.customer) ?? []), each]);
  return [...byCustomer]
    .map(([customer, own]) => ({ customer, invoices: own.length, clean: own.filter(isClean).length }))
    .filter(({ invoices }) => invoices >= fewestOfSegment)
    .toSorted(
      (left, right) =>
        right.clean / right.invoices - left.clean / left.invoices || right.invoices - left.invoices,
    )
    .slice(0, segmentsShown);
}
