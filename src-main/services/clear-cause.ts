import type { DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import type { DecisionAction, Problem } from "../../src-shared/model/index.ts";
import { err } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import { causesOf } from "./show-cases.ts";

/** Dismisses every open finding that one cause explains, with one reason and as one step. */
export async function clearCause(
  program: Program,
  { causeId, reason }: InputOf<"review.clear-cause">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const cause = causesOf(workspace).causes.list.find(({ id }) => id === causeId);
    if (cause === undefined) return err({ code: "decide/unknown-cause" });
    const actions = cause.findings.map(({ invoiceId, findingId }): DecisionAction => ({
      type: "finding-dismissed",
      invoiceId,
      findingId,
      reason,
    }));
    const invoiceIds = [...new Set(cause.findings.map(({ invoiceId }) => invoiceId))];
    const label = formatMessage("step/clear-cause", { count: actions.length });
    return keepStep(program, workspace, { label, actions }, invoiceIds, [], ["queue", "history"]);
  });
}
