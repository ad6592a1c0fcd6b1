import { afterEach, describe, expect, test } from "vitest";
import type { ReadingChild } from "../../../../src-main/jobs/reading-child.ts";
import type { ReadingAnswer, ReadingRequest } from "../../../../src-main/jobs/reading-messages.ts";
import { createReadingPool } from "../../../../src-main/jobs/reading-pool.ts";
import type { ReadingLimits } from "../../../../src-main/jobs/reading-limits.ts";
import type { DocumentReader } from "../../../../src-main/ports/document-reader.ts";
import { defaultPolicy } from "../../../../src-shared/model/index.ts";
import type { ImportedFile } from "../../../../src-shared/model/index.ts";
import { localDate } from "../../../../src-shared/time/index.ts";

const limits: ReadingLimits = {
  wallMs: 400,
  processorMs: 300,
  memoryBytes: 1000,
  recognition: { wallMs: 400, processorMs: 300, memoryBytes: 1000 },
  answerLength: 2_000,
  recycleAfter: 3,
  lyingReady: 0,
  idleMs: 60_000,
};
const context = { asOf: localDate("2026-11-21"), ownCompany: defaultPolicy.ownCompany };
const file = (name: string): ImportedFile => ({
  id: `doc-${name}` as never,
  path: name,
  name,
  sha256: "",
  sizeBytes: 0,
  mediaType: "text/plain",
  copyOf: null,
});

interface Stand {
  readonly reader: DocumentReader;
  readonly spawned: () => number;
  readonly killed: () => number;
  readonly busiest: () => number;
}

const reading = (facts: object = {}): string =>
  JSON.stringify({
    reader: "text",
    status: "read",
    problem: null,
    pages: null,
    normalized: null,
    document: null,
    ...facts,
  });

/** Processes that do as the file's name says. */
function createStand(parallelism = 2, overrides: Partial<ReadingLimits> = {}): Stand {
  let spawned = 0;
  let killed = 0;
  let busy = 0;
  let busiest = 0;
  const spawn = (): ReadingChild => {
    spawned += 1;
    let onAnswer: (answer: ReadingAnswer) => void = () => undefined;
    let onExit: () => void = () => undefined;
    let use = { memoryBytes: 0, processorMs: 0 };
    let isAlive = true;
    let answered = 0;
    const die = () => {
      if (isAlive) queueMicrotask(onExit);
      isAlive = false;
    };
    const ready: ReadingRequest[] = [];
    let isAtWork = false;
    const takeNext = (): void => {
      const next = isAtWork || !isAlive ? undefined : ready.shift();
      isAtWork ||= next !== undefined;
      if (next !== undefined) behave(next);
    };
    queueMicrotask(() => onAnswer({ id: 0, type: "ready" }));
    const behave = (request: ReadingRequest): void => {
      const answer = (json: string) => {
        busy -= 1;
        answered += 1;
        if (isAlive) onAnswer({ id: request.id, type: "reading", json, members: [], packed: null });
        isAtWork = false;
        takeNext();
      };
      const { name } = request.file;
      if (name === "crash") return void setTimeout(() => ((busy -= 1), die()), 5);
      if (name === "stale") return answered > 0 ? void setTimeout(die, 1) : answer(reading());
      if (name === "defect") return onAnswer({ id: request.id, type: "defect", message: "x" });
      if (name === "hang") return;
      if (name === "swell") return void (use = { memoryBytes: 2_000, processorMs: 0 });
      if (name === "spin") return void (use = { memoryBytes: 0, processorMs: 900 });
      if (name === "long") return answer(reading({ problem: { code: "x".repeat(3_000) } }));
      if (name === "liar") return answer(JSON.stringify({ status: "perfect" }));
      if (name === "garbage") return answer("{");
      setTimeout(() => answer(reading({ pages: Number(name.slice(1)) })), name.startsWith("s") ? 30 : 1);
    };
    return {
      send: (request) => {
        busy += 1;
        busiest = Math.max(busiest, busy);
        ready.push(request);
        takeNext();
      },
      onAnswer: (listener) => (onAnswer = listener),
      onExit: (listener) => (onExit = listener),
      kill: () => {
        killed += 1;
        die();
      },
      complaint: () => "it complained",
      measure: () => Promise.resolve(use),
    };
  };
  const reader = createReadingPool(parallelism, spawn, { ...limits, ...overrides });
  open.push(reader);
  return { reader, spawned: () => spawned, killed: () => killed, busiest: () => busiest };
}

const open: DocumentReader[] = [];
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close();
});

const read = (reader: DocumentReader, name: string, signal = new AbortController().signal) =>
  reader.read(file(name), new Uint8Array(0), context, "nouns", signal);

test("every document gets its own answer, and no more run at once than there are processes", async () => {
  const { reader, busiest, spawned } = createStand(2, { recycleAfter: 1_000 });
  const names = ["s1", "q2", "s3", "q4", "q5", "s6"];
  const readings = await Promise.all(names.map((name) => read(reader, name)));
  expect(readings.map(({ pages }) => pages)).toEqual([1, 2, 3, 4, 5, 6]);
  expect([busiest(), spawned()]).toEqual([2, 2]);
});

test("what a person wants to see goes before what waits to be read", async () => {
  const { reader } = createStand(1, { recycleAfter: 1_000 });
  const order: string[] = [];
  const reads = ["s1", "s2", "s3"].map((name) => read(reader, name).then(() => order.push(name)));
  const shown = reader
    .show({ ...file("picture"), mediaType: "image/heic" }, new Uint8Array(0), new AbortController().signal)
    .then(() => order.push("picture"));
  await Promise.all([...reads, shown]);
  expect(order).toEqual(["s1", "picture", "s2", "s3"]);
});

test.each([
  ["crash", "read/crashed"],
  ["defect", "read/crashed"],
  ["hang", "read/time-limit"],
  ["spin", "read/time-limit"],
  ["swell", "read/memory-limit"],
  ["long", "read/answer-too-large"],
  ["liar", "read/invalid-answer"],
  ["garbage", "read/invalid-answer"],
])("a document that makes its process %s is unreadable, and its neighbors are read", async (name, code) => {
  const { reader } = createStand();
  const [bad, ...others] = await Promise.all([name, "q1", "q2", "q3"].map((each) => read(reader, each)));
  expect(bad).toMatchObject({ status: "unreadable", problem: { code } });
  expect(others.map(({ status }) => status)).toEqual(["read", "read", "read"]);
});

describe("what lies ready in a process", () => {
  test("is read in its turn, and more of it than there are processes", async () => {
    const { reader, busiest } = createStand(1, { lyingReady: 3, recycleAfter: 1_000 });
    const names = ["s1", "q2", "q3", "q4", "q5", "q6"];
    const readings = await Promise.all(names.map((name) => read(reader, name)));
    expect(readings.map(({ pages }) => pages)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(busiest()).toBe(4);
  });

  test.each(["crash", "swell", "hang", "garbage"])(
    "is given out again when the one before it makes the process %s",
    async (name) => {
      const { reader } = createStand(1, { lyingReady: 3 });
      const [bad, ...others] = await Promise.all([name, "q1", "q2", "q3"].map((each) => read(reader, each)));
      expect(bad?.status).toBe("unreadable");
      expect(others.map(({ pages }) => pages)).toEqual([1, 2, 3]);
    },
  );

  test("is not what a large file or a picture waits behind", async () => {
    const { reader, busiest } = createStand(1, { lyingReady: 3, recycleAfter: 1_000 });
    const picture = { ...file("q2"), mediaType: "image/png" };
    const signal = new AbortController().signal;
    await Promise.all([
      read(reader, "s1"),
      reader.read(picture, new Uint8Array(0), context, "nouns", signal),
      reader.read(file("q3"), new Uint8Array(200_000), context, "nouns", signal),
    ]);
    expect(busiest()).toBe(1);
  });

  test("is cancelled with its call and leaves the others of the process alone", async () => {
    const { reader } = createStand(1, { lyingReady: 3 });
    const cancel = new AbortController();
    const kept = read(reader, "s1");
    const cancelled = read(reader, "q2", cancel.signal);
    const behind = read(reader, "q3");
    cancel.abort(new Error("cancelled"));
    await expect(cancelled).rejects.toThrow("cancelled");
    expect([(await kept).pages, (await behind).pages]).toEqual([1, 3]);
  });
});

test("a verdict that an earlier document may have caused counts only in a fresh process", async () => {
  const { reader, spawned } = createStand(1, { recycleAfter: 1_000 });
  await read(reader, "q1");
  // Breaks every process but a fresh one.
  expect((await read(reader, "stale")).status).toBe("read");
  expect(spawned()).toBe(2);
  await read(reader, "q2");
  expect(await read(reader, "crash")).toMatchObject({ problem: { code: "read/crashed" } });
  expect(spawned()).toBe(3);
});

test("a process is replaced after its share of documents", async () => {
  const { reader, spawned } = createStand(1);
  for (let index = 0; index < 7; index += 1) await read(reader, `q${index}`);
  expect(spawned()).toBe(3);
});

test("processes are let go when nothing has come for a while, and come back when something does", async () => {
  const { reader, spawned, killed } = createStand(1, { idleMs: 60 });
  await read(reader, "q1");
  expect(killed()).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(killed()).toBe(1);
  expect((await read(reader, "q2")).status).toBe("read");
  expect(spawned()).toBe(2);
});

test("cancelling stops what runs and what waits, within a moment", async () => {
  const { reader, killed } = createStand(1, { wallMs: 60_000 });
  const cancel = new AbortController();
  const startedAt = performance.now();
  const running = [read(reader, "hang", cancel.signal), read(reader, "q1", cancel.signal)];
  setTimeout(() => cancel.abort(new Error("cancelled")), 10);
  const settled = await Promise.allSettled(running);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(killed()).toBe(1);
  expect((await read(reader, "q2")).status).toBe("read");
});

test("a process that never comes up is a defect of the program, not of the document", async () => {
  const reader = createReadingPool(1, () => {
    const child: ReadingChild = {
      send: () => undefined,
      onAnswer: () => undefined,
      onExit: (listener) => void setTimeout(listener, 1),
      kill: () => undefined,
      complaint: () => "no such module",
      measure: () => Promise.resolve(null),
    };
    return child;
  });
  open.push(reader);
  await expect(read(reader, "q1")).rejects.toThrow("The reading process did not start.\nno such module");
});
