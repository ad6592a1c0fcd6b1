import { useMemo, useState } from "react";
import type { CSSProperties, ReactNode } from "react";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import { approveNow, compose } from "../../commands/decide-cases.ts";
import { commandsById } from "../../commands/command-table.ts";
import { Button } from "../../components/button.tsx";
import { DataGrid } from "../../components/data-grid/data-grid.tsx";
import type { GridGroup } from "../../components/data-grid/data-grid.tsx";
import { useMatches } from "../../components/use-matches.ts";
import { say } from "../../locale/say.ts";
import {
  activateCase,
  extendSelection,
  filterQueue,
  foldGroup,
  loadQueue,
  selectAllVisible,
  showView,
  sortQueueBy,
  toggleSelected,
  useQueue,
} from "../../state/queue.ts";
import { headIdOf } from "../../state/queue-groups.ts";
import type { QueueEntry, SortColumn } from "../../state/queue-index.ts";
import { casesForBatch, useExports } from "../../state/exports.ts";
import { useSavedViews } from "../../state/saved-views.ts";
import { openCase } from "../../state/review.ts";
import { openOverlay, openScreen, roomForPreview, useWindowView } from "../../state/window-view.ts";
import { CaseMenu } from "./case-menu.tsx";
import { CasePreview, previewWidth } from "./case-preview.tsx";
import { GroupHead } from "./group-head.tsx";
import { KeepListDialog } from "./keep-list-dialog.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { arrangeColumns } from "./arrange-columns.ts";
import { ColumnDialog } from "./column-dialog.tsx";
import { OfferStrip } from "./offer-strip.tsx";
import { queueColumns } from "./queue-columns.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useCaseAtHand } from "./use-case-at-hand.ts";
import "./queue.css";

const idOf = (entry: QueueEntry): string => entry.row.invoiceId;
const rowHeights = { compact: 28, comfortable: 36 } as const;

/** All cases by money at risk, to be decided one by one or together. */
export function QueueScreen() {
  useCaseAtHand();
  const state = useQueue((queue) => queue.state);
  const view = useQueue((queue) => queue.view);
  const visible = useQueue((queue) => queue.visible);
  const activeId = useQueue((queue) => queue.activeId);
  const selected = useQueue((queue) => queue.selected);
  const sort = useQueue((queue) => queue.sort);
  const density = useWindowView((window) => window.density);
  const hasRoom = useMatches(roomForPreview);
  const hasPreview = useWindowView((window) => (hasRoom ? window.panes.preview : window.asksForPreview));
  const previewSize = useWindowView((window) => window.sizes.preview ?? previewWidth);
  const groups = useQueue((queue) => queue.groups);
  const heads = useMemo(
    () =>
      groups.map((group): GridGroup => ({
        key: headIdOf(group.key),
        at: group.at,
        isFolded: group.isFolded,
        head: <GroupHead group={group} />,
      })),
    [groups],
  );
  const savedViewId = useQueue((queue) => queue.savedViewId);
  const savedName = useSavedViews((saved) => saved.views.find((each) => each.id === savedViewId)?.name);
  const title = savedName ?? say(`view.${view}`);
  const chosen = useWindowView((window) => window.columns);
  // Widths are those of all rows, so that nothing jumps when the list is filtered.
  const entries = useQueue((queue) => queue.entries);
  const columns = useMemo(() => arrangeColumns(queueColumns(entries), chosen), [entries, chosen]);
  const isMenuOpen = useWindowView((window) => window.overlay === "case-menu");
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);

  return (
    <section
      className="queue-screen"
      data-preview={hasPreview}
      style={{ "--preview-size": `${previewSize}px` } as CSSProperties}
    >
      <div className="queue-main">
        <header className="screen-head">
          <h1 className="one-line">{title}</h1>
          <FilterBar hasPreview={hasPreview} />
          <BatchButton />
        </header>
        <OfferStrip />
        <div className="queue-grid" data-pane-host="2">
          <DataGrid
            label={title}
            columns={columns}
            rows={visible}
            idOf={idOf}
            activeId={activeId}
            selected={selected}
            sort={sort}
            rowHeight={rowHeights[density]}
            keyArea="queue"
            outcomeColumn="route"
            onActivate={activateCase}
            onOpen={(id) => void openCase(id)}
            onToggle={toggleSelected}
            onExtend={extendSelection}
            onSelectAll={selectAllVisible}
            onSort={(column) => sortQueueBy(column as SortColumn)}
            onMenu={(_id, place) => setMenu(place)}
            onFold={(head) => foldGroup(head, "other")}
            groups={heads}
            empty={<EmptyQueue state={state} />}
          />
        </div>
        <SelectionBar
          onApprove={() => void approveNow()}
          onAsk={() => compose("ask")}
          onPostpone={() => compose("postpone")}
        />
      </div>
      {hasPreview ? <CasePreview /> : null}
      <CaseMenu
        place={menu ?? (isMenuOpen ? placeOfActiveRow() : null)}
        onClose={() => {
          setMenu(null);
          if (isMenuOpen) openOverlay(null);
        }}
      />
      <KeepListDialog />
      <ColumnDialog />
    </section>
  );
}

/** Under the row at hand, where a right click would have been. */
function placeOfActiveRow(): { readonly x: number; readonly y: number } | null {
  const row = document.querySelector('[data-keys="queue"] [data-active="true"]')?.getBoundingClientRect();
  return row === undefined ? null : { x: row.left + 40, y: row.bottom };
}

function BatchButton() {
  const keyOf = useKeyLabel();
  const approved = useQueue((queue) => queue.approved);
  const batches = useExports((state) => state.batches);
  const count = casesForBatch(approved, batches).length;
  if (count === 0) return null;
  return (
    <Button
      look="main"
      shortcut={keyOf("batch.approve")}
      onClick={() => commandsById.get("batch.approve")?.run()}
    >
      {say("queue.makeBatch", { count })}
    </Button>
  );
}

/** Three kinds of nothing: not begun, filtered away, all done. Each says what to do next. */
function EmptyQueue({ state }: { readonly state: "idle" | "loading" | "ready" | "failed" }): ReactNode {
  const error = useQueue((queue) => queue.error);
  const all = useQueue((queue) => queue.entries.length);
  const inView = useQueue((queue) => queue.counts[queue.view]);
  const filterText = useQueue((queue) => queue.filterText);
  const view = useQueue((queue) => queue.view);
  if (state === "failed") {
    return (
      <div className="empty" role="alert">
        <h2>{say("queue.failed")}</h2>
        <p>{error?.message}</p>
        <Button onClick={() => void loadQueue()}>{say("job.retry")}</Button>
      </div>
    );
  }
  if (state !== "ready") return <p className="document-note">{say("queue.loading")}</p>;
  if (all === 0) {
    return (
      <div className="empty">
        <h2>{say("empty.first.title")}</h2>
        <p>{say("empty.first.text")}</p>
        <Button look="main" onClick={() => commandsById.get("documents.import")?.run()}>
          {say("command.import")}
        </Button>
        <Button onClick={() => commandsById.get("sample.open")?.run()}>{say("command.openSample")}</Button>
      </div>
    );
  }
  if (inView > 0 && filterText !== "") {
    return (
      <div className="empty">
        <h2>{say("empty.filtered.title")}</h2>
        <p>{say("empty.filtered.text", { count: inView })}</p>
        <Button onClick={() => filterQueue("")}>{say("filter.clear")}</Button>
      </div>
    );
  }
  const isDone = view === "to-decide";
  return (
    <div className="empty">
      <h2>{say(isDone ? "empty.done.title" : "empty.view.title")}</h2>
      <p>{say(isDone ? "empty.done.text" : "empty.view.text")}</p>
      {isDone ? (
        <Button look="main" onClick={() => openScreen("exports")}>
          {say("command.goExports")}
        </Button>
      ) : (
        <Button onClick={() => showView("to-decide")}>{say("view.to-decide")}</Button>
      )}
    </div>
  );
}
