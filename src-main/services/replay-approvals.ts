import { parsePolicy } from "../../src-shared/api/index.ts";
import type {
  ApprovalBasis,
  DecisionAction,
  DecisionEvent,
  DocumentId,
  Policy,
  Problem,
  ReplayedApproval,
} from "../../src-shared/model/index.ts";
import { defaultPolicy, valueOf } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { foldDecisions } from "../pipeline/decide/index.ts";
import { computeReview } from "./compute-review.ts";
import type { CheckedWorkspace } from "./compute-review.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

type Approval = DecisionEvent & {
  readonly action: Extract<DecisionAction, { readonly type: "invoice-approved" }>;
};

const isApproval = (event: DecisionEvent): event is Approval => event.action.type === "invoice-approved";

/** Every approval that was ever given, computed again from the documents, decisions and rules that were there before it. */
export function replayApprovals(program: Program): Result<readonly ReplayedApproval[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const reviews = new Map<string, CheckedWorkspace>();
  // Approvals of one step were given on one state.
  const reviewOf = (event: DecisionEvent): CheckedWorkspace => {
    const first = workspace.events().find(({ group }) => group === event.group) ?? event;
    const known = reviews.get(first.id) ?? reviewBefore(workspace, first);
    reviews.clear();
    reviews.set(first.id, known);
    return known;
  };
  const replayed = workspace
    .events()
    .filter(isApproval)
    .map((event) => compareApproval(event, reviewOf(event)));
  return ok(replayed);
}

/** The review as it was before an event. */
function reviewBefore(workspace: OpenWorkspace, event: DecisionEvent): CheckedWorkspace {
  const events = workspace.events().filter(({ sequence }) => sequence < event.sequence);
  const imported = new Set<DocumentId>(
    events.flatMap(({ action }) => (action.type === "documents-imported" ? action.documentIds : [])),
  );
  return computeReview(
    {
      documents: workspace.documents().filter(({ file }) => imported.has(file.id)),
      fold: foldDecisions(events),
      policy: policyAt(events),
      asOf: dayOf(workspace, event),
      terms: "as-decided",
    },
    workspace.digest,
  );
}

function policyAt(events: readonly DecisionEvent[]): Policy {
  const last = events.findLast(({ action }) => action.type === "policy-changed");
  if (last?.action.type !== "policy-changed") return defaultPolicy;
  const parsed = parsePolicy(last.action.policy);
  return parsed.ok ? parsed.value : defaultPolicy;
}

/** A workspace with a fixed day decides on that day; others on the day of the clock. */
const dayOf = (workspace: OpenWorkspace, { at }: DecisionEvent): LocalDate =>
  workspace.fixedDay() ?? (at.slice(0, 10) as LocalDate);

function compareApproval({ action, actor, at }: Approval, review: CheckedWorkspace): ReplayedApproval {
  const { invoiceId, contentHash, basis } = action;
  const invoice = review.invoicesById.get(invoiceId);
  const shared = { invoiceId, by: actor, at };
  if (invoice === undefined) return { ...shared, number: null, is: "gone", changed: [] };
  const number = valueOf(invoice.number);
  if (review.contentHashOf(invoiceId) === contentHash) return { ...shared, number, is: "same", changed: [] };
  const now = review.basisOf(invoiceId);
  const parts = (["invoice", "terms", "files"] as const).filter(
    (part: keyof ApprovalBasis) => basis !== undefined && now !== undefined && basis[part] !== now[part],
  );
  return { ...shared, number, is: "differs", changed: parts.length === 0 ? ["findings"] : parts };
}
