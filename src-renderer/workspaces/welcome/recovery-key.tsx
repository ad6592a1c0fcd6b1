import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { confirmRecoveryKey } from "../../state/session.ts";

/** The recovery key, once: to copy or to print, never stored by the window. */
export function RecoveryKey({ recoveryKey }: { readonly recoveryKey: string }) {
  const [kept, setKept] = useState(false);
  return (
    <div className="welcome">
      <div className="welcome-inner recovery" role="region" aria-label={say("recovery.title")}>
        <h1>{say("recovery.title")}</h1>
        <p>{say("recovery.text")}</p>
        <output className="recovery-key">{recoveryKey}</output>
        <div className="row no-print">
          <Button onClick={() => void navigator.clipboard.writeText(recoveryKey)}>
            {say("recovery.copy")}
          </Button>
          <Button onClick={() => globalThis.print()}>{say("recovery.print")}</Button>
        </div>
        <label className="row no-print recovery-kept">
          <input type="checkbox" checked={kept} onChange={() => setKept(!kept)} />
          {say("recovery.kept")}
        </label>
        <div className="no-print">
          <Button look="main" disabled={!kept} onClick={confirmRecoveryKey}>
            {say("recovery.continue")}
          </Button>
        </div>
      </div>
    </div>
  );
}
