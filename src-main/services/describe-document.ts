import type { DocumentRow } from "../../src-shared/api/contract.ts";
import { sentenceFor } from "../../src-shared/text/index.ts";
import type { StoredDocument } from "../ports/vault.ts";

/** A document as the lists show it. */
export function describeDocument(document: StoredDocument): DocumentRow {
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
