import type { LanguageModel } from "../../ports/language-model.ts";
import type { PromptSource } from "../../ports/prompt-source.ts";
import type { Secrets } from "../../ports/secrets.ts";

/** What the assistant leans on. The model opens no connection before it is asked. */
export interface AssistantParts {
  readonly model: LanguageModel;
  readonly prompts: PromptSource;
  readonly secrets: Secrets;
}
