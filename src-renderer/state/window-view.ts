import { create } from "zustand";
import type { Language } from "../locale/language.ts";

export const screens = [
  "welcome",
  "documents",
  "agreements",
  "queue",
  "review",
  "drafts",
  "exports",
  "payments",
  "followup",
  "history",
  "readiness",
  "settings",
  "assistant",
  "pilot",
  "measure",
  "lab",
] as const;
export type Screen = (typeof screens)[number];
/** Windows with room for the columns of the queue and the preview beside them. */
export const roomForPreview = "(width >= 1480px)";
export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];
export const densities = ["compact", "comfortable"] as const;
export type Density = (typeof densities)[number];
export type Overlay = "palette" | "help" | "preferences" | "keep-list" | "columns" | "case-menu" | null;
export type Pane = "sidebar" | "preview";
/** Panes whose edge can be moved. */
export type SizedPane =
  "sidebar" | "preview" | "agreed" | "findings" | "records" | "agreement-list" | "term-sheet";

interface WindowView {
  readonly screen: Screen;
  /** The invoice or agreement that the screen shows, where it shows one. */
  readonly subject: string | null;
  readonly theme: Theme;
  readonly density: Density;
  /** Single letters act only while this is on; combinations always do. */
  readonly singleKeys: boolean;
  readonly panes: Readonly<Record<Pane, boolean>>;
  /** The preview in a window without room for all columns beside it: there it comes when it is asked for. */
  readonly asksForPreview: boolean;
  /** Sizes that the person gave to panes: CSS pixels, or percent of what the panes share. */
  readonly sizes: Readonly<Partial<Record<SizedPane, number>>>;
  /** Columns of the queue in the order of the person; `null` for those of the program. */
  readonly columns: readonly string[] | null;
  /** Keys that the person gave to commands, by command, in place of those of the table. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly language: Language;
  readonly overlay: Overlay;
}

/** What the window shows: nothing here is worth more than a layout. */
export const useWindowView = create<WindowView>(() => ({
  screen: "welcome",
  subject: null,
  theme: "system",
  density: "compact",
  singleKeys: true,
  panes: { sidebar: true, preview: true },
  asksForPreview: false,
  sizes: {},
  columns: null,
  keys: {},
  language: "en",
  overlay: null,
}));

const hashOf = (screen: Screen, subject: string | null): string =>
  subject === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(subject)}`;

/** Shows a screen and leaves an entry in the browser's history, so that Back goes where people expect. */
export function openScreen(screen: Screen, subject: string | null = null): void {
  const { screen: current, subject: currentSubject } = useWindowView.getState();
  if (screen === current && subject === currentSubject) return;
  leaveFocus();
  useWindowView.setState({ screen, subject });
  globalThis.history?.pushState(null, "", hashOf(screen, subject));
}

/**
 * Takes the focus off a screen that goes.
 *
 * What is removed while it has the focus is laid out once more before: with thousands of cells that is felt.
 */
function leaveFocus(): void {
  const focused = globalThis.document?.activeElement;
  if (focused instanceof HTMLElement && focused.closest(".window-main") !== null) focused.blur();
}

/** Takes the screen from the address, after Back, Forward or a reload. */
export function restoreScreen(hash: string): void {
  const [, name, subject] = /^#\/([a-z]+)(?:\/(.+))?$/.exec(hash) ?? [];
  const screen = screens.find((each) => each === name);
  if (screen === undefined) return;
  useWindowView.setState({ screen, subject: subject === undefined ? null : decodeURIComponent(subject) });
}

export function openOverlay(overlay: Overlay): void {
  useWindowView.setState({ overlay });
}

export function togglePane(pane: Pane): void {
  useWindowView.setState(({ panes }) => ({ panes: { ...panes, [pane]: !panes[pane] } }));
}

/** Shows or hides the preview; a window without room for it forgets the answer at its end. */
export function togglePreview(): void {
  if (globalThis.matchMedia(roomForPreview).matches) togglePane("preview");
  else useWindowView.setState(({ asksForPreview }) => ({ asksForPreview: !asksForPreview }));
}

/** Gives a pane a size; `null` gives it the size of the program again. */
export function resizePane(pane: SizedPane, size: number | null): void {
  useWindowView.setState(({ sizes }) => {
    const { [pane]: _former, ...others } = sizes;
    return { sizes: size === null ? others : { ...others, [pane]: size } };
  });
}

export function showColumns(columns: readonly string[] | null): void {
  useWindowView.setState({ columns });
}
