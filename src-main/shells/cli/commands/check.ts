import { parseArgs } from "node:util";
import { writeFile } from "node:fs/promises";
import type { Report } from "../../../../src-shared/model/index.ts";
import { checkFiles } from "../../../services/check-files.ts";
import { encodeReport } from "../../../services/encode-report.ts";
import { composeTools } from "../../compose.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { loadPolicy, parseDay } from "../options.ts";
import { formatSummary } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  report: { type: "string" },
  json: { type: "boolean" },
  html: { type: "string" },
  "as-of": { type: "string" },
  since: { type: "string" },
  policy: { type: "string" },
  "accept-terms": { type: "boolean" },
  workspace: { type: "string" },
  "passphrase-file": { type: "string" },
} as const;

/** `check <path>…`: the main job, with or without a workspace. */
export async function check(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("check needs at least one file or folder.");
  const order = {
    paths: positionals,
    asOf: parseDay("as-of", values["as-of"]),
    since: parseDay("since", values.since),
    policy: await loadPolicy(values.policy),
    acceptTerms: values["accept-terms"] === true,
  };
  const tools = composeTools();
  let report: Report;
  try {
    ({ report } = await checkFiles(order, tools, terminal.progress, signal));
  } finally {
    await tools.reader.close();
  }
  terminal.settle();
  for (const { problem } of report.documents) if (problem !== null) terminal.note(problem.message);
  if (report.documents.length === 0) terminal.note(`No file was found under ${positionals.join(", ")}.`);
  await writeOutputs(report, values, terminal);
  return statusOf(report);
}

/** Writes and prints what was asked for; an output that cannot be written is a wrong argument. */
export async function writeOutputs(
  report: Report,
  values: { readonly report?: string; readonly html?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  if (values.report !== undefined) await writeOutput(values.report, encodeReport(report));
  if (values.html !== undefined) {
    const { renderReport } = await import("../../../services/render-report.ts");
    await writeOutput(values.html, renderReport(report));
  }
  await terminal.print(values.json === true ? encodeReport(report) : formatSummary(report));
}

async function writeOutput(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = String((error as NodeJS.ErrnoException).code);
    throw new UsageError(`“${file}” cannot be written (${reason}). Give another file name.`);
  }
}

/** What could not be read outweighs what was found: the caller must not take the result for whole. */
export function statusOf(report: Report): ExitStatus {
  const isIncomplete = report.documents.some(
    ({ status }) => status === "unreadable" || status === "partly-read",
  );
  if (isIncomplete) return exitStatus.unreadableInput;
  const { summary } = report;
  const isAllClear =
    summary.clear === summary.invoices &&
    report.missing.length === 0 &&
    report.findings.every(({ severity }) => severity === "info");
  return isAllClear ? exitStatus.allClear : exitStatus.needsReview;
}
