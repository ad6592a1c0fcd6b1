import type { Agreement } from "./agreement.ts";
import type { Invoice } from "./invoice.ts";
import type { DocumentId } from "./ids.ts";

/** What an approval rests on, as three hashes: of the invoice, of the terms, of the files. */
export interface ApprovalBasis {
  readonly invoice: string;
  readonly terms: string;
  readonly files: string;
}

/** An approval that holds, as the checks need it. */
export interface ApprovalRecord {
  /** `null` for one that was kept before bases were. */
  readonly basis: ApprovalBasis | null;
  readonly by: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** The basis of an invoice as it is now. What a person only confirms changes nothing: the figures are the same. */
export function computeApprovalBasis(
  invoice: Invoice,
  agreements: readonly Agreement[],
  sha256Of: (id: DocumentId) => string,
  hash: (text: string) => string,
): ApprovalBasis {
  const terms = agreements.flatMap((agreement) =>
    agreement.terms
      .filter(({ status }) => status !== "rejected")
      .map(({ id, type, value, from, to, version }) => [id, type, value, from, to, version]),
  );
  const files = [invoice.documentId, ...agreements.map(({ documentId }) => documentId)].map(sha256Of);
  return {
    invoice: hash(JSON.stringify(invoice)),
    terms: hash(JSON.stringify(terms)),
    files: hash(files.join("\n")),
  };
}
