import { create } from "zustand";
import type { CallError, FollowUp, MessageDraft, ShownReminder } from "../../src-shared/api/contract.ts";
import type { DisputeOutcome, DisputeReason, ReminderPlan } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
import { showToast } from "./toasts.ts";

interface FollowUpState {
  readonly list: FollowUp | null;
  readonly tab: string;
  readonly error: CallError | null;
}

/** What is late, and what is said about it. */
export const useFollowUp = create<FollowUpState>(() => ({ list: null, tab: "reminders", error: null }));

export function forgetFollowUp(): void {
  useFollowUp.setState({ list: null, error: null });
}

export async function loadFollowUp(): Promise<void> {
  const result = await callHost("follow-up.list", {});
  useFollowUp.setState(result.ok ? { list: result.value, error: null } : { error: result.error });
}

export function showFollowUpTab(tab: string): void {
  useFollowUp.setState({ tab });
}

type Receipt = Awaited<ReturnType<typeof callHost<"follow-up.record-reminder">>>;

async function announce(result: Receipt, text: string): Promise<void> {
  if (!result.ok) return useFollowUp.setState({ error: result.error });
  announceReceipt(result.value, text);
  await loadFollowUp();
}

/** Notes that a reminder went out; the program itself sends nothing. */
export async function recordReminder({ items, customer, step }: ShownReminder): Promise<void> {
  const invoiceIds = items.map(({ invoiceId }) => invoiceId);
  await announce(
    await callHost("follow-up.record-reminder", { invoiceIds, customer, step }),
    say("followUp.sent", { customer }),
  );
}

export async function recordPromise(invoiceIds: readonly string[], until: string): Promise<void> {
  await announce(
    await callHost("follow-up.record-promise", { invoiceIds: [...invoiceIds], until, note: null }),
    say("followUp.promised", { until }),
  );
}

export async function openDispute(invoiceId: string, reason: DisputeReason): Promise<void> {
  await announce(
    await callHost("follow-up.open-dispute", { invoiceId, reason, note: null }),
    say("followUp.disputeOpened"),
  );
}

export async function closeDispute(invoiceId: string, outcome: DisputeOutcome): Promise<void> {
  await announce(
    await callHost("follow-up.close-dispute", { invoiceId, outcome, note: null }),
    say("followUp.disputeClosed"),
  );
}

export async function noteHardship(customer: string, note: string | null): Promise<void> {
  await announce(
    await callHost("follow-up.note-hardship", { customer, note }),
    note === null ? say("followUp.hardshipEnded", { customer }) : say("followUp.hardshipNoted", { customer }),
  );
}

/** Puts a draft into the clipboard, subject first. */
export async function copyDraft(draft: MessageDraft): Promise<void> {
  await navigator.clipboard.writeText(`${draft.subject}\n\n${draft.body}`);
  showToast({ tone: "done", text: say("followUp.copied"), action: null });
}

/** Sets when a customer is reminded; `null` is the usual plan again. */
export async function setReminderPlan(customer: string, plan: ReminderPlan | null): Promise<void> {
  const result = await callHost("follow-up.set-plan", {
    customer,
    plan: plan === null ? null : { ...plan, days: [...plan.days] },
  });
  if (!result.ok) return useFollowUp.setState({ error: result.error });
  useFollowUp.setState({ list: result.value, error: null });
  showToast({ tone: "done", text: say("followUp.scheduleKept", { customer }), action: null });
}

/** Puts the tries to come into the clipboard, as CSV. */
export async function copyRetries(schedule: string): Promise<void> {
  await navigator.clipboard.writeText(schedule);
  showToast({ tone: "done", text: say("followUp.copied"), action: null });
}
