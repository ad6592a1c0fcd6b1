import type { Problem } from "../../src-shared/model/index.ts";
import type { AnswerForm } from "../../src-shared/assistant/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** Where a model is reached. The address is always given; nothing is taken from the environment. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
  readonly timeoutMs: number;
}

/** One question. There is no place for tools: none are offered, and a call of one is refused. */
export interface ModelRequest {
  readonly instruction: string;
  readonly content: string;
  readonly form: AnswerForm;
  /** Letters, digits and hyphens. */
  readonly schemaName: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
}

export interface ModelAnswer {
  readonly text: string;
  /** As the server named it; `null` where it did not. */
  readonly model: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly milliseconds: number;
}

/** Bytes of requests since the start, apart for this machine and for hosts beyond it. */
export interface ModelTraffic {
  readonly loopbackBytes: number;
  readonly beyondBytes: number;
}

/**
 * A language model behind an OpenAI-compatible server. Failures are codes of `model/…`, cancelling is `cancelled`.
 *
 * Opens no connection before it is asked.
 */
export interface LanguageModel {
  readonly listModels: (
    endpoint: ModelEndpoint,
    signal: AbortSignal,
  ) => Promise<Result<readonly { readonly id: string; readonly contextTokens: number | null }[], Problem>>;
  readonly ask: (
    endpoint: ModelEndpoint,
    request: ModelRequest,
    signal: AbortSignal,
  ) => Promise<Result<ModelAnswer, Problem>>;
  readonly traffic: () => ModelTraffic;
}
