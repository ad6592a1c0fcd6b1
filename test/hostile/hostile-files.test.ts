import { afterAll, expect, test } from "vitest";
import { forkReadingChild } from "../../src-main/jobs/reading-child.ts";
import { defaultReadingLimits } from "../../src-main/jobs/reading-limits.ts";
import { createReadingPool } from "../../src-main/jobs/reading-pool.ts";
import { context, importedFile } from "../builders/read-bytes.ts";
import { utf8, type HostileFile } from "./hostile-file.ts";
import { hostileFiles } from "./hostile-files.ts";
import { onePage, plainStream, sentence } from "./pdf-file.ts";

// Processor time and memory are what a file costs; the clock on the wall tells how busy the machine is besides.
const limits = { ...defaultReadingLimits, wallMs: 120_000 };
const reader = createReadingPool(2, () => forkReadingChild(384), limits);
afterAll(() => reader.close());

const { asOf, ownCompany } = context;
const read = (name: string, bytes: Uint8Array) =>
  reader.read(
    importedFile(name, bytes),
    bytes,
    { asOf, ownCompany },
    "everything",
    new AbortController().signal,
  );

/** Verdicts that the supervisor had to give: no cap of a reader saw what was coming. */
const byForce: ReadonlySet<string> = new Set(["read/time-limit", "read/memory-limit", "read/crashed"]);

const files = hostileFiles(0.02);

test("there are more than a hundred hostile files", () => {
  expect(new Set(files.map(({ name }) => name)).size).toBeGreaterThan(100);
});

// One process start and a hundred files, many of them of some megabytes.
test("each ends in a verdict, and the next good file is read", { timeout: 240_000 }, async () => {
  const forced: string[] = [];
  const failed: string[] = [];
  const judge = async ({ name, make }: HostileFile): Promise<void> => {
    const { status, problem } = await read(name, make());
    expect(["read", "partly-read", "unreadable"]).toContain(status);
    if (status === "unreadable") expect(problem?.code, name).toMatch(/^read\//);
    if (byForce.has(problem?.code ?? "")) forced.push(`${name}: ${problem?.code}`);
    if (problem?.code === "read/reader-failed") failed.push(`${name}: ${JSON.stringify(problem.facts)}`);
  };
  // Two at a time, as an import does.
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await judge(next);
  };
  await Promise.all([work(), work()]);
  expect(failed).toEqual([]);
  expect(forced).toEqual([]);
  const page = await read("good.pdf", onePage(plainStream(4, sentence)));
  expect(page.status).toBe("read");
  const text = await read("good.txt", utf8("INVOICE 7\nDate: 3 March 2026\nTotal: 5.00 EUR\n"));
  expect(text.normalized?.kind).toBe("invoice");
});
