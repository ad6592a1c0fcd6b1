import type { Digest } from "../ports/digest.ts";
import type { DocumentText, StoredDocument } from "../ports/vault.ts";

/** A document that lies in the vault and waits for its step. */
export interface StagedDocument {
  readonly stored: StoredDocument;
  /** SHA-256 of its original, its text and its words, as they are kept. */
  readonly digests: Readonly<Record<string, string>>;
}

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
