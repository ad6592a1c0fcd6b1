import { create } from "zustand";
import type { WatchedFolder } from "../../src-shared/api/contract.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { loadDocuments, useDocuments } from "./documents.ts";
import { runJob } from "./jobs.ts";
import { showToast } from "./toasts.ts";

interface Intake {
  readonly folder: WatchedFolder | null;
  /** Why the last change of the folder was refused. */
  readonly problem: string | null;
}

/** The folder that the workspace watches, and what waits in it. */
export const useIntake = create<Intake>(() => ({ folder: null, problem: null }));

export async function loadIntake(): Promise<void> {
  const result = await callHost("intake.folder", {});
  if (result.ok) useIntake.setState({ folder: result.value });
}

export function forgetIntake(): void {
  useIntake.setState({ folder: null, problem: null });
}

export async function watchFolder(path: string | null, mode: WatchedFolder["mode"]): Promise<void> {
  const result = await callHost("intake.watch", { path, mode });
  useIntake.setState(result.ok ? { folder: result.value, problem: null } : { problem: result.error.message });
}

/** Imports what waits in the watched folder. */
export async function takeInOffered(): Promise<void> {
  const count = useIntake.getState().folder?.offered.length ?? 0;
  if (count === 0) return;
  const title = say("import.title", { count });
  const result = await runJob(title, "intake.take-in", {}, () => void takeInOffered());
  if (!result.ok) return;
  useIntake.setState({ folder: result.value });
  await loadDocuments();
}

/** Reads one document again, alone; says what came of it. */
export async function retryDocument(documentId: string | null): Promise<void> {
  const row = useDocuments.getState().rows?.find(({ id }) => id === documentId);
  if (row === undefined) return;
  const file = row.name;
  const title = say("documents.retrying", { file });
  const result = await runJob(title, "documents.retry", { documentId: row.id }, null);
  if (!result.ok) return;
  await loadDocuments();
  const isRead = result.value.status !== "unreadable";
  const because = row.problem?.message ?? "";
  showToast({
    tone: isRead ? "done" : "failed",
    text: isRead ? say("documents.retryRead", { file }) : say("documents.retryFailed", { file, because }),
    action: null,
  });
}
