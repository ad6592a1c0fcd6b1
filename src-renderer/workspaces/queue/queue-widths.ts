import type { CaseState, Level, Route } from "../../../src-shared/model/index.ts";
import { formatDate, formatPlainAmount } from "../../locale/display.ts";
import type { QueueEntry, QueueIndex } from "../../state/queue-index.ts";

export const routes: readonly Route[] = ["blocked", "review", "clear"];
export const levels: readonly Level[] = ["high", "medium", "low"];
export const caseStates: readonly CaseState[] = [
  "to-decide",
  "waiting",
  "blocked",
  "approved",
  "sent-back",
  "exported",
];

type TextColumn = "number" | "owner";
type AmountColumn = "over" | "under" | "payable";
type Row = QueueEntry["row"];

/** The rows that say how wide columns must be; `null` where no row says anything. */
interface WidestRows {
  readonly longest: Readonly<Record<TextColumn, Row | null>>;
  /** Rows whose amount has the most places before and behind the point. */
  readonly before: Readonly<Record<AmountColumn, Row | null>>;
  readonly behind: Readonly<Record<AmountColumn, Row | null>>;
}

/** Neither order nor filter changes them: they are found once for each load. */
const widestByLoad = new WeakMap<QueueIndex, WidestRows>();

/** The text of most letters in the load of these entries, alone in a list: what a column has to make room for. */
export function longestOf(entries: readonly QueueEntry[], column: TextColumn): readonly string[] {
  return [widestRowsOf(entries).longest[column]?.[column] ?? ""];
}

/** The amounts of most places before and behind the point, as the cells write them: a figure is never cut. */
export function widestAmounts(entries: readonly QueueEntry[], column: AmountColumn): readonly string[] {
  const { before, behind } = widestRowsOf(entries);
  return [before[column], behind[column]].map((row) => {
    const amount = row?.[column] ?? null;
    return amount === null ? "" : formatPlainAmount(amount, row?.currency ?? null);
  });
}

function widestRowsOf([first]: readonly QueueEntry[]): WidestRows {
  if (first === undefined) return findWidestRows([]);
  const { index } = first;
  const known = widestByLoad.get(index) ?? findWidestRows(index.entries);
  widestByLoad.set(index, known);
  return known;
}

function findWidestRows(entries: readonly QueueEntry[]): WidestRows {
  const widestBy = (lengthOf: (row: Row) => number): Row | null => {
    let widest: Row | null = null;
    let most = 0;
    for (const { row } of entries) {
      const length = lengthOf(row);
      if (length <= most) continue;
      widest = row;
      most = length;
    }
    return widest;
  };
  const placesBefore = (amount: string | null): number => {
    const point = amount?.indexOf(".") ?? 0;
    return point < 0 ? (amount?.length ?? 0) : point;
  };
  const placesBehind = (amount: string | null): number => (amount?.length ?? 0) - placesBefore(amount);
  const byAmount = (lengthOf: (amount: string | null) => number) => ({
    over: widestBy(({ over }) => lengthOf(over)),
    under: widestBy(({ under }) => lengthOf(under)),
    payable: widestBy(({ payable }) => lengthOf(payable)),
  });
  return {
    longest: {
      number: widestBy(({ number }) => number?.length ?? 0),
      owner: widestBy(({ owner }) => owner.length),
    },
    before: byAmount(placesBefore),
    behind: byAmount(placesBehind),
  };
}

/** A late day of each month, since months have names of their own length. */
export function widestDates(): readonly string[] {
  return Array.from({ length: 12 }, (_, month) =>
    formatDate(`2026-${String(month + 1).padStart(2, "0")}-28`),
  );
}
