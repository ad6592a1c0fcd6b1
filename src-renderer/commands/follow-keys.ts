import { useDecisions } from "../state/decisions.ts";
import { useWindowView } from "../state/window-view.ts";
import { commands } from "./command-table.ts";
import { isAvailable, readContext } from "./command.ts";
import type { Command } from "./command.ts";
import { isSingleKey, nameOfPressed } from "./keys.ts";
import type { Platform } from "./keys.ts";

/** The keymap of this host. */
export function findPlatform(): Platform {
  if (globalThis.window?.countersign === undefined) return "browser";
  return isMac() ? "mac" : "win";
}

export function isMac(): boolean {
  return /mac/i.test(globalThis.navigator?.platform ?? "");
}

/** The keys of a command: those that the person gave it, else those of the table for this host. */
export const keysOf = ({ id, keys }: Pick<Command, "id" | "keys">): readonly string[] =>
  useWindowView.getState().keys[id] ?? keys[findPlatform()];

const sequenceMs = 1_500;
let prefix: { readonly key: string; readonly at: number } | null = null;

/**
 * Runs the command of a pressed key.
 *
 * Letters act only in an area that asks for them and never in a field; combinations act everywhere, but leave a
 * field its own undo.
 */
export function followKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = nameOfPressed(event, isMac());
  if (["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
  const target = takeUpFocus(event.target);
  const isInside = (selector: string): boolean => (target?.closest(selector) ?? null) !== null;
  const isField = isInside(
    "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]",
  );
  // What is open over the window has the keys, also in the moment before the focus is in it.
  const isInDialog =
    isInside("[role=dialog], [role=menu]") ||
    useDecisions.getState().composer !== null ||
    useWindowView.getState().overlay !== null;
  const isInArea = isInside("[data-keys]");
  const { singleKeys } = useWindowView.getState();
  if (singleKeys && isUnderWay(useDecisions.getState())) return followAhead(event, pressed);
  const letters = singleKeys && isInArea && !isField && !isInDialog;
  if (isField && ["Mod+Z", "Mod+Shift+Z", "Mod+Y", "Escape", "Enter"].includes(pressed)) return;
  if (isInDialog && ["Escape", "Enter", "Mod+Enter"].includes(pressed)) return;
  if (pressed === "Enter" && isInside("button, a, summary, [role=tab]")) return;

  const sequence = endSequence(event, pressed);
  const found = (sequence === null ? null : findCommand(sequence, letters)) ?? findCommand(pressed, letters);
  if (found !== null) {
    event.preventDefault();
    found.run();
  } else if (letters && startsSequence(pressed)) {
    prefix = { key: pressed, at: event.timeStamp };
    event.preventDefault();
  }
}

/** The keys of a sequence so far, where this one comes in time after the first. */
function endSequence(event: KeyboardEvent, pressed: string): string | null {
  const sequence =
    prefix !== null && event.timeStamp - prefix.at < sequenceMs ? `${prefix.key} ${pressed}` : null;
  prefix = null;
  return sequence;
}

/** Where a person wants to go as soon as the decision is made that a dialog has sent off. */
let wanted: Command | null = null;

const isUnderWay = ({ composer, busy }: ReturnType<typeof useDecisions.getState>): boolean =>
  composer !== null && busy;

/**
 * Keys after a decision was sent off and before its dialog is gone.
 *
 * They go where they say afterwards; typed into the dialog, the first key of "G Q" would be lost and Q alone would
 * ask. Single letters wait for nothing: they would decide a case that nobody has seen.
 */
function followAhead(event: KeyboardEvent, pressed: string): void {
  const sequence = endSequence(event, pressed);
  const found = sequence === null ? null : findCommand(sequence, true);
  if (found !== null) wanted = found;
  else if (startsSequence(pressed)) prefix = { key: pressed, at: event.timeStamp };
  else return;
  event.preventDefault();
}

useDecisions.subscribe((now, before) => {
  if (!isUnderWay(before) || now.busy) return;
  const command = wanted;
  wanted = null;
  // What was refused keeps its dialog, and the person in it; else the next case is opened first.
  if (command !== null && now.composer === null)
    setTimeout(() => {
      if (isAvailable(command, readContext())) command.run();
    }, 0);
});

/** Where nothing has the focus, because what had it is gone or closes, the main area of the screen takes it. */
function takeUpFocus(target: EventTarget | null): Element | null {
  const isClosing = target instanceof Element && target.closest("[role=dialog][data-closed]") !== null;
  if (target !== document.body && !isClosing) return target instanceof Element ? target : null;
  const area = document.querySelector<HTMLElement>(`[data-keys="${useWindowView.getState().screen}"]`);
  area?.focus();
  return area ?? document.body;
}

function findCommand(key: string, letters: boolean): Command | null {
  if (isSingleKey(key) && !letters) return null;
  const context = readContext();
  return commands.find((command) => keysOf(command).includes(key) && isAvailable(command, context)) ?? null;
}

const startsSequence = (key: string): boolean =>
  commands.some((command) => keysOf(command).some((each) => each.startsWith(`${key} `)));
