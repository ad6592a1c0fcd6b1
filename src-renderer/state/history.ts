import { create } from "zustand";
import type { AuditVerdict, CallError, HistoryStep } from "../../src-shared/api/contract.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { runJob } from "./jobs.ts";

interface History {
  readonly steps: readonly HistoryStep[] | null;
  readonly error: CallError | null;
  readonly verdict: AuditVerdict | null;
  readonly verifying: boolean;
}

/** What was done in this workspace, newest first. */
export const useHistory = create<History>(() => ({
  steps: null,
  error: null,
  verdict: null,
  verifying: false,
}));

export async function loadHistory(): Promise<void> {
  const result = await callHost("history.list", {});
  if (result.ok) useHistory.setState({ steps: result.value, error: null });
  else useHistory.setState({ error: result.error });
}

/** Computes the chain of hashes again from the first entry. */
export async function verifyAudit(): Promise<void> {
  useHistory.setState({ verifying: true });
  const result = await runJob(say("audit.job"), "audit.verify", {}, () => void verifyAudit());
  useHistory.setState(
    result.ok
      ? { verdict: result.value, verifying: false }
      : { error: result.error, verdict: null, verifying: false },
  );
}
