import { useKeyLabel } from "../../commands/use-key-label.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatCount, formatMoment } from "../../locale/display.ts";
import { sayStep } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { redo, undo } from "../../state/decisions.ts";
import { useHistory, verifyAudit } from "../../state/history.ts";
import "./history.css";

/** Every step, newest first, each with its way back; and whether the trail is whole. */
export function HistoryScreen() {
  const keyOf = useKeyLabel();
  const steps = useHistory((state) => state.steps);
  const error = useHistory((state) => state.error);
  const verifying = useHistory((state) => state.verifying);
  return (
    <section
      className="history-screen"
      data-keys="history"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.history")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.history")}</h1>
        <Button onClick={() => void redo()}>{say("redo.short")}</Button>
        <Button
          look="main"
          shortcut={keyOf("audit.verify")}
          disabled={verifying}
          onClick={() => void verifyAudit()}
        >
          {say("command.verifyAudit")}
        </Button>
      </header>
      <Verdict />
      {error === null ? null : (
        <p className="sentence" role="alert">
          {error.message}
        </p>
      )}
      <div className="history-body" tabIndex={0} role="region" aria-label={say("history.steps")}>
        {steps !== null && steps.length === 0 ? <p className="document-note">{say("history.none")}</p> : null}
        <ol>
          {steps?.map((step) => (
            <li key={step.group} className="history-step" data-state={step.state}>
              <span className="grow">
                <strong>{sayStep(step.label)}</strong>
                <span className="soft history-meta">
                  {say("history.meta", {
                    actor: step.actor,
                    at: formatMoment(step.at),
                    count: step.events.length,
                  })}
                </span>
              </span>
              {step.state === "undone" ? <Badge tone="neutral">{say("history.undone")}</Badge> : null}
              {step.canUndo && step.state === "done" ? (
                <Button
                  aria-label={say("history.undoStep", { label: sayStep(step.label) })}
                  onClick={() => void undo(step.group)}
                >
                  {say("undo.short")}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Verdict() {
  const verdict = useHistory((state) => state.verdict);
  if (verdict === null) return null;
  const facts = {
    entries: formatCount(verdict.entries),
    head: verdict.head ?? "",
    sequence: verdict.firstBadSequence ?? 0,
    because: verdict.because ?? "",
  };
  return (
    <div className="history-verdict" data-state={verdict.state} role="status">
      <strong>{say(`audit.${verdict.state}`, facts)}</strong>
      {verdict.head === null ? null : <code>{verdict.head}</code>}
    </div>
  );
}
