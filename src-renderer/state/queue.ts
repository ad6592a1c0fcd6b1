import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type {
  Finding,
  FindingCause,
  MissingCharge,
  QueueGrouping,
  SavedView,
} from "../../src-shared/model/index.ts";
import { callHost, createCallId } from "../host/door.ts";
import { matchesFilter, parseQueueFilter } from "./queue-filter.ts";
import type { QueueFilter } from "./queue-filter.ts";
import { groupQueue, headIdOf } from "./queue-groups.ts";
import type { QueueGroup } from "./queue-groups.ts";
import { countViews, indexQueue, sortByRisk } from "./queue-index.ts";
import type { QueueEntry, QueueSort, QueueView, SortColumn } from "./queue-index.ts";
import { createPause } from "./pause.ts";
import { entryOf } from "./queue-places.ts";
import { prepareSorting, sortQueue } from "./queue-sort.ts";

interface Queue {
  readonly state: "idle" | "loading" | "ready" | "failed";
  readonly error: CallError | null;
  /** All cases, in the order of the sort. */
  readonly entries: readonly QueueEntry[];
  /** What the view and the filter leave, in order. */
  readonly visible: readonly QueueEntry[];
  readonly counts: Readonly<Record<QueueView, number>>;
  /** Cases that a batch can be made of. */
  readonly approved: readonly string[];
  /** Open cases that one key approves together, as far as the owner has signed for it. */
  readonly offered: readonly string[];
  readonly missing: readonly MissingCharge[];
  readonly findings: readonly Finding[];
  readonly causes: ReadonlyMap<string, FindingCause>;
  readonly grouping: QueueGrouping;
  /** Heads over the visible rows, in order; none while the rows are not grouped. */
  readonly groups: readonly QueueGroup[];
  /** Heads whose rows are out of sight. */
  readonly folded: ReadonlySet<string>;
  /** The kept list that is shown, as long as nothing about it was changed. */
  readonly savedViewId: string | null;
  readonly view: QueueView;
  readonly filterText: string;
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  readonly activeId: string | null;
  readonly selected: ReadonlySet<string>;
  /** Where an extension of the selection starts. */
  readonly anchorId: string | null;
}

const nothing = parseQueueFilter("");

export const emptyQueue: Queue = {
  state: "idle",
  error: null,
  entries: [],
  visible: [],
  counts: countViews([]),
  approved: [],
  offered: [],
  missing: [],
  findings: [],
  causes: new Map(),
  grouping: "none",
  groups: [],
  folded: new Set(),
  savedViewId: null,
  view: "to-decide",
  filterText: "",
  filter: nothing,
  sort: sortByRisk,
  activeId: null,
  selected: new Set(),
  anchorId: null,
};

/** The queue of cases as one person sees it. */
export const useQueue = create<Queue>(() => emptyQueue);

export async function loadQueue(): Promise<void> {
  if (useQueue.getState().state === "idle") useQueue.setState({ state: "loading" });
  const result = await callHost("review.queue", {}, createCallId());
  if (!result.ok) {
    useQueue.setState({ state: "failed", error: result.error });
    return;
  }
  const indexed = indexQueue(result.value.rows);
  useQueue.setState((queue) =>
    shown({
      ...queue,
      state: "ready",
      error: null,
      entries: sortQueue(indexed, queue.sort),
      counts: countViews(indexed),
      approved: indexed.filter(({ row }) => row.state === "approved").map(({ row }) => row.invoiceId),
      offered: result.value.offered,
      missing: result.value.missing,
      findings: result.value.findings,
      causes: new Map(result.value.causes.map((cause) => [cause.id, cause])),
    }),
  );
  void prepareSorting(
    indexed,
    createPause(),
    () => useQueue.getState().entries[0]?.index === indexed[0]?.index,
  );
}

export function forgetQueue(): void {
  useQueue.setState(emptyQueue);
}

export function showView(view: QueueView): void {
  useQueue.setState((queue) =>
    shown({ ...queue, view, savedViewId: null, selected: new Set(), anchorId: null }),
  );
}

/** Shows a list that was kept: its filter says which cases, so it looks through all of them. */
export function showSavedView(saved: SavedView): void {
  useQueue.setState((queue) =>
    shown({
      ...queue,
      view: "all",
      filterText: saved.filter,
      filter: parseQueueFilter(saved.filter),
      grouping: saved.group,
      savedViewId: saved.id,
      selected: new Set(),
      anchorId: null,
    }),
  );
}

export function groupQueueBy(grouping: QueueGrouping): void {
  useQueue.setState((queue) => shown({ ...queue, grouping, folded: new Set(), savedViewId: null }));
}

/** Shows or hides the rows under a head; what was at hand under a head that folds is its head then. */
export function foldGroup(headId: string, to: "folded" | "unfolded" | "other"): void {
  useQueue.setState((queue) => {
    const folded = new Set(queue.folded);
    const isFolded = folded.has(headId);
    if (to === "unfolded" || (to === "other" && isFolded)) folded.delete(headId);
    else folded.add(headId);
    return shown({ ...queue, folded, activeId: folded.has(headId) ? headId : queue.activeId });
  });
}

/** Folds all groups, or shows all rows where all are folded. */
export function foldAllGroups(): void {
  useQueue.setState((queue) => {
    const heads = queue.groups.map(({ key }) => headIdOf(key));
    const isAll = heads.every((head) => queue.folded.has(head));
    return shown({ ...queue, folded: new Set(isAll ? [] : heads) });
  });
}

/** The head over what is at hand, or at hand itself; `null` where nothing is grouped. */
export function activeHead(): string | null {
  const { groups, activeId } = useQueue.getState();
  const group = groups.find(
    ({ key, entries }) => headIdOf(key) === activeId || entries.some(({ row }) => row.invoiceId === activeId),
  );
  return group === undefined ? null : headIdOf(group.key);
}

export function filterQueue(filterText: string): void {
  const filter = parseQueueFilter(filterText);
  useQueue.setState((queue) => shown({ ...queue, filterText, filter, savedViewId: null }));
}

/** Sorts by a column; the same column again turns the order around. */
export function sortQueueBy(column: SortColumn): void {
  useQueue.setState((queue) => {
    const startsHigh = [
      "risk",
      "over",
      "under",
      "payable",
      "findings",
      "riskLevel",
      "customerValue",
    ].includes(column);
    const first = startsHigh ? "descending" : "ascending";
    const other = startsHigh ? "ascending" : "descending";
    const direction = queue.sort.column === column && queue.sort.direction === first ? other : first;
    const sort: QueueSort = { column, direction };
    return shown({ ...queue, sort, entries: sortQueue(queue.entries, sort) });
  });
}

export function activateCase(id: string | null): void {
  useQueue.setState({ activeId: id });
}

/** Moves by rows of what is visible; stops at both ends. Returns the case that is active then. */
export function moveActive(step: number): string | null {
  const { visible, groups, activeId } = useQueue.getState();
  const head = groups.find(({ key }) => headIdOf(key) === activeId);
  const at = visible.findIndex((entry) => entry.row.invoiceId === activeId);
  const from = head === undefined ? at : step > 0 ? head.at - 1 : head.at;
  const next =
    visible[Math.min(visible.length - 1, Math.max(0, at < 0 && head === undefined ? 0 : from + step))];
  // Where all groups are folded there is no row to go to.
  const id = next?.row.invoiceId ?? activeId;
  useQueue.setState({ activeId: id });
  return id;
}

/** Selects a row, or takes it out; on a head it does so with all rows of the group. */
export function toggleSelected(id: string): void {
  useQueue.setState(({ selected, groups }) => {
    const next = new Set(selected);
    const group = groups.find(({ key }) => headIdOf(key) === id);
    const ids = group === undefined ? [id] : group.entries.map(({ row }) => row.invoiceId as string);
    const isAll = ids.every((each) => next.has(each));
    for (const each of ids)
      if (isAll) next.delete(each);
      else next.add(each);
    return { selected: next, anchorId: id };
  });
}

/** Selects all rows between the anchor and this one. */
export function extendSelection(id: string): void {
  useQueue.setState(({ visible, selected, anchorId, activeId }) => {
    const indexOf = (wanted: string | null): number =>
      visible.findIndex((entry) => entry.row.invoiceId === wanted);
    const to = indexOf(id);
    const from = indexOf(anchorId ?? activeId ?? id);
    if (to < 0) return {};
    const start = Math.min(from < 0 ? to : from, to);
    const end = Math.max(from, to);
    const next = new Set(selected);
    for (const entry of visible.slice(start, end + 1)) next.add(entry.row.invoiceId);
    return { selected: next, anchorId: anchorId ?? activeId ?? id, activeId: id };
  });
}

/** Everything that the filter shows, also what is folded away. */
export function selectAllVisible(): void {
  useQueue.setState((queue) => ({ selected: new Set(shownEntries(queue).map(({ row }) => row.invoiceId)) }));
}

/** What the view and the filter leave, also under heads that are folded. */
export const shownEntries = ({
  visible,
  groups,
}: Pick<Queue, "visible" | "groups">): readonly QueueEntry[] =>
  groups.some(({ isFolded }) => isFolded) ? groups.flatMap(({ entries }) => entries) : visible;

export function clearSelection(): void {
  useQueue.setState({ selected: new Set(), anchorId: null });
}

/** The selected cases, or the active one where none is selected. */
export function casesToActOn(): readonly QueueEntry[] {
  const { entries, selected, activeId } = useQueue.getState();
  if (selected.size > 0) return entries.filter((entry) => selected.has(entry.row.invoiceId));
  const atHand = entryOf(entries, activeId);
  return atHand === undefined ? [] : [atHand];
}

function shown(queue: Queue): Queue {
  const { visible, groups } = groupQueue(
    queue.entries.filter((entry) => entry.views.includes(queue.view) && matchesFilter(entry, queue.filter)),
    queue.grouping,
    queue.folded,
  );
  const isVisible = (id: string): boolean =>
    visible.some((entry) => entry.row.invoiceId === id) || groups.some(({ key }) => headIdOf(key) === id);
  // The active row leaves the list when it is decided: the row that takes its place becomes active.
  const formerAt = queue.visible.findIndex((entry) => entry.row.invoiceId === queue.activeId);
  const heir = visible[Math.min(Math.max(formerAt, 0), visible.length - 1)]?.row.invoiceId ?? null;
  const activeId = queue.activeId !== null && isVisible(queue.activeId) ? queue.activeId : heir;
  const visibleIds =
    queue.selected.size === 0
      ? null
      : new Set(shownEntries({ visible, groups }).map(({ row }) => row.invoiceId as string));
  const selected = new Set([...queue.selected].filter((id) => visibleIds?.has(id)));
  return { ...queue, visible, groups, activeId, selected };
}
