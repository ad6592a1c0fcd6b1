import { addDays, parseLocalDate } from "../time/index.ts";
import type { LocalDate } from "../time/index.ts";
import { caseHistories } from "./case-history.ts";
import type { CaseHistory } from "./case-history.ts";
import { holdingEvents } from "./log.ts";
import type { MeasureFilter, MeasureLog } from "./log.ts";
import { metrics } from "./metrics.ts";
import type { MetricFigure } from "./metric-figure.ts";

/** One measure over the thirty days before a day and over the thirty days from it on. */
export interface BeforeAfterRow {
  readonly id: string;
  readonly before: MetricFigure;
  readonly after: MetricFigure;
}

/** Thirty days on either side of the day on which the program was first allowed to do more than watch. */
export interface BeforeAfter {
  /** The first day of the second half. */
  readonly from: LocalDate;
  /** Whether somebody signed a phase on that day, or the last thirty days stand against the thirty before. */
  readonly basis: "phase-signed" | "last-thirty-days";
  readonly casesBefore: number;
  readonly casesAfter: number;
  readonly rows: readonly BeforeAfterRow[];
}

const span = 30;

/** Every measure before and after. A case counts on the day of its last action, or of its import. */
export function compareThirtyDays(log: MeasureLog, filter: MeasureFilter): BeforeAfter {
  const signed = firstPhaseBeyondShadow(log);
  const from = signed ?? addDays(log.asOf, 1 - span);
  const all = caseHistories(log, { ...filter, from: null, to: null });
  const [before, after] = [within(all, addDays(from, -span)), within(all, from)];
  return {
    from,
    basis: signed === null ? "last-thirty-days" : "phase-signed",
    casesBefore: before.length,
    casesAfter: after.length,
    rows: metrics.map(({ id, compute }) => ({ id, before: compute(before), after: compute(after) })),
  };
}

function firstPhaseBeyondShadow({ events }: MeasureLog): LocalDate | null {
  for (const { at, action } of holdingEvents(events)) {
    if (action.type !== "pilot-recorded" || action.entry.type !== "phase-signed") continue;
    if (action.entry.phase === "shadow" || action.entry.phase === "off") continue;
    const day = parseLocalDate(at.slice(0, 10));
    if (day.ok) return day.value;
  }
  return null;
}

/** Cases of the thirty days from a day on. */
function within(cases: readonly CaseHistory[], from: LocalDate): readonly CaseHistory[] {
  const end = addDays(from, span);
  return cases.filter(({ lastActionAt, importedAt }) => {
    const day = (lastActionAt ?? importedAt ?? "").slice(0, 10);
    return day >= from && day < end;
  });
}
