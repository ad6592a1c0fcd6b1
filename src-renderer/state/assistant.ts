import { create } from "zustand";
import type {
  AssistantRun,
  AssistantState,
  CallError,
  ExchangeRow,
  InputOf,
  ShownExchange,
} from "../../src-shared/api/contract.ts";
import type { ModelTask } from "../../src-shared/assistant/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { runJob } from "./jobs.ts";

interface Assistant {
  readonly state: AssistantState | null;
  readonly exchanges: readonly ExchangeRow[] | null;
  readonly shown: { readonly id: string; readonly words: ShownExchange } | null;
  readonly models: readonly string[] | null;
  readonly run: AssistantRun | null;
  /** Proposals that were judged since the last run, by id. */
  readonly judged: Readonly<Record<string, "accepted" | "rejected">>;
  readonly isBusy: boolean;
  readonly error: CallError | null;
}

/** How the assistant is set up, what it was asked, and what it proposes now. */
export const useAssistant = create<Assistant>(() => ({
  state: null,
  exchanges: null,
  shown: null,
  models: null,
  run: null,
  judged: {},
  isBusy: false,
  error: null,
}));

const fail = (error: CallError): void => useAssistant.setState({ error, isBusy: false });

export async function loadAssistant(): Promise<void> {
  const [state, exchanges] = await Promise.all([
    callHost("assistant.read", {}),
    callHost("assistant.exchanges", {}),
  ]);
  if (!state.ok) return fail(state.error);
  if (!exchanges.ok) return fail(exchanges.error);
  useAssistant.setState({ state: state.value, exchanges: exchanges.value, error: null });
}

export async function configureAssistant(
  settings: InputOf<"assistant.configure">["settings"],
  key: string | null,
): Promise<void> {
  useAssistant.setState({ isBusy: true, error: null });
  const result = await callHost("assistant.configure", { settings, key });
  if (!result.ok) return fail(result.error);
  useAssistant.setState({ state: result.value, isBusy: false });
}

/** What the server at an address says that it has. */
export async function findModels(baseUrl: string, consentedHost: string | null): Promise<void> {
  useAssistant.setState({ isBusy: true, error: null, models: null });
  const result = await runJob(say("assistant.findJob"), "assistant.models", { baseUrl, consentedHost }, null);
  if (!result.ok) return fail(result.error);
  useAssistant.setState({ models: result.value.map(({ id }) => id), isBusy: false });
}

export async function probeModel(): Promise<void> {
  useAssistant.setState({ isBusy: true, error: null });
  const result = await runJob(say("assistant.probeJob"), "assistant.probe", {}, () => void probeModel());
  if (!result.ok) return fail(result.error);
  useAssistant.setState({ isBusy: false });
  await loadAssistant();
}

export async function askAssistant(task: ModelTask, subject: string, note: string | null): Promise<void> {
  useAssistant.setState({ isBusy: true, error: null, run: null, judged: {} });
  const result = await runJob(say(`task.${task}`), "assistant.run", { task, subject, note }, null);
  if (!result.ok) return fail(result.error);
  useAssistant.setState({ run: result.value, isBusy: false });
  await loadAssistant();
}

export async function judgeProposal(
  exchangeId: string,
  proposalId: string,
  verdict: "accepted" | "rejected",
): Promise<void> {
  const result = await callHost("assistant.judge", { exchangeId, proposalId, verdict });
  if (!result.ok) return fail(result.error);
  useAssistant.setState(({ judged }) => ({ judged: { ...judged, [proposalId]: verdict }, error: null }));
}

export async function showExchange(id: string): Promise<void> {
  const result = await callHost("assistant.exchange", { id });
  if (!result.ok) return fail(result.error);
  useAssistant.setState({ shown: { id, words: result.value } });
}

export function hideExchange(): void {
  useAssistant.setState({ shown: null });
}

/** What was shown belongs to one workspace. */
export function forgetAssistant(): void {
  useAssistant.setState(useAssistant.getInitialState());
}
