import { nativePicker } from "../host/door.ts";
import { importGivenFiles, importPaths } from "../state/documents.ts";
import type { GivenFile } from "../state/documents.ts";
import { clearSelection, filterQueue, useQueue } from "../state/queue.ts";
import { openScreen, themes, togglePreview, useWindowView } from "../state/window-view.ts";

/** Lets a person choose files or a folder, by the dialog of the shell or of the browser. */
export function chooseFiles(what: "files" | "folder"): void {
  const pick = nativePicker();
  if (pick !== null) {
    void pick(what).then(importPaths);
    return;
  }
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  if (what === "folder") input.webkitdirectory = true;
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])].map((file): GivenFile => ({
      file,
      path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    }));
    void importGivenFiles(files);
  });
  input.click();
}

const focusFirst = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** Focuses what a command has just brought onto the screen. */
export function focusSoon(selector: string): void {
  setTimeout(() => focusFirst(selector), 60);
}

export function focusFilter(): void {
  focusFirst("[data-filter]");
}

/** Each part of a screen has a number, from the left. */
export function focusPane(number: 1 | 2 | 3): void {
  const pane = `[data-pane="${number}"]`;
  if (number === 3 && useWindowView.getState().screen === "queue" && document.querySelector(pane) === null) {
    togglePreview();
    return focusSoon(pane);
  }
  focusFirst(pane);
}

/** Escape climbs one level: a preview that was asked for, then selection, filter and the screen. */
export function leaveScreen(): void {
  const { screen } = useWindowView.getState();
  if (screen !== "queue") {
    openScreen("queue");
    return;
  }
  const { selected, filterText } = useQueue.getState();
  if (useWindowView.getState().asksForPreview) useWindowView.setState({ asksForPreview: false });
  else if (selected.size > 0) clearSelection();
  else if (filterText !== "") filterQueue("");
}

/** The system's scheme, then light, dark and high contrast. */
export function stepTheme(): void {
  useWindowView.setState(({ theme }) => ({
    theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? "system",
  }));
}

export function stepDensity(): void {
  useWindowView.setState(({ density }) => ({ density: density === "compact" ? "comfortable" : "compact" }));
}

/** Switches the single letters off for those whom they bite, and on again. */
export function toggleLetters(): void {
  useWindowView.setState(({ singleKeys }) => ({ singleKeys: !singleKeys }));
}
