import type { Policy, Problem, Report } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { buildReport } from "./build-report.ts";
import { computeReview } from "./compute-review.ts";
import { describeEngine } from "./describe-engine.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import type { TakenIn } from "./read-files.ts";
import type { Tools } from "./tools.ts";

/** The report of the open workspace as it stands. */
export function reportWorkspace(program: Program): Result<Report, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  return ok(describeWorkspace(open.value, program.tools, {}));
}

export interface WorkspaceReportOrder {
  readonly asOf?: LocalDate;
  readonly since?: LocalDate | null;
  readonly policy?: Policy;
  readonly acceptTerms?: boolean;
  /** Files that were given and could not be kept; they belong into the report all the same. */
  readonly unkept?: readonly TakenIn[];
  /** When the run began, on the monotonic clock. */
  readonly startedAt?: number;
}

/** The report of a workspace, also on another day or with every proposed term taken as confirmed. */
export function describeWorkspace(
  workspace: OpenWorkspace,
  tools: Tools,
  order: WorkspaceReportOrder,
): Report {
  const startedAt = order.startedAt ?? tools.clock.monotonicMs();
  const asOf = order.asOf ?? workspace.asOf();
  const policy = order.policy ?? workspace.policy();
  const terms = order.acceptTerms === true ? "accepted" : "as-decided";
  const isAsKept = terms === "as-decided" && order.asOf === undefined && order.policy === undefined;
  const review = isAsKept
    ? workspace.review()
    : computeReview(
        { documents: workspace.documents(), fold: workspace.fold(), policy, asOf, terms },
        tools.digest,
      );
  const unkept = (order.unkept ?? []).map(({ stored }) => stored);
  const documents = [...review.documents, ...unkept].toSorted((left, right) =>
    left.file.path < right.file.path ? -1 : left.file.path > right.file.path ? 1 : 0,
  );
  return buildReport({
    createdAt: tools.clock.now(),
    elapsedMs: Math.round(tools.clock.monotonicMs() - startedAt),
    asOf,
    engine: describeEngine(),
    acceptedTerms: terms === "accepted",
    since: order.since ?? null,
    documents,
    ...review.nouns,
    matching: review.matching,
    checked: review.checked,
  });
}
