import { beforeEach, expect, test } from "vitest";
import type { Progress } from "../../../../src-shared/api/contract.ts";
import { noteProgress, secondsLeft, useJobs } from "../../../../src-renderer/state/jobs.ts";
import type { Job } from "../../../../src-renderer/state/jobs.ts";

const start = 1_000_000;
const progress = (done: number, total: number | null = 100, stage: Progress["stage"] = "read"): Progress => ({
  callId: "call-1",
  stage,
  label: "",
  done,
  total,
});
const job = (): Job => {
  const [only] = useJobs.getState().jobs;
  if (only === undefined) throw new Error("There is one job.");
  return only;
};

beforeEach(() => {
  const fresh: Job = {
    callId: "call-1",
    title: "Import",
    state: "running",
    progress: null,
    startedAt: start,
    earlier: null,
    error: null,
    retry: null,
  };
  useJobs.setState({ jobs: [fresh] });
});

test("nothing is said of the time left while it would be a guess", () => {
  expect(secondsLeft(job(), start + 10_000)).toBeNull();
  noteProgress(progress(0), start);
  expect(secondsLeft(job(), start + 10_000)).toBeNull();
  noteProgress(progress(5), start + 1_000);
  expect(secondsLeft(job(), start + 1_000)).toBeNull();
  noteProgress(progress(5, null), start + 10_000);
  expect(secondsLeft(job(), start + 10_000)).toBeNull();
});

test("an even pace gives an even answer", () => {
  noteProgress(progress(0), start);
  for (let second = 1; second <= 40; second += 1) noteProgress(progress(second), start + second * 1_000);
  expect(secondsLeft(job(), start + 40_000)).toBe(60);
});

test("a pace that has slowed is the one that counts; one that has quickened is not trusted yet", () => {
  noteProgress(progress(0), start);
  for (let second = 1; second <= 10; second += 1) noteProgress(progress(second * 5), start + second * 1_000);
  noteProgress(progress(51), start + 20_000);
  noteProgress(progress(52), start + 30_000);
  expect(secondsLeft(job(), start + 30_000)).toBeGreaterThan(200);
  useJobs.setState({ jobs: [{ ...job(), startedAt: start, earlier: { at: start + 29_000, done: 20 } }] });
  expect(secondsLeft(job(), start + 30_000)).toBe(28);
});

test("another stage counts anew", () => {
  noteProgress(progress(0), start);
  noteProgress(progress(90), start + 60_000);
  noteProgress(progress(1, 10, "check"), start + 61_000);
  expect(secondsLeft(job(), start + 62_000)).toBeNull();
  noteProgress(progress(5, 10, "check"), start + 65_000);
  // Four in five seconds of late, five to go.
  expect(secondsLeft(job(), start + 66_000)).toBe(7);
});
