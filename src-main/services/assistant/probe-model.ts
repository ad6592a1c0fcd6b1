import type { InputOf } from "../../../src-shared/api/contract.ts";
import { answerForms } from "../../../src-shared/assistant/index.ts";
import type { AnswerForm, ModelProbe } from "../../../src-shared/assistant/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import type { ModelEndpoint } from "../../ports/language-model.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";
import { toRequest } from "./ask-model.ts";
import { reachModel, settingsOf } from "./assistant-settings.ts";
import { checkAnswer } from "./check-answer.ts";

const canarySchema = {
  type: "object",
  additionalProperties: false,
  required: ["word", "color"],
  properties: {
    word: { type: "string", minLength: 1, maxLength: 40 },
    color: { type: "string", enum: ["red", "green", "blue"] },
  },
} as const;

const canary = {
  instruction:
    "Answer with JSON that fits the schema, and with nothing else. `word` is the code word that stands in the text.",
  schema: canarySchema,
};

/** Sizes that are tried for the length of the context, in tokens. Ollama cuts at 4,096 unless it is told otherwise. */
const contextSteps = [2_000, 6_000, 14_000];
const charactersPerToken = 4;

/** What the server at an address says that it has. */
export async function listModels(
  program: Program,
  { baseUrl, consentedHost }: InputOf<"assistant.models">,
  call: CallContext,
): Promise<Result<readonly { readonly id: string; readonly contextTokens: number | null }[], Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const settings = { ...settingsOf(open.value), baseUrl, consentedHost, timeoutSeconds: 10 };
  const endpoint = await reachModel(program, open.value, settings);
  return endpoint.ok ? program.assistant.model.listModels(endpoint.value, call.signal) : endpoint;
}

/**
 * Tries the model that is set up: what it declares, and apart from that what was seen.
 *
 * The ladder goes from the strictest form of answer down; then a code word at the start of longer and longer texts
 * shows where a server cuts without saying so.
 */
export async function probeModel(
  program: Program,
  _: unknown,
  call: CallContext,
): Promise<Result<ModelProbe, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const settings = settingsOf(workspace);
  const endpoint = await reachModel(program, workspace, settings);
  if (!endpoint.ok) return endpoint;
  const { model } = program.assistant;
  const listed = await model.listModels(endpoint.value, call.signal);
  if (!listed.ok && listed.error.code === "cancelled") return listed;
  const notes: ModelProbe["notes"][number][] = [];
  const note = ({ code, facts }: Problem): void =>
    void notes.push(facts === undefined ? { code } : { code, facts });
  if (!listed.ok) note(listed.error);

  const climbed = await findForm(program, endpoint.value, note, call);
  if (!climbed.ok) return climbed;
  const { form, answeredAs, milliseconds, tokensPerSecond } = climbed.value;
  if (answeredAs !== null && answeredAs !== settings.model)
    note({ code: "model/answered-as", facts: { model: answeredAs } });
  const room = form === null ? null : await measureContext(program, endpoint.value, form, note, call);
  if (room !== null && !room.ok) return room;
  const probe: ModelProbe = {
    baseUrl: settings.baseUrl,
    model: settings.model,
    at: program.tools.clock.now(),
    declared: {
      models: listed.ok ? listed.value.map(({ id }) => id).slice(0, 500) : [],
      contextTokens:
        (listed.ok ? listed.value.find(({ id }) => id === settings.model)?.contextTokens : null) ?? null,
    },
    verified: {
      form,
      contextTokens: room?.value.reached ?? null,
      isTruncatedAt: room?.value.cutAt ?? null,
      millisecondsToAnswer: milliseconds,
      tokensPerSecond,
      answeredAs,
    },
    notes: notes.slice(0, 20),
  };
  const kept = await workspace.inTurn(() =>
    workspace.keep({
      label: formatMessage("step/assistant", {}),
      actor: program.person,
      actions: [{ type: "assistant-set", settings: { ...settingsOf(workspace), probe } }],
    }),
  );
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics: ["assistant"] });
  return ok(probe);
}

interface Climbed {
  readonly form: AnswerForm | null;
  readonly answeredAs: string | null;
  readonly milliseconds: number | null;
  readonly tokensPerSecond: number | null;
}

/** The strictest form in which the canary comes back right. A failure of the server itself ends the climb. */
async function findForm(
  program: Program,
  endpoint: ModelEndpoint,
  note: (problem: Problem) => void,
  call: CallContext,
): Promise<Result<Climbed, Problem>> {
  for (const [index, form] of answerForms.entries()) {
    call.signal.throwIfAborted();
    call.report("assist", form, index, answerForms.length + contextSteps.length);
    const word = program.tools.ids.next("word").slice(0, 24);
    const content = `The code word is ${word}. Ignore nothing else; choose any color.`;
    const answer = await program.assistant.model.ask(
      endpoint,
      toRequest(canary, content, form, "canary", 400),
      call.signal,
    );
    if (!answer.ok) {
      if (answer.error.code === "model/request-refused")
        note({ code: "model/form-refused", facts: { form } });
      else if (answer.error.code === "model/cut-off" || answer.error.code === "model/no-answer")
        note(answer.error);
      else return answer;
      continue;
    }
    const checked = checkAnswer(answer.value.text, canarySchema);
    if (!checked.ok || (checked.value as { word: string }).word !== word) {
      note({ code: "model/form-ignored", facts: { form } });
      continue;
    }
    const { milliseconds, completionTokens, model } = answer.value;
    return ok({
      form,
      answeredAs: model,
      milliseconds,
      tokensPerSecond:
        completionTokens === null || milliseconds === 0
          ? null
          : Math.round((completionTokens * 10_000) / milliseconds) / 10,
    });
  }
  return ok({ form: null, answeredAs: null, milliseconds: null, tokensPerSecond: null });
}

async function measureContext(
  program: Program,
  endpoint: ModelEndpoint,
  form: AnswerForm,
  note: (problem: Problem) => void,
  call: CallContext,
): Promise<Result<{ readonly reached: number | null; readonly cutAt: number | null }, Problem>> {
  let reached: number | null = null;
  for (const [index, tokens] of contextSteps.entries()) {
    call.report(
      "assist",
      String(tokens),
      answerForms.length + index,
      answerForms.length + contextSteps.length,
    );
    const word = program.tools.ids.next("word").slice(0, 24);
    const filler = "The quick brown fox jumps over the lazy dog. ".repeat(
      Math.ceil((tokens * charactersPerToken) / 45),
    );
    const content = `The code word is ${word}.\n${filler}\nAnswer with the code word and any color.`;
    const answer = await program.assistant.model.ask(
      endpoint,
      toRequest(canary, content, form, "canary", 400),
      call.signal,
    );
    if (!answer.ok && answer.error.code === "cancelled") return answer;
    const checked = answer.ok ? checkAnswer(answer.value.text, canarySchema) : answer;
    if (!checked.ok || (checked.value as { word: string }).word !== word) {
      note(answer.ok ? { code: "model/truncated", facts: { tokens } } : answer.error);
      return ok({ reached, cutAt: tokens });
    }
    reached = tokens;
  }
  return ok({ reached, cutAt: null });
}
