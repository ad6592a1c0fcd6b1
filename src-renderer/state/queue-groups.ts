import { add, zero } from "../../src-shared/money/index.ts";
import type { Decimal } from "../../src-shared/money/index.ts";
import type { QueueGrouping } from "../../src-shared/model/index.ts";
import type { QueueEntry } from "./queue-index.ts";

/** Rows of the queue that stand together under one head. */
export interface QueueGroup {
  /** Customer, check or cause; `null` for the rows that have none. */
  readonly key: string | null;
  /** Place of its first row among those that are shown. */
  readonly at: number;
  readonly count: number;
  readonly isFolded: boolean;
  readonly entries: readonly QueueEntry[];
}

/** Names the head of a group where a row is named by its invoice. */
export const headIdOf = (key: string | null): string => `head ${key ?? ""}`;

export interface GroupedQueue {
  readonly visible: readonly QueueEntry[];
  readonly groups: readonly QueueGroup[];
}

/**
 * Puts rows together, the group with the most money at risk first; inside a group the order stays.
 *
 * A row stands in one group only, that of its gravest cause or check. Rows without any come last. A folded group
 * keeps its head and shows no row.
 */
export function groupQueue(
  entries: readonly QueueEntry[],
  grouping: QueueGrouping,
  folded: ReadonlySet<string> = unfolded,
): GroupedQueue {
  if (grouping === "none") return { visible: entries, groups: [] };
  const members = new Map<string | null, QueueEntry[]>();
  const risks = new Map<string | null, Decimal>();
  for (const entry of entries) {
    const key = keyOf(entry, grouping);
    const group = members.get(key);
    if (group === undefined) members.set(key, [entry]);
    else group.push(entry);
    if (entry.risk !== null) risks.set(key, add(risks.get(key) ?? zero, entry.risk));
  }
  const riskOf = (key: string | null): bigint => risks.get(key)?.units ?? -1n;
  const keys = [...members.keys()].sort((first, second) => {
    if (first === null || second === null) return first === null ? (second === null ? 0 : 1) : -1;
    const [firstRisk, secondRisk] = [riskOf(first), riskOf(second)];
    if (firstRisk !== secondRisk) return firstRisk > secondRisk ? -1 : 1;
    return first < second ? -1 : 1;
  });
  const visible: QueueEntry[] = [];
  const groups: QueueGroup[] = [];
  for (const key of keys) {
    const group = members.get(key) ?? [];
    const isFolded = folded.has(headIdOf(key));
    groups.push({ key, at: visible.length, count: group.length, isFolded, entries: group });
    if (!isFolded) for (const entry of group) visible.push(entry);
  }
  return { visible, groups };
}

const unfolded: ReadonlySet<string> = new Set();

function keyOf({ row }: QueueEntry, grouping: Exclude<QueueGrouping, "none">): string | null {
  switch (grouping) {
    case "customer":
      return row.customer;
    case "check":
      return row.checks[0] ?? null;
    case "cause":
      return row.causes[0] ?? null;
  }
}
