import type { AnswerForm, ModelTask } from "../../../src-shared/assistant/index.ts";
import { answerForms, hostOf, withoutUnseen } from "../../../src-shared/assistant/index.ts";
import type { ExchangeRecord, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import type { ModelAnswer, ModelEndpoint, ModelRequest } from "../../ports/language-model.ts";
import type { Prompt } from "../../ports/prompt-source.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import type { CallContext, Program } from "../program.ts";
import { admitTask, settingsOf } from "./assistant-settings.ts";
import { checkAnswer } from "./check-answer.ts";
import type { Outcome } from "./task-outcome.ts";

/** One question about one document. */
export interface Question {
  readonly task: ModelTask;
  /** Id of what it is about. */
  readonly subject: string;
  /** The document's words, and what is asked of them. */
  readonly content: string;
  readonly ask: string;
  readonly maxTokens: number;
}

/** What an exchange holds, whole, for whoever wants to see it. */
export interface KeptExchange {
  readonly instruction: string;
  readonly content: string;
  readonly answer: string | null;
  readonly outcome: Outcome | null;
}

export interface Asked {
  readonly exchangeId: string;
  readonly level: "shadow" | "draft";
  readonly outcome: Outcome;
}

/** Characters that make about one token; short on purpose, so that a document is rather called too long. */
const charactersPerToken = 3;

/**
 * Asks the model once, verifies what it says, and records the exchange whatever came of it.
 *
 * `judge` turns an answer that fits the schema into proposals whose citations were verified.
 */
export async function askModel(
  program: Program,
  workspace: OpenWorkspace,
  question: Question,
  judge: (answer: unknown) => Outcome,
  call: CallContext,
): Promise<Result<Asked, Problem>> {
  const admitted = await admitTask(program, workspace, question.task);
  if (!admitted.ok) return admitted;
  const { level, endpoint } = admitted.value;
  const prompt = await program.assistant.prompts.load(question.task);
  if (!prompt.ok) return prompt;
  const { probe } = settingsOf(workspace);
  const content = fence(question, program.tools.ids.next("mark"));
  const room = probe?.verified.contextTokens ?? probe?.verified.isTruncatedAt ?? null;
  const needed = Math.ceil((content.length + prompt.value.instruction.length) / charactersPerToken);
  if (room !== null && needed + question.maxTokens > room)
    return err({ code: "model/too-long", facts: { needed: needed + question.maxTokens, limit: room } });

  const sentBefore = program.assistant.model.traffic().beyondBytes;
  const startedAt = program.tools.clock.monotonicMs();
  const { form, answer } = await askInForms(
    program,
    endpoint,
    prompt.value,
    content,
    question,
    probe?.verified.form ?? null,
    call,
  );
  const checked = answer.ok ? checkAnswer(answer.value.text, prompt.value.schema) : answer;
  const outcome = checked.ok ? judge(checked.value) : null;
  const { digest, ids } = program.tools;
  const kept: KeptExchange = {
    instruction: prompt.value.instruction,
    content,
    answer: answer.ok ? answer.value.text : null,
    outcome,
  };
  const exchange: ExchangeRecord = {
    id: ids.next("exc"),
    task: question.task,
    promptVersion: prompt.value.version,
    level,
    subject: question.subject,
    host: hostOf(endpoint.baseUrl) ?? "",
    model: endpoint.model,
    form,
    requestHash: digest.ofText(`${kept.instruction}\n${content}`),
    answerHash: kept.answer === null ? null : digest.ofText(kept.answer),
    problem: checked.ok ? null : checked.error.code,
    promptTokens: answer.ok ? answer.value.promptTokens : null,
    completionTokens: answer.ok ? answer.value.completionTokens : null,
    milliseconds: Math.round(program.tools.clock.monotonicMs() - startedAt),
    sentBytes: program.assistant.model.traffic().beyondBytes - sentBefore,
    proposals: outcome?.proposals.length ?? 0,
    citations: outcome?.citations ?? { verified: 0, dropped: 0 },
    dropped: outcome?.dropped ?? {},
  };
  const recorded = await workspace.inTurn(() =>
    workspace.keep({
      label: formatMessage("step/model-asked", { task: question.task }),
      actor: program.person,
      actions: [{ type: "model-asked", exchange }],
      exchanges: [{ id: exchange.id, body: JSON.stringify(kept) }],
    }),
  );
  if (!recorded.ok) return recorded;
  if (!checked.ok) return checked;
  if (outcome === null) return err({ code: "model/answer-unusable" });
  return ok({ exchangeId: exchange.id, level, outcome });
}

/** The document between two lines that nobody could have written into it, because they are made for this call. */
function fence({ content, ask }: Question, mark: string): string {
  return `<<<${mark}>>>\n${withoutUnseen(content)}\n<<<${mark}>>>\n\n${ask}`;
}

/** Forms from the one that was verified downwards; a server that refuses a form is asked in the next. */
async function askInForms(
  program: Program,
  endpoint: ModelEndpoint,
  prompt: Prompt,
  content: string,
  { task, maxTokens }: Question,
  verified: AnswerForm | null,
  call: CallContext,
): Promise<{ readonly form: AnswerForm; readonly answer: Result<ModelAnswer, Problem> }> {
  const forms = answerForms.slice(Math.max(0, answerForms.indexOf(verified ?? "json-schema")));
  let last: { form: AnswerForm; answer: Result<ModelAnswer, Problem> } | null = null;
  for (const form of forms) {
    const answer = await program.assistant.model.ask(
      endpoint,
      toRequest(prompt, content, form, task, maxTokens),
      call.signal,
    );
    last = { form, answer };
    if (answer.ok || answer.error.code !== "model/request-refused") return last;
  }
  return last ?? { form: "plain", answer: err({ code: "model/no-answer" }) };
}

export const toRequest = (
  prompt: Pick<Prompt, "instruction" | "schema">,
  content: string,
  form: AnswerForm,
  task: string,
  maxTokens: number,
): ModelRequest => ({
  // Below the strictest form the schema has to be said in words.
  instruction:
    form === "json-schema"
      ? prompt.instruction
      : `${prompt.instruction}\n\nThe JSON Schema of the answer:\n${JSON.stringify(prompt.schema)}`,
  content,
  form,
  schemaName: task,
  schema: prompt.schema,
  maxTokens,
});
