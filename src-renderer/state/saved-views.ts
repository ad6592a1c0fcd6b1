import { create } from "zustand";
import type { SavedView } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { useQueue, showSavedView } from "./queue.ts";
import { matchesFilter, parseQueueFilter } from "./queue-filter.ts";
import type { QueueEntry } from "./queue-index.ts";
import { showToast } from "./toasts.ts";

interface SavedViews {
  readonly views: readonly SavedView[];
}

/** Lists of the queue that people have kept in the workspace. */
export const useSavedViews = create<SavedViews>(() => ({ views: [] }));

export async function loadSavedViews(): Promise<void> {
  const result = await callHost("views.list", {});
  if (result.ok) useSavedViews.setState({ views: result.value });
}

export function forgetSavedViews(): void {
  useSavedViews.setState({ views: [] });
}

/** The filter that shows what is shown now, whatever list it was shown in. */
export function currentFilter(): string {
  const { view, filterText } = useQueue.getState();
  return [view === "all" ? "" : `is:${view}`, filterText.trim()].filter((part) => part !== "").join(" ");
}

/** Keeps what is shown now under a name; a list of that name is replaced. */
export async function saveView(name: string): Promise<void> {
  const { views } = useSavedViews.getState();
  const former = views.find((view) => view.name.toLowerCase() === name.toLowerCase());
  const view: SavedView = {
    id: former?.id ?? `view-${crypto.randomUUID()}`,
    name,
    filter: currentFilter(),
    group: useQueue.getState().grouping,
  };
  const next =
    former === undefined ? [...views, view] : views.map((each) => (each.id === view.id ? view : each));
  if (await storeViews(next)) showSavedView(view);
}

export async function removeView(id: string): Promise<void> {
  const { views } = useSavedViews.getState();
  const removed = views.find((view) => view.id === id);
  if (removed === undefined) return;
  if (!(await storeViews(views.filter((view) => view.id !== id)))) return;
  showToast({
    tone: "done",
    text: say("savedView.removed", { name: removed.name }),
    action: { label: say("undo.short"), run: () => void storeViews(views) },
  });
}

async function storeViews(views: readonly SavedView[]): Promise<boolean> {
  const result = await callHost("views.write", { views: [...views] });
  if (result.ok) useSavedViews.setState({ views: result.value });
  else showToast({ tone: "failed", text: result.error.message, action: null });
  return result.ok;
}

/** How many cases each kept list holds now. */
export function countSavedViews(
  views: readonly SavedView[],
  entries: readonly QueueEntry[],
): ReadonlyMap<string, number> {
  return new Map(
    views.map((view) => {
      const filter = parseQueueFilter(view.filter);
      return [
        view.id,
        entries.reduce((count, entry) => count + (matchesFilter(entry, filter) ? 1 : 0), 0),
      ] as const;
    }),
  );
}
