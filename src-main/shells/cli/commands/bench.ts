import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exitStatus } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import type { Terminal } from "../terminal.ts";

const places = ["../../../../test/bench/run.ts", "../../../test/bench/run.ts", "../../test/bench/run.ts"];

/** `bench`: the benchmarks of the source tree, in a process of their own; an installed program has none. */
export async function bench(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const script = places
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (script === undefined) {
    terminal.note("The benchmarks belong to the source tree; this installation does not hold them.");
    return exitStatus.usage;
  }
  const child = spawn(process.execPath, [script, ...words], { stdio: "inherit", signal });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code === 0 ? exitStatus.allClear : exitStatus.internalError));
  });
}
