import { create } from "zustand";
import type { AssistantRun, CallError } from "../../src-shared/api/contract.ts";
import type { ModelTask } from "../../src-shared/assistant/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { loadAssistant, useAssistant } from "./assistant.ts";
import { runJob } from "./jobs.ts";
import { refreshCase, useReview } from "./review.ts";

export type ProposalEntry = AssistantRun["proposals"][number];

interface CaseProposals {
  /** The case that they are about. */
  readonly invoiceId: string | null;
  readonly entries: readonly ProposalEntry[];
  readonly judged: Readonly<Record<string, "accepted" | "rejected">>;
  /** The proposal that a key takes over or rejects; `null` where none waits. */
  readonly activeId: string | null;
  readonly isBusy: boolean;
  /** Why nothing or not everything was answered. */
  readonly because: string | null;
  readonly error: CallError | null;
}

const nothing: CaseProposals = {
  invoiceId: null,
  entries: [],
  judged: {},
  activeId: null,
  isBusy: false,
  because: null,
  error: null,
};

/** What the assistant proposes about the case under review, beside what the rules say. */
export const useCaseProposals = create<CaseProposals>(() => nothing);

/** What can be asked about a case, each where its level allows it. */
export const caseTasks: readonly ModelTask[] = ["second-reading", "explain-finding"];

/** The tasks about a case that are on; none while the assistant is off or was not looked at yet. */
export function tasksInUse(): readonly ModelTask[] {
  const settings = useAssistant.getState().state?.settings;
  return settings?.isOn === true ? caseTasks.filter((task) => settings.levels[task] !== "off") : [];
}

/** Proposals that would change something come first, then those that agree with the rules, then words. */
export function inOrder(entries: readonly ProposalEntry[]): readonly ProposalEntry[] {
  const rank = ({ proposal: { content } }: ProposalEntry): number =>
    content.type === "reading" ? (content.agrees ? 1 : 0) : 2;
  return entries.toSorted((first, second) => rank(first) - rank(second));
}

/** Whether a person can take it over: it is a value of a model, not words of a template. */
export const canBeTaken = ({ exchangeId, proposal: { content } }: ProposalEntry): boolean =>
  exchangeId !== null && (content.type === "reading" || content.type === "term");

function nextOpen({ entries, judged }: Pick<CaseProposals, "entries" | "judged">): string | null {
  const open = entries.find((entry) => canBeTaken(entry) && judged[entry.proposal.id] === undefined);
  return open?.proposal.id ?? null;
}

/** Asks about the case under review what its levels allow. What is in shadow is asked and not shown. */
export async function askAboutCase(): Promise<void> {
  const { invoiceId, findingId } = useReview.getState();
  if (invoiceId === null || useCaseProposals.getState().isBusy) return;
  useCaseProposals.setState({ ...nothing, invoiceId, isBusy: true });
  await loadAssistant();
  const isCurrent = (): boolean => useCaseProposals.getState().invoiceId === invoiceId;
  const tasks = tasksInUse();
  if (tasks.length === 0)
    return useCaseProposals.setState({ isBusy: false, because: say("caseAssistant.off") });
  for (const task of tasks) {
    const isAboutFinding = task === "explain-finding";
    if (isAboutFinding && findingId === null) continue;
    const subject = isAboutFinding ? `${invoiceId}#${findingId}` : invoiceId;
    const result = await runJob(say(`task.${task}`), "assistant.run", { task, subject, note: null }, null);
    if (!isCurrent()) return;
    if (!result.ok) useCaseProposals.setState({ error: result.error });
    else takeRun(result.value);
  }
  useCaseProposals.setState({ isBusy: false });
}

function takeRun({ proposals, because }: AssistantRun): void {
  useCaseProposals.setState((state) => {
    const entries = inOrder([...state.entries, ...proposals]);
    return {
      entries,
      because: because ?? state.because,
      activeId: nextOpen({ entries, judged: state.judged }),
    };
  });
}

/** Takes the proposal at hand over, or rejects it, in the person's name; the next one is at hand then. */
export async function judgeCaseProposal(
  verdict: "accepted" | "rejected",
  proposalId: string | null = useCaseProposals.getState().activeId,
): Promise<void> {
  const entry = useCaseProposals.getState().entries.find(({ proposal }) => proposal.id === proposalId);
  if (entry?.exchangeId === undefined || entry.exchangeId === null || proposalId === null) return;
  const result = await callHost("assistant.judge", { exchangeId: entry.exchangeId, proposalId, verdict });
  if (!result.ok) return useCaseProposals.setState({ error: result.error });
  useCaseProposals.setState((state) => {
    const judged = { ...state.judged, [proposalId]: verdict };
    return { judged, error: null, activeId: nextOpen({ entries: state.entries, judged }) };
  });
  if (verdict === "accepted") await refreshCase();
}

/** What was proposed belongs to one case of one workspace. */
export const forgetCaseProposals = (): void => useCaseProposals.setState(nothing);
