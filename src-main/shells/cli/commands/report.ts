import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { noFilter } from "../../../../src-shared/measure/index.ts";
import { buildMeasureReport } from "../../../services/measure/build-report-page.ts";
import { exportMeasures, readMeasures } from "../../../services/measure/read-measures.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

/** `report assessment|weekly|measures|log`: what a workspace was worth, as a page or as JSON. */
export async function report(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...workspaceOptions, out: { type: "string" } },
    allowPositionals: true,
  });
  const [kind] = positionals;
  if (
    positionals.length !== 1 ||
    (kind !== "assessment" && kind !== "weekly" && kind !== "measures" && kind !== "log")
  )
    throw new UsageError("report needs one of: assessment, weekly, measures, log.");
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    const made =
      kind === "measures"
        ? readMeasures(program, noFilter)
        : kind === "log"
          ? exportMeasures(program)
          : buildMeasureReport(program, { kind });
    if (!made.ok) throw refuse(made.error);
    const text = "html" in made.value ? made.value.html : `${JSON.stringify(made.value, null, 2)}\n`;
    if (values.out === undefined) await terminal.print(text);
    else await writeFile(values.out, text, { flag: "wx" });
    return exitStatus.allClear;
  });
}
