import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { CallContext, Program } from "../../services/program.ts";
import type { OpenWorkspace } from "../../services/open-workspace.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { sentenceFor } from "../../../src-shared/text/index.ts";
import { composeProgram } from "../compose.ts";
import { RefusedError, UsageError } from "./exit-status.ts";
import type { Terminal } from "./terminal.ts";

/** Options of every command that works in a workspace. */
export const workspaceOptions = {
  workspace: { type: "string" },
  "passphrase-file": { type: "string" },
} as const;

export interface WorkspaceChoice {
  readonly workspace?: string | undefined;
  readonly "passphrase-file"?: string | undefined;
}

const shortestPassphrase = 8;

/** A foreseen failure that ends a command: the workspace cannot be opened, or refuses. */
export const refuse = (problem: Problem): RefusedError => new RefusedError(sentenceFor(problem));

/** Opens the workspace of a command, or makes it where that is meant; runs the work; closes everything. */
export async function withWorkspace<T>(
  choice: WorkspaceChoice,
  missing: "create" | "refuse",
  terminal: Terminal,
  signal: AbortSignal,
  work: (program: Program, workspace: OpenWorkspace, call: CallContext) => Promise<T>,
): Promise<T> {
  const location = choice.workspace;
  if (location === undefined) throw new UsageError("--workspace DIR is needed.");
  const program = await composeProgram({ shell: "cli" });
  const { createWorkspace, unlockWorkspace } = await import("../../services/unlock-workspace.ts");
  try {
    const isThere = (await program.vaults.describe(location)) !== null;
    if (!isThere && missing === "refuse")
      throw refuse({ code: "vault/not-a-workspace", facts: { location, keyFile: "countersign.json" } });
    const passphrase = await findPassphrase(choice["passphrase-file"], isThere ? "open" : "create");
    if (isThere) {
      const opened = await unlockWorkspace(program, { location, secret: { type: "passphrase", passphrase } });
      if (!opened.ok) throw refuse(opened.error);
    } else {
      if (passphrase.length < shortestPassphrase)
        throw new UsageError(`A passphrase has at least ${shortestPassphrase} characters.`);
      const name =
        location
          .replace(/[/\\]+$/, "")
          .split(/[/\\]/)
          .at(-1) ?? location;
      const created = await createWorkspace(program, { name, location, passphrase });
      if (!created.ok) throw refuse(created.error);
      terminal.note(
        `New workspace “${location}”. Its recovery key, told this once:\n  ${created.value.recoveryKey}`,
      );
    }
    if (program.workspace === null) throw new Error("The workspace was opened above.");
    return await work(program, program.workspace, { signal, report: terminal.progress });
  } finally {
    await program.workspace?.close();
    await program.tools.reader.close();
  }
}

async function findPassphrase(file: string | undefined, purpose: "open" | "create"): Promise<string> {
  if (file !== undefined) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `“${file}” cannot be read (${error.code ?? "unknown"}). Give another --passphrase-file.`,
      );
    });
    return text.replace(/\r?\n$/, "");
  }
  const given = process.env["COUNTERSIGN_PASSPHRASE"];
  if (given !== undefined && given !== "") return given;
  if (!process.stdin.isTTY) throw refuse({ code: "vault/passphrase-missing" });
  return askHidden(purpose === "open" ? "Passphrase: " : "New passphrase: ");
}

/** Asks without showing what is typed. */
async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
