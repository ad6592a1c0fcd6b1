import type { DecisionReceipt } from "../../../src-shared/api/contract.ts";
import type { PilotEntry, Problem } from "../../../src-shared/model/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { keepStep } from "../receipts.ts";

/** Keeps one entry of the pilot as an event of the trail. */
export async function recordEntry(
  program: Program,
  entry: PilotEntry,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(() =>
    keepStep(
      program,
      workspace,
      {
        label: formatMessage(`step/pilot-${entry.type}`, {}),
        actions: [{ type: "pilot-recorded", entry }],
      },
      [],
      [],
      ["pilot", "history"],
    ),
  );
}
