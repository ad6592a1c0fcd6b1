import { useId, useState } from "react";
import type { AssistantRun } from "../../../src-shared/api/contract.ts";
import { modelTasks } from "../../../src-shared/assistant/index.ts";
import type { ModelTask } from "../../../src-shared/assistant/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { useAgreements } from "../../state/agreements.ts";
import { askAssistant, useAssistant } from "../../state/assistant.ts";
import { useExports } from "../../state/exports.ts";
import { useQueue } from "../../state/queue.ts";
import { ProposalCard } from "./proposal-card.tsx";

interface Subject {
  readonly id: string;
  readonly title: string;
}

/** What a task can be about. */
function useSubjects(task: ModelTask): readonly Subject[] {
  const entries = useQueue((queue) => queue.entries);
  const agreements = useAgreements((state) => state.list);
  const batches = useExports((state) => state.batches);
  switch (task) {
    case "propose-terms":
      return (agreements ?? []).map(({ id, number, title }) => ({ id, title: number ?? title ?? id }));
    case "draft-handoff-note":
      return (batches ?? []).map(({ batchId, at }) => ({
        id: batchId,
        title: `${at.slice(0, 10)} ${batchId}`,
      }));
    case "weekly-status":
    case "order-of-work":
      return [{ id: task, title: say(`task.${task}`) }];
    default:
      return entries.map(({ row }) => ({
        id: row.invoiceId,
        title: [row.number, row.customer].filter((part) => part !== null).join(" · ") || row.invoiceId,
      }));
  }
}

/** Asks for one thing, and shows what rules, templates and the model propose. */
export function AskPanel() {
  const [task, setTask] = useState<ModelTask>("draft-question");
  const subjects = useSubjects(task);
  const [chosen, setChosen] = useState("");
  const [note, setNote] = useState("");
  const isBusy = useAssistant((assistant) => assistant.isBusy);
  const run = useAssistant((assistant) => assistant.run);
  const ids = { task: useId(), subject: useId(), note: useId() };
  const subject = subjects.find(({ id }) => id === chosen) ?? subjects[0];
  const takesNote = task === "draft-reply" || task === "order-of-work" || task === "summarize-delivery";
  return (
    <section className="assistant-part" aria-labelledby="assistant-ask">
      <h2 id="assistant-ask">{say("assistant.ask")}</h2>
      <div className="assistant-fields">
        <div className="field">
          <label htmlFor={ids.task}>{say("assistant.task")}</label>
          <select
            id={ids.task}
            className="input"
            value={task}
            onChange={(event) => setTask(event.target.value as ModelTask)}
          >
            {modelTasks.map((each) => (
              <option key={each} value={each}>
                {say(`task.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={ids.subject}>{say("assistant.subject")}</label>
          <select
            id={ids.subject}
            className="input"
            value={subject?.id ?? ""}
            onChange={(event) => setChosen(event.target.value)}
          >
            {subjects.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      {takesNote ? (
        <div className="field">
          <label htmlFor={ids.note}>{say("assistant.note")}</label>
          <textarea
            id={ids.note}
            className="input"
            value={note}
            maxLength={20_000}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      ) : null}
      {subject === undefined ? <p className="soft">{say("assistant.noSubject")}</p> : null}
      <div className="row">
        <Button
          look="main"
          disabled={isBusy || subject === undefined}
          onClick={() =>
            subject === undefined
              ? undefined
              : void askAssistant(task, subject.id, note.trim() === "" ? null : note)
          }
        >
          {say("assistant.askNow")}
        </Button>
      </div>
      {run === null ? null : <RunResult run={run} />}
    </section>
  );
}

function RunResult({ run }: { readonly run: AssistantRun }) {
  return (
    <div className="stack" role="region" aria-label={say("assistant.proposals")}>
      {run.because === null ? null : <p className="soft">{run.because}</p>}
      {run.proposals.length === 0 ? <p className="soft">{say("assistant.nothing")}</p> : null}
      {run.proposals.map(({ exchangeId, proposal }) => (
        <ProposalCard key={proposal.id} exchangeId={exchangeId} proposal={proposal} />
      ))}
      {run.answered === 0 ? null : (
        <p className="soft">
          {say("assistant.quotes", run.citations)}{" "}
          {run.shadowed === 0 ? "" : say("assistant.shadowed", { count: run.shadowed })}
        </p>
      )}
    </div>
  );
}
