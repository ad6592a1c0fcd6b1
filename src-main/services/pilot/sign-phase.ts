import type { DecisionReceipt, InputOf } from "../../../src-shared/api/contract.ts";
import type { ClearingLimits, Problem } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { boundNeeded, decisionsFor, mayBeSigned } from "../../../src-shared/pilot/index.ts";
import { err } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { clearAutomatically } from "./clear-automatically.ts";
import { recordEntry } from "./record-entry.ts";
import { standingOf } from "./recommend.ts";
import { assessmentOf } from "./show-pilot.ts";

/**
 * The owner signs a phase at the bound that the ledger shows.
 *
 * Only the one owner of the assessment can, and only as far as the bound allows. What the program may do alone needs
 * limits. Going back needs no bound.
 */
export async function signPhase(
  program: Program,
  { phase, signedBy, limits }: InputOf<"pilot.sign">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const owner = assessmentOf(workspace)?.owner.trim() ?? "";
  if (owner === "") return err({ code: "pilot/no-owner" });
  if (signedBy.trim().toLowerCase() !== owner.toLowerCase())
    return err({ code: "pilot/not-owner", facts: { owner } });
  const standing = standingOf(workspace);
  const needed = boundNeeded[phase];
  if (needed !== null && !mayBeSigned(phase, standing))
    return err({
      code: "pilot/bound-too-high",
      facts: {
        percent: Math.round(needed * 100),
        count: decisionsFor(needed),
        have: standing.clearances.count,
        wrong: standing.clearances.wrong,
      },
    });
  if (phase === "automatic" && limits === null) return err({ code: "pilot/no-limits" });
  const { count, wrong, bound } = standing.clearances;
  const signed = await recordEntry(program, {
    type: "phase-signed",
    phase,
    signedBy: signedBy.trim(),
    agreed: count - wrong,
    wrong,
    bound: bound === null ? null : (String(Math.round(bound * 1e6) / 1e6) as DecimalText),
    limits: limits as ClearingLimits | null,
  });
  if (signed.ok) await clearAutomatically(program, workspace);
  return signed;
}
