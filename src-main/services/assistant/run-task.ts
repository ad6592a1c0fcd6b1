import type { AssistantRun, InputOf } from "../../../src-shared/api/contract.ts";
import type { Proposal } from "../../../src-shared/assistant/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { sentenceFor } from "../../../src-shared/text/index.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { askModel } from "./ask-model.ts";
import type { Asked } from "./ask-model.ts";
import { admitTask } from "./assistant-settings.ts";
import { prepareTask } from "./prepare-task.ts";

/**
 * One task of the assistant on one subject.
 *
 * Rules and templates answer first and always; a model is asked besides, where its task is on. What a model says in
 * `shadow` is recorded and not handed out.
 */
export async function runTask(
  program: Program,
  { task, subject, note }: InputOf<"assistant.run">,
  call: CallContext,
): Promise<Result<AssistantRun, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const prepared = await prepareTask(program, workspace, task, subject, note);
  if (!prepared.ok) return prepared;
  const { templates, questions } = prepared.value;
  const admitted = await admitTask(program, workspace, task);
  if (!admitted.ok)
    return templates.length === 0
      ? admitted
      : ok(toRun(templates, [], sentenceFor(admitted.error), questions.length));
  if (questions.length === 0)
    return templates.length === 0
      ? err({ code: "model/nothing-to-do" })
      : ok(toRun(templates, [], sentenceFor({ code: "model/nothing-to-do" }), 0));
  const asked: Asked[] = [];
  let failure: Problem | null = null;
  for (const [index, [question, judge]] of questions.entries()) {
    call.signal.throwIfAborted();
    call.report("assist", "", index, questions.length);
    const answer = await askModel(program, workspace, question, judge, call);
    if (answer.ok) asked.push(answer.value);
    else if (answer.error.code === "cancelled") return answer;
    else failure = answer.error;
    // A server that cannot be reached, or a spent budget, will not get better within this task.
    if (!answer.ok && /budget|unreachable|key-refused|not-found|timed-out|too-long/.test(answer.error.code))
      break;
  }
  program.emit({ type: "workspace-changed", topics: ["assistant"] });
  if (asked.length === 0 && failure !== null && templates.length === 0) return err(failure);
  return ok(toRun(templates, asked, failure === null ? null : sentenceFor(failure), questions.length));
}

function toRun(
  templates: readonly Proposal[],
  asked: readonly Asked[],
  because: string | null,
  questions: number,
): AssistantRun {
  const shown = asked.filter(({ level }) => level === "draft");
  const dropped: Record<string, number> = {};
  for (const { outcome } of asked)
    for (const [reason, count] of Object.entries(outcome.dropped))
      dropped[reason] = (dropped[reason] ?? 0) + count;
  return {
    proposals: [
      ...templates.map((proposal) => ({ exchangeId: null, proposal })),
      ...shown.flatMap(({ exchangeId, outcome }) =>
        outcome.proposals.map((proposal) => ({ exchangeId, proposal })),
      ),
    ],
    questions,
    answered: asked.length,
    shadowed: asked.length - shown.length,
    citations: {
      verified: asked.reduce((sum, { outcome }) => sum + outcome.citations.verified, 0),
      dropped: asked.reduce((sum, { outcome }) => sum + outcome.citations.dropped, 0),
    },
    dropped,
    because,
  };
}
