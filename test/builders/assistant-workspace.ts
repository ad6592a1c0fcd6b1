import { createLanguageModel } from "../../src-main/adapters/language-model-openai/index.ts";
import { createPromptSource } from "../../src-main/adapters/prompt-source-disk/index.ts";
import { noSecrets } from "../../src-main/adapters/secrets-none/index.ts";
import { defaultAssistantSettings, modelTasks } from "../../src-shared/assistant/index.ts";
import type { AssistantSettings, ModelTask, TaskLevel } from "../../src-shared/assistant/index.ts";
import type { InputOf } from "../../src-shared/api/contract.ts";
import { fileURLToPath } from "node:url";
import { createFixedTools, openMemoryProgram } from "../fakes/memory-program.ts";
import type { MemoryProgram } from "../fakes/memory-program.ts";
import { createTextReader } from "../fakes/text-reader.ts";

/** An agreement with one clause that no rule reads as a term, and plain ones. */
export const agreementText = `SERVICES AGREEMENT SA-77

between Harbor Pine LLC ("Provider") and Calder Mill Inc. ("Customer"), dated 1 March 2026.

1. Fees. Senior consultant: USD 180.00 per hour. Junior consultant: USD 95.00 per hour.

2. Payment. Invoices are payable within 30 days of the invoice date.

3. Callouts. Whenever the Customer summons staff between dusk and dawn, the figure of USD 640.00 shall be owed for the
callout, whatever its length.

Signed: Harbor Pine LLC, Calder Mill Inc., 1 March 2026
`;

export const invoiceText = `INVOICE

Harbor Pine LLC
12 Quay Street, Portland

Bill to: Calder Mill Inc.

Invoice number: HP-2001
Invoice date: 2026-10-31
Due date: 2026-11-30
Agreement: SA-77

Description              Hours    Rate      Amount
Senior consultant        10       180.00    1,800.00

Subtotal                                    1,800.00
Total due                                   USD 1,800.00
`;

export const prompts = createPromptSource([
  fileURLToPath(new URL("../../resources/prompts", import.meta.url)),
]);

/** A workspace whose assistant asks a server through the real adapter, with the documents given. */
export async function openAssistedProgram(
  documents: Readonly<Record<string, string>> = {
    "agreement.txt": agreementText,
    "invoice.txt": invoiceText,
  },
): Promise<MemoryProgram> {
  const tools = { ...createFixedTools(new Map()), reader: createTextReader() };
  const memory = await openMemoryProgram({
    tools,
    assistant: { model: createLanguageModel(() => performance.now()), prompts, secrets: noSecrets },
  });
  await memory.call("documents.import-files", {
    files: Object.entries(documents).map(([path, text]) => ({
      path,
      base64: Buffer.from(text).toString("base64"),
    })),
  });
  return memory;
}

/** Settings with every task at a level, asking the address given. */
export function assistantAt(
  baseUrl: string,
  change: Partial<Omit<AssistantSettings, "probe">> & { readonly level?: TaskLevel } = {},
): InputOf<"assistant.configure">["settings"] {
  const { probe: _, ...rest } = defaultAssistantSettings;
  const { level = "draft", ...other } = change;
  const levels = Object.fromEntries(modelTasks.map((task) => [task, level])) as Record<ModelTask, TaskLevel>;
  return { ...rest, isOn: true, baseUrl, model: "tiny", timeoutSeconds: 5, levels, ...other };
}

export const turnOn = (
  memory: MemoryProgram,
  baseUrl: string,
  change: Parameters<typeof assistantAt>[1] = {},
) => memory.call("assistant.configure", { settings: assistantAt(baseUrl, change), key: null });
