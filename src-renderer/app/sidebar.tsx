import { Fragment, useMemo } from "react";
import type { ReactNode } from "react";
import { keysOf, isMac } from "../commands/follow-keys.ts";
import { commandsById } from "../commands/command-table.ts";
import { labelOfKey } from "../commands/keys.ts";
import { Button, Key } from "../components/button.tsx";
import { PaneEdge } from "../components/pane-edge.tsx";
import { narrowWindow, useMatches } from "../components/use-matches.ts";
import { formatCount } from "../locale/display.ts";
import { say } from "../locale/say.ts";
import type { MessageId } from "../locale/say.ts";
import { useAgreements } from "../state/agreements.ts";
import { useDocuments } from "../state/documents.ts";
import { useExports } from "../state/exports.ts";
import { showSavedView, showView, useQueue } from "../state/queue.ts";
import type { QueueView } from "../state/queue-index.ts";
import { countSavedViews, useSavedViews } from "../state/saved-views.ts";
import { useSession } from "../state/session.ts";
import { openOverlay, openScreen, resizePane, togglePane, useWindowView } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";
import { NarrowSidebar } from "./narrow-sidebar.tsx";

const views: readonly { readonly id: QueueView; readonly title: MessageId }[] = [
  { id: "to-decide", title: "view.to-decide" },
  { id: "waiting", title: "view.waiting" },
  { id: "blocked", title: "view.blocked" },
  { id: "cannot-determine", title: "view.cannot-determine" },
  { id: "clear", title: "view.clear" },
  { id: "done", title: "view.done" },
  { id: "all", title: "view.all" },
];

/** The screens beside the queue, by what they are for. */
const parts: readonly {
  readonly title: MessageId;
  readonly screens: readonly Exclude<Screen, "welcome">[];
}[] = [
  { title: "sidebar.sources", screens: ["agreements", "documents", "readiness"] },
  { title: "sidebar.worth", screens: ["pilot", "measure"] },
  { title: "sidebar.out", screens: ["drafts", "exports", "payments", "followup"] },
  { title: "sidebar.program", screens: ["history", "lab", "assistant", "settings"] },
];

const sidebarWidth = 204;

/** Where everything is, with how much there is of it. */
export function Sidebar() {
  const isShown = useWindowView((view) => view.panes.sidebar);
  const screen = useWindowView((view) => view.screen);
  const workspace = useSession((session) => session.status?.workspace);
  const view = useQueue((queue) => queue.view);
  const savedViewId = useQueue((queue) => queue.savedViewId);
  const counts = useQueue((queue) => queue.counts);
  const documents = useDocuments((state) => state.rows);
  const agreements = useAgreements((state) => state.list);
  const batches = useExports((state) => state.batches);
  const proposed =
    agreements?.reduce(
      (count, agreement) => count + agreement.terms.filter((term) => term.status === "proposed").length,
      0,
    ) ?? 0;
  const amounts: Readonly<Partial<Record<Screen, number | undefined>>> = {
    agreements: agreements?.length,
    documents: documents?.length,
    exports: batches?.length,
  };
  const isNarrow = useMatches(narrowWindow) || !isShown || screen === "review";
  if (isNarrow) return <NarrowSidebar screen={screen} />;

  const palette = commandsById.get("palette.open");
  const inQueue = screen === "queue";
  return (
    <SidebarFrame>
      <div className="sidebar-head">
        <strong className="one-line grow" title={workspace?.location ?? undefined}>
          {workspace?.name ?? say("app.name")}
        </strong>
        <Button
          look="plain"
          aria-label={say("command.toggleSidebar")}
          title={say("command.toggleSidebar")}
          onClick={() => togglePane("sidebar")}
        >
          «
        </Button>
      </div>
      {workspace?.isSample === true ? <p className="sidebar-note">{say("sidebar.sample")}</p> : null}
      <button type="button" className="sidebar-search" onClick={() => openOverlay("palette")}>
        <span className="grow">{say("sidebar.search")}</span>
        <Key label={labelOfKey(palette === undefined ? "" : (keysOf(palette)[0] ?? ""), isMac())} />
      </button>
      <h2 className="sidebar-title">{say("screen.queue")}</h2>
      <ul>
        {views.map(({ id, title }, at) => (
          <li key={id}>
            <SidebarItem
              title={say(title)}
              count={counts[id]}
              isActive={inQueue && view === id && savedViewId === null}
              isFirst={at === 0}
              onOpen={() => {
                showView(id);
                openScreen("queue");
              }}
            />
          </li>
        ))}
      </ul>
      <KeptLists isInQueue={inQueue} />
      {parts.map(({ title, screens }) => (
        <Fragment key={title}>
          <h2 className="sidebar-title">{say(title)}</h2>
          <ul>
            {screens.map((id) => (
              <li key={id}>
                <SidebarItem
                  title={say(`screen.${id}`)}
                  count={amounts[id] ?? null}
                  note={
                    id === "agreements" && proposed > 0 ? say("sidebar.proposed", { count: proposed }) : null
                  }
                  isActive={screen === id}
                  onOpen={() => openScreen(id)}
                />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </SidebarFrame>
  );
}

/** The list of screens with its edge; the list scrolls, the edge stays. */
function SidebarFrame({ children }: { readonly children: ReactNode }) {
  const width = useWindowView((view) => view.sizes.sidebar ?? sidebarWidth);
  return (
    <nav className="sidebar-frame" style={{ width }} aria-label={say("sidebar.label")} data-keys="sidebar">
      <div className="sidebar">{children}</div>
      <PaneEdge
        label={say("pane.sidebar")}
        side="right"
        unit="px"
        size={width}
        least={160}
        most={360}
        onSize={(size) => resizePane("sidebar", size)}
      />
    </nav>
  );
}

/** The lists that people have kept, each with what it holds now. */
function KeptLists({ isInQueue }: { readonly isInQueue: boolean }) {
  const views = useSavedViews((state) => state.views);
  const entries = useQueue((queue) => queue.entries);
  const savedViewId = useQueue((queue) => queue.savedViewId);
  const counts = useMemo(() => countSavedViews(views, entries), [views, entries]);
  if (views.length === 0) return null;
  return (
    <>
      <h2 className="sidebar-title">{say("savedViews.title")}</h2>
      <ul>
        {views.map((saved) => (
          <li key={saved.id}>
            <SidebarItem
              title={saved.name}
              count={counts.get(saved.id) ?? null}
              isActive={isInQueue && saved.id === savedViewId}
              onOpen={() => {
                showSavedView(saved);
                openScreen("queue");
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface SidebarItemProps {
  readonly title: string;
  readonly count: number | null;
  readonly note?: string | null;
  readonly isActive: boolean;
  readonly isFirst?: boolean;
  readonly onOpen: () => void;
}

function SidebarItem({ title, count, note = null, isActive, isFirst = false, onOpen }: SidebarItemProps) {
  return (
    <button
      type="button"
      className="sidebar-item"
      aria-current={isActive ? "page" : undefined}
      {...(isFirst ? { "data-pane": "1" } : {})}
      onClick={onOpen}
    >
      <span className="one-line grow">{title}</span>
      {note === null ? null : <span className="sidebar-note-inline">{note}</span>}
      {count === null || note !== null ? null : <span className="sidebar-count">{formatCount(count)}</span>}
    </button>
  );
}
