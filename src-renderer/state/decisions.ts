import { create } from "zustand";
import type { CallError, CallResult, DecisionInput, DecisionReceipt } from "../../src-shared/api/contract.ts";
import { callHost } from "../host/door.ts";
import { formatDate } from "../locale/display.ts";
import { sayStep } from "../locale/say-program.ts";
import { say } from "../locale/say.ts";
import { showToast } from "./toasts.ts";

export type ComposerKind =
  "approve" | "correct" | "ask" | "escalate" | "postpone" | "dismiss-finding" | "clear-cause";

/** What a decision in writing is about. */
export interface Composer {
  readonly kind: ComposerKind;
  readonly invoiceIds: readonly string[];
  /** For people: the number of the invoice, or how many. */
  readonly about: string;
  /** Findings that go with it; the one to dismiss, or those to send back. */
  readonly findings: readonly { readonly id: string; readonly text: string }[];
  /** True where the program does not go on without words. */
  readonly needsReason: boolean;
  readonly suggestion: string;
  /** The cause to clear, with how many findings rest on it. */
  readonly cause?: { readonly id: string; readonly findings: number };
}

interface Decisions {
  readonly composer: Composer | null;
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Cases that the last decision left as they were, each with a sentence. */
  readonly refused: DecisionReceipt["refused"];
}

/** The decision at hand. Everything done here can be undone, also tomorrow. */
export const useDecisions = create<Decisions>(() => ({
  composer: null,
  busy: false,
  error: null,
  refused: [],
}));

const drafts = new Map<string, string>();
const draftKey = ({ kind, invoiceIds }: Composer): string => `${kind} ${invoiceIds.join()}`;

/** What was typed before and not sent; kept while the window lives, so that Escape costs nothing. */
export function readDraft(composer: Composer): string {
  return drafts.get(draftKey(composer)) ?? composer.suggestion;
}

export function keepDraft(composer: Composer, text: string): void {
  drafts.set(draftKey(composer), text);
}

export function openComposer(composer: Composer): void {
  useDecisions.setState({ composer, error: null });
}

export function closeComposer(): void {
  useDecisions.setState({ composer: null, error: null });
}

export function dismissRefusals(): void {
  useDecisions.setState({ refused: [] });
}

/** Applies one decision to cases as one step of undo. Answers whether at least one case took it. */
export async function decideCases(invoiceIds: readonly string[], decision: DecisionInput): Promise<boolean> {
  if (useDecisions.getState().busy || invoiceIds.length === 0) return false;
  useDecisions.setState({ busy: true, error: null });
  const result = await callHost("review.decide", { invoiceIds: [...invoiceIds], decision });
  if (!result.ok) {
    useDecisions.setState({ busy: false, error: result.error });
    if (useDecisions.getState().composer === null)
      showToast({ tone: "failed", text: result.error.message, action: null });
    return false;
  }
  const { composer } = useDecisions.getState();
  if (composer !== null) drafts.delete(draftKey(composer));
  useDecisions.setState({ busy: false, composer: null, refused: result.value.refused });
  announceReceipt(result.value, decidedText(decision, result.value.applied.length));
  return result.value.applied.length > 0;
}

/** Dismisses everything that rests on one cause, as one step of undo. */
export async function clearCause(causeId: string, reason: string): Promise<void> {
  useDecisions.setState({ busy: true, error: null });
  const result = await callHost("review.clear-cause", { causeId, reason });
  if (!result.ok) return useDecisions.setState({ busy: false, error: result.error });
  const { composer } = useDecisions.getState();
  if (composer !== null) drafts.delete(draftKey(composer));
  useDecisions.setState({ busy: false, composer: null });
  announceReceipt(result.value, say("decide.causeCleared", { count: result.value.applied.length }));
}

/** Says what was done, and how to take it back. */
export function announceReceipt(receipt: DecisionReceipt, text: string): void {
  if (receipt.applied.length > 0 && receipt.group !== null) {
    const { group } = receipt;
    showToast({ tone: "done", text, action: { label: say("undo.short"), run: () => void undo(group) } });
  }
  const [first] = receipt.refused;
  if (first !== undefined) {
    useDecisions.setState({ refused: receipt.refused });
    showToast({
      tone: "failed",
      text: say("decide.refused", { count: receipt.refused.length, because: first.because }),
      action: null,
    });
  }
}

function decidedText(decision: DecisionInput, count: number): string {
  switch (decision.type) {
    case "approve":
      return say("decide.approved", { count });
    case "correct":
      return say("decide.sentBack", { count });
    case "ask":
      return say("decide.asked", { count });
    case "escalate":
      return say("decide.escalated", { count, role: decision.role });
    case "postpone":
      return say("decide.postponed", { count, until: formatDate(decision.until) });
    case "dismiss-finding":
      return say("decide.dismissed");
  }
}

export async function undo(group: string | null = null): Promise<void> {
  const result = await callHost("history.undo", { group });
  announceStep(result, "undo.nothing", "undo.done", { label: say("redo.short"), run: () => void redo() });
}

export async function redo(): Promise<void> {
  const result = await callHost("history.redo", {});
  announceStep(result, "redo.nothing", "redo.done", { label: say("undo.short"), run: () => void undo() });
}

function announceStep(
  result: CallResult<DecisionReceipt & { label: string | null }>,
  nothing: "undo.nothing" | "redo.nothing",
  done: "undo.done" | "redo.done",
  action: { readonly label: string; readonly run: () => void },
): void {
  if (!result.ok) {
    showToast({ tone: "failed", text: result.error.message, action: null });
    return;
  }
  const { label } = result.value;
  if (label === null) showToast({ tone: "failed", text: say(nothing), action: null });
  else showToast({ tone: "done", text: say(done, { label: sayStep(label) }), action });
}
