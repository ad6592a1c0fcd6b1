import type { NormalizedDocument } from "../../../src-shared/model/index.ts";
import type { DocumentText, StoredDocument } from "../../ports/vault.ts";
import { packText, unpackText } from "./packing.ts";

/** A document as a row. Nouns are packed; workspaces of the second format hold them as text. */
export interface DocumentRow {
  readonly id: string;
  readonly stored: string;
  readonly normalized: string | null;
  readonly nouns: Uint8Array | null;
}

type StoredRecord = Omit<StoredDocument, "normalized">;

export const documentRow = (id: string, { record, nouns }: DocumentText): DocumentRow => ({
  id,
  stored: record,
  normalized: null,
  nouns: nouns === null ? null : packText(nouns),
});

/**
 * The document of a row, its nouns unpacked when they are looked at and kept only as long as somebody holds them.
 *
 * Nouns in memory are many times their packed size: thousands of documents would fill it while they come in.
 */
export function readDocumentRow({ stored, normalized, nouns }: DocumentRow): StoredDocument {
  const packed = nouns ?? (normalized === null ? null : packText(normalized));
  const record = JSON.parse(stored) as StoredRecord;
  if (packed === null) return { ...record, normalized: null };
  let held: WeakRef<NormalizedDocument> | null = null;
  return {
    ...record,
    get normalized() {
      const known = held?.deref();
      if (known !== undefined) return known;
      const unpacked = JSON.parse(unpackText(packed)) as NormalizedDocument;
      held = new WeakRef(unpacked);
      return unpacked;
    },
  };
}
