import { useWindowView } from "../state/window-view.ts";
import { commandsById } from "./command-table.ts";
import { findPlatform, isMac } from "./follow-keys.ts";
import { isSingleKey, labelOfKey } from "./keys.ts";

/**
 * Gives the label of the key that runs a command, for the button that does the same; `null` where no key does.
 *
 * Follows the keys that the person chose, and names no letter while letters are switched off.
 */
export function useKeyLabel(): (commandId: string) => string | null {
  const chosen = useWindowView((view) => view.keys);
  const hasLetters = useWindowView((view) => view.singleKeys);
  return (commandId) => {
    const command = commandsById.get(commandId);
    if (command === undefined) return null;
    const keys = chosen[commandId] ?? command.keys[findPlatform()];
    const key = keys.find((each) => hasLetters || !isSingleKey(each));
    return key === undefined ? null : labelOfKey(key, isMac());
  };
}
