import { fileURLToPath } from "node:url";
import { createFontSource } from "../../src-main/adapters/font-source-disk/index.ts";
import { createPromptSource } from "../../src-main/adapters/prompt-source-disk/index.ts";
import { noSecrets } from "../../src-main/adapters/secrets-none/index.ts";
import { nodeDigest } from "../../src-main/adapters/digest-node/index.ts";
import { webCryptoQuestionSeal } from "../../src-main/adapters/question-seal-webcrypto/index.ts";
import { createDispatcher } from "../../src-main/services/dispatch.ts";
import type { Dispatcher } from "../../src-main/services/dispatch.ts";
import { createProgram } from "../../src-main/services/program.ts";
import type { Program, ProgramParts } from "../../src-main/services/program.ts";
import type { Tools } from "../../src-main/services/tools.ts";
import type { LanguageModel } from "../../src-main/ports/language-model.ts";
import type { FileToWrite } from "../../src-main/ports/file-store.ts";
import type { CallResult, InputOf, MethodName, OutputOf } from "../../src-shared/api/contract.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import type { SaleSpec } from "../builders/sale-invoice.ts";
import { createMemoryVaultStore } from "./memory-vault.ts";
import { createSaleReader } from "./sale-reader.ts";

export interface MemoryProgram {
  readonly program: Program;
  readonly dispatcher: Dispatcher;
  readonly incidents: unknown[];
  /** Files that exports wrote, by folder. */
  readonly written: Map<string, readonly FileToWrite[]>;
  /** Calls and expects success. */
  readonly call: <M extends MethodName>(name: M, input: InputOf<M>, callId?: string) => Promise<OutputOf<M>>;
  /** Calls and expects a foreseen failure; answers its code. */
  readonly refused: <M extends MethodName>(name: M, input: InputOf<M>) => Promise<string>;
  readonly importSales: (
    sales: Readonly<Record<string, SaleSpec | object>>,
  ) => Promise<OutputOf<"documents.import-files">>;
}

/** A clock that moves a second at every look, and ids that count: the same steps give the same bytes. */
export function createFixedTools(written: Map<string, readonly FileToWrite[]>): Tools {
  let seconds = 0;
  let count = 0;
  return {
    clock: {
      today: () => localDate("2026-11-21"),
      now: () => new Date(Date.UTC(2026, 10, 21, 9, 0, seconds++)).toISOString(),
      monotonicMs: () => seconds * 1000,
    },
    digest: nodeDigest,
    seal: webCryptoQuestionSeal,
    ids: { next: (prefix) => `${prefix}-${String(++count).padStart(20, "0")}` },
    reader: createSaleReader(),
    files: {
      find: () => Promise.resolve([]),
      load: () => Promise.resolve(err({ code: "import/missing" })),
      writeAll: (directory, files) => {
        if (directory === "full") return Promise.resolve(err({ code: "vault/disk-full" }));
        written.set(directory, files);
        return Promise.resolve(ok());
      },
    },
  };
}

/** A model that nobody may ask: a test that does not mean to, fails. */
const createSilentModel = (): LanguageModel => ({
  listModels: () => Promise.reject(new Error("No model was to be asked.")),
  ask: () => Promise.reject(new Error("No model was to be asked.")),
  traffic: () => ({ loopbackBytes: 0, beyondBytes: 0 }),
});

/** The whole program on fakes, with an open workspace. */
export async function openMemoryProgram(parts: Partial<ProgramParts> = {}): Promise<MemoryProgram> {
  const written = new Map<string, readonly FileToWrite[]>();
  const incidents: unknown[] = [];
  const program = createProgram({
    tools: createFixedTools(written),
    vaults: createMemoryVaultStore(),
    assistant: {
      model: createSilentModel(),
      prompts: createPromptSource([fileURLToPath(new URL("../../resources/prompts", import.meta.url))]),
      secrets: noSecrets,
    },
    fonts: createFontSource([fileURLToPath(new URL("../../resources/fonts", import.meta.url))]),
    sample: { locate: () => Promise.resolve(err({ code: "sample/missing" })) },
    shell: "cli",
    actor: "Ada",
    hasKeyStore: () => Promise.resolve(false),
    ...parts,
  });
  const dispatcher = createDispatcher(program, (_incident, error) => incidents.push(error));
  const call: MemoryProgram["call"] = async (name, input, callId) => {
    const result = (await dispatcher.call(name, input, callId)) as CallResult<never>;
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  };
  await call("workspace.create", { name: "Test", location: "memory/test", passphrase: "long enough" });
  return {
    program,
    dispatcher,
    incidents,
    written,
    call,
    refused: async (name, input) => {
      const result = await dispatcher.call(name, input);
      if (result.ok) throw new Error(`${name} was expected to refuse.`);
      return result.error.code;
    },
    importSales: (sales) =>
      call("documents.import-files", {
        files: Object.entries(sales).map(([path, sale]) => ({
          path,
          base64: Buffer.from(JSON.stringify(sale)).toString("base64"),
        })),
      }),
  };
}
