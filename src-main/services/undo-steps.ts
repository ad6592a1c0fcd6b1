import type { DecisionReceipt, HistoryStep, InputOf } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { eventsToReverse, findRedo, invoicesOf, isRecordOnly, listSteps } from "../pipeline/decide/index.ts";
import type { OpenWorkspace, Topic } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";

const topics: readonly Topic[] = ["documents", "agreements", "queue", "history", "batches"];

type Undone = DecisionReceipt & { readonly label: string | null };

/** What was done, newest first. */
export function listHistory(program: Program): Result<readonly HistoryStep[], Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(stepsOf(open.value).toReversed()) : open;
}

const stepsOf = (workspace: OpenWorkspace): readonly HistoryStep[] =>
  listSteps(workspace.events(), workspace.fold());

/** Takes back one step, or the last one that can be taken back, by a reversal that is kept like any decision. */
export async function undoStep(
  program: Program,
  { group }: InputOf<"history.undo">,
): Promise<Result<Undone, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const steps = stepsOf(workspace);
    const step =
      group === null
        ? steps.findLast((step) => step.state === "done" && !isRecordOnly(step))
        : steps.find((candidate) => candidate.group === group && candidate.state === "done");
    if (step === undefined)
      return err({ code: group === null ? "decide/nothing-to-undo" : "decide/unknown-step" });
    if (!step.canUndo) return err({ code: "decide/cannot-undo", facts: { label: step.label } });
    const reverses = eventsToReverse(step, workspace.fold());
    const applied = [...new Set(step.events.flatMap(invoicesOf))];
    const kept = await keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/undo", { label: step.label }),
        actions: [{ type: "decision-reversed", reverses }],
      },
      applied,
      [],
      topics,
    );
    return kept.ok ? ok({ ...kept.value, label: step.label }) : kept;
  });
}

/** Brings back what was undone last, as long as nothing was done since. */
export async function redoStep(program: Program): Promise<Result<Undone, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const events = workspace.events();
    const undo = findRedo(events);
    if (undo?.action.type !== "decision-reversed") return err({ code: "decide/nothing-to-redo" });
    const { reverses } = undo.action;
    const restored = events.filter(({ id }) => reverses.includes(id));
    const label = restored[0]?.label ?? undo.label;
    const kept = await keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/redo", { label }),
        actions: [{ type: "decision-reversed", reverses: [undo.id] }],
      },
      [...new Set(restored.flatMap(invoicesOf))],
      [],
      topics,
    );
    return kept.ok ? ok({ ...kept.value, label }) : kept;
  });
}
