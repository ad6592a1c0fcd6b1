import { say } from "../locale/say.ts";
import type { MessageId } from "../locale/say.ts";
import { openScreen, togglePane } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";

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

/** The most used screens as signs, where the documents need the width. */
export function NarrowSidebar({ screen }: { readonly screen: Screen }) {
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
