import type { DocumentRow } from "../../src-shared/api/contract.ts";
import { sentenceFor } from "../../src-shared/text/index.ts";
import type { StoredDocument } from "../ports/vault.ts";

const remembered = new WeakMap<StoredDocument, DocumentRow>();

/** Saves unpacking the nouns of a document only to say of which kind it is. */
export function rememberDescription(document: StoredDocument, row: DocumentRow): void {
  remembered.set(document, row);
}

/** A document as the lists show it. */
export function describeDocument(document: StoredDocument): DocumentRow {
  const known = remembered.get(document);
  if (known !== undefined) return known;
  const row = rowOf(document);
  rememberDescription(document, row);
  return row;
}

function rowOf(document: StoredDocument): DocumentRow {
  const { file, normalized, reader, status, problem, pages, contains } = document;
  return {
    ...file,
    kind: normalized?.kind ?? "unknown",
    kindConfidence: normalized?.kindConfidence ?? 0,
    reader,
    status,
    problem: problem === null ? null : { ...problem, message: sentenceFor(problem, file.path) },
    pages,
    contains,
  };
}
