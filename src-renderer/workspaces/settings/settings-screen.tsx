import { useId, useState } from "react";
import { isMac } from "../../commands/follow-keys.ts";
import { labelOfKey } from "../../commands/keys.ts";
import { Button } from "../../components/button.tsx";
import { ActionLevels } from "./action-levels.tsx";
import { languages } from "../../locale/language.ts";
import { say } from "../../locale/say.ts";
import { renamePerson, useSession } from "../../state/session.ts";
import { densities, themes, useWindowView } from "../../state/window-view.ts";
import { KeyTable } from "./key-table.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { Choice } from "./settings-fields.tsx";
import { WatchedFolderField } from "./watched-folder.tsx";
import "./settings.css";

/** What a person sets for this window, and what the owner sets for the workspace. */
export function SettingsScreen() {
  const theme = useWindowView((view) => view.theme);
  const density = useWindowView((view) => view.density);
  const language = useWindowView((view) => view.language);
  const singleKeys = useWindowView((view) => view.singleKeys);
  return (
    <section className="screen screen-paper" data-keys="settings" data-pane="2" tabIndex={-1}>
      <header className="screen-head">
        <h1 className="grow">{say("screen.settings")}</h1>
      </header>
      <div className="settings-body" tabIndex={0} role="region" aria-label={say("screen.settings")}>
        <section className="settings-part">
          <h2>{say("settings.window")}</h2>
          <Choice
            label={say("command.nextTheme")}
            value={theme}
            options={themes.map((id) => ({ id, text: say(`theme.${id}`) }))}
            onChoose={(id) => useWindowView.setState({ theme: id })}
          />
          <Choice
            label={say("command.nextDensity")}
            value={density}
            options={densities.map((id) => ({ id, text: say(`density.${id}`) }))}
            onChoose={(id) => useWindowView.setState({ density: id })}
          />
          <Choice
            label={say("settings.language")}
            value={language}
            options={languages.map((id) => ({ id, text: say(`language.${id}`) }))}
            onChoose={(id) => {
              useWindowView.setState({ language: id });
              // Words stand in many places; the window is drawn anew with them, and loses nothing by it.
              setTimeout(() => globalThis.location.reload(), 150);
            }}
          />
          <label className="settings-check">
            <input
              type="checkbox"
              checked={singleKeys}
              onChange={() => useWindowView.setState({ singleKeys: !singleKeys })}
            />
            {say("settings.letters")}
          </label>
        </section>
        <PersonField />
        <WatchedFolderField />
        <PolicyForm />
        <ActionLevels />
        <KeyTable />
        <p className="soft">{say("settings.keysHint", { key: labelOfKey("Mod+/", isMac()) })}</p>
      </div>
    </section>
  );
}

/** The name that the audit trail bears; the second of four eyes is another name. */
function PersonField() {
  const actor = useSession((session) => session.status?.actor ?? "");
  const [name, setName] = useState(actor);
  const id = useId();
  return (
    <form
      className="settings-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void renamePerson(name.trim());
      }}
    >
      <h2>{say("settings.person")}</h2>
      <div className="field">
        <label htmlFor={id}>{say("settings.personName")}</label>
        <div className="row">
          <input
            id={id}
            className="input settings-short"
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <Button
            disabled={name.trim() === "" || name.trim() === actor}
            onClick={() => void renamePerson(name.trim())}
          >
            {say("settings.store")}
          </Button>
        </div>
        <span className="help">{say("settings.personHelp")}</span>
      </div>
    </form>
  );
}
