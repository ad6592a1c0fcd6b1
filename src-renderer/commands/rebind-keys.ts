import { useWindowView } from "../state/window-view.ts";
import { commands } from "./command-table.ts";
import type { Command } from "./command.ts";
import { keysOf } from "./follow-keys.ts";
import { browserKeys, isSingleKey } from "./keys.ts";

/** Why a key cannot be given to a command. */
export type KeyRefusal =
  | { readonly code: "taken"; readonly by: Command }
  | { readonly code: "begins-sequence" }
  | { readonly code: "browser" };

/** Whether a key can be given to a command: no two commands of one screen share a key. */
export function refuseKey(command: Command, key: string, host: "browser" | "app"): KeyRefusal | null {
  const meet = (other: Command): boolean =>
    command.screens === null ||
    other.screens === null ||
    command.screens.some((screen) => other.screens?.includes(screen));
  const taken = commands.find(
    (other) => other.id !== command.id && meet(other) && keysOf(other).includes(key),
  );
  if (taken !== undefined) return { code: "taken", by: taken };
  if (commands.some((other) => keysOf(other).some((each) => each.startsWith(`${key} `))))
    return { code: "begins-sequence" };
  return host === "browser" && browserKeys.has(key) && !isSingleKey(key) ? { code: "browser" } : null;
}

/** Gives a command one key instead of those of the table. */
export function rebind(commandId: string, key: string): void {
  useWindowView.setState(({ keys }) => ({ keys: { ...keys, [commandId]: [key] } }));
}

/** Gives a command the keys of the table again; without a name all of them. */
export function restoreKeys(commandId: string | null): void {
  useWindowView.setState(({ keys }) => ({
    keys:
      commandId === null ? {} : Object.fromEntries(Object.entries(keys).filter(([id]) => id !== commandId)),
  }));
}
