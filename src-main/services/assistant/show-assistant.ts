import type {
  AssistantState,
  ExchangeRow,
  InputOf,
  ShownExchange,
} from "../../../src-shared/api/contract.ts";
import { findUnbackedPromises, hostOf, isLoopback } from "../../../src-shared/assistant/index.ts";
import type { AssistantSettings, UnbackedPromise } from "../../../src-shared/assistant/index.ts";
import type { InvoiceId, Problem } from "../../../src-shared/model/index.ts";
import { add, decimal, decimalToText, multiply } from "../../../src-shared/money/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import type { KeptExchange } from "./ask-model.ts";
import { exchangesOf, settingsOf, usedToday } from "./assistant-settings.ts";
import { backingOf } from "./case-facts.ts";
import { hasModelKey, protectModelKey } from "./model-key.ts";

/** How the assistant is set up, what it used today, and what has left the machine. */
export async function readAssistant(program: Program): Promise<Result<AssistantState, Problem>> {
  const open = requireWorkspace(program);
  return open.ok ? ok(await describe(program, open.value)) : open;
}

async function describe(program: Program, workspace: OpenWorkspace): Promise<AssistantState> {
  const settings = settingsOf(workspace);
  return {
    settings,
    host: hostOf(settings.baseUrl),
    isLoopback: isLoopback(settings.baseUrl),
    hasKey: hasModelKey(workspace),
    hasKeyStore: await program.assistant.secrets.isAvailable(),
    used: usedToday(workspace, program.tools.clock.now()),
    sentBytes: program.assistant.model.traffic().beyondBytes,
    exchanges: exchangesOf(workspace).length,
  };
}

/**
 * Keeps the settings of the assistant as a step of the trail.
 *
 * Another address or model makes what was verified void. A host beyond this machine is only kept with a consent that
 * names exactly it.
 */
export async function configureAssistant(
  program: Program,
  { settings, key }: InputOf<"assistant.configure">,
): Promise<Result<AssistantState, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const host = hostOf(settings.baseUrl);
  if (host === null)
    return err({ code: "model/bad-address", facts: { address: settings.baseUrl.slice(0, 200) } });
  if (settings.isOn && !isLoopback(settings.baseUrl) && settings.consentedHost !== host)
    return err({ code: "model/no-consent", facts: { host } });
  const kept = await workspace.inTurn(async () => {
    const before = settingsOf(workspace);
    const isSame = before.baseUrl === settings.baseUrl && before.model === settings.model;
    const next = { ...settings, probe: isSame ? before.probe : null } as AssistantSettings;
    const secret = key === null ? null : await protectModelKey(program, workspace, key);
    return workspace.keep({
      label: formatMessage("step/assistant", {}),
      actor: program.person,
      actions: [{ type: "assistant-set", settings: next }],
      ...(secret === null ? {} : { settings: secret.settings }),
    });
  });
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics: ["assistant"] });
  return ok(await describe(program, workspace));
}

/** Every exchange with a model, newest first, by its figures. */
export function listExchanges(program: Program): Result<readonly ExchangeRow[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const { price } = settingsOf(open.value);
  const rows = open.value
    .events()
    .flatMap(({ at, actor, action }) =>
      action.type === "model-asked"
        ? [{ ...action.exchange, at, actor, cost: costOf(action.exchange, price) }]
        : [],
    );
  return ok(rows.toReversed());
}

/** What an exchange cost at today's price; `null` where no price or no count of tokens is known. */
export function costOf(
  {
    promptTokens,
    completionTokens,
  }: { readonly promptTokens: number | null; readonly completionTokens: number | null },
  price: AssistantSettings["price"],
): string | null {
  if (price === null || promptTokens === null || completionTokens === null) return null;
  const cost = add(
    multiply(decimal(price.input), decimal(String(promptTokens))),
    multiply(decimal(price.output), decimal(String(completionTokens))),
  );
  return decimalToText(multiply(cost, decimal("0.000001")));
}

/** The words of one exchange, as they went out and came back. */
export async function showExchange(
  program: Program,
  { id }: InputOf<"assistant.exchange">,
): Promise<Result<ShownExchange, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const body = await open.value.vault.readExchange(id);
  if (!body.ok) return body;
  if (body.value === null) return err({ code: "model/unknown-exchange", facts: { id } });
  const { instruction, content, answer, outcome } = JSON.parse(body.value) as KeptExchange;
  return ok({ instruction, content, answer, proposals: outcome?.proposals ?? [] });
}

/** Promises in a draft that no record of its case backs. */
export function reviewDraft(
  program: Program,
  { text, invoiceId }: InputOf<"drafts.review">,
): Result<readonly UnbackedPromise[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const invoice =
    invoiceId === null ? undefined : open.value.review().invoicesById.get(invoiceId as InvoiceId);
  const backing = invoice === undefined ? { dates: [], granted: [] } : backingOf(open.value, invoice);
  return ok(findUnbackedPromises(text, backing));
}
