import { Menu } from "@base-ui/react/menu";
import { useMemo } from "react";
import { commandsById } from "../../commands/command-table.ts";
import { isAvailable, readContext } from "../../commands/command.ts";
import { isMac, keysOf } from "../../commands/follow-keys.ts";
import { labelOfKey } from "../../commands/keys.ts";
import { Key } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";

const entries = [
  "queue.open",
  "decide.approve",
  "decide.correct",
  "decide.ask",
  "decide.escalate",
  "decide.postpone",
  "review.print",
  "review.pack",
  "queue.select",
  "queue.selectClear",
] as const;

interface CaseMenuProps {
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** What can be done with the row under the pointer: a view of the command table. */
export function CaseMenu({ place, onClose }: CaseMenuProps) {
  const anchor = useMemo(
    () => (place === null ? null : { getBoundingClientRect: () => new DOMRect(place.x, place.y, 0, 0) }),
    [place],
  );
  if (place === null) return null;
  return (
    <Menu.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {/* Inside the landmark of the list, not beside all of them. */}
      <Menu.Portal container={document.querySelector<HTMLElement>(".window-main")}>
        <Menu.Positioner
          className="menu-positioner"
          positionMethod="fixed"
          anchor={anchor}
          align="start"
          side="bottom"
        >
          <Menu.Popup className="menu" aria-label={say("menu.case")}>
            {entries.map((id) => {
              const command = commandsById.get(id);
              if (command === undefined || !isAvailable(command, readContext())) return null;
              const [key] = keysOf(command);
              return (
                <Menu.Item key={id} className="menu-item" onClick={command.run}>
                  <span className="grow">{say(command.title)}</span>
                  {key === undefined ? null : <Key label={labelOfKey(key, isMac())} />}
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
