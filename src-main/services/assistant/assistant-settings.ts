import { readKeptAssistantSettings } from "../../../src-shared/api/assistant-schema.ts";
import { defaultAssistantSettings, hostOf, isLoopback } from "../../../src-shared/assistant/index.ts";
import type { AssistantSettings, ModelTask, TaskLevel } from "../../../src-shared/assistant/index.ts";
import type { ExchangeRecord, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { ModelEndpoint } from "../../ports/language-model.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import type { Program } from "../program.ts";
import { readModelKey } from "./model-key.ts";

/** The settings as they were last kept in this workspace. */
export function settingsOf(workspace: OpenWorkspace): AssistantSettings {
  const last = workspace.events().findLast(({ action }) => action.type === "assistant-set");
  return last?.action.type === "assistant-set"
    ? readKeptAssistantSettings(last.action.settings)
    : defaultAssistantSettings;
}

/** Every exchange with a model in this workspace, in order. */
export const exchangesOf = (workspace: OpenWorkspace): readonly ExchangeRecord[] =>
  workspace.events().flatMap(({ action }) => (action.type === "model-asked" ? [action.exchange] : []));

/** What was used of today's budget; days are those of this machine's clock in UTC. */
export function usedToday(
  workspace: OpenWorkspace,
  now: string,
): { readonly calls: number; readonly tokens: number } {
  let calls = 0;
  let tokens = 0;
  for (const { at, action } of workspace.events()) {
    if (action.type !== "model-asked" || at.slice(0, 10) !== now.slice(0, 10)) continue;
    calls += 1;
    tokens += (action.exchange.promptTokens ?? 0) + (action.exchange.completionTokens ?? 0);
  }
  return { calls, tokens };
}

/** What a task may do now: its level and where to ask, or why it may not ask. */
export async function admitTask(
  program: Program,
  workspace: OpenWorkspace,
  task: ModelTask,
): Promise<Result<{ readonly level: Exclude<TaskLevel, "off">; readonly endpoint: ModelEndpoint }, Problem>> {
  const settings = settingsOf(workspace);
  const level = settings.levels[task];
  if (!settings.isOn) return err({ code: "model/off" });
  if (level === "off") return err({ code: "model/task-off", facts: { task } });
  const endpoint = await reachModel(program, workspace, settings);
  if (!endpoint.ok) return endpoint;
  if (settings.model === "") return err({ code: "model/no-model" });
  const used = usedToday(workspace, program.tools.clock.now());
  const { callsPerDay, tokensPerDay } = settings.budget;
  if (used.calls >= callsPerDay)
    return err({
      code: "model/budget-spent",
      facts: { used: used.calls, limit: callsPerDay, unit: "calls" },
    });
  if (used.tokens >= tokensPerDay)
    return err({
      code: "model/budget-spent",
      facts: { used: used.tokens, limit: tokensPerDay, unit: "tokens" },
    });
  return ok({ level, endpoint: endpoint.value });
}

/** Where the model is, if a person has allowed that place. */
export async function reachModel(
  program: Program,
  workspace: OpenWorkspace,
  settings: Pick<AssistantSettings, "baseUrl" | "model" | "consentedHost" | "timeoutSeconds">,
): Promise<Result<ModelEndpoint, Problem>> {
  const { baseUrl, model, consentedHost, timeoutSeconds } = settings;
  const host = hostOf(baseUrl);
  if (host === null) return err({ code: "model/bad-address", facts: { address: baseUrl.slice(0, 200) } });
  if (!isLoopback(baseUrl) && consentedHost !== host)
    return err({ code: "model/no-consent", facts: { host } });
  const key = await readModelKey(program, workspace);
  return ok({ baseUrl: baseUrl.trim(), model, key, timeoutMs: timeoutSeconds * 1000 });
}
