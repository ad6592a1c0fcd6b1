import type { DraftRequest } from "../../../src-shared/api/contract.ts";
import type {
  AgreementId,
  Draft,
  DraftAnswers,
  FindingId,
  InvoiceId,
  Problem,
} from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { createPeriod } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { openFindings } from "../../pipeline/decide/index.ts";
import { draftAgreement, draftFindings } from "../../pipeline/draft/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { numberOf } from "../show-cases.ts";
import { groundOf } from "./drafting-ground.ts";

/** The drafts that a request gives: one of an agreement, up to two of an invoice that went out. */
export function makeDrafts(
  workspace: OpenWorkspace,
  request: DraftRequest,
): Result<readonly Draft[], Problem> {
  // The contract has checked each text for what its brand says.
  const answers = (request.answers ?? {}) as unknown as DraftAnswers;
  const issueDate = answers.issueDate ?? workspace.asOf();
  return "agreementId" in request
    ? ofAgreement(workspace, request, answers, issueDate)
    : ofFindings(workspace, request, answers, issueDate);
}

function ofAgreement(
  workspace: OpenWorkspace,
  { agreementId, from, to, language }: Extract<DraftRequest, { readonly agreementId: string }>,
  answers: DraftAnswers,
  issueDate: LocalDate,
): Result<readonly Draft[], Problem> {
  const period = createPeriod(from as LocalDate, to as LocalDate);
  if (!period.ok) return err({ code: "drafting/period-reversed", facts: { from, to } });
  const ground = groundOf(workspace);
  const family = workspace
    .review()
    .matching.families.find(
      ({ id, memberIds }) => id === agreementId || memberIds.includes(agreementId as AgreementId),
    );
  const draft = draftAgreement(
    {
      agreementId: family?.id ?? (agreementId as AgreementId),
      period: period.value,
      issueDate,
      answers,
      ...(language !== undefined && { language }),
    },
    ground,
  );
  return draft === null
    ? err({ code: "drafting/unknown-agreement", facts: { id: agreementId } })
    : ok([draft]);
}

function ofFindings(
  workspace: OpenWorkspace,
  { invoiceId, findingIds }: Extract<DraftRequest, { readonly invoiceId: string }>,
  answers: DraftAnswers,
  issueDate: LocalDate,
): Result<readonly Draft[], Problem> {
  const id = invoiceId as InvoiceId;
  const review = workspace.review();
  const [invoice, checked] = [review.invoicesById.get(id), review.checkedById.get(id)];
  if (invoice === undefined || checked === undefined)
    return err({ code: "drafting/unknown-invoice", facts: { id: invoiceId } });
  const wanted = findingIds === undefined ? null : new Set(findingIds as FindingId[]);
  const state = workspace.decisions().get(id)?.state;
  const findings = openFindings(checked, workspace.fold()).filter(
    (finding) => finding.severity !== "info" && (wanted === null || wanted.has(finding.id)),
  );
  const drafts = draftFindings({
    invoice,
    agreementId: checked.agreementId,
    findings,
    hasGoneOut: state === "exported",
    issueDate,
    answers,
    hash: workspace.digest.ofText,
  });
  return drafts.length === 0
    ? err({ code: "drafting/nothing-to-correct", facts: { number: numberOf(invoice) } })
    : ok(drafts);
}
