// npm run eval:hostile [-- --scale 1]: every hostile file at its full size, one after the other, as an import reads it.
//
// Says what became of each and what it took; ends with 1 when the supervisor had to end a process, or the next good
// file was not read.
import { parseArgs } from "node:util";
import { forkReadingChild } from "../../src-main/jobs/reading-child.ts";
import { createReadingPool } from "../../src-main/jobs/reading-pool.ts";
import { context, importedFile } from "../builders/read-bytes.ts";
import { utf8 } from "./hostile-file.ts";
import { hostileFiles } from "./hostile-files.ts";

const { values } = parseArgs({
  options: { scale: { type: "string", default: "1" }, only: { type: "string" } },
});
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 1)) throw new Error("--scale is a share of the full size: above 0, at most 1.");
const reader = createReadingPool(1, () => forkReadingChild(384));
const { asOf, ownCompany } = context;
const read = (name: string, bytes: Uint8Array) =>
  reader.read(importedFile(name, bytes), bytes, { asOf, ownCompany }, "packed", new AbortController().signal);

const byForce: ReadonlySet<string> = new Set([
  "read/time-limit",
  "read/memory-limit",
  "read/crashed",
  "read/reader-failed",
]);
const bad: string[] = [];
let slowestMs = 0;
const files = hostileFiles(scale).filter(
  ({ name }) => values.only === undefined || name.includes(values.only),
);
for (const { name, make } of files) {
  const bytes = make();
  const startedAt = performance.now();
  const { status, problem } = await read(name, bytes);
  const ms = Math.round(performance.now() - startedAt);
  slowestMs = Math.max(slowestMs, ms);
  if (byForce.has(problem?.code ?? "")) bad.push(`${name}: ${problem?.code ?? ""}`);
  process.stdout.write(
    `${String(ms).padStart(7)} ms  ${status.padEnd(11)} ${(problem?.code ?? "").padEnd(28)} ${name}\n`,
  );
}
const good = await read("good.txt", utf8("INVOICE 7\nDate: 3 March 2026\nTotal: 5.00 EUR\n"));
if (good.normalized?.kind !== "invoice") bad.push("the good file after them was not read");
await reader.close();
process.stdout.write(
  `${files.length} files at ${scale} of their size, the slowest ${slowestMs} ms; ended by force or failed: ${bad.length}\n${bad.map((line) => `  ${line}\n`).join("")}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;
