import { commands } from "../commands/command-table.ts";
import type { CommandGroup } from "../commands/command.ts";
import { isMac, keysOf } from "../commands/follow-keys.ts";
import { labelOfKey } from "../commands/keys.ts";
import { Key } from "../components/button.tsx";
import { WindowDialog } from "../components/window-dialog.tsx";
import { say } from "../locale/say.ts";
import { openOverlay, useWindowView } from "../state/window-view.ts";

const groups: readonly CommandGroup[] = ["go", "queue", "review", "decide", "terms", "work", "window"];

/** All keys, made from the command table: it cannot be out of date. */
export function HelpDialog() {
  const isOpen = useWindowView((view) => view.overlay === "help");
  return (
    <WindowDialog
      title={say("help.title")}
      isOpen={isOpen}
      onClose={() => openOverlay(null)}
      className="help"
    >
      <div className="help-body" tabIndex={0} role="region" aria-label={say("help.title")}>
        <p className="soft">{say("help.text")}</p>
        <div className="help-groups">
          {groups.map((group) => (
            <section key={group}>
              <h3>{say(`group.${group}`)}</h3>
              <dl className="help-list">
                {commands
                  .filter((command) => command.group === group && keysOf(command).length > 0)
                  .map((command) => (
                    <div key={command.id}>
                      <dt>{say(command.title)}</dt>
                      <dd>
                        {keysOf(command).map((key) => (
                          <span key={key}>
                            <Key label={labelOfKey(key, isMac())} />
                            <span className="hidden-text">{labelOfKey(key, isMac())}</span>
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </WindowDialog>
  );
}
