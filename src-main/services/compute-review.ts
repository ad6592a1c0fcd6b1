import type {
  Agreement,
  ApprovalBasis,
  ApprovalRecord,
  CaseDecision,
  CheckedInvoice,
  DocumentId,
  Invoice,
  InvoiceId,
  InvoiceMatch,
  Policy,
} from "../../src-shared/model/index.ts";
import { computeApprovalBasis } from "../../src-shared/model/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import {
  applyCorrections,
  applyTermDecisions,
  hashContent,
  judgeCase,
  withoutRemoved,
} from "../pipeline/decide/index.ts";
import type { DecisionFold } from "../pipeline/decide/index.ts";
import type { Digest } from "../ports/digest.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { checkDocuments, collectNouns, joinPapers, withAcceptedTerms } from "./check-documents.ts";
import type { Checked, Nouns } from "./check-documents.ts";

export interface ReviewOrder {
  readonly documents: readonly StoredDocument[];
  readonly fold: DecisionFold;
  readonly policy: Policy;
  readonly asOf: LocalDate;
  readonly terms: "as-decided" | "accepted";
}

/** Everything that was read, matched and checked, with what people decided about readings applied. */
export interface CheckedWorkspace extends Checked {
  /** Without those that were set aside. */
  readonly documents: readonly StoredDocument[];
  readonly nouns: Nouns;
  readonly invoicesById: ReadonlyMap<InvoiceId, Invoice>;
  readonly checkedById: ReadonlyMap<InvoiceId, CheckedInvoice>;
  readonly matchById: ReadonlyMap<InvoiceId, InvoiceMatch>;
  /** Hash of what an approval of the invoice would vouch for. */
  readonly contentHashOf: (id: InvoiceId) => string;
  /** The same by parts; `undefined` for an invoice that is not there. */
  readonly basisOf: (id: InvoiceId) => ApprovalBasis | undefined;
  /** The family's documents that the invoice falls under, strongest first. */
  readonly agreementsOf: (id: InvoiceId) => readonly Agreement[];
}

/** Walks the rooms from the nouns on. Decisions about cases do not matter here; `judgeCases` adds them. */
export function computeReview(order: ReviewOrder, digest: Digest): CheckedWorkspace {
  const { fold, policy, asOf } = order;
  const documents = order.documents.filter(({ file }) => !fold.removedDocuments.has(file.id));
  const read = collectNouns(documents);
  const joined = joinPapers({
    agreements: withoutRemoved(read.agreements, fold),
    deliveries: withoutRemoved(read.deliveries, fold),
    invoices: withoutRemoved(read.invoices, fold),
  });
  const decided: Nouns = {
    ...joined,
    agreements: applyTermDecisions(joined.agreements, fold),
    invoices: applyCorrections(joined.invoices, fold),
  };
  const nouns = order.terms === "accepted" ? withAcceptedTerms(decided) : decided;
  const { matching, checked } = checkDocuments(
    {
      documents,
      nouns,
      policy,
      asOf,
      assignments: fold.assignments,
      verdicts: fold.verdicts,
      approvals: collectApprovals(fold),
    },
    digest,
  );
  const invoicesById = new Map(nouns.invoices.map((invoice) => [invoice.id, invoice]));
  const checkedById = new Map(checked.invoices.map((one) => [one.invoiceId, one]));
  const matchById = new Map(matching.invoices.map((match) => [match.invoiceId, match]));
  const agreementsById = new Map(nouns.agreements.map((agreement) => [agreement.id, agreement]));
  const familiesById = new Map(matching.families.map((family) => [family.id, family]));
  const hashByDocument = new Map<DocumentId, string>(documents.map(({ file }) => [file.id, file.sha256]));
  const contentHashes = new Map<InvoiceId, string>();

  const agreementsOf = (id: InvoiceId): readonly Agreement[] => {
    const root = matchById.get(id)?.agreementId;
    const family = root === null || root === undefined ? undefined : familiesById.get(root);
    return (family?.memberIds ?? []).flatMap((member) => agreementsById.get(member) ?? []);
  };
  const contentHashOf = (id: InvoiceId): string => {
    const known = contentHashes.get(id);
    const invoice = invoicesById.get(id);
    const one = checkedById.get(id);
    if (known !== undefined || invoice === undefined || one === undefined) return known ?? "";
    const agreements = agreementsOf(id);
    const fileHashes = [invoice, ...agreements].map(({ documentId }) => hashByDocument.get(documentId) ?? "");
    const fresh = hashContent({ invoice, agreements, checked: one, fileHashes }, digest.ofText);
    contentHashes.set(id, fresh);
    return fresh;
  };
  const basisOf = (id: InvoiceId): ApprovalBasis | undefined => {
    const invoice = invoicesById.get(id);
    if (invoice === undefined) return undefined;
    const sha256Of = (documentId: DocumentId): string => hashByDocument.get(documentId) ?? "";
    return computeApprovalBasis(invoice, agreementsOf(id), sha256Of, digest.ofText);
  };
  return {
    documents,
    nouns,
    matching,
    checked,
    invoicesById,
    checkedById,
    matchById,
    contentHashOf,
    basisOf,
    agreementsOf,
  };
}

/** Approvals that people gave, by invoice, with what they vouch for. */
export function collectApprovals({ cases }: DecisionFold): ReadonlyMap<InvoiceId, readonly ApprovalRecord[]> {
  const collected = new Map<InvoiceId, readonly ApprovalRecord[]>();
  for (const [id, { approvals }] of cases) {
    const records = approvals.flatMap(({ action, actor, at }) =>
      action.type === "invoice-approved" ? [{ basis: action.basis ?? null, by: actor, at }] : [],
    );
    if (records.length > 0) collected.set(id, records);
  }
  return collected;
}

/** Where every case stands. */
export function judgeCases(
  review: CheckedWorkspace,
  fold: DecisionFold,
  policy: Policy,
  asOf: LocalDate,
): ReadonlyMap<InvoiceId, CaseDecision> {
  const decisions = new Map<InvoiceId, CaseDecision>();
  for (const [id, invoice] of review.invoicesById) {
    const checked = review.checkedById.get(id);
    if (checked === undefined) continue;
    // The hash is worth computing only where somebody vouched for one.
    const hasApprovals = (fold.cases.get(id)?.approvals.length ?? 0) > 0;
    const contentHash = hasApprovals ? review.contentHashOf(id) : "";
    decisions.set(id, judgeCase({ invoice, checked, contentHash, asOf, policy }, fold));
  }
  return decisions;
}
