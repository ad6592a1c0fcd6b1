import { parseArgs } from "node:util";
import { sentenceFor } from "../../../../src-shared/text/index.ts";
import { takeUpSample } from "../../../services/open-sample.ts";
import { describeWorkspace } from "../../../services/report-workspace.ts";
import { composeProgram } from "../../compose.ts";
import { exitStatus } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import type { Terminal } from "../terminal.ts";
import { writeOutputs } from "./check.ts";

const options = {
  json: { type: "boolean" },
  report: { type: "string" },
  html: { type: "string" },
} as const;

/** `demo`: makes the sample workspace and runs the main job on it. What it finds is meant to be found: status 0. */
export async function demo(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const program = await composeProgram({ shell: "cli" });
  const startedAt = program.tools.clock.monotonicMs();
  try {
    const vault = await program.vaults.createPassing();
    if (!vault.ok) {
      terminal.note(sentenceFor(vault.error));
      return exitStatus.internalError;
    }
    const taken = await takeUpSample(program, vault.value, { signal, report: terminal.progress });
    if (!taken.ok || program.workspace === null) {
      terminal.note(taken.ok ? "" : sentenceFor(taken.error));
      return exitStatus.unreadableInput;
    }
    const report = describeWorkspace(program.workspace, program.tools, { acceptTerms: true, startedAt });
    terminal.settle();
    await writeOutputs(report, values, terminal);
    return exitStatus.allClear;
  } finally {
    await program.workspace?.close();
    await program.tools.reader.close();
  }
}
