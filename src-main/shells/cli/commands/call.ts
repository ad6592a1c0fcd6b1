import { parseArgs } from "node:util";
import { createDispatcher } from "../../../services/dispatch.ts";
import type { Program } from "../../../services/program.ts";
import { composeProgram } from "../../compose.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

/** `call <method> [json]`: one call of the contract, with a workspace or without; prints its answer as JSON. */
export async function call(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: workspaceOptions,
    allowPositionals: true,
  });
  const [method, text = "{}"] = positionals;
  if (method === undefined || positionals.length > 2)
    throw new UsageError("call needs a method and its input as JSON.");
  const input = parseInput(text);
  const run = async (program: Program): Promise<ExitStatus> => {
    const callId = "cli";
    const dispatcher = createDispatcher(program, (incident, error) =>
      terminal.note(
        `${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ),
    );
    signal.addEventListener("abort", () => dispatcher.cancel(callId), { once: true });
    program.subscribe((event) => {
      if (event.type === "progress") terminal.progress(event.stage, event.label, event.done, event.total);
    });
    const result = await dispatcher.call(method, input, callId);
    await terminal.print(`${JSON.stringify(result, null, 2)}\n`);
    if (result.ok) return exitStatus.allClear;
    return result.error.code === "call/defect" ? exitStatus.internalError : exitStatus.usage;
  };
  if (values.workspace !== undefined) return withWorkspace(values, "refuse", terminal, signal, run);
  const program = await composeProgram({ shell: "cli" });
  try {
    return await run(program);
  } finally {
    await program.workspace?.close();
    await program.tools.reader.close();
  }
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`“${text.slice(0, 60)}” is not JSON.`);
  }
}
