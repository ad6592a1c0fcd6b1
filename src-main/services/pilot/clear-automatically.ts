import type { DecisionAction, InvoiceId } from "../../../src-shared/model/index.ts";
import { programActor } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import type { Program } from "../program.ts";
import { recommend, standingOf } from "./recommend.ts";

/**
 * Approves what may be cleared without a person, if the owner has signed for that.
 *
 * Each is a step of its own in the program's name, with the recommendation beside it: listed, explained, undone by one
 * key. Whatever fails one of the published conditions stays for a person. Answers what it cleared.
 */
export async function clearAutomatically(
  program: Program,
  workspace: OpenWorkspace,
): Promise<readonly InvoiceId[]> {
  if (standingOf(workspace).phase !== "automatic") return [];
  const cleared = await workspace.inTurn(async () => {
    const done: InvoiceId[] = [];
    for (const id of workspace.review().invoicesById.keys()) {
      const recommendation = recommend(workspace, id, null);
      if (recommendation === null || recommendation.verdict !== "clear" || recommendation.unmet.length > 0)
        continue;
      const { contentHash } = recommendation;
      const basis = workspace.review().basisOf(id);
      const actions: readonly DecisionAction[] = [
        {
          type: "invoice-approved",
          invoiceId: id,
          contentHash,
          reason: null,
          ...(basis === undefined ? {} : { basis }),
        },
        { type: "recommendation-recorded", invoiceId: id, recommendation },
      ];
      const kept = await workspace.keep({
        label: formatMessage("step/clear-automatically", {}),
        actor: programActor,
        actions,
      });
      if (!kept.ok) break;
      done.push(id);
    }
    return done;
  });
  if (cleared.length > 0) program.emit({ type: "workspace-changed", topics: ["queue", "history", "pilot"] });
  return cleared;
}
