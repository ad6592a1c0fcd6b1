import type { DecisionReceipt } from "../../src-shared/api/contract.ts";
import type { DecisionEvent, Problem } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { sentenceFor } from "../../src-shared/text/index.ts";
import type { OpenWorkspace, Topic } from "./open-workspace.ts";
import type { Step } from "./step.ts";
import type { Program } from "./program.ts";

/** Something that a step did not touch, and why. */
export interface Refusal {
  readonly id: string;
  readonly problem: Problem;
}

/** The answer to a step, with a sentence for everything that refused. */
export const receiptFor = (
  applied: readonly string[],
  refusals: readonly Refusal[],
  group: string | null,
): DecisionReceipt => ({
  applied,
  refused: refusals.map(({ id, problem }) => ({ invoiceId: id, because: sentenceFor(problem) })),
  group,
});

/** Keeps a step, tells the windows what to load again, and answers with a receipt. An empty step keeps nothing. */
export async function keepStep(
  program: Program,
  workspace: OpenWorkspace,
  step: Omit<Step, "actor">,
  applied: readonly string[],
  refusals: readonly Refusal[],
  topics: readonly Topic[],
): Promise<Result<DecisionReceipt, Problem>> {
  if (step.actions.length === 0) return ok(receiptFor([], refusals, null));
  const kept = await workspace.keep({ ...step, actor: program.person });
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics });
  return ok(receiptFor(applied, refusals, groupOf(kept.value)));
}

export const groupOf = (events: readonly DecisionEvent[]): string | null => events[0]?.group ?? null;
