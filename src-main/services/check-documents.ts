import { valueOf } from "../../src-shared/model/index.ts";
import type {
  Agreement,
  ApprovalRecord,
  Assignments,
  CheckedBatch,
  Delivery,
  Invoice,
  InvoiceId,
  Matching,
  Policy,
  Term,
} from "../../src-shared/model/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import { checkInvoices } from "../pipeline/check/index.ts";
import type { DuplicateVerdict } from "../pipeline/decide/index.ts";
import { matchDocuments, withAcceptedOffers, withNamedParties } from "../pipeline/match/index.ts";
import type { Digest } from "../ports/digest.ts";
import type { StoredDocument } from "../ports/vault.ts";

/** The nouns of all documents, with what people decided about them already applied. */
export interface Nouns {
  readonly agreements: readonly Agreement[];
  readonly deliveries: readonly Delivery[];
  /** Sorted by issue date, then number. */
  readonly invoices: readonly Invoice[];
}

export interface CheckOrder {
  readonly documents: readonly StoredDocument[];
  readonly nouns: Nouns;
  readonly policy: Policy;
  readonly asOf: LocalDate;
  readonly assignments: Assignments;
  readonly verdicts: readonly DuplicateVerdict[];
  readonly approvals: ReadonlyMap<InvoiceId, readonly ApprovalRecord[]>;
}

export interface Checked {
  readonly matching: Matching;
  readonly checked: CheckedBatch;
}

/** The nouns of all documents that were read, in the order in which they are checked and reported. */
export function collectNouns(documents: readonly StoredDocument[]): Nouns {
  const paths = new Map(documents.map(({ file }) => [file.id as string, file.path]));
  const normalized = documents.flatMap((document) => document.normalized ?? []);
  return {
    agreements: normalized.flatMap(({ agreements }) => agreements),
    deliveries: normalized.flatMap(({ deliveries }) => deliveries),
    invoices: normalized.flatMap(({ invoices }) => invoices).toSorted(byIssue(paths)),
  };
}

/**
 * What no document says alone: parties that the other paper names, offers that another paper accepts.
 *
 * Asked of what people left standing, before their corrections, which go before anything that is found here.
 */
export function joinPapers(nouns: Nouns): Nouns {
  const { agreements, invoices } = withNamedParties(nouns);
  return { ...nouns, agreements: withAcceptedOffers(agreements), invoices };
}

/** By issue date, then number, then path; an invoice without a date comes last. */
function byIssue(paths: ReadonlyMap<string, string>): (left: Invoice, right: Invoice) => number {
  const keyOf = (invoice: Invoice): readonly string[] => [
    valueOf(invoice.issueDate) ?? "9999-99-99",
    valueOf(invoice.number) ?? "",
    paths.get(invoice.documentId) ?? "",
    invoice.id,
  ];
  return (left, right) => {
    const [leftKey, rightKey] = [keyOf(left), keyOf(right)];
    for (const [index, part] of leftKey.entries()) {
      const other = rightKey[index] ?? "";
      if (part !== other) return part < other ? -1 : 1;
    }
    return 0;
  };
}

/** Every proposed term taken as confirmed, for trial runs. */
export const withAcceptedTerms = (nouns: Nouns): Nouns => ({
  ...nouns,
  agreements: nouns.agreements.map((agreement) => ({
    ...agreement,
    terms: agreement.terms.map((term): Term =>
      term.status === "proposed" ? { ...term, status: "confirmed" } : term,
    ),
  })),
});

/** Walks the match and check rooms. */
export function checkDocuments(order: CheckOrder, digest: Digest): Checked {
  const { agreements, deliveries, invoices } = order.nouns;
  const { policy, asOf } = order;
  const matching = matchDocuments({
    agreements,
    invoices,
    deliveries,
    policy,
    assignments: order.assignments,
  });
  const checked = checkInvoices({
    invoices,
    agreements,
    deliveries,
    matching,
    documents: order.documents.flatMap(({ normalized }) => normalized ?? []),
    files: order.documents.map(({ file }) => file),
    policy,
    asOf,
    verdicts: order.verdicts,
    approvals: order.approvals,
    hash: digest.ofText,
  });
  return { matching, checked };
}
