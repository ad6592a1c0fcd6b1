import { useId, useRef, useState } from "react";
import type { FormEvent } from "react";
import type { DecisionInput } from "../../src-shared/api/contract.ts";
import { decideAndGoOn } from "../commands/decide-cases.ts";
import { isMac } from "../commands/follow-keys.ts";
import { labelOfKey } from "../commands/keys.ts";
import { Button, Key } from "../components/button.tsx";
import { WindowDialog } from "../components/window-dialog.tsx";
import { say } from "../locale/say.ts";
import { clearCause, closeComposer, keepDraft, readDraft, useDecisions } from "../state/decisions.ts";
import type { Composer } from "../state/decisions.ts";
import { findPromises, sealQuestion } from "../state/questions.ts";
import { usePolicy } from "../state/policy.ts";
import { useSession } from "../state/session.ts";

/** Words for a decision, in a panel that leaves the documents in sight. */
export function DecisionComposer() {
  const composer = useDecisions((state) => state.composer);
  const first = useRef<HTMLTextAreaElement>(null);
  return (
    <WindowDialog
      title={composer === null ? "" : say(`compose.${composer.kind}.title`, { about: composer.about })}
      isOpen={composer !== null}
      onClose={closeComposer}
      place="bottom"
      initialFocus={first}
    >
      {composer === null ? null : (
        <ComposerForm
          key={`${composer.kind}-${composer.invoiceIds.join()}`}
          composer={composer}
          first={first}
        />
      )}
    </WindowDialog>
  );
}

const shortestPassphrase = 8;
const noRoles: readonly string[] = [];

/** The role to begin with: not the first one, which owns every case that no rule names. */
const roleAbove = (roles: readonly string[]): string =>
  roles.find((role) => role === say("role.default")) ?? roles[1] ?? roles[0] ?? say("role.default");

interface ComposerFormProps {
  readonly composer: Composer;
  readonly first: React.RefObject<HTMLTextAreaElement | null>;
}

function ComposerForm({ composer, first }: ComposerFormProps) {
  const { kind, findings, needsReason } = composer;
  const busy = useDecisions((state) => state.busy);
  const error = useDecisions((state) => state.error);
  const asOf = useSession((session) => session.status?.asOf ?? "");
  const [text, setText] = useState(() => readDraft(composer));
  const roles = usePolicy((state) => state.policy?.roles ?? noRoles);
  const [to, setTo] = useState(() => (kind === "escalate" ? roleAbove(roles) : ""));
  const [until, setUntil] = useState(kind === "postpone" ? addDays(asOf, 7) : "");
  const [included, setIncluded] = useState<ReadonlySet<string>>(
    () => new Set(findings.map((finding) => finding.id)),
  );
  const canSeal = kind === "ask" && composer.invoiceIds.length === 1;
  const [wantsSeal, setWantsSeal] = useState(false);
  const isSealed = canSeal && wantsSeal;
  const [passphrase, setPassphrase] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const ids = { text: useId(), to: useId(), until: useId(), problem: useId(), passphrase: useId() };

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const problem = problemOf(composer, text, to, until);
    setMissing(problem);
    if (problem !== null) return;
    const [invoiceId] = composer.invoiceIds;
    // A question goes out. What reads as a promise is said once; sent again, it is the person's own word.
    if (kind === "ask" && warnedOf !== text) {
      const sentences = await findPromises(text, invoiceId ?? null);
      setWarnedOf(text);
      if (sentences.length > 0) return setMissing(say("compose.unbacked", { sentence: sentences.join(" ") }));
    }
    if (isSealed && invoiceId !== undefined) {
      if (passphrase.length < shortestPassphrase) {
        return setMissing(say("welcome.shortPassphrase", { least: shortestPassphrase }));
      }
      return void sealQuestion({
        invoiceId,
        to: to.trim(),
        text: text.trim(),
        until: until === "" ? null : until,
        passphrase,
      });
    }
    if (composer.cause !== undefined) return void clearCause(composer.cause.id, text.trim());
    void decideAndGoOn(composer.invoiceIds, toDecision(composer, text.trim(), to.trim(), until, included));
  };

  return (
    <form
      className="dialog-body composer"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send(event);
      }}
    >
      {kind === "ask" || kind === "escalate" ? (
        <div className="field">
          <label htmlFor={ids.to}>{say(kind === "ask" ? "compose.to" : "compose.role")}</label>
          {kind === "escalate" && roles.length > 0 ? (
            <select id={ids.to} className="input" value={to} onChange={(event) => setTo(event.target.value)}>
              {roles.map((role) => (
                <option key={role}>{role}</option>
              ))}
            </select>
          ) : (
            <input
              id={ids.to}
              className="input"
              value={to}
              autoComplete="off"
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </div>
      ) : null}
      {composer.cause === undefined ? null : (
        <p className="soft">
          {say("compose.causeScope", {
            findings: composer.cause.findings,
            invoices: say("queue.caseCount", { count: composer.invoiceIds.length }),
          })}
        </p>
      )}
      {kind === "correct" && findings.length > 0 ? (
        <fieldset className="composer-findings">
          <legend>{say("compose.findings")}</legend>
          {findings.map((finding) => (
            <label key={finding.id} className="composer-finding">
              <input
                type="checkbox"
                checked={included.has(finding.id)}
                onChange={() => setIncluded(withToggled(included, finding.id))}
              />
              <span>{finding.text}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="field">
        <label htmlFor={ids.text}>
          {say(needsReason && kind !== "clear-cause" ? "compose.reason" : `compose.${kind}.text`)}
        </label>
        <textarea
          ref={first}
          id={ids.text}
          className="input"
          rows={3}
          value={text}
          aria-invalid={missing !== null}
          aria-describedby={missing === null ? undefined : ids.problem}
          onChange={(event) => {
            setText(event.target.value);
            keepDraft(composer, event.target.value);
          }}
        />
      </div>
      {kind === "postpone" || kind === "ask" ? (
        <div className="field">
          <label htmlFor={ids.until}>{say(kind === "postpone" ? "compose.until" : "compose.answerBy")}</label>
          <input
            id={ids.until}
            className="input composer-date"
            type="date"
            min={asOf}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
      ) : null}
      {canSeal ? (
        <div className="composer-seal">
          <label className="composer-finding">
            <input type="checkbox" checked={wantsSeal} onChange={() => setWantsSeal(!wantsSeal)} />
            <span>{say("question.asFile")}</span>
          </label>
          {isSealed ? (
            <div className="field">
              <label htmlFor={ids.passphrase}>{say("welcome.passphrase")}</label>
              <input
                id={ids.passphrase}
                className="input"
                type="password"
                autoComplete="new-password"
                value={passphrase}
                onChange={(event) => setPassphrase(event.target.value)}
              />
              <span className="help soft">{say("question.passphraseHelp")}</span>
            </div>
          ) : null}
        </div>
      ) : null}
      {missing === null && error === null ? null : (
        <p id={ids.problem} className="sentence" role="alert">
          {missing ?? error?.message}
        </p>
      )}
      <div className="row">
        <span className="grow soft">{say("compose.undoable")}</span>
        <Button onClick={closeComposer}>{say("dialog.cancel")}</Button>
        <button type="submit" className="button" data-look="main" disabled={busy}>
          {say(`compose.${kind}.send`)}
          <Key label={labelOfKey("Mod+Enter", isMac())} />
        </button>
      </div>
    </form>
  );
}

function problemOf({ kind, needsReason }: Composer, text: string, to: string, until: string): string | null {
  if (needsReason && text.trim() === "") return say("compose.needsReason");
  if (kind === "ask" && text.trim() === "") return say("compose.needsQuestion");
  if (kind === "ask" && to.trim() === "") return say("compose.needsRecipient");
  if (kind === "escalate" && to.trim() === "") return say("compose.needsRole");
  if (kind === "postpone" && until === "") return say("compose.needsDate");
  return null;
}

function toDecision(
  composer: Composer,
  text: string,
  to: string,
  until: string,
  included: ReadonlySet<string>,
): DecisionInput {
  const orNull = text === "" ? null : text;
  switch (composer.kind) {
    case "approve":
      return { type: "approve", reason: orNull };
    case "correct":
      return { type: "correct", findingIds: [...included], note: text };
    case "ask":
      return { type: "ask", to, text, until: until === "" ? null : until };
    case "escalate":
      return { type: "escalate", role: to, note: text };
    case "postpone":
      return { type: "postpone", until, note: orNull };
    case "clear-cause":
    case "dismiss-finding":
      return {
        type: "dismiss-finding",
        findingId: composer.findings[0]?.id ?? "",
        reason: orNull ?? say("compose.noReason"),
      };
  }
}

function withToggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return "";
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
