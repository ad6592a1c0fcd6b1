import type { DraftRequest, DraftRow, OutputOf } from "../../../src-shared/api/contract.ts";
import type { AgreementId, Draft, InvoiceId, Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { openFindings } from "../../pipeline/decide/index.ts";
import { calendarDays, expectBills } from "../../pipeline/draft/index.ts";
import type { CheckedWorkspace } from "../compute-review.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { groundOf } from "./drafting-ground.ts";
import { makeDrafts } from "./make-drafts.ts";

/** Days after which a bill that could have gone out is late. */
export const graceDays = 10;

/**
 * Every draft that is worth a look: bills that are due by the calendar, work that no invoice bills, and what the checks
 * found on invoices.
 *
 * An agreement and period is listed once; one on which nothing is to be billed and nothing is open is left out.
 * What was computed is kept with the review that it rests on: a decision on one case draws up that case's drafts anew.
 */
export function listDrafts(program: Program): Result<OutputOf<"drafts.list">, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const kept = keptOf(workspace);
  const rows = kept.requests.flatMap((request) => {
    const key = keyOf(request);
    const basis = basisOf(workspace, request);
    const known = kept.rowsByKey.get(key);
    if (known?.basis === basis) return known.rows;
    const fresh = rowsOf(workspace, request);
    kept.rowsByKey.set(key, { basis, rows: fresh });
    return fresh;
  });
  return ok({ rows: rows.toSorted(byDay) });
}

interface KeptDrafts {
  readonly requests: readonly DraftRequest[];
  readonly rowsByKey: Map<string, { readonly basis: string; readonly rows: readonly DraftRow[] }>;
}

const keptByReview = new WeakMap<CheckedWorkspace, KeptDrafts>();

function keptOf(workspace: OpenWorkspace): KeptDrafts {
  const review = workspace.review();
  const known = keptByReview.get(review);
  if (known !== undefined) return known;
  const requests = new Map<string, DraftRequest>();
  for (const request of [
    ...expectedRequests(workspace),
    ...workRequests(workspace),
    ...findingRequests(workspace),
  ])
    requests.set(keyOf(request), request);
  const fresh: KeptDrafts = { requests: [...requests.values()], rowsByKey: new Map() };
  keptByReview.set(review, fresh);
  return fresh;
}

/** What a draft rests on beside the review: of an invoice the findings that are open, and whether it has gone out. */
function basisOf(workspace: OpenWorkspace, request: DraftRequest): string {
  if ("agreementId" in request) return "";
  const id = request.invoiceId as InvoiceId;
  const checked = workspace.review().checkedById.get(id);
  const open = checked === undefined ? [] : openFindings(checked, workspace.fold()).map((one) => one.id);
  return [workspace.decisions().get(id)?.state ?? "", ...open].join(" ");
}

const keyOf = (request: DraftRequest): string =>
  "agreementId" in request ? `${request.agreementId}|${request.from}|${request.to}` : request.invoiceId;

const byDay = (first: DraftRow, second: DraftRow): number => {
  const key = ({ periodStart, customer, key: id }: DraftRow): string =>
    `${periodStart ?? "9999"}|${customer ?? ""}|${id}`;
  return key(first) < key(second) ? -1 : 1;
};

function expectedRequests(workspace: OpenWorkspace): readonly DraftRequest[] {
  const asOf = workspace.asOf();
  return expectBills({ asOf, ...calendarDays(asOf), graceDays }, groundOf(workspace))
    .filter(({ state }) => state === "due" || state === "late" || state === "partly-arrived")
    .map(({ agreementId, periodStart, periodEnd }) => ({ agreementId, from: periodStart, to: periodEnd }));
}

/** Months of which the checks found approved work on no invoice, and one for what is accepted or done by now. */
function workRequests(workspace: OpenWorkspace): readonly DraftRequest[] {
  const { checked, matching } = workspace.review();
  const months = checked.missing.flatMap(({ check, agreementId, period }): readonly DraftRequest[] => {
    if (check !== "completeness.unbilled" || !/^\d{4}-\d{2}$/.test(period)) return [];
    const from = `${period}-01` as LocalDate;
    return [{ agreementId, from, to: addMonths(from, 1) }];
  });
  const to = addMonths(startOfMonth(workspace.asOf()), 1);
  const byEvent = matching.families.flatMap(({ id }): readonly DraftRequest[] => {
    const from = addMonths(to, -1);
    return isBilledByEvent(workspace, id) ? [{ agreementId: id, from, to }] : [];
  });
  return [...months, ...byEvent];
}

/** Milestones, schedules, one-off fees: due when something happens, whatever the month. */
function isBilledByEvent(workspace: OpenWorkspace, familyId: AgreementId): boolean {
  const { matching, nouns } = workspace.review();
  const members = matching.families.find(({ id }) => id === familyId)?.memberIds ?? [];
  return nouns.agreements.some(
    ({ id, terms, standing }) =>
      members.includes(id) &&
      standing === "in-force" &&
      terms.some(
        (term) =>
          term.status !== "rejected" &&
          (term.type === "milestone" ||
            term.type === "schedule-of-values" ||
            (term.type === "fixed-fee" && term.value.per === "once")),
      ),
  );
}

/** Invoices whose findings a computation can put right: those that were sent back first of all. */
function findingRequests(workspace: OpenWorkspace): readonly DraftRequest[] {
  const { checkedById } = workspace.review();
  return [...checkedById].flatMap(([invoiceId, { findings }]): readonly DraftRequest[] =>
    findings.some(({ severity, impact }) => severity !== "info" && impact !== null) ? [{ invoiceId }] : [],
  );
}

function rowsOf(workspace: OpenWorkspace, request: DraftRequest): readonly DraftRow[] {
  const drafts = makeDrafts(workspace, request);
  if (!drafts.ok) return [];
  return drafts.value.flatMap((draft) => (isWorthALook(draft) ? [toRow(workspace, request, draft)] : []));
}

/** Lines, or something due that could not be computed; "not done yet" alone is no draft. */
const isWorthALook = ({ invoice, gaps, source }: Draft): boolean =>
  source === "correction" ||
  invoice.lines.length > 0 ||
  gaps.some(({ isOpen, code }) => isOpen && !headGaps.has(code));

const headGaps: ReadonlySet<string> = new Set([
  "drafting/party-unknown",
  "drafting/currency-unknown",
  "drafting/agreement-not-in-force",
  "drafting/end-of-month-unclear",
  "drafting/order-ambiguous",
  "drafting/progress-unknown",
]);

function toRow(workspace: OpenWorkspace, request: DraftRequest, draft: Draft): DraftRow {
  const agreement = workspace.review().nouns.agreements.find(({ id }) => id === draft.agreementId);
  return {
    key: draft.id,
    request,
    source: draft.source,
    customer: draft.invoice.buyer?.name ?? null,
    agreement: agreement?.number ?? agreement?.title ?? null,
    agreementId: draft.agreementId,
    invoiceId: draft.relatedInvoiceIds[0] ?? null,
    periodStart: draft.periodStart,
    periodEnd: draft.periodEnd,
    net: draft.invoice.net?.value ?? null,
    currency: draft.invoice.currency?.value ?? null,
    lines: draft.invoice.lines.length,
    openGaps: draft.gaps.filter(({ isOpen }) => isOpen).length,
  };
}
