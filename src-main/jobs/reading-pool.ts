import type { Problem } from "../../src-shared/model/index.ts";
import type { DocumentReader, Reading } from "../ports/document-reader.ts";
import type { ReadingChild } from "./reading-child.ts";
import {
  budgetFor,
  defaultReadingLimits,
  isDoubtful,
  isTainted,
  megabyte,
  unreadable,
} from "./reading-limits.ts";
import type { ReadingBudget, ReadingLimits } from "./reading-limits.ts";
import { parseReading } from "./reading-messages.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";

const watchEveryMs = 50;

/** Everything but the id, which the pool gives. */
type ReadingJob = ReadingRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, "id">
    : never
  : never;

interface Task {
  readonly job: ReadingJob;
  readonly settle: (reading: Reading) => void;
  readonly fail: (defect: Error) => void;
  id: number;
  /** Read for the second time, in a fresh process and without company. */
  isAlone: boolean;
  budget: ReadingBudget;
  startedAt: number;
  processorMsBefore: number;
}

interface Worker {
  readonly child: ReadingChild;
  /** What was sent and is not answered; the first is being read. */
  readonly tasks: Task[];
  isReady: boolean;
  finished: number;
  processorMs: number;
}

const largestSmall = 128 * 1024;
const textTypes = /xml|json|^text\//;

/** Reads in milliseconds and never calls for recognition: it can wait its turn inside a process. */
const isSmallText = ({ job }: Task): boolean =>
  job.operation === "read" && job.bytes.length <= largestSmall && textTypes.test(job.file.mediaType);

/** V8 ends a process whose heap is full; that is a limit like the others, and no crash. */
function reasonOfExit({ child, tasks }: Worker, limits: ReadingLimits): Problem {
  if (!child.complaint().includes("heap out of memory")) return { code: "read/crashed" };
  const { memoryBytes } = tasks[0]?.budget ?? limits;
  return { code: "read/memory-limit", facts: { megabytes: Math.floor(memoryBytes / megabyte) } };
}

/**
 * A reader that keeps some reading processes busy, watches them, and replaces the ones that fall.
 *
 * Each process reads one document at a time; small texts lie ready in it. What goes wrong with a document stays with
 * that document: what lay ready behind it is given out again, and a verdict that an earlier document of the same
 * process may have caused counts only when a fresh process comes to it, too.
 */
export function createReadingPool(
  processes: number,
  spawn: () => ReadingChild,
  limits: ReadingLimits = defaultReadingLimits,
): DocumentReader {
  const workers = new Set<Worker>();
  const waiting: Task[] = [];
  let nextId = 1;
  let isClosed = false;

  const hire = (): Worker => {
    const worker: Worker = { child: spawn(), tasks: [], isReady: false, finished: 0, processorMs: 0 };
    workers.add(worker);
    worker.child.onAnswer((answer) => accept(worker, answer));
    worker.child.onExit(() => {
      workers.delete(worker);
      // Code that does not even load is a defect of the installation, not of the document.
      if (!worker.isReady)
        for (const task of worker.tasks.splice(0))
          task.fail(new Error(`The reading process did not start.\n${worker.child.complaint()}`));
      const reading = unreadable(reasonOfExit(worker, limits));
      const task = worker.tasks.shift();
      waiting.unshift(...worker.tasks.splice(0));
      if (task !== undefined) conclude(worker, task, reading);
      giveOut();
    });
    return worker;
  };

  /** Ends a process; what lay ready in it is given out again. */
  const dismiss = (worker: Worker): void => {
    workers.delete(worker);
    waiting.unshift(...worker.tasks.splice(0));
    worker.child.kill();
  };

  const conclude = (worker: Worker, task: Task, reading: Reading): void => {
    const isFirst = worker.finished === 0;
    worker.finished += 1;
    if (isFirst || task.isAlone || !isDoubtful(reading)) return task.settle(reading);
    task.isAlone = true;
    waiting.unshift(task);
  };

  const accept = (worker: Worker, answer: ReadingAnswer): void => {
    if (answer.type === "ready") worker.isReady = true;
    const [task] = worker.tasks;
    if (answer.type === "ready" || task?.id !== answer.id) return;
    if (answer.type === "recognizing") return renew(task, worker);
    const reading = openAnswer(answer, limits);
    worker.tasks.shift();
    const isSpent = worker.finished + 1 >= limits.recycleAfter && worker.tasks.length === 0;
    // What was refused may have left its mark on the process that read it.
    if (isSpent || isTainted(reading)) dismiss(worker);
    conclude(worker, task, reading);
    const [next] = worker.tasks;
    if (next !== undefined) start(next, worker);
    giveOut();
  };

  /** Each picture gets the time of a document. */
  const renew = (task: Task, worker: Worker): void => {
    task.startedAt = performance.now();
    task.processorMsBefore = worker.processorMs;
    task.budget = limits.recognition;
  };

  const start = (task: Task, worker: Worker): void => {
    task.startedAt = performance.now();
    task.processorMsBefore = worker.processorMs;
    task.budget = budgetFor(limits, task.job.operation === "normalize" ? 0 : task.job.bytes.length);
  };

  const findWorker = (task: Task): Worker | undefined => {
    const idle = [...workers].find(({ tasks }) => tasks.length === 0);
    if (idle !== undefined && !(task.isAlone && idle.finished > 0)) return idle;
    if (idle !== undefined) dismiss(idle);
    if (workers.size < processes) return hire();
    if (task.isAlone || !isSmallText(task)) return undefined;
    return [...workers]
      .filter(
        ({ tasks, finished }) =>
          tasks.length <= limits.lyingReady &&
          finished + tasks.length < limits.recycleAfter &&
          tasks.every((other) => isSmallText(other) && !other.isAlone),
      )
      .toSorted((left, right) => left.tasks.length - right.tasks.length)[0];
  };

  const giveOut = (): void => {
    if (isClosed) return;
    for (let [task] = waiting; task !== undefined; [task] = waiting) {
      const worker = findWorker(task);
      if (worker === undefined) return;
      waiting.splice(waiting.indexOf(task), 1);
      task.id = nextId++;
      worker.tasks.push(task);
      if (worker.tasks.length === 1) start(task, worker);
      worker.child.send({ ...task.job, id: task.id });
    }
  };

  const stop = (worker: Worker, problem: Problem): void => {
    const task = worker.tasks.shift();
    dismiss(worker);
    if (task !== undefined) conclude(worker, task, unreadable(problem));
    giveOut();
  };

  const watch = async (worker: Worker): Promise<void> => {
    const [task] = worker.tasks;
    if (task === undefined) return;
    const { budget } = task;
    if (performance.now() - task.startedAt > budget.wallMs)
      return stop(worker, { code: "read/time-limit", facts: { seconds: Math.ceil(budget.wallMs / 1000) } });
    const use = await worker.child.measure();
    if (use === null || worker.tasks[0] !== task) return;
    worker.processorMs = use.processorMs;
    // Loading the program is not the document's doing.
    if (!worker.isReady) task.processorMsBefore = use.processorMs;
    if (use.memoryBytes > budget.memoryBytes)
      return stop(worker, {
        code: "read/memory-limit",
        facts: { megabytes: Math.floor(budget.memoryBytes / megabyte) },
      });
    if (use.processorMs - task.processorMsBefore > budget.processorMs)
      stop(worker, { code: "read/time-limit", facts: { seconds: Math.ceil(budget.processorMs / 1000) } });
  };

  // Looks after processes only while one is at work, and lets them go when nothing has come for a while.
  let watcher: NodeJS.Timeout | null = null;
  let idleSince = performance.now();
  const lookAfter = (): void => {
    const isBusy = [...workers].some(({ tasks }) => tasks.length > 0);
    if (isBusy) idleSince = performance.now();
    else if (performance.now() - idleSince > limits.idleMs) for (const worker of workers) dismiss(worker);
    for (const worker of workers) void watch(worker);
    if (workers.size === 0 && watcher !== null) {
      clearInterval(watcher);
      watcher = null;
    }
  };
  const startWatching = (): void => {
    idleSince = performance.now();
    if (watcher !== null) return;
    watcher = setInterval(lookAfter, watchEveryMs);
    watcher.unref();
  };

  const run = (job: ReadingJob, signal: AbortSignal): Promise<Reading> =>
    new Promise((resolve, reject) => {
      const rejectWithReason = () =>
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
      if (signal.aborted) return rejectWithReason();
      const task: Task = {
        job,
        id: 0,
        isAlone: false,
        budget: limits,
        startedAt: 0,
        processorMsBefore: 0,
        settle: (reading) => {
          signal.removeEventListener("abort", abort);
          resolve(reading);
        },
        fail: (defect) => {
          signal.removeEventListener("abort", abort);
          reject(defect);
        },
      };
      const abort = () => {
        const worker = [...workers].find(({ tasks }) => tasks.includes(task));
        const line = worker?.tasks ?? waiting;
        const position = line.indexOf(task);
        if (position >= 0) line.splice(position, 1);
        // What only lies ready is answered to nobody; what is being read must not go on.
        if (worker !== undefined && position === 0) dismiss(worker);
        rejectWithReason();
        // After every other job of the same signal: what is cancelled, too, must not start first.
        queueMicrotask(giveOut);
      };
      signal.addEventListener("abort", abort, { once: true });
      // A person waits for what is to be shown; a long import does not mind.
      if (job.operation === "show") waiting.unshift(task);
      else waiting.push(task);
      startWatching();
      giveOut();
    });

  return {
    parallelism: processes * (1 + limits.lyingReady),
    read: (file, bytes, context, keep, signal) =>
      run({ operation: "read", file, bytes, context, keep }, signal),
    normalize: (document, file, context, signal) =>
      run({ operation: "normalize", file, document, context }, signal),
    show: async (file, bytes, signal) => {
      const { members } = await run({ operation: "show", file, bytes }, signal);
      return members[0]?.bytes ?? null;
    },
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
  const length = answer.json.length + (answer.packed?.length ?? 0);
  if (length > limits.answerLength)
    return unreadable({
      code: "read/answer-too-large",
      facts: { megabytes: Math.ceil(length / megabyte) },
    });
  return (
    parseReading(answer.json, answer.members, answer.packed) ?? unreadable({ code: "read/invalid-answer" })
  );
}
