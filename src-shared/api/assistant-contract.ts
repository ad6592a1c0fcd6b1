import { z } from "zod";
import { modelTasks } from "../assistant/task.ts";
import type { AssistantSettings, ModelProbe } from "../assistant/task.ts";
import type { Proposal } from "../assistant/proposal.ts";
import type { UnbackedPromise } from "../assistant/promises.ts";
import type { ExchangeRecord } from "../model/index.ts";
import { assistantSettingsSchema } from "./assistant-schema.ts";
import type { DecisionReceipt } from "./decision-receipt.ts";
import { method } from "./method.ts";

export interface AssistantState {
  readonly settings: AssistantSettings;
  /** `null` where the address is none. */
  readonly host: string | null;
  readonly isLoopback: boolean;
  readonly hasKey: boolean;
  readonly hasKeyStore: boolean;
  readonly used: { readonly calls: number; readonly tokens: number };
  /** Bytes that left the machine since the program started. */
  readonly sentBytes: number;
  readonly exchanges: number;
}

/** What came of a task. `exchangeId` is `null` for what rules and templates say. */
export interface AssistantRun {
  readonly proposals: readonly { readonly exchangeId: string | null; readonly proposal: Proposal }[];
  readonly questions: number;
  readonly answered: number;
  /** Answers that were recorded and not shown. */
  readonly shadowed: number;
  readonly citations: { readonly verified: number; readonly dropped: number };
  readonly dropped: Readonly<Record<string, number>>;
  /** Why a model did not answer, or not everything; `null` where it did. */
  readonly because: string | null;
}

export interface ExchangeRow extends ExchangeRecord {
  readonly at: string;
  readonly actor: string;
  readonly cost: string | null;
}

export interface ShownExchange {
  readonly instruction: string;
  readonly content: string;
  readonly answer: string | null;
  readonly proposals: readonly Proposal[];
}

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);

/** Calls about the assistant. */
export const assistantMethods = {
  "assistant.read": method<AssistantState>()(nothing),
  /** `key: null` leaves the key as it is; an empty one forgets it. */
  "assistant.configure": method<AssistantState>()(
    z.strictObject({ settings: assistantSettingsSchema, key: z.string().max(2_000).nullable() }),
  ),
  "assistant.models": method<readonly { readonly id: string; readonly contextTokens: number | null }[]>()(
    z.strictObject({ baseUrl: z.string().min(1).max(400), consentedHost: z.string().max(260).nullable() }),
    "long",
  ),
  "assistant.probe": method<ModelProbe>()(nothing, "long"),
  /** `subject` is an id: of an agreement, an invoice (with `#` and a finding), a batch, a document, or a word for a note. */
  "assistant.run": method<AssistantRun>()(
    z.strictObject({ task: z.enum(modelTasks), subject: id, note: z.string().max(20_000).nullable() }),
    "long",
  ),
  "assistant.judge": method<DecisionReceipt>()(
    z.strictObject({ exchangeId: id, proposalId: id, verdict: z.enum(["accepted", "rejected"]) }),
  ),
  "assistant.exchanges": method<readonly ExchangeRow[]>()(nothing),
  "assistant.exchange": method<ShownExchange>()(z.strictObject({ id })),
  "drafts.review": method<readonly UnbackedPromise[]>()(
    z.strictObject({ text: z.string().max(20_000), invoiceId: id.nullable() }),
  ),
} as const;
