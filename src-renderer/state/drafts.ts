import { create } from "zustand";
import type {
  CallError,
  DraftRequest,
  DraftRow,
  OutputOf,
  ShownDraft,
} from "../../src-shared/api/contract.ts";
import { callHost } from "../host/door.ts";
import { saveFile } from "../host/save-file.ts";
import { say } from "../locale/say.ts";
import { openCase } from "./review.ts";
import { showToast } from "./toasts.ts";
import { openScreen } from "./window-view.ts";

export type DraftTab = "list" | "calendar";

interface Drafts {
  readonly tab: DraftTab;
  readonly rows: readonly DraftRow[] | null;
  readonly calendar: OutputOf<"drafts.calendar"> | null;
  /** What the draft on the right was asked for, with the answers given so far. */
  readonly request: DraftRequest | null;
  readonly shown: readonly ShownDraft[];
  readonly busy: boolean;
  readonly error: CallError | null;
}

const nothing = { rows: null, calendar: null, request: null, shown: [], busy: false, error: null } as const;

/** Drafts of invoices: what could be made, and the one that is looked at. */
export const useDrafts = create<Drafts>(() => ({ tab: "list", ...nothing }));

export function forgetDrafts(): void {
  useDrafts.setState(nothing);
}

export async function loadDrafts(): Promise<void> {
  const [list, calendar] = await Promise.all([callHost("drafts.list", {}), callHost("drafts.calendar", {})]);
  if (!list.ok) return useDrafts.setState({ error: list.error });
  useDrafts.setState({
    rows: list.value.rows,
    calendar: calendar.ok ? calendar.value : null,
    error: calendar.ok ? null : calendar.error,
  });
}

export function showDraftTab(tab: DraftTab): void {
  useDrafts.setState({ tab });
}

/** Computes a draft and shows it. */
export async function askForDraft(request: DraftRequest): Promise<void> {
  useDrafts.setState({ request, busy: true, error: null, tab: "list" });
  const result = await callHost("drafts.show", { order: request });
  // Another draft was asked for in between.
  if (useDrafts.getState().request !== request) return;
  if (result.ok) useDrafts.setState({ shown: result.value.drafts, busy: false });
  else useDrafts.setState({ shown: [], busy: false, error: result.error });
}

/** Opens the drafts on what puts an invoice right. */
export function draftCorrection(invoiceId: string): void {
  openScreen("drafts");
  void askForDraft({ invoiceId });
}

/** After an invoice was sent back: offers to draft it as it should have been. */
export function offerCorrection(invoiceId: string): void {
  showToast({
    tone: "done",
    text: say("drafts.correctOffer"),
    action: { label: say("drafts.correct"), run: () => draftCorrection(invoiceId) },
  });
}

export async function saveDraftPage(draft: ShownDraft): Promise<void> {
  const { request } = useDrafts.getState();
  if (request === null) return;
  const result = await callHost("drafts.page", { order: request, draftId: draft.id });
  if (!result.ok) return useDrafts.setState({ error: result.error });
  const binary = atob(result.value.base64);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  saveFile(result.value.name, "application/pdf", bytes);
}

/** Makes an invoice of a draft and offers to review it. */
export async function keepShownDraft(draft: ShownDraft, despiteGaps: boolean): Promise<void> {
  const { request, busy } = useDrafts.getState();
  if (request === null || busy) return;
  useDrafts.setState({ busy: true, error: null });
  const result = await callHost("drafts.keep", { order: request, draftId: draft.id, despiteGaps });
  useDrafts.setState({ busy: false });
  if (!result.ok) return useDrafts.setState({ error: result.error });
  const { number, invoiceId } = result.value;
  showToast({
    tone: "done",
    text: say("drafts.kept.toast", { number }),
    action:
      invoiceId === null
        ? null
        : { label: say("drafts.review", { number }), run: () => void openCase(invoiceId) },
  });
  useDrafts.setState({ request: null, shown: [] });
  await loadDrafts();
}

export async function saveCalendar(): Promise<void> {
  const result = await callHost("drafts.calendar-file", {});
  if (!result.ok) return useDrafts.setState({ error: result.error });
  saveFile(result.value.name, "text/calendar", result.value.text);
}
