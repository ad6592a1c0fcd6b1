import type { AppEvent, AppStatus } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import type { FontSource } from "../ports/font-source.ts";
import type { SampleSource } from "../ports/sample-source.ts";
import type { VaultStore } from "../ports/vault.ts";
import type { AssistantParts } from "./assistant/assistant-parts.ts";
import { engineVersion } from "./engine-version.ts";
import type { ReportProgress, Tools } from "./tools.ts";
import type { OpenWorkspace } from "./open-workspace.ts";

/** What a program needs beyond the tools of every service. */
export interface ProgramParts {
  readonly tools: Tools;
  readonly vaults: VaultStore;
  readonly sample: SampleSource;
  readonly fonts: FontSource;
  readonly assistant: AssistantParts;
  readonly shell: AppStatus["shell"];
  /** Name of the person at this machine, until they give another. */
  readonly actor: string;
  readonly hasKeyStore: () => Promise<boolean>;
}

/** The running program: one person, at most one workspace. Everything that lasts is in the vault. */
export interface Program extends ProgramParts {
  person: string;
  workspace: OpenWorkspace | null;
  /** Where the workspace is that was locked, to be opened again. */
  locked: { readonly name: string; readonly location: string; readonly isSample: boolean } | null;
  readonly emit: (event: AppEvent) => void;
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
}

/** What a call brings besides its input. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly report: ReportProgress;
}

export function createProgram(parts: ProgramParts): Program {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    ...parts,
    person: parts.actor,
    workspace: null,
    locked: null,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The open workspace, or why there is none. */
export function requireWorkspace(program: Program): Result<OpenWorkspace, Problem> {
  if (program.workspace !== null) return ok(program.workspace);
  return err({ code: program.locked === null ? "workspace/none" : "workspace/locked" });
}

/** What the window shows about the program itself. */
export async function describeProgram(program: Program): Promise<AppStatus> {
  const { workspace, locked } = program;
  const shown = workspace ?? locked;
  return {
    version: engineVersion,
    shell: program.shell,
    workspace: {
      state: workspace !== null ? "open" : locked !== null ? "locked" : "none",
      name: shown?.name ?? null,
      location: shown?.location ?? null,
      isSample: shown?.isSample ?? false,
    },
    recent: await program.vaults.recent(),
    keyStore: await program.hasKeyStore(),
    actor: program.person,
    bytesSent: program.assistant.model.traffic().beyondBytes,
    asOf: workspace?.asOf() ?? program.tools.clock.today(),
  };
}
