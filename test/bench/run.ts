// npm run bench [-- --rounds N] [--only reading,recognizing,structured,importing,checking,duplicates,terms,start-up,window] [--json FILE]
//
// Each figure is a ratio to a reference that ran in turn with ours, in this run, on this machine.
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { goals, isGoalMet } from "./goals.ts";
import { findNoise, formatTable, type BenchResult } from "./result.ts";
import type { WindowFigure } from "./window.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    only: {
      type: "string",
      default: "reading,recognizing,structured,importing,checking,duplicates,terms,start-up,window",
    },
    json: { type: "string" },
  },
});
const rounds = Math.max(5, Number(values.rounds));
const wanted = new Set(values.only.split(","));

const results: BenchResult[] = [];
const note = (text: string): boolean => process.stderr.write(`${text} …\n`);

if (wanted.has("reading")) {
  note("Reading PDF pages");
  const { benchReading } = await import("./reading.ts");
  results.push(await benchReading(rounds));
}
if (wanted.has("recognizing")) {
  note("Recognizing a scan");
  const { benchRecognizing } = await import("./recognizing.ts");
  results.push(await benchRecognizing(Math.min(rounds, 3)));
}
if (wanted.has("structured")) {
  note("Reading e-invoices");
  const { benchStructured } = await import("./structured.ts");
  results.push(...(await benchStructured(rounds)));
}
if (wanted.has("importing")) {
  note("Importing 11,000 e-invoices and 500 pages");
  const { benchImporting } = await import("./importing.ts");
  results.push(...(await benchImporting()));
}
if (wanted.has("checking")) {
  note("Checking a batch");
  const { benchChecking, benchGrowth } = await import("./checking.ts");
  results.push(...(await benchChecking(rounds)), ...(await benchGrowth(rounds)));
}
if (wanted.has("duplicates")) {
  note("Looking for duplicates");
  const { benchDuplicates } = await import("./duplicates.ts");
  results.push(...benchDuplicates(2));
}
if (wanted.has("terms")) {
  note("Changing a term");
  const { benchChangingATerm } = await import("./changing-a-term.ts");
  results.push(await benchChangingATerm(rounds));
}
if (wanted.has("start-up")) {
  note("Starting the command line");
  const { benchStartUp } = await import("./start-up.ts");
  results.push(...(await benchStartUp(Math.max(rounds, 15))));
}

let figures: readonly WindowFigure[] = [];
if (wanted.has("window")) {
  note("Working in a window with 100,000 cases");
  const { benchWindow } = await import("./window.ts");
  const measured = await benchWindow();
  if (measured === null) process.stderr.write("No browser was found: the window was not measured.\n");
  figures = measured ?? [];
}

const machine = {
  node: process.version,
  processor: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  load: loadavg()[0],
};
const noise = findNoise(results);
const judged = results.map((result) => ({
  ...result,
  goal: goals[result.id] ?? null,
  isMet: isGoalMet(result),
}));
const json = JSON.stringify(
  { schema: "countersign.bench/1", machine, noise, results: judged, window: figures },
  null,
  2,
);
if (results.length > 0) process.stdout.write(`${formatTable(results)}\n\n`);
for (const { id, unit, median, p95, goal, judged, samples } of figures) {
  const met = (judged === "p95" ? p95 : median) <= goal ? "met" : "missed";
  process.stdout.write(
    `${id}: median ${median.toFixed(1)} ${unit}, p95 ${p95.toFixed(1)} ${unit} of ${samples}; goal ${judged} ${goal} ${unit}: ${met}\n`,
  );
}
process.stdout.write(
  "Processor time on both sides; for starting and the window, time by the clock. Below 1 we take less than the\nreference. Spread: least and most over the rounds.\n\n",
);
for (const { id, percent } of noise)
  process.stdout.write(
    `Noisy: the reference of ${id} took ${percent} % more at its median than at its best. Run again on a quiet machine.\n`,
  );
if (values.json === undefined) process.stdout.write(`${json}\n`);
else writeFileSync(values.json, `${json}\n`);
