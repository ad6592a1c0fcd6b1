import { useId, useState } from "react";
import type { FormEvent } from "react";
import { say } from "../../locale/say.ts";
import { createWorkspace } from "../../state/session.ts";

const shortestPassphrase = 8;

/** A new encrypted workspace. Pasting and password managers are welcome. */
export function NewWorkspace({ busy }: { readonly busy: boolean }) {
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const ids = { name: useId(), passphrase: useId(), help: useId() };

  const create = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === "") return setProblem(say("welcome.needsName"));
    if (passphrase.length < shortestPassphrase)
      return setProblem(say("welcome.shortPassphrase", { least: shortestPassphrase }));
    setProblem(null);
    void createWorkspace({ name: name.trim(), location: null, passphrase });
  };

  return (
    <section className="welcome-card" aria-label={say("welcome.new.title")}>
      <h2>{say("welcome.new.title")}</h2>
      <form className="stack" onSubmit={create}>
        <div className="field">
          <label htmlFor={ids.name}>{say("welcome.name")}</label>
          <input
            id={ids.name}
            className="input"
            value={name}
            autoComplete="organization"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.passphrase}>{say("welcome.passphrase")}</label>
          <input
            id={ids.passphrase}
            className="input"
            type="password"
            autoComplete="new-password"
            value={passphrase}
            aria-describedby={ids.help}
            onChange={(event) => setPassphrase(event.target.value)}
          />
          <span id={ids.help} className="help">
            {say("welcome.passphraseHelp", { least: shortestPassphrase })}
          </span>
        </div>
        {problem === null ? null : (
          <p className="sentence" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button" disabled={busy}>
          {say("welcome.create")}
        </button>
      </form>
    </section>
  );
}
