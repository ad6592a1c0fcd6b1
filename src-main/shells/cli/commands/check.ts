import { parseArgs } from "node:util";
import { access, constants, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Policy, Report } from "../../../../src-shared/model/index.ts";
import { checkFiles, findIncoming } from "../../../services/check-files.ts";
import type { CheckFilesOrder } from "../../../services/check-files.ts";
import { encodeReport } from "../../../services/encode-report.ts";
import { composeTools } from "../../compose.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { WorkspaceChoice } from "../open-program.ts";
import { loadMappings, loadPolicy, parseDay } from "../options.ts";
import { formatSummary } from "../summary-table.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  report: { type: "string" },
  json: { type: "boolean" },
  html: { type: "string" },
  "as-of": { type: "string" },
  since: { type: "string" },
  policy: { type: "string" },
  mapping: { type: "string" },
  "accept-terms": { type: "boolean" },
  ...workspaceOptions,
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
    tableMappings: await loadMappings(values.mapping),
    acceptTerms: values["accept-terms"] === true,
  };
  await requireFolders([values.report, values.html]);
  const report =
    values.workspace === undefined
      ? await checkWithoutTrace(order, terminal, signal)
      : await checkInWorkspace(order, values, terminal, signal);
  terminal.settle();
  // The summary names them, too; with --json they would be in the report alone.
  if (values.json === true)
    for (const { problem } of report.documents) if (problem !== null) terminal.note(problem.message);
  if (report.documents.length === 0) terminal.note(`No file was found under ${positionals.join(", ")}.`);
  await writeOutputs(report, values, terminal);
  return statusOf(report);
}

async function checkWithoutTrace(
  order: CheckFilesOrder,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Report> {
  const tools = composeTools();
  try {
    return (await checkFiles(order, tools, terminal.progress, signal)).report;
  } finally {
    await tools.reader.close();
  }
}

/** What the command line sets, on top of what the workspace has; `null` when it sets nothing. */
function policyFor({ policy, tableMappings }: CheckFilesOrder, known: Policy): Policy | null {
  if (policy === null && tableMappings.length === 0) return null;
  const base = policy ?? known;
  const others = base.tableMappings.filter(({ id }) => tableMappings.every((given) => given.id !== id));
  return { ...base, tableMappings: [...tableMappings, ...others] };
}

/** The same on everything that the workspace holds, with what was given now added to it. */
async function checkInWorkspace(
  order: CheckFilesOrder,
  choice: WorkspaceChoice,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Report> {
  const { keepIncoming } = await import("../../../services/import-documents.ts");
  const { describeWorkspace } = await import("../../../services/report-workspace.ts");
  const { keepPolicy } = await import("../../../services/write-policy.ts");
  return withWorkspace(choice, "create", terminal, signal, async (program, workspace, call) => {
    const startedAt = program.tools.clock.monotonicMs();
    const policy = policyFor(order, workspace.policy());
    if (policy !== null) {
      const kept = await keepPolicy(program, workspace, policy, call);
      if (!kept.ok) throw refuse(kept.error);
    }
    const incoming = await findIncoming(order.paths, program.tools, call.report, signal);
    const kept = await keepIncoming(program, workspace, incoming, call);
    if (!kept.ok) throw refuse(kept.error);
    return describeWorkspace(workspace, program.tools, {
      ...(order.asOf === null ? {} : { asOf: order.asOf }),
      since: order.since,
      acceptTerms: order.acceptTerms,
      unkept: kept.value.unkept,
      startedAt,
    });
  });
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

/** Says before the work, not after it, that an output has no place to go. */
async function requireFolders(files: readonly (string | undefined)[]): Promise<void> {
  for (const file of files) {
    if (file === undefined) continue;
    await access(dirname(resolve(file)), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `“${file}” cannot be written (${error.code ?? "unknown"}). Give another file name.`,
      );
    });
  }
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
