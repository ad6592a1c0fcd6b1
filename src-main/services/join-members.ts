import type { DocumentId } from "../../src-shared/model/index.ts";
import { joinEmbedded } from "../pipeline/normalize/index.ts";
import type { StoredDocument } from "../ports/vault.ts";

/** Readers of pages that people look at; an e-invoice inside such a file is the same invoice as the page. */
const pagedReaders: ReadonlySet<string> = new Set(["pdf-text", "ocr"]);
/** Readers of structured documents. */
const structuredReaders: ReadonlySet<string> = new Set(["ubl", "cii"]);

/**
 * Documents with each page and its embedded e-invoice made one invoice; everything else is as it was.
 *
 * Reading sees one file at a time, so this is done where a file and its members are together. A member that is a copy
 * of a file beside it stands for that file.
 */
export function joinMembers(documents: readonly StoredDocument[]): readonly StoredDocument[] {
  const byId = new Map<DocumentId, StoredDocument>(documents.map((document) => [document.file.id, document]));
  const original = (id: DocumentId): StoredDocument | undefined => {
    const document = byId.get(id);
    const { copyOf } = document?.file ?? { copyOf: null };
    return document?.normalized === null && copyOf !== null ? byId.get(copyOf) : document;
  };
  for (const { file, reader, contains } of documents) {
    if (reader === null || !pagedReaders.has(reader)) continue;
    for (const id of contains) {
      const outer = byId.get(file.id);
      const member = original(id);
      if (outer === undefined || outer.normalized === null || member === undefined) continue;
      if (member.normalized === null || member.reader === null || !structuredReaders.has(member.reader))
        continue;
      const joined = joinEmbedded(outer.normalized, member.normalized);
      if (joined === null) continue;
      byId.set(outer.file.id, { ...outer, normalized: joined.page });
      byId.set(member.file.id, { ...member, normalized: joined.embedded });
      break;
    }
  }
  return documents.map((document) => byId.get(document.file.id) ?? document);
}
