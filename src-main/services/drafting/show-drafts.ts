import type { DraftRequest, InputOf, OutputOf, ShownDraft } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Draft, Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { fillReason, sentenceFor } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { summarizeDelivery } from "../../pipeline/draft/index.ts";
import { checkDocuments } from "../check-documents.ts";
import { collectApprovals } from "../compute-review.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { groundOf } from "./drafting-ground.ts";
import { makeDrafts } from "./make-drafts.ts";
import { nextNumberOf } from "./number-series.ts";

/** Drafts with what is missing from them, and what our own checks would say of each beside everything else. */
export function showDrafts(
  program: Program,
  { order }: InputOf<"drafts.show">,
): Result<OutputOf<"drafts.show">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const drafts = describeDrafts(open.value, order);
  return drafts.ok ? ok({ drafts: drafts.value }) : drafts;
}

export function describeDrafts(
  workspace: OpenWorkspace,
  order: DraftRequest,
): Result<readonly ShownDraft[], Problem> {
  const made = makeDrafts(workspace, order);
  return made.ok ? ok(made.value.map((draft) => describeDraft(workspace, draft))) : made;
}

function describeDraft(workspace: OpenWorkspace, draft: Draft): ShownDraft {
  const agreement = workspace.review().nouns.agreements.find(({ id }) => id === draft.agreementId);
  return {
    ...draft,
    gaps: draft.gaps.map((gap) => ({ ...gap, message: sentenceFor(gap) })),
    agreement: agreement?.number ?? agreement?.title ?? null,
    customer: draft.invoice.buyer?.name ?? null,
    delivery: summarize(workspace, draft),
    nextNumber:
      draft.source === "correction"
        ? null
        : nextNumberOf(workspace, draft.invoice.issueDate?.value ?? workspace.asOf()),
    objections: draft.invoice.lines.length === 0 ? [] : objectionsTo(workspace, draft),
  };
}

function summarize(workspace: OpenWorkspace, draft: Draft): ShownDraft["delivery"] {
  const { agreementId, periodStart, periodEnd } = draft;
  if (agreementId === null || periodStart === null || periodEnd === null) return [];
  const period = { start: periodStart, end: periodEnd };
  const issueDate = valueOf(draft.invoice.issueDate) ?? workspace.asOf();
  return summarizeDelivery({ agreementId, period, issueDate }, groundOf(workspace)).map(
    ({ code, facts, evidence }) => ({
      code,
      facts,
      message: sentenceFor({ code, facts }),
      evidence,
    }),
  );
}

/** The draft among the invoices of the workspace, in place of the one that it corrects. */
function objectionsTo(workspace: OpenWorkspace, draft: Draft): ShownDraft["objections"] {
  const { documents, nouns } = workspace.review();
  const fold = workspace.fold();
  const replaced = new Set(draft.source === "correction" ? draft.relatedInvoiceIds : []);
  const numbered =
    draft.invoice.number === null
      ? {
          ...draft.invoice,
          number: { value: draft.id as string, evidence: [], basis: "person" as const, confidence: 1 },
        }
      : draft.invoice;
  const invoices = [...nouns.invoices.filter(({ id }) => !replaced.has(id)), numbered];
  const { checked } = checkDocuments(
    {
      documents,
      nouns: { ...nouns, invoices },
      policy: workspace.policy(),
      asOf: workspace.asOf(),
      assignments: fold.assignments,
      verdicts: fold.verdicts,
      approvals: collectApprovals(fold),
    },
    workspace.digest,
  );
  const one = checked.invoices.find(({ invoiceId }) => invoiceId === draft.invoice.id);
  const said = [
    ...(one?.findings ?? []).filter(({ severity }) => severity !== "info").map(({ said }) => said.message),
    ...(one?.outcomes ?? [])
      .filter(({ outcome }) => outcome === "cannot-determine")
      .map(({ because }) => because),
  ];
  return said.map((objection) => ({ message: sentenceOf(objection), said: objection }));
}

/** A reason stands alone here: it begins and ends as a sentence. */
function sentenceOf(objection: Sentence): string {
  const reason = fillReason(objection);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
