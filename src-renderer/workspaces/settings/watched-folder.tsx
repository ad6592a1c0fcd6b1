import { useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { nativePicker } from "../../host/door.ts";
import { say } from "../../locale/say.ts";
import { useIntake, watchFolder } from "../../state/intake.ts";
import { Choice } from "./settings-fields.tsx";

/** A folder whose new files come in; off until one is chosen. */
export function WatchedFolderField() {
  const folder = useIntake((state) => state.folder);
  const problem = useIntake((state) => state.problem);
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const watched = folder?.path ?? null;
  const path = typed ?? watched ?? "";
  const mode = folder?.mode ?? "offer";
  const pick = nativePicker();
  const watch = (next: string): void => {
    setTyped(null);
    void watchFolder(next, mode);
  };
  return (
    <form
      className="settings-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== "") watch(path.trim());
      }}
    >
      <h2>{say("intake.folder")}</h2>
      <div className="field">
        <label htmlFor={id}>{say("intake.path")}</label>
        <div className="row">
          <input
            id={id}
            className="input settings-short"
            value={path}
            maxLength={4_096}
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          {pick === null ? null : (
            <Button
              onClick={() =>
                void pick("folder").then(([chosen]) => (chosen === undefined ? undefined : watch(chosen)))
              }
            >
              {say("intake.choose")}
            </Button>
          )}
          <Button disabled={path.trim() === "" || path.trim() === watched} onClick={() => watch(path.trim())}>
            {say("intake.watch")}
          </Button>
          {watched === null ? null : (
            <Button
              onClick={() => {
                setTyped(null);
                void watchFolder(null, mode);
              }}
            >
              {say("intake.stop")}
            </Button>
          )}
        </div>
        <span className="help">{say("intake.folderHelp")}</span>
      </div>
      {watched === null ? null : (
        <>
          <p role="status">{folder?.problem ?? say("intake.watching", { path: watched })}</p>
          <Choice
            label={say("intake.mode")}
            value={mode}
            options={(["offer", "import"] as const).map((each) => ({
              id: each,
              text: say(`intake.mode.${each}`),
            }))}
            onChoose={(next) => void watchFolder(watched, next)}
          />
        </>
      )}
      {problem === null ? null : (
        <p className="sentence" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
