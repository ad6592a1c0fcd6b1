import type { Problem } from "../../src-shared/model/index.ts";
import type { DocumentReader, Reading } from "../ports/document-reader.ts";
import type { ReadingChild } from "./reading-child.ts";
import { parseReading } from "./reading-messages.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

/** What one file may take before its process is ended. */
export interface ReadingBudget {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly memoryBytes: number;
}

/** Limits for one file, and for the processes that read. */
export interface ReadingLimits extends ReadingBudget {
  /** For each picture whose words are recognized: that takes seconds and memory where reading takes neither. */
  readonly recognition: ReadingBudget;
  /** Characters of the answer. */
  readonly answerLength: number;
  /** Clean documents after which a process is replaced by a fresh one; after one that broke its reader it is at once. */
  readonly recycleAfter: number;
  /** Time without work after which all processes are let go. */
  readonly idleMs: number;
}

export const defaultReadingLimits: ReadingLimits = {
  wallMs: 30_000,
  processorMs: 10_000,
  memoryBytes: 512 * 1024 * 1024,
  recognition: { wallMs: 90_000, processorMs: 45_000, memoryBytes: 1024 * 1024 * 1024 },
  answerLength: 256 * 1024 * 1024,
  recycleAfter: 400,
  idleMs: 30_000,
};

/** Large files may take more, in proportion: one second and eight times its size for each megabyte. */
const budgetFor = (limits: ReadingLimits, bytes: number): ReadingBudget => {
  const megabytes = Math.floor(bytes / megabyte);
  return {
    wallMs: limits.wallMs + megabytes * 3_000,
    processorMs: limits.processorMs + megabytes * 1_000,
    memoryBytes: limits.memoryBytes + megabytes * 8 * megabyte,
  };
};

const watchEveryMs = 50;
const megabyte = 1024 * 1024;

/** Everything but the id, which the pool gives. */
type ReadingJob = ReadingRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, "id">
    : never
  : never;

interface Running {
  readonly id: number;
  readonly settle: (reading: Reading) => void;
  readonly fail: (defect: Error) => void;
  readonly job: ReadingJob;
  budget: ReadingBudget;
  startedAt: number;
  processorMsBefore: number;
}

interface Worker {
  readonly child: ReadingChild;
  running: Running | null;
  isReady: boolean;
  finished: number;
  processorMs: number;
}

const unreadable = (problem: Problem): Reading => ({
  reader: null,
  status: "unreadable",
  problem,
  pages: null,
  normalized: null,
  document: null,
  members: [],
});

/** V8 ends a process whose heap is full; that is a limit like the others, and no crash. */
function reasonOfExit({ child, running }: Worker, limits: ReadingLimits): Problem {
  if (!child.complaint().includes("heap out of memory")) return { code: "read/crashed" };
  const { memoryBytes } = running?.budget ?? limits;
  return { code: "read/memory-limit", facts: { megabytes: Math.floor(memoryBytes / megabyte) } };
}

/** Verdicts after which the process is not trusted: something in it ended in a way that no reader foresaw. */
const tainting: ReadonlySet<string> = new Set([
  "read/reader-failed",
  "read/crashed",
  "read/invalid-answer",
  "read/answer-too-large",
  "read/pdf-too-heavy",
]);

const isTainted = ({ problem }: Reading): boolean => problem !== null && tainting.has(problem.code);

/**
 * A reader that keeps some reading processes busy, watches them, and replaces the ones that fall.
 *
 * Each process reads one document at a time. What goes wrong with a document stays with that document.
 */
export function createReadingPool(
  parallelism: number,
  spawn: () => ReadingChild,
  limits: ReadingLimits = defaultReadingLimits,
): DocumentReader {
  const workers = new Set<Worker>();
  const waiting: { start: (worker: Worker) => void }[] = [];
  let nextId = 1;
  let isClosed = false;

  const hire = (): Worker => {
    const worker: Worker = { child: spawn(), running: null, isReady: false, finished: 0, processorMs: 0 };
    workers.add(worker);
    worker.child.onAnswer((answer) => accept(worker, answer));
    worker.child.onExit(() => {
      workers.delete(worker);
      // Code that does not even load is a defect of the installation, not of the document.
      if (!worker.isReady)
        worker.running?.fail(new Error(`The reading process did not start.\n${worker.child.complaint()}`));
      finish(worker, unreadable(reasonOfExit(worker, limits)));
      giveOut();
    });
    return worker;
  };

  const dismiss = (worker: Worker): void => {
    workers.delete(worker);
    worker.child.kill();
  };

  const finish = (worker: Worker, reading: Reading): void => {
    const { running } = worker;
    worker.running = null;
    worker.finished += 1;
    running?.settle(reading);
  };

  const accept = (worker: Worker, answer: ReadingAnswer): void => {
    if (answer.type === "ready") worker.isReady = true;
    if (answer.type === "ready" || worker.running?.id !== answer.id) return;
    if (answer.type === "recognizing") return renew(worker.running, worker);
    const reading = openAnswer(answer, limits);
    // What was refused may have left its mark on the process that read it.
    if (worker.finished + 1 >= limits.recycleAfter || isTainted(reading)) dismiss(worker);
    finish(worker, reading);
    giveOut();
  };

  /** Each picture gets the time of a document. */
  const renew = (running: Running, worker: Worker): void => {
    running.startedAt = performance.now();
    running.processorMsBefore = worker.processorMs;
    running.budget = limits.recognition;
  };

  const giveOut = (): void => {
    if (isClosed) return;
    while (waiting.length > 0) {
      const idle = [...workers].find((worker) => worker.running === null);
      const worker = idle ?? (workers.size < parallelism ? hire() : undefined);
      if (worker === undefined) return;
      waiting.shift()?.start(worker);
    }
  };

  const stop = (worker: Worker, problem: Problem): void => {
    dismiss(worker);
    finish(worker, unreadable(problem));
    giveOut();
  };

  const watch = async (worker: Worker): Promise<void> => {
    const { running } = worker;
    if (running === null) return;
    const { budget } = running;
    if (performance.now() - running.startedAt > budget.wallMs)
      return stop(worker, { code: "read/time-limit", facts: { seconds: Math.ceil(budget.wallMs / 1000) } });
    const use = await worker.child.measure();
    if (use === null || worker.running !== running) return;
    worker.processorMs = use.processorMs;
    // Loading the program is not the document's doing.
    if (!worker.isReady) running.processorMsBefore = use.processorMs;
    if (use.memoryBytes > budget.memoryBytes)
      return stop(worker, {
        code: "read/memory-limit",
        facts: { megabytes: Math.floor(budget.memoryBytes / megabyte) },
      });
    if (use.processorMs - running.processorMsBefore > budget.processorMs)
      stop(worker, { code: "read/time-limit", facts: { seconds: Math.ceil(budget.processorMs / 1000) } });
  };

  // Looks after processes only while one is at work, and lets them go when nothing has come for a while.
  let watcher: NodeJS.Timeout | null = null;
  let idleSince = performance.now();
  const lookAfter = (): void => {
    const isBusy = [...workers].some(({ running }) => running !== null);
    if (isBusy) idleSince = performance.now();
    else if (performance.now() - idleSince > limits.idleMs) for (const worker of workers) dismiss(worker);
    for (const worker of workers) void watch(worker);
    if (workers.size === 0 && watcher !== null) {
      if (watcher !== null) clearInterval(watcher);
      watcher = null;
    }
  };
  const startWatching = (): void => {
    idleSince = performance.now();
    if (watcher !== null || isClosed) return;
    watcher = setInterval(lookAfter, watchEveryMs);
    watcher.unref();
  };

  const run = (job: ReadingJob, signal: AbortSignal): Promise<Reading> =>
    new Promise((resolve, reject) => {
      const rejectWithReason = () =>
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
      if (signal.aborted) return rejectWithReason();
      let assigned: Worker | null = null;
      const entry = {
        start: (worker: Worker) => {
          assigned = worker;
          const id = nextId++;
          worker.running = {
            id,
            job,
            budget: budgetFor(limits, job.operation === "read" ? job.bytes.length : 0),
            startedAt: performance.now(),
            processorMsBefore: worker.processorMs,
            settle: (reading) => {
              signal.removeEventListener("abort", abort);
              resolve(reading);
            },
            fail: reject,
          };
          worker.child.send({ ...job, id });
        },
      };
      const abort = () => {
        const position = waiting.indexOf(entry);
        if (position >= 0) waiting.splice(position, 1);
        if (assigned !== null) {
          assigned.running = null;
          dismiss(assigned);
        }
        rejectWithReason();
        // After every other job of the same signal: what is cancelled, too, must not start first.
        queueMicrotask(giveOut);
      };
      signal.addEventListener("abort", abort, { once: true });
      waiting.push(entry);
      startWatching();
      giveOut();
    });

  return {
    parallelism,
    read: (file, bytes, context, keep, signal) =>
      run({ operation: "read", file, bytes, context, keep }, signal),
    normalize: (document, file, context, signal) =>
      run({ operation: "normalize", file, document, context }, signal),
    close: async () => {
      isClosed = true;
      if (watcher !== null) clearInterval(watcher);
      for (const worker of workers) dismiss(worker);
      await Promise.resolve();
    },
  };
}

function openAnswer(
  answer: Exclude<ReadingAnswer, { readonly type: "ready" | "recognizing" }>,
  limits: ReadingLimits,
): Reading {
  if (answer.type === "defect") return unreadable({ code: "read/crashed" });
  if (answer.json.length > limits.answerLength)
    return unreadable({
      code: "read/answer-too-large",
      facts: { megabytes: Math.ceil(answer.json.length / megabyte) },
    });
  return parseReading(answer.json, answer.members) ?? unreadable({ code: "read/invalid-answer" });
}
