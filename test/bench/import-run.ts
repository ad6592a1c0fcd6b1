// node test/bench/import-run.ts SOURCE HOME: one import in a fresh process; writes what it took as one line of JSON.
// Documents are read by the built reading process, as it ships: from source each would first strip hundreds of files.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { forkReadingChild } from "../../src-main/jobs/reading-child.ts";
import { importPaths } from "../../src-main/services/import-documents.ts";
import { createWorkspace } from "../../src-main/services/unlock-workspace.ts";
import { composeProgram, composeTools, readingHeapMegabytes } from "../../src-main/shells/compose.ts";
import { findProcessorMs } from "./processor-time.ts";

export interface ImportRun {
  readonly documents: number;
  readonly unreadable: number;
  readonly wallMs: number;
  /** Of this process and its reading processes, their start included; `null` where the system does not tell. */
  readonly processorMs: number | null;
  /** The most that this process held at any moment of the import, and what it held at the start. */
  readonly peakMegabytes: number;
  readonly startMegabytes: number;
}

const megabyte = 1024 * 1024;
const builtReader = fileURLToPath(new URL("../../out/main/reading-process.js", import.meta.url));

const [source = "", home = ""] = process.argv.slice(2);
const tools = composeTools(() => forkReadingChild(readingHeapMegabytes, builtReader));
const program = await composeProgram({ shell: "cli", tools, home });
const created = await createWorkspace(program, {
  name: "bench",
  location: join(home, "workspace"),
  passphrase: "a long passphrase",
});
if (!created.ok) throw new Error(created.error.code);
const memory = (): number => Math.round(process.memoryUsage.rss() / megabyte);
const startMegabytes = memory();
let peakMegabytes = startMegabytes;
const watch = setInterval(() => (peakMegabytes = Math.max(peakMegabytes, memory())), 20);
const processorBefore = findProcessorMs();
const startedAt = performance.now();
const outcome = await importPaths(
  program,
  { paths: [source] },
  { signal: new AbortController().signal, report: () => undefined },
);
const wallMs = performance.now() - startedAt;
clearInterval(watch);
if (!outcome.ok) throw new Error(outcome.error.code);
for (const { path, status, problem } of outcome.value.documents)
  if (status === "unreadable") process.stderr.write(`${path}: ${problem?.message ?? ""}\n`);
await program.tools.reader.close();
await program.workspace?.close();
// Children are counted once they have ended.
await pause(300);
const processorAfter = findProcessorMs();
const run: ImportRun = {
  documents: outcome.value.documents.length,
  unreadable: outcome.value.unreadable,
  wallMs,
  processorMs: processorBefore === null || processorAfter === null ? null : processorAfter - processorBefore,
  peakMegabytes,
  startMegabytes,
};
process.stdout.write(`${JSON.stringify(run)}\n`);
