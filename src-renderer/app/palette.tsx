import { useMemo, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { commands } from "../commands/command-table.ts";
import { isAvailable, readContext } from "../commands/command.ts";
import type { Command } from "../commands/command.ts";
import { isMac, keysOf } from "../commands/follow-keys.ts";
import { labelOfKey } from "../commands/keys.ts";
import { scoreMatch } from "../commands/match-words.ts";
import { Key } from "../components/button.tsx";
import { WindowDialog } from "../components/window-dialog.tsx";
import { say } from "../locale/say.ts";
import { openOverlay, useWindowView } from "../state/window-view.ts";

const recent: string[] = [];

/** All commands that make sense here, by typing a part of their name; wrong letters are forgiven. */
export function Palette() {
  const isOpen = useWindowView((view) => view.overlay === "palette");
  const input = useRef<HTMLInputElement>(null);
  return (
    <WindowDialog
      title={say("palette.title")}
      isOpen={isOpen}
      onClose={() => openOverlay(null)}
      initialFocus={input}
      className="palette"
    >
      {isOpen ? <PaletteBody input={input} /> : null}
    </WindowDialog>
  );
}

function PaletteBody({ input }: { readonly input: React.RefObject<HTMLInputElement | null> }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => findCommands(typed), [typed]);
  const active = Math.min(at, found.length - 1);

  const run = (command: Command): void => {
    const former = recent.indexOf(command.id);
    if (former >= 0) recent.splice(former, 1);
    recent.unshift(command.id);
    openOverlay(null);
    // After the dialog is gone, so that focus is back where the command acts.
    setTimeout(command.run, 0);
  };

  const followKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, active + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const command = found[active];
      if (command !== undefined) run(command);
    }
  };

  return (
    <>
      <input
        ref={input}
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[active] === undefined ? undefined : `palette-${found[active].id}`}
        aria-label={say("palette.title")}
        placeholder={say("palette.hint")}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={followKey}
      />
      <div id="palette-list" className="palette-list" role="listbox" aria-label={say("palette.title")}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`palette-${command.id}`}
            ref={(element) => {
              if (index === active) element?.scrollIntoView({ block: "nearest" });
            }}
            className="palette-item"
            role="option"
            aria-selected={index === active}
            onMouseMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span className="grow one-line">{say(command.title)}</span>
            <span className="soft">{say(`group.${command.group}`)}</span>
            <span className="palette-keys">
              {keysOf(command).map((key) => (
                <Key key={key} label={labelOfKey(key, isMac())} />
              ))}
            </span>
          </div>
        ))}
        {found.length === 0 ? (
          <p className="document-note" role="status">
            {say("palette.none", { typed })}
          </p>
        ) : null}
      </div>
    </>
  );
}

function findCommands(typed: string): readonly Command[] {
  const context = readContext();
  const scored = commands
    .filter((command) => command.id !== "palette.open" && isAvailable(command, context))
    .flatMap((command, at) => {
      const score = scoreMatch(typed, say(command.title));
      if (score === null) return [];
      const used = recent.indexOf(command.id);
      return [{ command, at, score: score + (used < 0 ? 0 : 50 - Math.min(used, 40)) }];
    });
  return scored
    .sort((first, second) => second.score - first.score || first.at - second.at)
    .map(({ command }) => command);
}
