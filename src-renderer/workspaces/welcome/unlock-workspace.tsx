import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { AppStatus } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { openWorkspace } from "../../state/session.ts";

/** Opens a workspace again: by passphrase, by recovery key, or by the key store of the system where there is one. */
export function UnlockWorkspace({ status, busy }: { readonly status: AppStatus; readonly busy: boolean }) {
  const { workspace, recent, keyStore } = status;
  const known = [
    ...(workspace.location === null
      ? []
      : [{ name: workspace.name ?? workspace.location, location: workspace.location }]),
    ...recent.filter((each) => each.location !== workspace.location),
  ];
  const [location, setLocation] = useState(known[0]?.location ?? "");
  const [byRecoveryKey, setByRecoveryKey] = useState(false);
  const [secret, setSecret] = useState("");
  const ids = { location: useId(), secret: useId() };

  const unlock = (event: FormEvent): void => {
    event.preventDefault();
    const given = secret.trim();
    void openWorkspace(
      location,
      byRecoveryKey
        ? { type: "recovery-key", recoveryKey: given }
        : { type: "passphrase", passphrase: secret },
    );
  };

  return (
    <section className="welcome-card" aria-label={say("welcome.open.title")}>
      <h2>{say("welcome.open.title")}</h2>
      <form className="stack" onSubmit={unlock}>
        <div className="field">
          <label htmlFor={ids.location}>{say("welcome.workspace")}</label>
          <select
            id={ids.location}
            className="input"
            value={location}
            onChange={(event) => setLocation(event.target.value)}
          >
            {known.map((each) => (
              <option key={each.location} value={each.location}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={ids.secret}>
            {say(byRecoveryKey ? "welcome.recoveryKey" : "welcome.passphrase")}
          </label>
          <input
            id={ids.secret}
            className="input"
            type={byRecoveryKey ? "text" : "password"}
            autoComplete={byRecoveryKey ? "off" : "current-password"}
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </div>
        <div className="row">
          <button type="submit" className="button" data-look="main" disabled={busy || secret === ""}>
            {say("welcome.unlock")}
          </button>
          {keyStore ? (
            <Button disabled={busy} onClick={() => void openWorkspace(location, { type: "key-store" })}>
              {say("welcome.keyStore")}
            </Button>
          ) : null}
          <Button look="plain" onClick={() => setByRecoveryKey(!byRecoveryKey)}>
            {say(byRecoveryKey ? "welcome.usePassphrase" : "welcome.useRecoveryKey")}
          </Button>
        </div>
      </form>
    </section>
  );
}
