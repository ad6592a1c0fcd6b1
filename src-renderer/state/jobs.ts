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
  /** Where it stood some time ago: the pace of late, beside the pace since the start. */
  readonly earlier: { readonly at: number; readonly done: number } | null;
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
    earlier: null,
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

/** Time over which the pace of late is taken; one large file in it must not decide alone. */
const lateMs = 15_000;

export function noteProgress(progress: Progress, now = Date.now()): void {
  const job = useJobs.getState().jobs.find(({ callId }) => callId === progress.callId);
  if (job === undefined) return;
  const isOtherStage = job.progress?.stage !== progress.stage;
  const isOld = job.earlier === null || now - job.earlier.at > lateMs;
  change(progress.callId, {
    progress,
    // Another stage counts anew: what it does takes its own time.
    startedAt: isOtherStage ? now : job.startedAt,
    earlier: isOtherStage || isOld ? { at: now, done: progress.done } : job.earlier,
  });
}

export function cancelJob(callId: string): void {
  change(callId, { state: "cancelling" });
  cancelCall(callId);
}

export function dismissJob(callId: string): void {
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.callId !== callId) }));
}

/** Before this nothing is known of the pace: processes start, and the first files are not like the rest. */
const soonestMs = 3_000;

/**
 * Whole seconds that the job still needs; `null` while that would be a guess.
 *
 * The slower of the pace since the start and the pace of late: who waits would rather be done early than late.
 */
export function secondsLeft(job: Job, now: number): number | null {
  const { progress, startedAt, earlier } = job;
  if (progress === null || progress.total === null || progress.done === 0) return null;
  if (now - startedAt < soonestMs) return null;
  const left = Math.max(0, progress.total - progress.done);
  const overall = (now - startedAt) / progress.done;
  const doneLately = earlier === null ? 0 : progress.done - earlier.done;
  const late = earlier === null || doneLately <= 0 ? overall : (now - earlier.at) / doneLately;
  return Math.ceil((Math.max(overall, late) * left) / 1000);
}
