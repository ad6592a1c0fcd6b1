import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { openSample, useSession } from "../../state/session.ts";
import { useGivenEarly } from "../../state/given-early.ts";
import { startTour } from "../../state/tour.ts";
import { NewWorkspace } from "./new-workspace.tsx";
import { RecoveryKey } from "./recovery-key.tsx";
import { UnlockWorkspace } from "./unlock-workspace.tsx";
import "./welcome.css";

/** The way in: the sample in one click, a new workspace, or the one from last time. */
export function WelcomeScreen() {
  const status = useSession((session) => session.status);
  const busy = useSession((session) => session.busy);
  const recoveryKey = useSession((session) => session.recoveryKey);
  const error = useSession((session) => session.error);
  const waiting = useGivenEarly((given) => given.files.length);
  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} />;
  return (
    <div className="welcome" data-keys="welcome" tabIndex={-1}>
      <div className="welcome-inner">
        <header className="welcome-head">
          <h1>{say("app.name")}</h1>
          <p>{say("welcome.claim")}</p>
        </header>
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        {waiting === 0 ? null : (
          <p className="sentence" role="status">
            {say("welcome.waiting", { count: waiting })}
          </p>
        )}
        <div className="welcome-ways">
          <section className="welcome-card" aria-label={say("welcome.sample.title")}>
            <h2>{say("welcome.sample.title")}</h2>
            <p className="soft">{say("welcome.sample.text")}</p>
            <Button
              look="main"
              size="large"
              disabled={busy || status === null}
              onClick={() => void openSample()}
            >
              {say(busy ? "welcome.opening" : "command.openSample")}
            </Button>
            <Button disabled={busy || status === null} onClick={() => void openSample().then(startTour)}>
              {say("welcome.withTour")}
            </Button>
          </section>
          {status !== null && (status.workspace.state === "locked" || status.recent.length > 0) ? (
            <UnlockWorkspace status={status} busy={busy} />
          ) : null}
          <NewWorkspace busy={busy} />
        </div>
        <p className="welcome-silence soft">{say("silence.text")}</p>
      </div>
    </div>
  );
}
