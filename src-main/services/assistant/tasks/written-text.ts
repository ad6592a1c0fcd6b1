import { fillModelText, findUnbackedPromises } from "../../../../src-shared/assistant/index.ts";
import type {
  ModelTask,
  PromiseBacking,
  Proposal,
  TextFacts,
} from "../../../../src-shared/assistant/index.ts";
import { createSieve } from "../task-outcome.ts";
import type { Outcome } from "../task-outcome.ts";

/** Texts that a customer may read: no promise may be in them that no record backs. */
const outgoing = new Set<ModelTask>(["draft-question", "draft-reply", "draft-reminder"]);

/** A text by template with what of it no record backs. A model's text that promises is dropped; ours is shown with its doubt. */
export function markPromises(proposal: Proposal, backing: PromiseBacking): Proposal {
  const { content, task } = proposal;
  if (content.type !== "text" || !outgoing.has(task)) return proposal;
  const unbacked = [...new Set(findUnbackedPromises(content.text, backing).map(({ sentence }) => sentence))];
  return unbacked.length === 0 ? proposal : { ...proposal, content: { ...content, unbacked } };
}

/** A text of an answer with its facts filled in by code; one with figures of its own, or a promise, is dropped whole. */
export function judgeText(
  answer: unknown,
  task: ModelTask,
  facts: TextFacts,
  backing: PromiseBacking,
  nextId: () => string,
): Outcome {
  const sieve = createSieve(null, nextId);
  const filled = fillModelText((answer as { readonly text: string }).text, facts);
  if (!filled.ok) sieve.drop(filled.error.code);
  else if (outgoing.has(task) && findUnbackedPromises(filled.value, backing).length > 0)
    sieve.drop("promise");
  else sieve.keep({ task, content: { type: "text", text: filled.value }, citations: [] });
  return sieve.finish();
}

/** The facts of a text as a document for a model: each name with what it holds. */
export const listFacts = (facts: TextFacts): string =>
  Object.entries(facts)
    .map(([name, value]) => `{${name}} = ${value}`)
    .join("\n");
