import type { AppStatus } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import type { Vault } from "../ports/vault.ts";
import { findIncoming } from "./check-files.ts";
import { keepIncoming } from "./import-documents.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { describeProgram } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { lockWorkspace, takeUp } from "./unlock-workspace.ts";
import { keepPolicy } from "./write-policy.ts";

/** The day on which the sample plays: its cases stay what they are, whenever it is opened. */
const sampleDay = "2026-11-21";

/** Opens the sample: the one from before with all that was decided in it, or a new one. */
export async function openSample(program: Program, call: CallContext): Promise<Result<AppStatus, Problem>> {
  // The sample that is open holds its own lock.
  if (program.workspace?.isSample === true) return ok(await describeProgram(program));
  const opened = await program.vaults.openSample();
  return opened.ok ? takeUpSample(program, opened.value, call) : opened;
}

/** Makes the sample in a vault the program's workspace, and fills it when it is empty. */
export async function takeUpSample(
  program: Program,
  vault: Vault,
  call: CallContext,
): Promise<Result<AppStatus, Problem>> {
  const taken = await takeUp(program, vault, { name: "Sample", isSample: true });
  const { workspace } = program;
  if (!taken.ok || workspace === null || workspace.documents().length > 0) return taken;
  const filled = await fill(program, workspace, call).catch(async (error: unknown) => {
    await lockWorkspace(program);
    program.locked = null;
    throw error;
  });
  return filled.ok ? ok(await describeProgram(program)) : filled;
}

async function fill(
  program: Program,
  workspace: OpenWorkspace,
  call: CallContext,
): Promise<Result<undefined, Problem>> {
  call.report("sample", formatMessage("progress/sample", {}), 0, null);
  const sample = await program.sample.locate();
  if (!sample.ok) return sample;
  const day = localDate(sampleDay);
  const prepared = await keepPolicy(program, workspace, workspace.policy(), call, { asOf: day });
  if (!prepared.ok) return prepared;
  const incoming = await findIncoming([sample.value], program.tools, call.report, call.signal);
  const kept = await keepIncoming(program, workspace, incoming, call);
  return kept.ok ? ok() : kept;
}
