import type OpenAI from "openai";
import { hostOf, isLoopback } from "../../../src-shared/assistant/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { LanguageModel, ModelEndpoint, ModelRequest } from "../../ports/language-model.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";

/** Fields by which the client would tell a server about this machine. */
const silentHeaders = Object.fromEntries(
  ["Arch", "Lang", "OS", "Package-Version", "Retry-Count", "Runtime", "Runtime-Version", "Timeout"].map(
    (name) => [`X-Stainless-${name}`, null],
  ),
);

/** A model through the `openai` client, by chat completions alone. The client is loaded when it is first asked. */
export function createLanguageModel(monotonicMs: () => number): LanguageModel {
  const sent = { loopbackBytes: 0, beyondBytes: 0 };

  const connect = async (endpoint: ModelEndpoint, signal: AbortSignal): Promise<OpenAI> => {
    signal.throwIfAborted();
    const { default: Client } = await import("openai");
    const counter = isLoopback(endpoint.baseUrl) ? "loopbackBytes" : "beyondBytes";
    return new Client({
      baseURL: endpoint.baseUrl,
      apiKey: endpoint.key ?? "none",
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      defaultHeaders: { ...silentHeaders, "User-Agent": "Countersign" },
      maxRetries: 1,
      timeout: endpoint.timeoutMs,
      logLevel: "off",
      fetch: createGuardedFetch({
        origin: new URL(endpoint.baseUrl).origin,
        onSent: (bytes) => void (sent[counter] += bytes),
      }),
    });
  };

  return {
    traffic: () => ({ ...sent }),
    listModels: async (endpoint, signal) => {
      try {
        const client = await connect(endpoint, signal);
        const page = await client.models.list({ signal });
        if (!Array.isArray(page.data)) return err({ code: "model/not-json" });
        return ok(
          page.data.flatMap((model) =>
            typeof model?.id === "string"
              ? [{ id: model.id.slice(0, 200), contextTokens: contextOf(model) }]
              : [],
          ),
        );
      } catch (error) {
        return err(describeFailure(error, endpoint, signal));
      }
    },
    ask: async (endpoint, request, signal) => {
      const startedAt = monotonicMs();
      try {
        const client = await connect(endpoint, signal);
        const completion = await client.chat.completions.create(toBody(endpoint, request), { signal });
        const taken = takeAnswer(completion);
        if (!taken.ok) return taken;
        return ok({
          text: taken.value,
          model: typeof completion.model === "string" ? completion.model.slice(0, 200) : null,
          promptTokens: countOf(completion.usage?.prompt_tokens),
          completionTokens: countOf(completion.usage?.completion_tokens),
          milliseconds: Math.round(monotonicMs() - startedAt),
        });
      } catch (error) {
        return err(describeFailure(error, endpoint, signal));
      }
    },
  };
}

const countOf = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Servers name the length of their context differently, if at all. It is only what they declare. */
function contextOf(model: object): number | null {
  const named = model as Record<string, unknown>;
  const meta = (typeof named["meta"] === "object" && named["meta"] !== null ? named["meta"] : {}) as Record<
    string,
    unknown
  >;
  return (
    countOf(named["max_context_length"]) ??
    countOf(named["context_length"]) ??
    countOf(named["max_model_len"]) ??
    countOf(meta["n_ctx"]) ??
    countOf(meta["n_ctx_train"])
  );
}

function toBody(
  { model }: ModelEndpoint,
  request: ModelRequest,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [
      { role: "system", content: request.instruction },
      { role: "user", content: request.content },
    ],
    temperature: 0,
    seed: 1,
    max_tokens: request.maxTokens,
    stream: false,
    ...(request.form === "plain"
      ? {}
      : {
          response_format:
            request.form === "json-object"
              ? { type: "json_object" as const }
              : {
                  type: "json_schema" as const,
                  json_schema: { name: request.schemaName, schema: { ...request.schema }, strict: true },
                },
        }),
  };
}

/** The text of an answer; a call of a tool, a refusal or a cut answer is none. */
function takeAnswer(completion: OpenAI.ChatCompletion): Result<string, Problem> {
  const choice = Array.isArray(completion?.choices) ? completion.choices[0] : undefined;
  const message = choice?.message;
  if (message === undefined || message === null) return err({ code: "model/no-answer" });
  if ((message.tool_calls ?? []).length > 0 || choice?.finish_reason === "tool_calls")
    return err({ code: "model/tool-call" });
  if (
    choice?.finish_reason === "content_filter" ||
    (typeof message.refusal === "string" && message.refusal !== "")
  )
    return err({ code: "model/refused" });
  if (choice?.finish_reason === "length") return err({ code: "model/cut-off" });
  if (typeof message.content !== "string" || message.content.trim() === "")
    return err({ code: "model/no-answer" });
  return ok(message.content);
}

/** Turns whatever the client or the network throws into a code. Nothing of an answer's body gets into it. */
function describeFailure(
  error: unknown,
  { baseUrl, timeoutMs }: ModelEndpoint,
  signal: AbortSignal,
): Problem {
  const host = hostOf(baseUrl) ?? baseUrl;
  if (signal.aborted) return { code: "cancelled" };
  const chain: { name?: string; message?: string; code?: unknown; status?: unknown }[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 6; at = at.cause)
    chain.push(at as (typeof chain)[number]);
  const own = chain
    .map(({ code }) => code)
    .find((code) => typeof code === "string" && code.startsWith("model/"));
  if (typeof own === "string") return { code: own, facts: { host } };
  if (chain.some(({ name, message = "" }) => name === "TimeoutError" || /timed out/i.test(message)))
    return { code: "model/timed-out", facts: { host, seconds: Math.round(timeoutMs / 1000) } };
  const status = chain.map((each) => each.status).find((each) => typeof each === "number");
  if (status === 401 || status === 403) return { code: "model/key-refused", facts: { host } };
  if (status === 404) return { code: "model/not-found", facts: { host } };
  if (status === 400 || status === 422) return { code: "model/request-refused", facts: { host } };
  if (status === 429) return { code: "model/busy", facts: { host } };
  if (typeof status === "number" && status >= 500)
    return { code: "model/server-error", facts: { host, status } };
  if (chain.some(({ message = "" }) => /redirect/i.test(message)))
    return { code: "model/redirected", facts: { host } };
  if (chain.some(({ name }) => name === "SyntaxError")) return { code: "model/not-json", facts: { host } };
  const reason = chain
    .map(({ code }) => code)
    .find((code) => typeof code === "string" && /^[A-Z_]+$/.test(code));
  return {
    code: "model/unreachable",
    facts: { host, reason: typeof reason === "string" ? reason : "connection" },
  };
}
