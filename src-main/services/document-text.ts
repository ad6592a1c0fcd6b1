import type { Digest } from "../ports/digest.ts";
import type { DocumentText, StoredDocument } from "../ports/vault.ts";

/** A stored document as the vault keeps it; reading it back and writing it again gives the same text. */
export function textOfDocument({ normalized, ...record }: StoredDocument): DocumentText {
  return {
    record: JSON.stringify(record),
    nouns: normalized === null ? null : JSON.stringify(normalized),
  };
}

/** The digest of it that the audit trail records. */
export const digestOfText = ({ record, nouns }: DocumentText, digest: Digest): string =>
  digest.ofText(`${record}\n${nouns ?? ""}`);
