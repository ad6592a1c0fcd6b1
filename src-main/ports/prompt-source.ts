import type { ModelTask } from "../../src-shared/assistant/index.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** What a model is told for one task, in one version. A version that was published never changes. */
export interface Prompt {
  readonly task: ModelTask;
  readonly version: number;
  readonly instruction: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** The prompts that ship with the program. */
export interface PromptSource {
  /** The newest version of a task's prompt. */
  readonly load: (task: ModelTask) => Promise<Result<Prompt, Problem>>;
}
