import type { DraftGround } from "../../pipeline/draft/index.ts";
import { createGround } from "../../pipeline/draft/index.ts";
import type { CheckedWorkspace } from "../compute-review.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

const grounds = new WeakMap<CheckedWorkspace, DraftGround>();

/** What drafts of a workspace are computed from, prepared once for each state of it. */
export function groundOf(workspace: OpenWorkspace): DraftGround {
  const review = workspace.review();
  const known = grounds.get(review);
  if (known !== undefined) return known;
  const fresh = createGround({
    agreements: review.nouns.agreements,
    deliveries: review.nouns.deliveries,
    invoices: review.nouns.invoices,
    matching: review.matching,
    policy: workspace.policy(),
    asOf: workspace.asOf(),
    hash: workspace.digest.ofText,
  });
  grounds.set(review, fresh);
  return fresh;
}
