import { existsSync } from "node:fs";
import { availableParallelism, homedir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AppStatus } from "../../src-shared/api/contract.ts";
import { systemClock } from "../adapters/clock-system/index.ts";
import { nodeDigest } from "../adapters/digest-node/index.ts";
import { diskFileStore } from "../adapters/file-store-disk/index.ts";
import { webCryptoQuestionSeal } from "../adapters/question-seal-webcrypto/index.ts";
import { randomIdSource } from "../adapters/id-source-random/index.ts";
import { forkReadingChild } from "../jobs/reading-child.ts";
import type { ReadingChild } from "../jobs/reading-child.ts";
import { createReadingPool } from "../jobs/reading-pool.ts";
import type { Secrets } from "../ports/secrets.ts";
import type { Program } from "../services/program.ts";
import type { Tools } from "../services/tools.ts";

/** Below what a process may take in all, so that garbage is collected before the supervisor counts it. */
export const readingHeapMegabytes = 384;

/** Two reading processes, fewer where the machine has but one processor. */
const readingProcesses = Math.max(1, Math.min(2, availableParallelism()));

/** Picks the adapters that every shell shares. */
export function composeTools(
  spawn: () => ReadingChild = () => forkReadingChild(readingHeapMegabytes),
): Tools {
  return {
    clock: systemClock,
    digest: nodeDigest,
    files: diskFileStore,
    ids: randomIdSource,
    seal: webCryptoQuestionSeal,
    reader: createReadingPool(readingProcesses, spawn),
  };
}

export interface ProgramChoices {
  readonly shell: AppStatus["shell"];
  readonly tools?: Tools;
  /** The key store of the operating system, where the shell can reach one. */
  readonly secrets?: Secrets;
  /** Folder for this user's workspaces. */
  readonly home?: string;
  readonly resources?: readonly string[];
}

/** The whole program. The vault is loaded here and not before: a plain `check` needs none. */
export async function composeProgram(choices: ProgramChoices): Promise<Program> {
  const { createVaultStore } = await import("../adapters/vault-sqlite/index.ts");
  const { createSampleSource } = await import("../adapters/sample-source-disk/index.ts");
  const { createFontSource } = await import("../adapters/font-source-disk/index.ts");
  const { createLanguageModel } = await import("../adapters/language-model-openai/index.ts");
  const { createPromptSource } = await import("../adapters/prompt-source-disk/index.ts");
  const { noSecrets } = await import("../adapters/secrets-none/index.ts");
  const { createProgram } = await import("../services/program.ts");
  const secrets = choices.secrets ?? noSecrets;
  const folders = [...(choices.resources ?? []), ...findResources()];
  return createProgram({
    tools: choices.tools ?? composeTools(),
    vaults: createVaultStore({ home: choices.home ?? findHome(), secrets, now: systemClock.now }),
    sample: createSampleSource(folders.map((folder) => join(folder, "sample-data"))),
    fonts: createFontSource(folders.map((folder) => join(folder, "fonts"))),
    assistant: {
      model: createLanguageModel(systemClock.monotonicMs),
      prompts: createPromptSource(folders.map((folder) => join(folder, "prompts"))),
      secrets,
    },
    shell: choices.shell,
    actor: findPersonName(),
    hasKeyStore: secrets.isAvailable,
  });
}

/** Where this user's workspaces lie; `COUNTERSIGN_HOME` goes before the custom of the system. */
export function findHome(): string {
  const chosen = process.env["COUNTERSIGN_HOME"];
  if (chosen !== undefined && chosen !== "") return resolve(chosen);
  const home = homedir();
  if (process.platform === "darwin") return join(home, "Library", "Application Support", "Countersign");
  if (process.platform === "win32")
    return join(process.env["APPDATA"] ?? join(home, "AppData", "Roaming"), "Countersign");
  return join(process.env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "countersign");
}

/** The name that the audit trail bears until the person gives another. */
function findPersonName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

/** The resources beside the source, or beside the bundle and its chunks. */
function findResources(): readonly string[] {
  return ["../../resources", "../../../resources"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .filter((path) => existsSync(path));
}
