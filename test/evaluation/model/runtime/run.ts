/**
 * The client of the assistant against a real llama.cpp with a model of chance, made on the spot.
 *
 *     npm run eval:llm:runtime
 *
 * It proves transport, structured output, streaming, the length of the context and cancelling; it says nothing about
 * how well any model reads. Exit status 0: all held, or the runtime cannot be had and the reason is said; 1: one failed.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLanguageModel } from "../../../../src-main/adapters/language-model-openai/index.ts";
import type { ModelRequest } from "../../../../src-main/ports/language-model.ts";
import { checkAnswer } from "../../../../src-main/services/assistant/check-answer.ts";
import { loadRuntime } from "./llama-runtime.ts";
import { startLlamaServer } from "./llama-server.ts";
import { makeTinyModel } from "./tiny-model.ts";

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["color", "isPaid", "lines"],
  properties: {
    color: { type: "string", enum: ["red", "green", "blue"] },
    isPaid: { type: "boolean" },
    lines: {
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["kind"],
        properties: { kind: { type: "string", enum: ["rate", "fee"] } },
      },
    },
  },
} as const;

const question = (change: Partial<ModelRequest> = {}): ModelRequest => ({
  instruction: "Answer with JSON that fits the schema.",
  content: "Any color.",
  form: "json-schema",
  schemaName: "runtime",
  schema,
  maxTokens: 300,
  ...change,
});

const failures: string[] = [];
function hold(name: string, isTrue: boolean, seen: string): void {
  process.stdout.write(`${isTrue ? "holds" : "FAILS"}  ${name}: ${seen}\n`);
  if (!isTrue) failures.push(name);
}

const runtime = await loadRuntime();
if ("missing" in runtime) {
  process.stdout.write(`skipped: ${runtime.missing}\n`);
  process.exit(0);
}
const contextTokens = 2_048;
const folder = await mkdtemp(join(tmpdir(), "countersign-llama-"));
const path = join(folder, "tiny.gguf");
const tiny = makeTinyModel(11, contextTokens);
await writeFile(path, tiny.bytes);
const server = await startLlamaServer(runtime, path, contextTokens);
try {
  const model = createLanguageModel(() => performance.now());
  const endpoint = { baseUrl: server.baseUrl, model: "tiny", key: null, timeoutMs: 60_000 };
  const never = new AbortController().signal;

  const listed = await model.listModels(endpoint, never);
  const declared = listed.ok ? listed.value[0] : undefined;
  hold(
    "the model and its context are declared",
    declared?.id === "tiny" && declared.contextTokens === contextTokens,
    JSON.stringify(declared ?? listed),
  );

  // Twenty different questions of a model of chance: without the grammar hardly a single one would be JSON.
  let fitting = 0;
  for (let at = 0; at < 20; at += 1) {
    const answer = await model.ask(endpoint, question({ content: `Question ${at}.` }), never);
    if (answer.ok && checkAnswer(answer.value.text, schema).ok) fitting += 1;
    else if (failures.length === 0) process.stdout.write(`       ${JSON.stringify(answer)}\n`);
  }
  hold("a grammar makes every answer fit its schema", fitting === 20, `${fitting} of 20`);

  const free = await model.ask(endpoint, question({ form: "plain", maxTokens: 40 }), never);
  hold(
    "prose of chance is cut off or refused, and never taken for an answer",
    !free.ok || !checkAnswer(free.value.text, schema).ok,
    free.ok ? "an answer that fits no schema" : free.error.code,
  );

  const counted = await model.ask(endpoint, question(), never);
  hold(
    "tokens are counted",
    counted.ok && (counted.value.promptTokens ?? 0) > 20 && (counted.value.completionTokens ?? 0) > 10,
    counted.ok ? `${counted.value.promptTokens} + ${counted.value.completionTokens}` : counted.error.code,
  );

  const long = await model.ask(endpoint, question({ content: "quick brown fox ".repeat(400) }), never);
  hold(
    "a question beyond the context is refused, not cut",
    !long.ok && long.error.code === "model/request-refused",
    long.ok ? "answered" : long.error.code,
  );

  const streamed = await fetch(`${server.baseUrl}/chat/completions`, {
    method: "POST",
    body: JSON.stringify({
      stream: true,
      max_tokens: 300,
      messages: [{ role: "user", content: "Any color." }],
      response_format: { type: "json_schema", json_schema: { name: "s", schema } },
    }),
  });
  const events = (await streamed.text()).split("\n\n").filter((event) => event.startsWith("data: {"));
  const joined = events
    .map(
      (event) =>
        (JSON.parse(event.slice(6)) as { choices: [{ delta: { content: string } }] }).choices[0].delta
          .content,
    )
    .join("");
  hold(
    "a stream comes in parts that join to an answer that fits",
    events.length > 3 && checkAnswer(joined, schema).ok,
    `${events.length} parts`,
  );

  const abort = new AbortController();
  const cancelled = model.ask(endpoint, question({ form: "plain", maxTokens: 1_900 }), abort.signal);
  setTimeout(() => abort.abort(), 60);
  const outcome = await cancelled;
  for (let waited = 0; waited < 100 && server.stopped() === 0; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  hold(
    "cancelling ends the question here and the work there",
    !outcome.ok &&
      outcome.error.code === "cancelled" &&
      server.stopped() === 1 &&
      server.lastTokens() < 1_900,
    `${outcome.ok ? "answered" : outcome.error.code}, stopped after ${server.lastTokens()} tokens`,
  );

  const after = await model.ask(endpoint, question(), never);
  hold(
    "the next question is answered as if nothing had been",
    after.ok,
    after.ok ? after.value.text : after.error.code,
  );
  hold(
    "nothing left this machine",
    model.traffic().beyondBytes === 0,
    `${model.traffic().loopbackBytes} bytes stayed`,
  );
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failures.length === 0 ? 0 : 1;
