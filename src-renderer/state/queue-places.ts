import type { QueueEntry, QueueIndex } from "./queue-index.ts";

/** The entries of a load by their case, made when the first one is asked for. */
const entriesByLoad = new WeakMap<QueueIndex, ReadonlyMap<string, QueueEntry>>();

/** The entry of a case among those of one load, at once for any number of rows. */
export function entryOf(entries: readonly QueueEntry[], id: string | null): QueueEntry | undefined {
  const index = entries[0]?.index;
  if (index === undefined || id === null) return undefined;
  const known =
    entriesByLoad.get(index) ?? new Map(index.entries.map((entry) => [entry.row.invoiceId, entry]));
  entriesByLoad.set(index, known);
  return known.get(id);
}

interface RowsOfQueue {
  readonly entries: readonly QueueEntry[];
  readonly activeId: string | null;
}

/** The case at hand in the queue; none where a head of a group is. */
export const caseOfQueue = ({ entries, activeId }: RowsOfQueue): QueueEntry | undefined =>
  entryOf(entries, activeId);
