import { Menu } from "@base-ui/react/menu";
import { commandsById } from "../commands/command-table.ts";
import { isAvailable, readContext } from "../commands/command.ts";
import { isMac, keysOf } from "../commands/follow-keys.ts";
import { labelOfKey } from "../commands/keys.ts";
import { Key } from "../components/button.tsx";
import { say } from "../locale/say.ts";
import { useWindowView } from "../state/window-view.ts";

const entries: readonly (readonly string[])[] = [
  ["undo", "redo"],
  ["documents.import", "documents.importFolder", "sample.open"],
  ["theme.next", "density.next", "letters.toggle", "pane.sidebar"],
  ["palette.open", "help.open"],
  ["workspace.lock"],
];

/** The menu of the window: a view of the command table, with its keys. */
export function WindowMenu() {
  const theme = useWindowView((view) => view.theme);
  const density = useWindowView((view) => view.density);
  const singleKeys = useWindowView((view) => view.singleKeys);
  const stateOf: Readonly<Record<string, string>> = {
    "theme.next": say(`theme.${theme}`),
    "density.next": say(`density.${density}`),
    "letters.toggle": say(singleKeys ? "letters.on" : "letters.off"),
  };
  return (
    <Menu.Root>
      <Menu.Trigger className="button" data-look="plain">
        {say("menu.title")}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={6} align="end">
          <Menu.Popup className="menu">
            {entries.map((group, at) => (
              <Menu.Group key={group.join()}>
                {at === 0 ? null : <Menu.Separator className="menu-line" />}
                {group.map((id) => {
                  const command = commandsById.get(id);
                  if (command === undefined || !isAvailable(command, readContext())) return null;
                  const [key] = keysOf(command);
                  return (
                    <Menu.Item
                      key={id}
                      className="menu-item"
                      closeOnClick={stateOf[id] === undefined}
                      onClick={command.run}
                    >
                      <span className="grow">{say(command.title)}</span>
                      {stateOf[id] === undefined ? null : <span className="soft">{stateOf[id]}</span>}
                      {key === undefined ? null : <Key label={labelOfKey(key, isMac())} />}
                    </Menu.Item>
                  );
                })}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
