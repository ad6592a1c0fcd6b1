import { parsePolicy } from "../../src-shared/api/index.ts";
import type { InputOf } from "../../src-shared/api/contract.ts";
import type { CheckId, Policy, Problem, RuleTrial, ToleranceRule } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { compareRules } from "../pipeline/decide/index.ts";
import { computeReview } from "./compute-review.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

/**
 * What other tolerances, or a check less, would have said about everything in the workspace.
 *
 * Catches and false alarms are counted by what people did with the findings. Nothing is kept.
 */
export function tryRules(program: Program, input: InputOf<"rules.try">): Result<RuleTrial, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const current = workspace.policy();
  const parsed = parsePolicy({ ...current, tolerances: input.tolerances });
  if (!parsed.ok) return parsed;
  const policy: Policy = {
    ...current,
    tolerances: joinTolerances(current.tolerances, parsed.value.tolerances),
  };
  const now = workspace.review();
  const tried = computeReview(
    {
      documents: workspace.documents(),
      fold: workspace.fold(),
      policy,
      asOf: workspace.asOf(),
      terms: "as-decided",
    },
    workspace.digest,
  );
  const without = new Set<CheckId>(input.without);
  return ok(
    compareRules(
      { now: now.checked, tried: tried.checked, without, invoices: now.invoicesById },
      workspace.fold(),
    ),
  );
}

/** A tried tolerance stands in place of the one of the same check and scope; the others stay. */
function joinTolerances(
  current: readonly ToleranceRule[],
  tried: readonly ToleranceRule[],
): readonly ToleranceRule[] {
  const keyOf = ({ check, scope }: ToleranceRule): string =>
    [check, scope.line ?? "", scope.agreement ?? "", scope.customer ?? ""].join("\n");
  const replaced = new Set(tried.map(keyOf));
  return [...current.filter((rule) => !replaced.has(keyOf(rule))), ...tried];
}
