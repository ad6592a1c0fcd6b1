import { useMemo } from "react";
import type { ReactNode } from "react";
import { keysOf, isMac } from "../commands/follow-keys.ts";
import { commandsById } from "../commands/command-table.ts";
import { labelOfKey } from "../commands/keys.ts";
import { Button, Key } from "../components/button.tsx";
import { PaneEdge } from "../components/pane-edge.tsx";
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

const views: readonly { readonly id: QueueView; readonly title: MessageId }[] = [
  { id: "to-decide", title: "view.to-decide" },
  { id: "waiting", title: "view.waiting" },
  { id: "blocked", title: "view.blocked" },
  { id: "cannot-determine", title: "view.cannot-determine" },
  { id: "clear", title: "view.clear" },
  { id: "done", title: "view.done" },
  { id: "all", title: "view.all" },
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
  const proposed = agreements?.reduce(
    (count, agreement) => count + agreement.terms.filter((term) => term.status === "proposed").length,
    0,
  );
  const isNarrow = !isShown || screen === "review";
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
      <h2 className="sidebar-title">{say("sidebar.sources")}</h2>
      <ul>
        <li>
          <SidebarItem
            title={say("screen.agreements")}
            count={agreements?.length ?? null}
            note={
              proposed === undefined || proposed === 0 ? null : say("sidebar.proposed", { count: proposed })
            }
            isActive={screen === "agreements"}
            onOpen={() => openScreen("agreements")}
          />
        </li>
        <li>
          <SidebarItem
            title={say("screen.documents")}
            count={documents?.length ?? null}
            isActive={screen === "documents"}
            onOpen={() => openScreen("documents")}
          />
        </li>
        <li>
          <SidebarItem
            title={say("screen.readiness")}
            count={null}
            isActive={screen === "readiness"}
            onOpen={() => openScreen("readiness")}
          />
        </li>
      </ul>
      <h2 className="sidebar-title">{say("sidebar.worth")}</h2>
      <ul>
        {(["pilot", "measure"] as const).map((id) => (
          <li key={id}>
            <SidebarItem
              title={say(`screen.${id}`)}
              count={null}
              isActive={screen === id}
              onOpen={() => openScreen(id)}
            />
          </li>
        ))}
      </ul>
      <h2 className="sidebar-title">{say("sidebar.out")}</h2>
      <ul>
        <li>
          <SidebarItem
            title={say("screen.exports")}
            count={batches?.length ?? null}
            isActive={screen === "exports"}
            onOpen={() => openScreen("exports")}
          />
        </li>
        <li>
          <SidebarItem
            title={say("screen.payments")}
            count={null}
            isActive={screen === "payments"}
            onOpen={() => openScreen("payments")}
          />
        </li>
        <li>
          <SidebarItem
            title={say("screen.followup")}
            count={null}
            isActive={screen === "followup"}
            onOpen={() => openScreen("followup")}
          />
        </li>
      </ul>
      <h2 className="sidebar-title">{say("sidebar.program")}</h2>
      <ul>
        {(["history", "lab", "assistant", "settings"] as const).map((id) => (
          <li key={id}>
            <SidebarItem
              title={say(`screen.${id}`)}
              count={null}
              isActive={screen === id}
              onOpen={() => openScreen(id)}
            />
          </li>
        ))}
      </ul>
    </SidebarFrame>
  );
}

/** The list of screens with its edge; the list scrolls, the edge stays. */
function SidebarFrame({ children }: { readonly children: ReactNode }) {
  const width = useWindowView((view) => view.sizes.sidebar ?? sidebarWidth);
  return (
    <div className="sidebar-frame" style={{ width }}>
      <nav className="sidebar" aria-label={say("sidebar.label")} data-keys="sidebar">
        {children}
      </nav>
      <PaneEdge
        label={say("pane.sidebar")}
        side="right"
        unit="px"
        size={width}
        least={160}
        most={360}
        onSize={(size) => resizePane("sidebar", size)}
      />
    </div>
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

const narrow: readonly { readonly screen: Screen; readonly title: MessageId; readonly path: string }[] = [
  { screen: "queue", title: "screen.queue", path: "M2 3h12v2H2zm0 4h12v2H2zm0 4h8v2H2z" },
  {
    screen: "agreements",
    title: "screen.agreements",
    path: "M3 1h7l3 3v11H3zm2 5h6v1H5zm0 3h6v1H5zm0 3h4v1H5z",
  },
  { screen: "documents", title: "screen.documents", path: "M1 3h5l2 2h7v8H1z" },
  { screen: "exports", title: "screen.exports", path: "M7 1h2v6h3l-4 4-4-4h3zM2 12h12v2H2z" },
  {
    screen: "payments",
    title: "screen.payments",
    path: "M1 3h14v10H1zm2 2v6h10V5zm5 1a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  },
  { screen: "followup", title: "screen.followup", path: "M2 2h12v9H7l-4 3v-3H2zm2 2v1h8V4zm0 3v1h6V7z" },
  {
    screen: "history",
    title: "screen.history",
    path: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-1 3v5l4 2 .7-1.3L8.5 8V4z",
  },
];

function NarrowSidebar({ screen }: { readonly screen: Screen }) {
  return (
    <nav className="sidebar sidebar-narrow" aria-label={say("sidebar.label")} data-keys="sidebar">
      {narrow.map((item, at) => (
        <button
          key={item.screen}
          type="button"
          className="sidebar-icon"
          aria-label={say(item.title)}
          title={say(item.title)}
          aria-current={
            screen === item.screen || (screen === "review" && item.screen === "queue") ? "page" : undefined
          }
          {...(at === 0 ? { "data-pane": "1" } : {})}
          onClick={() => openScreen(item.screen)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={item.path} />
          </svg>
        </button>
      ))}
      <span className="grow" />
      {screen === "review" ? null : (
        <button
          type="button"
          className="sidebar-icon"
          aria-label={say("command.toggleSidebar")}
          title={say("command.toggleSidebar")}
          onClick={() => togglePane("sidebar")}
        >
          <span aria-hidden="true">»</span>
        </button>
      )}
    </nav>
  );
}
