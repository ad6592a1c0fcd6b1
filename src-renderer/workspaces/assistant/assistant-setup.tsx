import { useState } from "react";
import type { AssistantState } from "../../../src-shared/api/contract.ts";
import { hostOf, isLoopback, modelTasks, taskLevels } from "../../../src-shared/assistant/index.ts";
import type { ModelProbe, TaskLevel } from "../../../src-shared/assistant/index.ts";
import { Button } from "../../components/button.tsx";
import { formatCount, formatSize } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { configureAssistant, findModels, probeModel, useAssistant } from "../../state/assistant.ts";
import { LabeledInput } from "../../components/labeled-input.tsx";

const wholeOf = (text: string, least: number): number => Math.max(least, Number.parseInt(text, 10) || least);

/** Where the model is, what it may do and cost, and what was seen when it was tried. */
export function AssistantSetup({ state }: { readonly state: AssistantState }) {
  const models = useAssistant((assistant) => assistant.models);
  const isBusy = useAssistant((assistant) => assistant.isBusy);
  const { probe, ...kept } = state.settings;
  const [draft, setDraft] = useState(kept);
  const [key, setKey] = useState("");
  const host = hostOf(draft.baseUrl);
  const isHere = isLoopback(draft.baseUrl);
  const hasConsent = isHere || (host !== null && draft.consentedHost === host);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept) || key !== "";
  return (
    <section className="assistant-part" aria-labelledby="assistant-set-up">
      <h2 id="assistant-set-up">{say("assistant.setUp")}</h2>
      <label className="row">
        <input
          type="checkbox"
          checked={draft.isOn}
          onChange={() => setDraft({ ...draft, isOn: !draft.isOn })}
        />
        {say("assistant.on")}
      </label>
      <div className="assistant-fields">
        <LabeledInput
          label={say("assistant.address")}
          value={draft.baseUrl}
          help={say("assistant.addressHelp")}
          onChange={(baseUrl) => setDraft({ ...draft, baseUrl, consentedHost: null })}
        />
        <LabeledInput
          label={say("assistant.model")}
          value={draft.model}
          list={models ?? []}
          onChange={(model) => setDraft({ ...draft, model })}
        />
        <LabeledInput
          label={say("assistant.key")}
          type="password"
          value={key}
          help={say(
            state.hasKey
              ? "assistant.keyKept"
              : state.hasKeyStore
                ? "assistant.keyNone"
                : "assistant.keyPassing",
          )}
          onChange={setKey}
        />
        <LabeledInput
          label={say("assistant.timeout")}
          type="number"
          value={String(draft.timeoutSeconds)}
          onChange={(text) => setDraft({ ...draft, timeoutSeconds: Math.min(900, wholeOf(text, 1)) })}
        />
        <LabeledInput
          label={say("assistant.callsPerDay")}
          type="number"
          value={String(draft.budget.callsPerDay)}
          onChange={(text) =>
            setDraft({ ...draft, budget: { ...draft.budget, callsPerDay: wholeOf(text, 0) } })
          }
        />
        <LabeledInput
          label={say("assistant.tokensPerDay")}
          type="number"
          value={String(draft.budget.tokensPerDay)}
          onChange={(text) =>
            setDraft({ ...draft, budget: { ...draft.budget, tokensPerDay: wholeOf(text, 0) } })
          }
        />
      </div>
      {host === null ? (
        <p className="sentence">{say("assistant.noHost")}</p>
      ) : isHere ? (
        <p className="soft">{say("assistant.local", { host })}</p>
      ) : (
        <label className="sentence">
          <input
            type="checkbox"
            checked={hasConsent}
            onChange={() => setDraft({ ...draft, consentedHost: hasConsent ? null : host })}
          />
          {say("assistant.consent", { host })}
        </label>
      )}
      <fieldset className="assistant-levels">
        <legend>{say("assistant.levels")}</legend>
        <p className="soft">{say("assistant.levelsHelp")}</p>
        {modelTasks.map((task) => (
          <label key={task} className="assistant-level">
            <span>{say(`task.${task}`)}</span>
            <select
              className="input"
              value={draft.levels[task]}
              onChange={(event) =>
                setDraft({ ...draft, levels: { ...draft.levels, [task]: event.target.value as TaskLevel } })
              }
            >
              {taskLevels.map((level) => (
                <option key={level} value={level}>
                  {say(`level.${level}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button
          look="main"
          disabled={isBusy || !isChanged || host === null || (draft.isOn && !hasConsent)}
          onClick={() => void configureAssistant(draft, key === "" ? null : key)}
        >
          {say("assistant.store")}
        </Button>
        <Button
          disabled={isBusy || host === null || !hasConsent}
          onClick={() => void findModels(draft.baseUrl, draft.consentedHost)}
        >
          {say("assistant.find")}
        </Button>
        <Button disabled={isBusy || isChanged || kept.model === ""} onClick={() => void probeModel()}>
          {say("assistant.probe")}
        </Button>
      </div>
      <p className="soft">
        {say("assistant.used", {
          calls: state.used.calls,
          tokens: state.used.tokens,
          size: formatSize(state.sentBytes),
        })}
      </p>
      {probe === null ? <p className="soft">{say("assistant.notTried")}</p> : <ProbeTable probe={probe} />}
    </section>
  );
}

function ProbeTable({ probe }: { readonly probe: ModelProbe }) {
  const { declared, verified } = probe;
  const tokens = (count: number | null): string =>
    count === null ? "–" : say("assistant.tokens", { count: formatCount(count) });
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{probe.model}</th>
          <th scope="col">{say("assistant.declared")}</th>
          <th scope="col">{say("assistant.verified")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say("assistant.form")}</th>
          <td>–</td>
          <td>{say(`assistant.form.${verified.form ?? "none"}`)}</td>
        </tr>
        <tr>
          <th scope="row">{say("assistant.contextTokens")}</th>
          <td>{tokens(declared.contextTokens)}</td>
          <td>
            {verified.contextTokens === null || verified.isTruncatedAt !== null
              ? tokens(verified.contextTokens)
              : say("assistant.tokensAtLeast", { count: formatCount(verified.contextTokens) })}
          </td>
        </tr>
        <tr>
          <th scope="row">{say("assistant.speed")}</th>
          <td>–</td>
          <td>
            {verified.millisecondsToAnswer === null
              ? "–"
              : say("assistant.speedValue", {
                  seconds: formatCount(verified.millisecondsToAnswer),
                  rate: verified.tokensPerSecond === null ? "–" : String(verified.tokensPerSecond),
                })}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
