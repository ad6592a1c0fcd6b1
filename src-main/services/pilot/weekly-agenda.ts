import type { WeeklyAgenda } from "../../../src-shared/api/contract.ts";
import {
  caseHistories,
  holdingEvents,
  isDecided,
  measureBoard,
  metrics,
  noFilter,
} from "../../../src-shared/measure/index.ts";
import type { MeasureBoard, MeasureLog } from "../../../src-shared/measure/index.ts";
import type { CheckId, InvoiceId } from "../../../src-shared/model/index.ts";
import { compare } from "../../../src-shared/money/index.ts";
import type { PilotStanding } from "../../../src-shared/pilot/index.ts";
import { addDays, daysBetween, parseLocalDate } from "../../../src-shared/time/index.ts";
import { collectMeasureLog } from "../measure/collect-log.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { standingOf } from "./recommend.ts";

const causesShown = 5;
/** Days after which an open case is talked about. */
const oldAfterDays = 7;

/** What a weekly meeting looks at and may change, from the events of the last seven days. */
export function weeklyAgenda(workspace: OpenWorkspace): WeeklyAgenda {
  const log = collectMeasureLog(workspace);
  const from = addDays(log.asOf, -6);
  const week = measureBoard(log, { ...noFilter, from, to: addDays(log.asOf, 1) });
  return {
    from,
    to: log.asOf,
    causes: week.causes.slice(0, causesShown).map(({ check, count, open, cases }) => ({
      check,
      count,
      open,
      cases,
    })),
    old: findOld(log),
    worse: findWorse(measureBoard(log, noFilter)),
    rules: findOverruled(workspace, standingOf(workspace), from),
  };
}

/** Open cases that came in more than a week ago. */
function findOld(log: MeasureLog): readonly InvoiceId[] {
  return caseHistories(log, noFilter).flatMap((each) => {
    const imported = each.importedAt === null ? null : parseLocalDate(each.importedAt.slice(0, 10));
    const isOld = imported?.ok === true && daysBetween(imported.value, log.asOf) > oldAfterDays;
    return isOld && !isDecided(each) ? [each.invoiceId] : [];
  });
}

/** Measures that are worse than before the pilot. */
function findWorse(board: MeasureBoard): WeeklyAgenda["worse"] {
  return board.metrics.flatMap(({ id, value, before }) => {
    const better = metrics.find((metric) => metric.id === id)?.better ?? "neither";
    if (value === null || before === null || better === "neither") return [];
    const change = compare(value, before);
    return (better === "lower" ? change > 0 : change < 0) ? [{ id, before, now: value }] : [];
  });
}

/** Checks that persons overruled this week: approved in spite of them, or said that a finding does not count. */
function findOverruled(
  workspace: OpenWorkspace,
  standing: PilotStanding,
  from: string,
): WeeklyAgenda["rules"] {
  const { checkedById } = workspace.review();
  const cases = new Map<CheckId, Set<InvoiceId>>();
  const note = (check: CheckId, id: InvoiceId): void => {
    const known = cases.get(check) ?? new Set<InvoiceId>();
    cases.set(check, known.add(id));
  };
  for (const { at, agreement, checks, invoiceId } of standing.rows)
    if (agreement === "overcautious" && at.slice(0, 10) >= from)
      for (const check of checks) note(check, invoiceId);
  for (const { at, action } of holdingEvents(workspace.events())) {
    if (action.type !== "finding-dismissed" || at.slice(0, 10) < from) continue;
    const finding = checkedById.get(action.invoiceId)?.findings.find(({ id }) => id === action.findingId);
    if (finding !== undefined) note(finding.check, action.invoiceId);
  }
  return [...cases]
    .map(([check, ids]) => ({ check, cases: [...ids], hasMoney: movesMoney(workspace, check) }))
    .toSorted((left, right) => right.cases.length - left.cases.length || (left.check < right.check ? -1 : 1))
    .slice(0, causesShown);
}

/** Whether a tolerance could make the check quieter: one whose findings move money. */
function movesMoney(workspace: OpenWorkspace, check: CheckId): boolean {
  for (const { findings } of workspace.review().checkedById.values())
    if (findings.some((finding) => finding.check === check && finding.impact !== null)) return true;
  return false;
}
