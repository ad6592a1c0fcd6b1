import type { MessageId } from "../locale/say.ts";
import { useSession } from "../state/session.ts";
import { useWindowView } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";
import type { Keymap } from "./keys.ts";

/** Where the window stands when a command is asked for. */
export interface CommandContext {
  readonly screen: Screen;
  readonly isOpen: boolean;
}

export type CommandGroup = "go" | "queue" | "review" | "decide" | "terms" | "work" | "window";

/** One thing that a person can do. Palette, menus, help and keys are views of the table of these. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: MessageId;
  readonly keys: Keymap;
  /** Screens where its keys act; `null` for all. Two commands may share a key on different screens. */
  readonly screens: readonly Screen[] | null;
  /** Whether it makes sense now. */
  readonly when: (context: CommandContext) => boolean;
  readonly run: () => void;
}

export const noKeys: Keymap = { win: [], mac: [], browser: [] };

export function readContext(): CommandContext {
  return {
    screen: useWindowView.getState().screen,
    isOpen: useSession.getState().status?.workspace.state === "open",
  };
}

export const whenOpen = ({ isOpen }: CommandContext): boolean => isOpen;
export const always = (): boolean => true;

/** Whether a command can run here and now. */
export function isAvailable(command: Command, context: CommandContext): boolean {
  const isHere = command.screens === null || command.screens.includes(context.screen);
  return isHere && command.when(context);
}

/** A line of the table. */
export const command = (
  group: Command["group"],
  id: string,
  title: Command["title"],
  keys: Keymap,
  screens: Command["screens"],
  run: () => void,
  when: Command["when"] = whenOpen,
): Command => ({ id, group, title, keys, screens, when, run });
