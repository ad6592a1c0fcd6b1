// npm run eval:checks -- [nouns|documents] [first] [count] [--notes]: seeded defects, near misses and missing evidence in
// worlds of several trades, against what the checks make of them. The same numbers give the same worlds.
import { evaluate, summarize } from "./evaluate.ts";
import type { Mode } from "./evaluate.ts";

const [mode = "nouns", first = "1", count = "6"] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
const showsNotes = process.argv.includes("--notes");
if (mode !== "nouns" && mode !== "documents") throw new Error(`Nouns or documents, not ${mode}`);
const numbers = Array.from({ length: Number(count) }, (_, index) => Number(first) + index);
const evaluation = await evaluate({ mode: mode satisfies Mode, numbers });

const out = (line: string): void => void process.stdout.write(`${line}\n`);
out(`worlds ${first} to ${Number(first) + Number(count) - 1}, as ${mode}`);
for (const { world, clear, invoices, reasons } of evaluation.clean) {
  out(`  clean ${world.padEnd(14)} ${clear} of ${invoices} clear`);
  if (showsNotes)
    for (const [why, times] of [...reasons].toSorted((one, other) => other[1] - one[1]).slice(0, 6))
      out(`      ${times} × ${why}`);
}
for (const { id, kind, check, count: all, right, exact, alarmed, wronglyClear, notes } of evaluation.seeds) {
  if (right === all && exact === all && alarmed === 0 && wronglyClear === 0) continue;
  out(
    `  ${kind} ${check} “${id}”: ${right} right, ${exact} exact, ${alarmed} with other findings, ${wronglyClear} wrongly clear, of ${all}`,
  );
  if (showsNotes) for (const note of notes.slice(0, 3)) out(`      ${note}`);
}
const summary = summarize(evaluation);
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
out(`defects found              ${share(summary.found, summary.defects)}`);
out(`  right id, line, impact   ${share(summary.exact, summary.defects)}`);
out(`near misses flagged        ${share(summary.nearMissesFlagged, summary.nearMisses)}`);
out(`missing evidence named     ${share(summary.missingNamed, summary.missing)}`);
out(`wrongly clear              ${summary.wronglyClear}`);
out(`worlds with false alarms   ${share(summary.alarmed, summary.worlds)}`);
out(`clean invoices clear       ${share(summary.cleanClear, summary.cleanInvoices)}`);
