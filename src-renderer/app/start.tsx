import { createRoot } from "react-dom/client";
import type { Transport } from "../../src-shared/api/contract.ts";
import { connectTransport } from "../host/door.ts";
import { restoreLayout } from "../cache/layout.ts";
import { loadStatus } from "../state/session.ts";
import { displayLanguage, loadLanguage } from "../locale/language.ts";
import { keepLayout } from "../state/kept-layout.ts";
import { restoreScreen } from "../state/window-view.ts";
import { App } from "./app.tsx";
import { AppBoundary } from "./app-boundary.tsx";
import { followHost } from "./follow-host.ts";
import { applyTheme } from "./theme.ts";
import "../styles/tokens.css";
import "../styles/base.css";
import { showWholeWords } from "./whole-words.ts";

/** Joins the window to its program and draws it. */
export async function startWindow(transport: Transport): Promise<void> {
  connectTransport(transport);
  const layout = await restoreLayout();
  keepLayout(layout);
  await loadLanguage(layout?.language ?? "en");
  document.documentElement.lang = displayLanguage();
  showWholeWords(document);
  applyTheme();
  restoreScreen(globalThis.location.hash);
  followHost();
  const root = document.querySelector("#window");
  if (root === null) throw new Error("The page has no place for the window.");
  createRoot(root).render(
    <AppBoundary>
      <App />
    </AppBoundary>,
  );
  await loadStatus();
}
