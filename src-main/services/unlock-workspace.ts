import type { AppStatus, InputOf } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import type { Vault } from "../ports/vault.ts";
import { startWatching } from "./intake/watch-folder.ts";
import { openWorkspace } from "./open-workspace.ts";
import { describeProgram } from "./program.ts";
import type { Program } from "./program.ts";

/** Makes a new workspace and opens it; its recovery key is told this once and kept nowhere. */
export async function createWorkspace(
  program: Program,
  input: InputOf<"workspace.create">,
): Promise<Result<{ status: AppStatus; recoveryKey: string }, Problem>> {
  const created = await program.vaults.create(input.name, input.location, input.passphrase);
  if (!created.ok) return created;
  const status = await takeUp(program, created.value.vault, { name: input.name, isSample: false });
  return status.ok ? ok({ status: status.value, recoveryKey: created.value.recoveryKey }) : status;
}

/** Opens a workspace with one of its secrets. */
export async function unlockWorkspace(
  program: Program,
  { location, secret }: InputOf<"workspace.open">,
): Promise<Result<AppStatus, Problem>> {
  // The one that is open holds its own lock: it is closed first when it is the same.
  if (program.workspace?.location === location) await setAside(program);
  const opened = await program.vaults.open(location, secret);
  if (!opened.ok) return opened;
  const place = await program.vaults.describe(location);
  return takeUp(program, opened.value, place ?? { name: location, isSample: false });
}

/** Closes the workspace; its content leaves the memory of the program. */
export async function lockWorkspace(program: Program): Promise<Result<AppStatus, Problem>> {
  await setAside(program);
  program.emit({ type: "locked" });
  return ok(await describeProgram(program));
}

/** Makes an opened vault the program's workspace. */
export async function takeUp(
  program: Program,
  vault: Vault,
  place: { readonly name: string; readonly isSample: boolean },
): Promise<Result<AppStatus, Problem>> {
  const opened = await openWorkspace(vault, place, program.tools, program.shell);
  if (!opened.ok) {
    await vault.close();
    return opened;
  }
  await setAside(program);
  program.workspace = opened.value;
  program.locked = null;
  startWatching(program);
  return ok(await describeProgram(program));
}

async function setAside(program: Program): Promise<void> {
  const { workspace } = program;
  if (workspace === null) return;
  const { name, location, isSample } = workspace;
  program.workspace = null;
  program.locked = { name, location, isSample };
  await workspace.close();
}
