import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { outgoingLanguages } from "../../../../src-shared/model/index.ts";
import type { OutgoingLanguage } from "../../../../src-shared/model/index.ts";
import { noFilter } from "../../../../src-shared/measure/index.ts";
import { buildMeasureReport } from "../../../services/measure/build-measure-report.ts";
import { exportMeasures, readMeasures } from "../../../services/measure/read-measures.ts";
import type { Program } from "../../../services/program.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

/** `report assessment|weekly|measures|log`: what a workspace was worth, as a page, as paper or as JSON. */
export async function report(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...workspaceOptions, out: { type: "string" }, language: { type: "string", default: "en" } },
    allowPositionals: true,
  });
  const [kind] = positionals;
  if (
    positionals.length !== 1 ||
    (kind !== "assessment" && kind !== "weekly" && kind !== "measures" && kind !== "log")
  )
    throw new UsageError("report needs one of: assessment, weekly, measures, log.");
  const language = outgoingLanguages.find((each) => each === values.language);
  if (language === undefined) throw new UsageError(`--language is one of: ${outgoingLanguages.join(", ")}.`);
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    const made = await makeReport(
      program,
      kind,
      values.out?.toLowerCase().endsWith(".pdf") ? "pdf" : "html",
      language,
    );
    if (values.out === undefined) await terminal.print(Buffer.from(made).toString("utf8"));
    else await writeFile(values.out, made, { flag: "wx" });
    return exitStatus.allClear;
  });
}

/** The bytes of a report: a page or paper for people, JSON for programs. */
async function makeReport(
  program: Program,
  kind: "assessment" | "weekly" | "measures" | "log",
  form: "html" | "pdf",
  language: OutgoingLanguage,
): Promise<Uint8Array> {
  if (kind === "measures" || kind === "log") {
    const made = kind === "measures" ? readMeasures(program, noFilter) : exportMeasures(program);
    if (!made.ok) throw refuse(made.error);
    return Buffer.from(`${JSON.stringify(made.value, null, 2)}\n`);
  }
  const made = await buildMeasureReport(program, { kind, form, language });
  if (!made.ok) throw refuse(made.error);
  return Buffer.from(made.value.base64, "base64");
}
