import { create } from "zustand";
import type {
  CallError,
  CallResult,
  InputOf,
  MethodName,
  OutputOf,
  Progress,
} from "../../src-shared/api/contract.ts";
import { callHost, cancelCall, createCallId } from "../host/door.ts";

export interface Job {
  readonly callId: string;
  readonly title: string;
  readonly state: "running" | "cancelling" | "done" | "failed" | "cancelled";
  readonly progress: Progress | null;
  /** Milliseconds since the epoch; for the time that is left. */
  readonly startedAt: number;
  readonly error: CallError | null;
  readonly retry: (() => void) | null;
}

interface Jobs {
  readonly jobs: readonly Job[];
}

/** Long calls at work, and those that ended badly until they are put away. */
export const useJobs = create<Jobs>(() => ({ jobs: [] }));

const change = (callId: string, next: Partial<Job>): void =>
  useJobs.setState(({ jobs }) => ({
    jobs: jobs.map((job) => (job.callId === callId ? { ...job, ...next } : job)),
  }));

/** Runs a long call as a job of the tray. A success leaves no trace there: its result can be seen. */
export async function runJob<M extends MethodName>(
  title: string,
  name: M,
  input: InputOf<M>,
  retry: (() => void) | null,
): Promise<CallResult<OutputOf<M>>> {
  const callId = createCallId();
  const job: Job = {
    callId,
    title,
    state: "running",
    progress: null,
    startedAt: Date.now(),
    error: null,
    retry,
  };
  useJobs.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
  const result = await callHost(name, input, callId);
  if (result.ok) dismissJob(callId);
  else if (result.error.code === "cancelled") change(callId, { state: "cancelled" });
  else change(callId, { state: "failed", error: result.error });
  return result;
}

export function noteProgress(progress: Progress): void {
  change(progress.callId, { progress });
}

export function cancelJob(callId: string): void {
  change(callId, { state: "cancelling" });
  cancelCall(callId);
}

export function dismissJob(callId: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.callId !== callId) }));
}

/** Whole seconds that the job still needs at the pace so far; `null` while unknown. */
export function secondsLeft(job: Job, now: number): number | null {
  const { progress } = job;
  if (progress === null || progress.total === null || progress.done === 0) return null;
  const perItem = (now - job.startedAt) / progress.done;
  return Math.ceil((perItem * Math.max(0, progress.total - progress.done)) / 1000);
}
