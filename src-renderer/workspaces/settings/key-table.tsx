import { useState } from "react";
import type { KeyboardEvent } from "react";
import { commands } from "../../commands/command-table.ts";
import type { Command } from "../../commands/command.ts";
import { findPlatform, isMac, keysOf } from "../../commands/follow-keys.ts";
import { labelOfKey, nameOfPressed } from "../../commands/keys.ts";
import { rebind, refuseKey, restoreKeys } from "../../commands/rebind-keys.ts";
import type { KeyRefusal } from "../../commands/rebind-keys.ts";
import { Button, Key } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { useWindowView } from "../../state/window-view.ts";

/** Every command with its key, which can be given another. */
export function KeyTable() {
  const given = useWindowView((view) => view.keys);
  const [filter, setFilter] = useState("");
  const [waiting, setWaiting] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ readonly key: string; readonly why: KeyRefusal } | null>(null);
  const shown = commands.filter(({ title }) =>
    say(title).toLowerCase().includes(filter.toLowerCase().trim()),
  );

  const followPress = (event: KeyboardEvent, command: Command): void => {
    if (["Control", "Shift", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = nameOfPressed(event, isMac());
    if (key === "Escape") return setWaiting(null);
    const why = refuseKey(command, key, findPlatform() === "browser" ? "browser" : "app");
    if (why !== null) return setRefusal({ key, why });
    rebind(command.id, key);
    setWaiting(null);
    setRefusal(null);
  };
  return (
    <section className="settings-part">
      <div className="row">
        <h2 className="grow">{say("settings.keys")}</h2>
        <input
          className="input settings-short"
          type="search"
          aria-label={say("settings.findKey")}
          placeholder={say("settings.findKey")}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button disabled={Object.keys(given).length === 0} onClick={() => restoreKeys(null)}>
          {say("settings.restoreAll")}
        </Button>
      </div>
      {refusal === null ? null : (
        <p className="sentence" role="alert">
          {wordsOf(refusal.key, refusal.why)}
        </p>
      )}
      <table className="table key-table">
        <thead>
          <tr>
            <th scope="col">{say("settings.command")}</th>
            <th scope="col">{say("settings.key")}</th>
            <th scope="col">
              <span className="hidden-text">{say("settings.change")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((command) => (
            <tr key={command.id}>
              <th scope="row">
                {say(command.title)} <span className="soft">{say(`group.${command.group}`)}</span>
              </th>
              <td>
                <span className="row">
                  {keysOf(command).map((key) => (
                    <span key={key}>
                      <Key label={labelOfKey(key, isMac())} />
                      <span className="hidden-text">{labelOfKey(key, isMac())}</span>
                    </span>
                  ))}
                </span>
              </td>
              <td>
                <span className="row">
                  {waiting === command.id ? (
                    <button
                      type="button"
                      className="button"
                      data-on="true"
                      ref={(element) => element?.focus()}
                      onKeyDown={(event) => followPress(event, command)}
                      onBlur={() => setWaiting(null)}
                    >
                      {say("settings.press")}
                    </button>
                  ) : (
                    <Button
                      look="plain"
                      aria-label={say("settings.changeKey", { command: say(command.title) })}
                      onClick={() => {
                        setWaiting(command.id);
                        setRefusal(null);
                      }}
                    >
                      {say("settings.change")}
                    </Button>
                  )}
                  {given[command.id] === undefined ? null : (
                    <Button look="plain" onClick={() => restoreKeys(command.id)}>
                      {say("settings.restore")}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function wordsOf(key: string, why: KeyRefusal): string {
  const label = labelOfKey(key, isMac());
  switch (why.code) {
    case "taken":
      return say("settings.keyTaken", { key: label, command: say(why.by.title) });
    case "begins-sequence":
      return say("settings.keyBegins", { key: label });
    case "browser":
      return say("settings.keyBrowser", { key: label });
  }
}
