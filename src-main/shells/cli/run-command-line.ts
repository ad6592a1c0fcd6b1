import { exitStatus, RefusedError, UsageError } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";
import { helpText } from "./help.ts";
import { createTerminal } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** A command: its arguments in, its exit status out. Loaded when it is called. */
export type Command = (
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
) => Promise<ExitStatus>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import("./commands/audit.ts")).audit,
  bench: async () => (await import("./commands/bench.ts")).bench,
  call: async () => (await import("./commands/call.ts")).call,
  check: async () => (await import("./commands/check.ts")).check,
  demo: async () => (await import("./commands/demo.ts")).demo,
  draft: async () => (await import("./commands/draft.ts")).draft,
  lab: async () => (await import("./commands/lab.ts")).lab,
  export: async () => (await import("./commands/export.ts")).exportBatch,
  pack: async () => (await import("./commands/pack.ts")).pack,
  report: async () => (await import("./commands/report.ts")).report,
  payments: async () => (await import("./commands/payments.ts")).payments,
  "read-back": async () => (await import("./commands/read-back.ts")).readBack,
  reminders: async () => (await import("./commands/reminders.ts")).reminders,
  replay: async () => (await import("./commands/replay.ts")).replay,
  terms: async () => (await import("./commands/terms.ts")).terms,
};

/** Runs one command and answers its exit status; whatever is thrown on the way is turned into a sentence here. */
export async function runCommandLine(words: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    (name === undefined ? process.stderr : process.stdout).write(helpText);
    return name === undefined ? exitStatus.usage : exitStatus.allClear;
  }
  const terminal = createTerminal();
  const cancel = new AbortController();
  const onSignal = () => cancel.abort(new Error("cancelled"));
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  // A reader such as `head` that stops listening is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitStatus.allClear);
  });
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined)
      throw new UsageError(
        `There is no command “${name}”. The commands are: ${Object.keys(commands).join(", ")}.`,
      );
    if (rest.includes("--help") || rest.includes("-h")) {
      process.stdout.write(helpText);
      return exitStatus.allClear;
    }
    return await (
      await load()
    )(rest, terminal, cancel.signal);
  } catch (error) {
    return explain(error, cancel.signal, terminal);
  } finally {
    terminal.settle();
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

function explain(error: unknown, signal: AbortSignal, terminal: Terminal): ExitStatus {
  if (error instanceof RefusedError) {
    terminal.note(error.message);
    return exitStatus.usage;
  }
  if (error instanceof UsageError || isArgumentError(error)) {
    terminal.note(`${error.message}\nnpm run -s cli -- --help lists the commands and their options.`);
    return exitStatus.usage;
  }
  if (signal.aborted) {
    terminal.note("Cancelled. Nothing is half done.");
    return exitStatus.internalError;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.note(`Something is wrong in the program itself, not in your documents.\n${detail}`);
  return exitStatus.internalError;
}

/** What `parseArgs` throws for unknown or incomplete options. */
const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code ?? "").startsWith("ERR_PARSE_ARGS");
